import { type BuyingIn, topicsOf } from './buying.ts'
import type { Fact, FactOf, FactType } from './fact.ts'

/** Where somebody said something in their own words. */
export const PLACES_SAID = ['question', 'chat', 'survey', 'poll', 'form', 'feedback', 'site_chat'] as const
export type PlaceSaid = (typeof PLACES_SAID)[number]

/** Somebody's own words. `asked`: what they answer to; `answer`: what the host said to them. */
export interface Said {
  readonly where: PlaceSaid
  readonly asked: string | null
  readonly text: string
  readonly answer: string | null
}

const nothing: readonly Said[] = []
const spoken: ReadonlySet<FactType> = new Set<FactType>([
  'question.asked',
  'chat.sent',
  'survey.submitted',
  'poll.answered',
  'feedback.given',
])

/** Answers that Zoom's own form or links bring: chosen from a list, an address, a name of ours; nobody's own words. */
const NO_WORDS: ReadonlySet<string> = new Set([
  'Address',
  'City',
  'State/Province',
  'Zip/Postal Code',
  'Purchasing Time Frame',
  'Role in Purchase Process',
  'No. of Employees',
  'Tracking source',
  'Source Name',
  'Attendance Type',
  'role',
])

/** Whether a fact may hold somebody's own words: asked of every fact, so it looks at what costs nothing. */
export function maySay(fact: Fact): boolean {
  if (spoken.has(fact.type)) return true
  if (fact.type !== 'person.registered') return false
  return fact.data.question !== undefined || fact.profile?.attributes !== undefined
}

/** What a fact holds of somebody's own words: what they chose from a list is none of it. */
export function saidIn(fact: Fact): readonly Said[] {
  switch (fact.type) {
    case 'question.asked':
      return [{ where: 'question', asked: null, text: fact.data.text, answer: fact.data.answer || null }]
    case 'chat.sent':
      return [said(fact.data.channel === 'site' ? 'site_chat' : 'chat', null, fact.data.text)]
    case 'survey.submitted':
      return fact.data.answers.flatMap(({ open, question, answer }) =>
        open && answer ? [said('survey', question, answer)] : [],
      )
    case 'poll.answered':
      return fact.data.open && fact.data.answer ? [said('poll', fact.data.poll, fact.data.answer)] : nothing
    case 'feedback.given':
      return fact.data.comments ? [said('feedback', null, fact.data.comments)] : nothing
    case 'person.registered':
      return inForm(fact)
    default:
      return nothing
  }
}

/** The topics of buying that a fact's words are about. */
export function buyingTopics(fact: Fact, buyingIn: BuyingIn): string[] {
  return topicsOf(saidIn(fact).flatMap(({ text }) => buyingIn(text)))
}

/** The comment, and the answers to the company's own questions. */
function inForm({ data, profile }: FactOf<'person.registered'>): readonly Said[] {
  const comment = data.question ? [said('form', null, data.question)] : []
  const answers = Object.entries(profile?.attributes ?? {}).flatMap(([question, answer]) =>
    typeof answer === 'string' && !NO_WORDS.has(question) ? [said('form', question, answer)] : [],
  )
  return [...comment, ...answers]
}

function said(where: PlaceSaid, asked: string | null | undefined, text: string): Said {
  return { where, asked: asked ?? null, text, answer: null }
}
