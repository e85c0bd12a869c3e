import { z } from '@hono/zod-openapi'
import { WATCH_EVIDENCE } from '../../domain/fact.ts'
import { moment } from '../documented.ts'

// What several answers and calls have in common.

export const webinarId = z.object({ id: z.string().openapi({ example: 'w_5f0c2b7a91d3' }) })

export const asOf = z
  .string()
  .optional()
  .openapi({ format: 'date-time', description: 'As of this moment; now when left out.' })

/** Which moment an answer is for, by what was known when, and under which version of the model. */
export const askedMoment = {
  asOf,
  model: z
    .string()
    .optional()
    .openapi({ type: 'integer', description: 'Version of the scoring model; the one in force when left out.' }),
  knownAt: z
    .string()
    .optional()
    .openapi({
      format: 'date-time',
      description:
        'By what was known at this moment: only facts that had been received, with the webinars, people and merges that ' +
        'follow from them; as of that moment and under the version in force then, unless `asOf` and `model` say ' +
        'otherwise. It takes everything received by then as read and scored, where readers may have been seconds behind.',
    }),
}

/** The moment that was asked for. */
export const knownAt = moment.optional().openapi({ description: 'Only where it was asked for.' })

/** Somebody as lists of a webinar show them. */
export const listedPerson = z.object({
  id: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  company: z.string().nullable(),
  jobTitle: z.string().nullable(),
})

export const temperature = z.enum(['cold', 'warm', 'hot'])

export const webinarState = z.enum(['scheduled', 'live', 'ended'])

/** The two starts of a webinar: the advertised one, and that of its room. */
export const scheduledAt = moment.nullable().openapi({ description: 'The planned start of this occurrence, if known.' })
export const startsAt = moment
  .nullable()
  .openapi({ description: 'When the room was opened, often before the planned start; else the planned start.' })

/** Pairs of from and to, in seconds. */
export const stretches = z.array(z.tuple([z.number(), z.number()]))

export const replayEvidence = z
  .enum(WATCH_EVIDENCE)
  .nullable()
  .openapi({
    description:
      'How exactly the viewing on demand is known: the positions, a total, at least so much, or only that there was ' +
      'one; null: there was none.',
  })

/** How long somebody was there, and how that is known. */
export const attended = z.object({
  liveSeconds: z.number(),
  replaySeconds: z.number(),
  share: z.number().nullable(),
  evidence: z.enum(['webhook', 'report', 'activity', 'none']),
  replayEvidence,
  provisional: z.boolean(),
  inRoom: z.boolean(),
})

/** Topics of buying, as the model calls them. */
const buying = z.array(z.string()).openapi({ example: ['price'], description: 'What of buying they spoke of.' })

/** What one person did in one webinar: the presence strip, the marks on it, and the parts of the points. */
export const engagement = {
  presence: z.object({ live: stretches, replay: stretches }),
  marks: z.array(z.object({ kind: z.enum(['poll', 'question', 'chat']), at: z.number(), buying: buying.optional() })),
  parts: z.array(z.object({ rule: z.string(), points: z.number() })),
  questions: z.int(),
  pollAnswers: z.int(),
  buying,
}
