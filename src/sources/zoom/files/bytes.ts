import { fromUtf16, isBlank, isUtf8, isUtf16, placeOfWrongByte, withoutMarks } from '../../encoding.ts'
import { notText } from '../../not-text.ts'
import { refuse } from '../../refuse.ts'
import { tableOf } from '../../table.ts'
import { refuseEmpty } from './empty.ts'
import { refuseOtherReports } from './other-reports.ts'
import { refusal, tableWords } from './words.ts'

/** The UTF-8 text of a file without its byte order marks (an old export has two). Refuses what is no text in UTF-8. */
export function plainText(bytes: Uint8Array, file: string): Uint8Array {
  const start = { file, line: 1, column: 1 }
  const text = withoutMarks(bytes)
  if (isBlank(text)) refuseEmpty(file)
  const what = notText(text)
  if (what) refuse(refusal('notText', { what }), start)
  if (isUtf16(text)) {
    // Other platforms write UTF-16: it may be one of theirs.
    refuseOtherReports(tableOf(fromUtf16(text), file, tableWords), file)
    refuse(refusal('utf16'), start)
  }
  return isUtf8(text) ? text : refuse(refusal('encoding'), { file, ...placeOfWrongByte(text) })
}
