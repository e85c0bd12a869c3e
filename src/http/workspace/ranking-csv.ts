import type { RankedPerson } from '../../workspace/ranking.ts'
import { type Cell, type CsvProfile, csvRow, csvStart } from '../csv.ts'

const columns: [string, (row: RankedPerson) => Cell][] = [
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
  ['Share present', (row) => row.attendance.share],
  ['Evidence', (row) => row.attendance.evidence],
  ['Questions', (row) => row.questions],
  ['Poll answers', (row) => row.pollAnswers],
  ['Last activity', (row) => row.lastActivityAt],
  ['Person', (row) => row.person.id],
]

const piece = 64 * 1024

/** The rows as a download, made while it is read, at the reader's pace. The file's name holds nothing from outside. */
export function rankingCsv(rows: Iterable<RankedPerson>, webinarId: string, profile: CsvProfile): Response {
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
            columns.map(([, cell]) => cell(next.value)),
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
  const name = `ranking-${webinarId.replace(/[^A-Za-z0-9_-]/g, '')}-${profile}.csv`
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
    },
  })
}
