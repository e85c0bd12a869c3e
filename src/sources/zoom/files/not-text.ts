const kilobyte = 1024

/** How a file begins, `?` for any byte, and what it is then. */
const beginnings: [begins: string, what: string][] = [
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['RIFF????WEBP', 'a WebP picture'],
  ['RIFF', 'a sound or video file'],
  ['????ftypheic', 'a HEIC picture'],
  ['????ftypavif', 'an AVIF picture'],
  ['????ftypM4A', 'a sound recording (M4A)'],
  ['????ftyp', 'a video recording (MP4)'],
  ['\x1a\x45\xdf\xa3', 'a video recording (WebM)'],
  ['ID3', 'a sound recording (MP3)'],
  ['%PDF', 'a PDF document'],
  ['{\\rtf', 'an RTF document'],
  ['\xd0\xcf\x11\xe0', 'an old Excel or Word file'],
  ['\x1f\x8b', 'a gzip archive'],
  ['Rar!', 'a RAR archive'],
  ['7z\xbc\xaf', 'a 7z archive'],
]

/** Names of packed files stand uncompressed in their heads, and once more at the end of the archive. */
const packed: [names: RegExp, what: string][] = [
  [/word\/document\.xml/, 'a Word document (docx)'],
  [/ppt\/presentation\.xml/, 'a PowerPoint presentation (pptx)'],
  [/opendocument\.text/, 'an OpenDocument text (odt)'],
  [/opendocument\.spreadsheet/, 'an OpenDocument spreadsheet (ods)'],
  [/\[Content_Types\]|xl\/|_rels\//, 'an Excel workbook (xlsx)'],
]

const texts: [begins: RegExp, what: string][] = [
  [/^\s*<(!doctype|html|head|body|meta)/i, 'a web page (often the sign-in page in place of the download)'],
  [/^\s*<\?xml/i, 'an XML file'],
  [/^\s*(\{\s*["}]|\[\s*["{[\]])/, 'a JSON file, as programs exchange it'],
  [/^WEBVTT/, 'the transcript of a recording (VTT)'],
  [/^BEGIN:VCALENDAR/, 'a calendar entry (ICS)'],
  [/^BEGIN:VCARD/, 'an address card (VCF)'],
  [/^\s*\d\d:\d\d:\d\d\s+From\s.+:/i, 'a chat saved from Zoom'],
]

/** What a file is that is no table of text at all; null: it may be one. `bytes` without byte order marks. */
export function notText(bytes: Uint8Array): string | null {
  const head = latin(bytes.subarray(0, 4 * kilobyte))
  const known = beginnings.find(([begins]) => isBegin(begins, bytes))
  if (known) return known[1]
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    const names = head + latin(bytes.subarray(-64 * kilobyte))
    return packed.find(([name]) => name.test(names))?.[1] ?? 'a zip archive'
  }
  return texts.find(([begins]) => begins.test(head))?.[1] ?? null
}

function isBegin(begins: string, bytes: Uint8Array): boolean {
  return [...begins].every((sign, i) => sign === '?' || sign.charCodeAt(0) === bytes[i])
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
