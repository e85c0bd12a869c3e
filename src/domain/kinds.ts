import type { FactType } from './fact.ts'

/** Kinds of facts of which rules and stages ask whether a person has any: a bit each. */
const asked: readonly FactType[] = [
  'question.asked',
  'poll.answered',
  'chat.sent',
  'survey.submitted',
  'replay.watched',
  'video.watched',
  'page.viewed',
  'visit.ended',
  'form.submitted',
  'content.downloaded',
  'content.ignored',
  'email.delivered',
  'email.opened',
  'email.clicked',
  'email.complained',
  'email.unsubscribed',
  'message.sent',
  'message.replied',
  'call.completed',
  'meeting.booked',
  'social.engaged',
  'lead.accepted',
  'lead.returned',
  'deal.lost',
]
const bits = new Map(asked.map((type, at) => [type, 1 << at]))

/** A set of kinds of facts. */
export type Kinds = number

/** Throws for a kind of which nobody asks so far: give it a bit above. */
export function kindsOf(...types: FactType[]): Kinds {
  return types.reduce((kinds, type) => {
    const bit = bits.get(type)
    if (bit === undefined) throw new Error(`"${type}" has no bit in kinds.ts`)
    return kinds | bit
  }, 0)
}

/** What kinds there are among facts, of those that anybody asks for. */
export function kindsIn(facts: readonly { type: FactType }[]): Kinds {
  let kinds = 0
  for (const { type } of facts) kinds |= bits.get(type) ?? 0
  return kinds
}
