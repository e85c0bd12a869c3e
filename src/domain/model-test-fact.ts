import { z } from 'zod'
import { CONTENT_KINDS } from './content-kind.ts'
import type { FactType } from './fact.ts'
import { strictObject } from './strict-object.ts'

/** A moment with its offset; seconds may be left out. */
export const moment = z.union(
  [z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })],
  'expected a moment with its offset such as 2026-03-10T10:00:00Z',
)

const text = z.string().min(1)
const seconds = z.number().nonnegative()
const answer = z.union([z.string(), z.number(), z.boolean()], 'expected a text, a number, true or false')

/** What is known of the invented person: the profile answers of an activity. */
export const personSchema = strictObject({
  email: text.optional(),
  firstName: text.optional(),
  lastName: text.optional(),
  company: text.optional(),
  jobTitle: text.optional(),
  country: text.optional(),
  phone: text.optional(),
  industry: text.optional(),
  employees: z.number().nonnegative().optional(),
  attributes: z.record(text, answer).optional(),
})

const everywhere = { at: moment, person: personSchema.optional() }
const somewhere = { ...everywhere, webinar: text.optional() }
const inWebinar = { ...everywhere, webinar: text }

const content = { id: text.optional(), title: text.optional() }
const file = { ...content, kind: z.enum(CONTENT_KINDS).optional() }
const formKind = z.enum(['contact', 'quote', 'demo_request', 'other'])
const outcome = z.enum(['answered', 'voicemail', 'busy', 'no_answer', 'failed'])
const surveyAnswer = strictObject({ question: text.optional(), answer: text.optional(), open: z.boolean().optional() })
const mail = { messageId: text.optional(), url: text.optional(), automated: z.boolean().optional() }
const message = { channel: text, messageId: text.optional() }
const visit = { seconds: seconds.optional(), automated: z.boolean().optional() }
const deal = { amount: z.number().optional(), currency: text.optional(), margin: z.number().optional() }
const judgement = z.union([z.boolean(), z.string()], 'expected a text, true or false').optional()
const verdict = {
  bant: strictObject({ budget: judgement, authority: judgement, need: judgement, timing: judgement }).optional(),
  feedback: text.optional(),
}
const watched = {
  mediaSeconds: z.number().positive().optional(),
  offsetSeconds: z.number().optional(),
  /** Pairs `[from, to]` in seconds of the media. */
  intervals: z
    .array(z.tuple([seconds, seconds]).refine(([from, to]) => to > from, 'expected [from, to] with to after from'))
    .optional(),
  watchedSeconds: seconds.optional(),
  /** At least this share, 0 to 1. */
  milestone: z.number().min(0).max(1).optional(),
  watched: z.literal(true).optional(),
  sessionId: text.optional(),
}

const amounts = ['intervals', 'watchedSeconds', 'milestone', 'watched'] as const

function fact<T extends FactType, Shape extends z.ZodRawShape>(type: T, shape: Shape) {
  return strictObject({ type: z.literal(type), ...shape })
}

const facts = [
  fact('person.registered', { ...inWebinar, question: text.optional() }),
  fact('person.registration_cancelled', inWebinar),
  fact('webinar.attended', { webinar: text, person: personSchema.optional(), from: moment, to: moment }),
  fact('poll.answered', { ...somewhere, poll: text.optional(), answer: text.optional(), open: z.boolean().optional() }),
  fact('question.asked', { ...somewhere, text }),
  fact('chat.sent', { ...somewhere, text, channel: z.enum(['webinar', 'site']).optional() }),
  fact('survey.submitted', { ...somewhere, answers: z.array(surveyAnswer).optional() }),
  fact('replay.watched', { ...somewhere, ...watched }),
  fact('video.watched', { ...somewhere, ...watched, ...content, kind: text.optional() }),
  fact('page.viewed', { ...somewhere, ...visit, url: text }),
  fact('visit.ended', { ...somewhere, ...visit, pages: z.array(text).optional(), visitId: text.optional() }),
  fact('form.submitted', { ...somewhere, id: text.optional(), kind: formKind.optional() }),
  fact('content.downloaded', { ...somewhere, ...file }),
  fact('content.ignored', { ...somewhere, ...file }),
  fact('email.delivered', { ...somewhere, ...mail }),
  fact('email.opened', { ...somewhere, ...mail }),
  fact('email.clicked', { ...somewhere, ...mail }),
  fact('email.bounced', { ...somewhere, ...mail }),
  fact('email.complained', { ...somewhere, ...mail }),
  fact('email.unsubscribed', { ...somewhere, ...mail }),
  fact('message.sent', { ...somewhere, ...message }),
  fact('message.replied', { ...somewhere, ...message }),
  fact('call.completed', { ...somewhere, outcome, seconds: seconds.optional() }),
  fact('social.engaged', { ...somewhere, network: text, action: text }),
  fact('meeting.booked', somewhere),
  fact('deal.won', { ...somewhere, ...deal }),
  fact('deal.lost', { ...somewhere, ...deal }),
  fact('profile.updated', somewhere),
  fact('consent.changed', { ...somewhere, state: z.enum(['given', 'withdrawn', 'pending']) }),
  fact('lead.accepted', { ...somewhere, ...verdict }),
  fact('lead.returned', { ...somewhere, ...verdict }),
] as const

/** Every type of activity that a person can do or be told of: webinars themselves stand under `webinars`. */
export const TEST_FACT_TYPES = facts.map(({ shape }) => shape.type.value)

/**
 * One fact of an invented person, written flat: what the activity of this type carries in `data` stands beside `type` and
 * `at`. A stay in the room is `{"type":"webinar.attended","webinar":"demo","from":…,"to":…}`, a form
 * `{"type":"form.submitted","at":…,"kind":"quote"}`, a file `{"type":"content.downloaded","at":…,"kind":"ebook"}`.
 * `person` are answers that became known by it.
 */
export const ModelTestFactSchema = z
  .discriminatedUnion('type', facts, {
    error: (issue) => (issue.code === 'invalid_union' ? `expected one of ${TEST_FACT_TYPES.join(', ')}` : undefined),
  })
  .refine((fact) => fact.type !== 'webinar.attended' || Date.parse(fact.to) >= Date.parse(fact.from), {
    path: ['to'],
    message: 'may not be before `from`',
  })
  .refine((fact) => !isWatching(fact) || amounts.some((amount) => fact[amount] !== undefined), {
    message: 'needs `intervals`, `watchedSeconds`, `milestone` or `watched`',
  })

export type ModelTestFact = z.infer<(typeof facts)[number]>
export type ModelTestFactOf<T extends ModelTestFact['type']> = Extract<ModelTestFact, { type: T }>

function isWatching(fact: ModelTestFact): fact is ModelTestFactOf<'replay.watched' | 'video.watched'> {
  return fact.type === 'replay.watched' || fact.type === 'video.watched'
}
