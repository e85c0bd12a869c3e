import { z } from '@hono/zod-openapi'
import { SIGN_KINDS } from '../../domain/alert/kind.ts'
import { STAGES } from '../../domain/stage.ts'
import { moment } from '../documented.ts'
import { listedPerson, webinarState } from './members.ts'

/** What became of a message. */
export const sendState = z.enum(['waiting', 'sent', 'refused', 'dropped'])

export const alert = z
  .object({
    id: z.string().openapi({ example: 'al_5f0c2b7a91d3' }),
    kind: z.enum(SIGN_KINDS),
    rule: z.string().openapi({ description: 'The name of the rule, as it is now.' }),
    at: moment.openapi({ description: 'When it happened.' }),
    raisedAt: moment,
    person: listedPerson,
    webinar: z
      .object({
        id: z.string(),
        topic: z.string().nullable(),
        kind: z.string(),
        state: webinarState,
        inRoom: z.boolean().openapi({ description: 'The person is there now.' }),
      })
      .nullable(),
    card: z
      .object({ score: z.number(), stage: z.enum(STAGES), grade: z.string().nullable() })
      .openapi({ description: 'As it was when the alert was raised.' }),
    topics: z.array(z.string()).openapi({ description: 'Of buying, as the model calls them.' }),
    owner: z.string().nullable().openapi({ description: 'Who looks after the person.' }),
    taken: z.object({ at: moment, by: z.string(), afterSeconds: z.number() }).nullable(),
    sends: z.array(
      z.object({
        id: z.string(),
        channel: z.object({ id: z.string(), name: z.string(), kind: z.string() }).nullable(),
        state: sendState,
        tries: z.int(),
        answer: z.string().nullable().openapi({ description: 'What the target said last.' }),
        at: moment,
      }),
    ),
  })
  .openapi('Alert')

export type AlertAnswer = z.infer<typeof alert>
