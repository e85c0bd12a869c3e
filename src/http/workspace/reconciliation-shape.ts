import { z } from '@hono/zod-openapi'
import { json, moment, refusals } from '../documented.ts'
import { scheduledAt, startsAt, webinarId } from './members.ts'
import { merge } from './repairs.ts'

const text = z.string().nullable()

/** Somebody as the sheet names them. */
export const named = z
  .object({ id: z.string().openapi({ example: 'p_0b6f1c9d2e7a4f5081c3d2b4' }), name: text, email: text, company: text })
  .openapi('NamedPerson')

const spans = z.array(z.tuple([z.number(), z.number()]))

export const comparedPerson = z
  .object({
    person: named,
    webhookSeconds: z.number().openapi({ description: 'Of the live time, by webhooks alone.' }),
    reportSeconds: z.number().openapi({ description: 'By the report alone.' }),
    togetherSeconds: z.number().openapi({ description: 'By all sources together: what counts.' }),
    differenceSeconds: z.number().openapi({
      description: 'Seconds that only one of the two has, without what the rounding of a report explains.',
    }),
    webhooks: spans,
    report: spans,
    onlyWebhooks: spans,
    onlyReport: spans.openapi({ description: 'Where, in seconds of the live time.' }),
    open: z.boolean().openapi({ description: 'A leave never came by webhook: by webhooks alone it lasts to the end.' }),
    toTheMinute: z.boolean().openapi({ description: 'The report prints no seconds.' }),
    lost: z.int().openapi({ description: 'Connections in the report of which no webhook came.' }),
    missing: z.int().openapi({ description: 'Connections by webhook that the report lacks.' }),
  })
  .openapi('ComparedPerson')

export type ComparedPerson = z.infer<typeof comparedPerson>

const connection = z.object({
  connection: z.string().openapi({ example: '9f03c2b7a91d3e5f0a1b' }),
  name: text.openapi({ description: 'As shown in the room.' }),
  isPhone: z.boolean(),
  sources: z.array(z.enum(['activity', 'report', 'webhook'])),
  joinedAt: moment,
  leftAt: moment.nullable().openapi({ description: 'Null: no leave is known.' }),
})

export const guest = z
  .object({
    name: text,
    seconds: z.number(),
    connections: z.array(connection).openapi({ description: 'Likely one human’s: an estimate, nothing rests on it.' }),
    suggestions: z
      .array(
        z.object({
          person: named,
          because: z.enum(['same_stay', 'same_name', 'phone', 'alike', 'address', 'there_too']).openapi({
            description:
              '`same_stay`: another source names this person for the very stay. `same_name`, `phone`, `alike`, `address`: ' +
              'a person of this webinar who was not seen in the room. `there_too`: of the same name, and in the room as well.',
          }),
        }),
      )
      .openapi({ description: 'Only suggestions: nothing is ever tied by itself.' }),
  })
  .openapi('Guest')

export type Guest = z.infer<typeof guest>

export const clash = z
  .object({ name: text, count: z.int(), people: z.array(named) })
  .openapi('NameClash', { description: 'A name that several people of this webinar bear; at most 50 of them by name.' })

export const dialIn = z
  .object({
    person: named.nullable().openapi({ description: 'Null: nobody knows whose it is.' }),
    name: text,
    connection: z.string(),
  })
  .openapi('DialIn')

export const staffMember = z
  .object({
    person: named.nullable(),
    name: text,
    why: z.enum(['host', 'panelist', 'staff_domain', 'partner_domain']),
    attended: z.boolean(),
  })
  .openapi('StaffMember')

export const tie = z
  .object({ person: named.nullable(), connections: z.array(z.string()), name: text, by: text, at: moment })
  .openapi('Tie', { description: 'Connections of which somebody said in one go whose they are.' })

export type ShownTie = z.infer<typeof tie>

/** A page of a list of the sheet. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.int(), nextCursor: text })
}

const words = { text: z.string(), key: z.string(), params: z.record(z.string(), z.unknown()) }

export const sheet = z
  .object({
    webinar: z.object({
      ...{ id: z.string(), platform: z.string(), platformId: z.string(), topic: text },
      ...{ scheduledAt, startsAt, endsAt: moment.nullable(), liveSeconds: z.number() },
    }),
    state: z.enum(['scheduled', 'running', 'provisional', 'final']),
    since: moment.nullable(),
    why: z.object({
      code: z.enum([
        ...['to_come', 'runs', 'no_report', 'early_report', 'undated_report', 'room_missing', 'reported'],
      ] as const),
      ...words,
    }),
    completeFrom: moment.nullable().openapi({ description: 'A report made from then on is a finished one.' }),
    nextFetchAt: moment
      .nullable()
      .openapi({ description: 'When the report is fetched next; null: nothing is planned.' }),
    toDo: z.array(z.object({ action: z.enum(['import', 'connect', 'fetch', 'mend', 'wait']), ...words })),
    reports: z.array(z.object({ by: z.string(), rows: z.int(), generatedAt: moment, receivedAt: moment })),
    sources: z.object({
      webhooks: z.boolean(),
      report: z.boolean(),
      reportSeconds: z.boolean().nullable().openapi({ description: 'Whether the report prints seconds.' }),
    }),
    headline: z.object({
      ...{ registered: z.int(), attended: z.int() },
      matched: z.int().openapi({ description: 'Attendees who are registered.' }),
      unregistered: z.int().openapi({ description: 'Attendees who are not.' }),
      noShows: z.int().nullable().openapi({ description: 'Null before the end.' }),
      unidentified: z.object({
        connections: z.int(),
        people: z.int().openapi({ description: 'So many people they are likely.' }),
        named: z.int().openapi({ description: 'Of them whose stay another source names.' }),
      }),
      clashes: z.int(),
      dialIns: z.object({ bound: z.int(), unbound: z.int() }),
      staff: z.int(),
      differing: z.int().nullable().openapi({ description: 'Attendees who differ by more than 60 s.' }),
      webhooksLost: z.int().nullable().openapi({ description: 'Connections in the report of which no webhook came.' }),
      rowsMissing: z.int().nullable().openapi({
        description: 'Connections by webhook that the report lacks. These three are null while only one source is in.',
      }),
      repairs: z.int().openapi({ description: 'Ties and merges by hand that hold.' }),
    }),
    people: pageOf(comparedPerson),
    unidentified: pageOf(guest),
    clashes: pageOf(clash),
    dialIns: pageOf(dialIn),
    staff: pageOf(staffMember),
    ties: pageOf(tie),
    merges: z.array(merge),
    asOf: moment,
  })
  .openapi('ReconciliationSheet')

export type SheetAnswer = z.infer<typeof sheet>

const limit = z.string().optional().openapi({ type: 'integer', description: '1 to 500; 50 when left out.' })

export const listRequest = {
  params: webinarId.extend({ sheet: z.string().openapi({ description: 'The `id` of the sheet.' }) }),
  query: z.object({ limit, cursor: z.string().optional() }),
}

export const listRefusals = refusals('invalid', 'unauthorized', 'forbidden', 'not_found')

export function listAnswer<Item extends z.ZodType>(item: Item, description: string) {
  return { 200: json(pageOf(item), description), ...listRefusals }
}
