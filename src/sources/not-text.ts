import type { Words } from '../domain/words.ts'
import { fileType } from './file-type.ts'

const kilobyte = 1024

/** How a file begins, `?` for any byte, and what it is then. */
const beginnings: [begins: string, what: Words][] = [
  ['\x89PNG', fileType('png')],
  ['\xff\xd8\xff', fileType('jpeg')],
  ['GIF8', fileType('gif')],
  ['RIFF????WEBP', fileType('webp')],
  ['RIFF', fileType('riff')],
  ['????ftypheic', fileType('heic')],
  ['????ftypavif', fileType('avif')],
  ['????ftypM4A', fileType('m4a')],
  ['????ftyp', fileType('mp4')],
  ['\x1a\x45\xdf\xa3', fileType('webm')],
  ['ID3', fileType('mp3')],
  ['%PDF', fileType('pdf')],
  ['{\\rtf', fileType('rtf')],
  ['\xd0\xcf\x11\xe0', fileType('office')],
  ['\x1f\x8b', fileType('gzip')],
  ['Rar!', fileType('rar')],
  ['7z\xbc\xaf', fileType('sevenZip')],
]

/** Names of packed files stand uncompressed in their heads, and once more at the end of the archive. */
const packed: [names: RegExp, what: Words][] = [
  [/word\/document\.xml/, fileType('docx')],
  [/ppt\/presentation\.xml/, fileType('pptx')],
  [/opendocument\.text/, fileType('odt')],
  [/opendocument\.spreadsheet/, fileType('ods')],
  [/\[Content_Types\]|xl\/|_rels\//, fileType('xlsx')],
]

const texts: [begins: RegExp, what: Words][] = [
  [/^\s*<(!doctype|html|head|body|meta)/i, fileType('html')],
  [/^\s*<\?xml/i, fileType('xml')],
  [/^\s*(\{\s*["}]|\[\s*["{[\]])/, fileType('json')],
  [/^WEBVTT/, fileType('vtt')],
  [/^BEGIN:VCALENDAR/, fileType('ics')],
  [/^BEGIN:VCARD/, fileType('vcf')],
  [/^\s*\d\d:\d\d:\d\d\s+From\s.+:/i, fileType('chat')],
]

/** What a file is that is no table of text at all; null: it may be one. `bytes` without byte order marks. */
export function notText(bytes: Uint8Array): Words | null {
  const head = latin(bytes.subarray(0, 4 * kilobyte))
  const known = beginnings.find(([begins]) => isBegin(begins, bytes))
  if (known) return known[1]
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    const names = head + latin(bytes.subarray(-64 * kilobyte))
    return packed.find(([name]) => name.test(names))?.[1] ?? fileType('zip')
  }
  return texts.find(([begins]) => begins.test(head))?.[1] ?? null
}

function isBegin(begins: string, bytes: Uint8Array): boolean {
  return [...begins].every((sign, i) => sign === '?' || sign.charCodeAt(0) === bytes[i])
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
