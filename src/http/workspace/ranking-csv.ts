import type { RankedPerson } from '../../workspace/ranking.ts'
import type { TopicAndDay } from '../../workspace/topic-and-day.ts'
import { type Cell, type CsvProfile, csvRow, csvStart } from '../csv.ts'
import { attachment, fileName } from '../file-name.ts'

const columns: [string, (row: RankedPerson, profile: CsvProfile) => Cell][] = [
  ['Rank', (row) => row.rank],
  ['E-mail', (row) => row.person.email],
  ['Name', (row) => row.person.name],
  ['Company', (row) => row.person.company],
  ['Job title', (row) => row.person.jobTitle],
  ['Score', (row) => row.score],
  ['Webinar points', (row) => row.webinarPoints],
  ['Grade', (row) => row.grade],
  ['Stage', (row) => row.stage],
  ['Temperature', (row) => row.temperature],
  ['Velocity', (row) => row.velocity],
  ['Live seconds', (row) => row.attendance.liveSeconds],
  ['On-demand seconds', (row) => row.attendance.replaySeconds],
  ['Share present', ({ attendance: { share } }, profile) => (profile === 'crm' ? share : shortened(share))],
  ['Evidence', (row) => row.attendance.evidence],
  ['Questions', (row) => row.questions],
  ['Poll answers', (row) => row.pollAnswers],
  ['Last activity', (row) => row.lastActivityAt],
  ['Person', (row) => row.person.id],
]

const piece = 64 * 1024

/** The rows as a download, made while it is read, at the reader's pace. */
export function rankingCsv(rows: Iterable<RankedPerson>, name: string, profile: CsvProfile): Response {
  const source = rows[Symbol.iterator]()
  const encoder = new TextEncoder()
  // The first row is asked for at once, so that a wrong filter is refused instead of breaking the download off.
  let next = source.next()
  let started = false
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        let text = ''
        if (!started)
          text =
            csvStart(profile) +
            csvRow(
              columns.map(([heading]) => heading),
              profile,
            )
        started = true
        for (; !next.done && text.length < piece; next = source.next())
          text += csvRow(
            columns.map(([, cell]) => cell(next.value, profile)),
            profile,
          )
        controller.enqueue(encoder.encode(text))
        if (next.done) controller.close()
      },
      cancel() {
        source.return?.()
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(name, 'csv'),
      'x-content-type-options': 'nosniff',
    },
  })
}

function shortened(share: number | null): number | null {
  return share === null ? null : Math.round(share * 10_000) / 10_000
}

/** What a list is narrowed down by; the order is not said. */
export interface Narrowed {
  temperature?: string | undefined
  stage?: string | undefined
  reached?: string | undefined
  grade?: string | undefined
  attended?: string | undefined
  minScore?: string | undefined
  q?: string | undefined
  asOf?: string | undefined
  knownAt?: string | undefined
  model?: string | undefined
}

const presences: Record<string, string> = { true: 'live', false: 'not live', no_show: 'no-shows' }

/** The webinar's topic and day, what the list is narrowed down by, and whether it is for a CRM. */
export function rankingName({ topic, day }: TopicAndDay, by: Narrowed, profile: CsvProfile): string {
  const { temperature, stage, reached, grade, attended, minScore, q, asOf, knownAt, model } = by
  return fileName([
    topic || 'webinar',
    day,
    temperature,
    stage?.replaceAll('_', ' '),
    reached && `reached ${reached.replaceAll('_', ' ')}`,
    grade && `grade ${grade}`,
    attended && (presences[attended] ?? attended),
    minScore && `score from ${minScore}`,
    q,
    asOf && `as of ${asOf.replaceAll(':', '')}`,
    knownAt && `known at ${knownAt.replaceAll(':', '')}`,
    model && `model ${model}`,
    profile === 'crm' ? 'crm' : null,
  ])
}
