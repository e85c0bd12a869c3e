import type { Fact, FactType } from './fact.ts'
import type { History } from './history.ts'
import { inOrder } from './order.ts'
import { isDecision } from './registration.ts'

/**
 * A stretch in which the person was active; a moment has from = to. Of someone still in the room, `to` lies ahead, and is
 * Infinity when nobody knows the webinar's end. `fact` is what ends an inactivity.
 */
export interface Activity {
  readonly from: number
  readonly to: number
  readonly fact: string
}

const ACTS: ReadonlySet<FactType> = new Set<FactType>([
  'person.registered',
  'replay.registered',
  'poll.answered',
  'question.asked',
  'chat.sent',
  'survey.submitted',
  'feedback.given',
  'replay.watched',
  'video.watched',
  'page.viewed',
  'visit.ended',
  'form.submitted',
  'content.downloaded',
  'email.opened',
  'email.clicked',
  'message.replied',
  'call.completed',
  'social.engaged',
  'meeting.booked',
])

/** Whether a fact is something that the person did; presence is read from stays instead. */
export function isAct(fact: Fact): boolean {
  if (!ACTS.has(fact.type)) return false
  if (fact.type === 'call.completed') return fact.data.outcome === 'answered'
  return !('automated' in fact.data && fact.data.automated)
}

/** All activity as of the history's moment, by its start. Presence goes on to the leave, else to the end. */
export function activitiesOf(history: History): Activity[] {
  const activities: Activity[] = []
  for (const fact of history.facts) if (isAct(fact)) activities.push({ from: fact.time, to: fact.time, fact: fact.id })
  for (const { stays, webinar, facts } of history.involvements) {
    for (const stay of stays) {
      const to = stay.to === Infinity ? Math.max(stay.from, webinar.endsAt ?? Infinity) : stay.to
      activities.push({ from: stay.from, to, fact: stay.facts[stay.facts.length - 1]! })
    }
    for (const fact of facts) {
      if (fact.type === 'webinar.left') activities.push({ from: fact.time, to: fact.time, fact: fact.id })
    }
  }
  return inOrder(activities, (a, b) => a.from - b.from || a.to - b.to || (a.fact < b.fact ? -1 : 1))
}

/**
 * Since when the person is a lead: the first activity other than a registration, a mail open, or a visit that is short
 * or not yet closed; null: not a lead.
 */
export function leadSince(history: History): number | null {
  let since = Infinity
  for (const fact of history.facts) if (makesLead(fact, history) && fact.time < since) since = fact.time
  for (const { stays } of history.involvements) {
    for (const { from } of stays) if (from < since) since = from
  }
  const { bounceSeconds } = history.model.model
  for (const { seconds, time } of history.visits) {
    if ((seconds === null || seconds >= bounceSeconds) && time < since) since = time
  }
  return since === Infinity ? null : since
}

function makesLead(fact: Fact, history: History): boolean {
  if (fact.type === 'webinar.left') return true
  if (!isAct(fact) || fact.type === 'email.opened' || fact.type === 'page.viewed' || fact.type === 'visit.ended')
    return false
  if (!isDecision(fact)) return true
  const end = fact.webinar ? history.webinars.get(fact.webinar)?.endsAt : null
  return end !== null && end !== undefined && fact.time > end
}
