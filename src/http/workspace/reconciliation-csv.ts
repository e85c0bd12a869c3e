import { findSettings } from '../../store/settings.ts'
import type { Gathered } from '../../workspace/reconciliation/gather.ts'
import { Lists, type Named, type Page } from '../../workspace/reconciliation/lists.ts'
import { type Sheet, showSheet } from '../../workspace/reconciliation/show-sheet.ts'
import { topicAndDay } from '../../workspace/topic-and-day.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { type Cell, csvRow, csvStart } from '../csv.ts'
import { attachment, fileName } from '../file-name.ts'

type Row = readonly Cell[]

/** The whole sheet as one file: what it says in short, all its lists, and a line to sign; made while it is read. */
export function sheetCsv(ws: Workspace, webinarId: string, gathered: Gathered): Response {
  const rows = rowsOf(
    showSheet(ws, webinarId, gathered),
    new Lists(ws, webinarId, gathered),
    findSettings(ws.db)!.timezone,
  )
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode(csvStart('spreadsheet')))
      },
      pull(controller) {
        for (let text = ''; ; ) {
          const next = rows.next()
          if (next.done) return controller.close()
          text = next.value.map((row) => csvRow(row, 'spreadsheet')).join('')
          if (text) return controller.enqueue(encoder.encode(text))
        }
      },
    },
    { highWaterMark: 0 },
  )
  const { topic, day } = topicAndDay(ws, webinarId)
  const name = fileName([topic || 'webinar', day, 'reconciliation'])
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(name, 'csv'),
      'x-content-type-options': 'nosniff',
    },
  })
}

/** Some rows at a time. */
function* rowsOf(sheet: Sheet, lists: Lists, timezone: string): Generator<Row[]> {
  const when = clock(timezone)
  yield headOf(sheet, when, timezone)
  yield headlineOf(sheet)
  yield [[], ['Webhooks against the report'], personColumns]
  yield* pages(
    (cursor) => lists.people({ cursor, limit: '100' }),
    ({ person, ...row }) => [
      ...[person.email, person.name, row.webhookSeconds, row.reportSeconds, row.togetherSeconds, row.differenceSeconds],
      ...[spansOf(row.onlyWebhooks), spansOf(row.onlyReport), row.open ? 'yes' : ''],
    ],
  )
  yield [[], ['Unidentified'], ['Name shown', 'Connections', 'Seconds', 'Sources', 'May be']]
  yield* pages(
    (cursor) => lists.unidentified({ cursor, limit: '200' }),
    ({ name, seconds, connections, suggestions }) => [
      ...[name, connections.length, seconds, [...new Set(connections.flatMap(({ sources }) => sources))].join(', ')],
      suggestions.map(({ person }) => who(person)).join('; '),
    ],
  )
  yield [[], ['Names that several people bear'], ['Name', 'People', 'Who']]
  yield* pages(
    (cursor) => lists.clashes({ cursor }),
    ({ name, count, people }) => [name, count, people.map(who).join('; ')],
  )
  yield [[], ['Telephones'], ['Number', 'Whose']]
  yield* pages(
    (cursor) => lists.dialIns({ cursor, limit: '200' }),
    ({ name, person }) => [name, person && who(person)],
  )
  yield [[], ['Not counted as attendees'], ['E-mail', 'Name', 'Why', 'In the room']]
  yield* pages(
    (cursor) => lists.staff({ cursor, limit: '200' }),
    ({ person, name, why, attended }) => [
      person?.email ?? null,
      person?.name ?? name,
      whys[why],
      attended ? 'yes' : 'no',
    ],
  )
  yield [[], ['Repairs by hand'], ['What', 'Who', 'By', 'When']]
  yield* pages(
    (cursor) => lists.ties({ cursor, limit: '200' }),
    ({ name, person, by, at }) => [`Unidentified “${name ?? ''}”`, person && who(person), by, when(at)],
  )
  yield sheet.merges.map(({ sides, mergedBy, mergedAt }) => [
    'Merged',
    sides.map(who).join(' = '),
    mergedBy,
    when(mergedAt),
  ])
  yield [[], ['Signed', '', 'Date', '']]
}

function headOf({ webinar, ...sheet }: Sheet, when: (moment: string | null) => string | null, timezone: string): Row[] {
  return [
    ['Reconciliation of attendance'],
    ['Webinar', webinar.topic],
    ['Webinar ID', webinar.platformId],
    ['Times are of', timezone],
    ['Started', when(webinar.startsAt)],
    ['Ended', when(webinar.endsAt)],
    ['Live seconds', webinar.liveSeconds],
    ['State', sheet.state],
    ['Since', when(sheet.since)],
    ['Why', sheet.why.text],
    ...sheet.reports.map(
      ({ by, rows, generatedAt, receivedAt }): Row => [
        ...[`Report by ${by}`, `${rows} rows`, `made ${when(generatedAt)}`, `received ${when(receivedAt)}`],
      ],
    ),
    ['This sheet was made', when(sheet.asOf)],
  ]
}

function headlineOf({ headline: { unidentified, dialIns, ...counts } }: Sheet): Row[] {
  return [
    [],
    ['Registered', counts.registered],
    ['Attended', counts.attended],
    ['Attended and registered', counts.matched],
    ['Attended without registration', counts.unregistered],
    ['No-shows', counts.noShows],
    ['Unidentified connections', unidentified.connections],
    ['Unidentified people (estimated)', unidentified.people],
    ['Names that several people bear', counts.clashes],
    ['Telephones bound to a person', dialIns.bound],
    ['Telephones of nobody known', dialIns.unbound],
    ['Not counted as attendees', counts.staff],
    ['People who differ by more than 60 s', counts.differing],
    ['Connections of which no webhook came', counts.webhooksLost],
    ['Connections that the report lacks', counts.rowsMissing],
    ['Repairs by hand', counts.repairs],
  ]
}

const personColumns = [
  ...['E-mail', 'Name', 'Seconds by webhooks', 'Seconds by the report', 'Seconds together', 'Difference'],
  ...['Only by webhooks', 'Only in the report', 'Leave never came'],
]

const whys = { host: 'host', panelist: 'panelist', staff_domain: 'own domain', partner_domain: 'partner’s domain' }

function* pages<Item>(page: (cursor?: string) => Page<Item>, row: (item: Item) => Row): Generator<Row[]> {
  for (let cursor: string | undefined; ; ) {
    const { items, nextCursor } = page(cursor)
    yield items.map(row)
    if (nextCursor === null) return
    cursor = nextCursor
  }
}

function who({ name, email }: Pick<Named, 'name' | 'email'>): string {
  return name && email ? `${name} <${email}>` : (name ?? email ?? '')
}

/** Where in the live time, as `0:30:05-0:41:00`. */
function spansOf(spans: readonly (readonly [number, number])[]): string {
  return spans.map(([from, to]) => `${clockOf(from)}-${clockOf(to)}`).join(' ')
}

function clockOf(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}

/** A moment as the workspace's clock shows it: 2026-05-12 17:00:00. */
function clock(timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (moment: string | null) => (moment === null ? null : format.format(new Date(moment)))
}
