import { inflateRawSync } from 'node:zlib'

/** The files in an archive, found by its directory as a reader of ZIP does, each checked by its size and checksum. */
export function unzipped(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes)
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files = new Map<string, string>()
  let at = buffer.readUInt32LE(end + 16)
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    const [crc, packed, whole] = [16, 20, 24].map((place) => buffer.readUInt32LE(at + place)) as [
      number,
      number,
      number,
    ]
    const [name, extra, comment] = [28, 30, 32].map((place) => buffer.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const local = buffer.readUInt32LE(at + 42)
    const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)
    const text = inflateRawSync(buffer.subarray(from, from + packed))
    const path = buffer.toString('utf8', at + 46, at + 46 + name)
    if (text.length !== whole || checksum(text) !== crc) throw new Error(`${path} is broken`)
    const follows = [4, 8, 12].map((place) => buffer.readUInt32LE(from + packed + place))
    if (String(follows) !== String([crc, packed, whole])) throw new Error(`behind ${path} stands another size`)
    files.set(path, text.toString('utf8'))
    at += 46 + name + extra + comment
  }
  return files
}

/** The checksum of ZIP, bit by bit. */
export function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  return ~rest >>> 0
}

/** The cells of a sheet, row by row; numbers as numbers, what is empty as null. */
export function cellsOf(sheet: string): (string | number | null)[][] {
  return [...sheet.matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)].map(([, number, row]) => {
    const cells: (string | number | null)[] = []
    const found = row!.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*?(?: t="(\w+)")?>(.*?)<\/c>/gs)
    for (const [, letters, of, type, content] of found) {
      if (of !== number) throw new Error(`${letters}${of} stands in row ${number}`)
      const at = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      while (cells.length < at) cells.push(null)
      const inner = content!.replace(/<[^>]*>/g, '')
      cells.push(type === 'inlineStr' ? readText(inner) : Number(inner))
    }
    return cells
  })
}

const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/** As Excel reads a text of XML: an XML reader would refuse what is not allowed in it. */
function readText(xml: string): string {
  if (/(?![\t\n])\p{Cc}|[\ufffe\uffff]/u.test(xml) || !xml.isWellFormed()) throw new Error('no XML 1.0')
  return xml
    .replace(/&\w+;/g, (sign) => signs[sign]!)
    .replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}
