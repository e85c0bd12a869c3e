import { attachment } from '../file-name.ts'
import { type Workbook, workbookEntries } from './workbook.ts'
import { zipped } from './zip.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook as a download of that name, made while it is read, at the reader's pace. `close`: nobody reads on. */
export function xlsxDownload(book: Workbook, name: string, close: () => void): Response {
  const pieces = zipped(workbookEntries(book))
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return(undefined)
        close()
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, {
    headers: {
      'content-type': xlsxType,
      'content-disposition': attachment(name, 'xlsx'),
      'x-content-type-options': 'nosniff',
    },
  })
}
