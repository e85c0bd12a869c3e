import { notText } from './not-text.ts'
import { refuseOtherReports } from './other-reports.ts'
import { refuse, refuseEmpty } from './refuse.ts'
import { tableOf } from './table.ts'
import { refusal } from './words.ts'

const utf16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
]
const utf8Mark = [0xef, 0xbb, 0xbf]

/** The UTF-8 text of a file without its byte order marks (an old export has two). Refuses what is no text in UTF-8. */
export function plainText(bytes: Uint8Array, file: string): Uint8Array {
  const start = { file, line: 1, column: 1 }
  let text = bytes
  while (beginsWith(text, utf8Mark)) text = text.subarray(utf8Mark.length)
  if (text.every((byte) => byte <= 0x20)) refuseEmpty(file)
  const what = notText(text)
  if (what) refuse(refusal('notText', { what }), start)
  if (utf16.some((mark) => beginsWith(text, mark)) || isUtf16WithoutMark(text)) {
    refuseOtherReports(tableOf(fromUtf16(text), file), file)
    refuse(refusal('utf16'), start)
  }
  return isUtf8(text) ? text : refuseEncoding(text, file)
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

function isUtf16WithoutMark(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64)
  let zeros = 0
  for (const byte of head) if (byte === 0) zeros++
  return head.length >= 8 && zeros >= head.length * 0.4
}

/** As UTF-8, to see whose it is: other platforms write UTF-16. */
function fromUtf16(bytes: Uint8Array): Uint8Array {
  const bigEndian = beginsWith(bytes, utf16[1]!) || (bytes[0] === 0 && bytes[1] !== 0)
  return new TextEncoder().encode(new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(bytes))
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function refuseEncoding(text: Uint8Array, file: string): never {
  let line = 1
  let from = 0
  for (let to = text.indexOf(10); to >= 0 && isUtf8(text.subarray(from, to)); to = text.indexOf(10, from)) {
    line++
    from = to + 1
  }
  const before = new TextDecoder().decode(text.subarray(from)).split('\ufffd')[0]!
  const column = before.replace(/"[^"]*"/g, '').split(/[,;\t]/).length
  return refuse(refusal('encoding'), { file, line, column })
}
