import { download, refuse, refuseEmpty } from './refuse.ts'

const magics: [what: string, bytes: number[]][] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a WebP picture', [0x52, 0x49, 0x46, 0x46]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['an old Excel or Word file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a gzip archive', [0x1f, 0x8b]],
]

const zip = [0x50, 0x4b, 0x03, 0x04]
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
  for (const [what, magic] of magics) {
    if (beginsWith(text, magic)) refuse(`The file is ${what}, not a Zoom report. ${download}.`, start)
  }
  if (/^\s*<(!doctype|html|\?xml)/i.test(latin(text.subarray(0, 200)))) {
    refuse(
      `The file is a web page (often the sign-in page in place of the download), not a Zoom report. ${download}.`,
      start,
    )
  }
  if (beginsWith(text, zip))
    refuse(`The file is ${zipped(text)}, not a Zoom report. ${download}, and do not pack or re-save it.`, start)
  if (utf16.some((mark) => beginsWith(text, mark)) || isUtf16WithoutMark(text)) {
    refuse(
      `The file is in UTF-16 (“Unicode text”), as a spreadsheet saves it. ${download}, or save it as “CSV UTF-8”.`,
      start,
    )
  }
  return isUtf8(text) ? text : refuseEncoding(text, file)
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

/** Names of the packed files stand uncompressed in their heads. */
function zipped(bytes: Uint8Array): string {
  return /\[Content_Types\]|xl\/|_rels\//.test(latin(bytes.subarray(0, 4096)))
    ? 'an Excel workbook (xlsx)'
    : 'a zip archive'
}

function isUtf16WithoutMark(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64)
  let zeros = 0
  for (const byte of head) if (byte === 0) zeros++
  return head.length >= 8 && zeros >= head.length * 0.4
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
  return refuse(
    'The file is not in UTF-8: names would come out wrong. It was probably saved again by a spreadsheet (in Windows-1255, Windows-1252 or the like). ' +
      `${download}, and do not open and save it on the way; or save it as “CSV UTF-8”.`,
    { file, line, column },
  )
}
