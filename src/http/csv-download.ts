import { type Cell, type CsvProfile, csvRow, csvStart } from './csv.ts'
import { attachment } from './file-name.ts'

/** A column: its heading, and what stands in it. */
export type Column<Row> = [heading: string, cell: (row: Row, profile: CsvProfile) => Cell]

const piece = 64 * 1024

/** Rows as a download of that name, made while it is read, at the reader's pace. */
export function csvDownload<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  name: string,
  profile: CsvProfile,
): Response {
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
        for (; !next.done && text.length < piece; next = source.next()) {
          const row = next.value
          text += csvRow(
            columns.map(([, cell]) => cell(row, profile)),
            profile,
          )
        }
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

/** A share with four decimals at most; a CRM gets the exact one. */
export function shareIn(profile: CsvProfile, share: number | null): number | null {
  return share === null || profile === 'crm' ? share : Math.round(share * 10_000) / 10_000
}
