const utf16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
]
const utf8Mark = [0xef, 0xbb, 0xbf]

/** Without the byte order marks of UTF-8; some files have two. */
export function withoutMarks(bytes: Uint8Array): Uint8Array {
  let text = bytes
  while (beginsWith(text, utf8Mark)) text = text.subarray(utf8Mark.length)
  return text
}

/** Nothing but blanks and control characters. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20)
}

/** UTF-16 with a mark or without, as a spreadsheet saves “Unicode text”. */
export function isUtf16(bytes: Uint8Array): boolean {
  return utf16.some((mark) => beginsWith(bytes, mark)) || isUtf16WithoutMark(bytes)
}

/** UTF-16 as UTF-8. */
export function fromUtf16(bytes: Uint8Array): Uint8Array {
  const bigEndian = beginsWith(bytes, utf16[1]!) || (bytes[0] === 0 && bytes[1] !== 0)
  return new TextEncoder().encode(new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(bytes))
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Where a table in another encoding first shows it: line and cell from 1. */
export function placeOfWrongByte(text: Uint8Array): { line: number; column: number } {
  let line = 1
  let from = 0
  for (let to = text.indexOf(10); to >= 0 && isUtf8(text.subarray(from, to)); to = text.indexOf(10, from)) {
    line++
    from = to + 1
  }
  const before = new TextDecoder().decode(text.subarray(from)).split('\ufffd')[0]!
  return { line, column: before.replace(/"[^"]*"/g, '').split(/[,;\t]/).length }
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
