import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../../src/http/csv.ts'
import { crc32 } from '../../src/http/xlsx/crc32.ts'
import { workbookEntries } from '../../src/http/xlsx/workbook.ts'
import { xlsxDownload } from '../../src/http/xlsx/xlsx-download.ts'
import { xmlText } from '../../src/http/xlsx/xml-text.ts'
import { cellsOf, checksum, unzipped } from './xlsx-file.ts'

const properties = { title: 'Ripe & ready', madeAt: '2026-04-20T08:00:00.000Z', about: { 'Ripen model version': '3' } }

function bookOf(rows: Iterable<Cell[]>, rightToLeft = false) {
  const columns = [
    { heading: 'Name', width: 24 },
    { heading: 'Score', width: 9 },
  ]
  return { tables: [{ name: 'Ranking', columns, rows }], properties, rightToLeft }
}

async function filesOf(rows: Iterable<Cell[]>, rightToLeft = false) {
  const response = xlsxDownload(bookOf(rows, rightToLeft), 'x', () => {})
  return unzipped(new Uint8Array(await response.arrayBuffer()))
}

const nasty = [
  ...['=cmd()', '+972501234567', '-Anna', '@SUM(A1)', 'דנה "לוי" <b>&amp;</b>', '\u202egpj.exe', '😀', 'a\0b\x1f\x08'],
  ...[' around ', 'a\r\nb\tc', '_x0041_', '_X005f_x', '\ufffe\uffff', ']]>', '00123', '1e5'],
]

test('every text reads back as it was, whatever is in it, and numbers as numbers', async () => {
  const files = await filesOf(nasty.map((text, at) => [text, at - 2.5]))
  expect(cellsOf(files.get('xl/worksheets/sheet1.xml')!)).toEqual([
    ['Name', 'Score'],
    ...nasty.map((text, at) => [text, at - 2.5]),
  ])
})

test('any text reads back, but for halves of signs and what is beyond the length of a cell', async () => {
  const unit = fc.constantFrom('_', 'x', '0', '4', '1', 'A', '&', '<', ' ', '\0', '\r', '\n', 'ש', '😀', '\ud800')
  const texts = fc.array(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(texts, async (cells) => {
      const files = await filesOf(cells.map((text) => [`.${text}`, 1]))
      const read = cellsOf(files.get('xl/worksheets/sheet1.xml')!).slice(1)
      expect(read).toEqual(cells.map((text) => [`.${text.toWellFormed()}`, 1]))
    }),
    { numRuns: 50 },
  )
  expect(xmlText('x'.repeat(40_000))).toHaveLength(32_767)
  expect(xmlText(`${'x'.repeat(32_766)}😀`)).toBe('x'.repeat(32_766))
})

test('what is not known is no cell, and what stands behind it stays in its column', async () => {
  const files = await filesOf([[null, 7]])
  expect(cellsOf(files.get('xl/worksheets/sheet1.xml')!)[1]).toEqual([null, 7])
})

test('the heading is frozen and bold, columns have their widths, and a sheet in Hebrew runs from right to left', async () => {
  const [left, right] = [await filesOf([]), await filesOf([], true)].map(
    (files) => files.get('xl/worksheets/sheet1.xml')!,
  ) as [string, string]
  expect(left).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
  expect(left).toContain('<col min="1" max="1" width="24" customWidth="1"/>')
  expect(left).toContain('<c r="A1" s="1" t="inlineStr">')
  expect([left.includes('rightToLeft'), right.includes('<sheetView rightToLeft="1"')]).toEqual([false, true])
})

test('a moment and a share are numbers that the sheet shows as such', async () => {
  const columns = [
    { heading: 'When', width: 17, shows: 'moment' as const },
    { heading: 'Share', width: 9, shows: 'share' as const },
  ]
  const book = { tables: [{ name: 'Ranking', columns, rows: [[46_132.5, 0.85]] }], properties, rightToLeft: false }
  const files = unzipped(new Uint8Array(await xlsxDownload(book, 'x', () => {}).arrayBuffer()))
  expect(files.get('xl/worksheets/sheet1.xml')).toContain(
    '<c r="A2" s="2"><v>46132.5</v></c><c r="B2" s="3"><v>0.85</v></c>',
  )
  const styles = files.get('xl/styles.xml')!
  const formats = [...styles.matchAll(/<xf numFmtId="(\d+)"[^>]* xfId="0"/g)].map(([, format]) => format)
  expect(formats).toEqual(['0', '0', '164', '9'])
  expect(styles).toContain('<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>')
})

test('every part that the archive holds is announced, and every part that is announced is there', async () => {
  const files = await filesOf([['Dana', 1]])
  const parts = [...files.keys()].filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml')
  const announced = [...files.get('[Content_Types].xml')!.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name)
  expect(announced.sort()).toEqual(parts.sort())
  const links = [...files.entries()].flatMap(([name, text]) =>
    name.endsWith('.rels')
      ? [...text.matchAll(/Target="([^"]+)"/g)].map(([, to]) => name.replace('_rels/', '').replace(/[^/]*$/, '') + to)
      : [],
  )
  expect(links.sort()).toEqual(parts.sort())
  expect(files.get('docProps/core.xml')).toContain('<dc:title>Ripe &amp; ready</dc:title>')
  expect(files.get('docProps/custom.xml')).toContain('name="Ripen model version"><vt:lpwstr>3<')
})

test('a hundred thousand rows go out in pieces, and only those are made that somebody reads', async () => {
  let made = 0
  function* rows(): Generator<Cell[]> {
    for (; made < 100_000; made++) yield [`Person ${made}`, made]
  }
  const reader = xlsxDownload(bookOf(rows()), 'x', () => {}).body!.getReader()
  const pieces: Uint8Array[] = []
  let ahead = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value)
    if (pieces.length === 12) ahead = made
  }
  expect(ahead).toBeLessThan(50_000)
  const sheet = unzipped(Buffer.concat(pieces)).get('xl/worksheets/sheet1.xml')!
  expect(sheet.match(/<row /g)).toHaveLength(100_001)
  expect(sheet).toContain('<c r="A100001" t="inlineStr"><is><t xml:space="preserve">Person 99999</t>')
})

test('whoever stops reading ends the making of the rows', async () => {
  let ended = 0
  function* rows(): Generator<Cell[]> {
    try {
      for (let at = 0; at < 1_000_000; at++) yield ['x'.repeat(1_000), at]
    } finally {
      ended++
    }
  }
  let closed = 0
  const reader = xlsxDownload(bookOf(rows()), 'x', () => closed++).body!.getReader()
  for (let piece = 0; piece < 15; piece++) await reader.read()
  await reader.cancel()
  expect([ended, closed]).toEqual([1, 1])
})

test('what breaks while the rows are read breaks the download off', async () => {
  function* rows(): Generator<Cell[]> {
    yield ['the first']
    throw new Error('another version of the model')
  }
  await expect(xlsxDownload(bookOf(rows()), 'x', () => {}).arrayBuffer()).rejects.toThrow('another version')
})

test('more people than a sheet of Excel holds go on in the next one', () => {
  function* rows(): Generator<Cell[]> {
    for (let at = 0; at < 1_048_577; at++) yield [null, null]
  }
  const sheets: [string, number][] = []
  for (const { name, text } of workbookEntries(bookOf(rows()))) {
    let made = 0
    for (const piece of text) if (piece.startsWith('<row ')) made++
    if (made > 0) sheets.push([name, made])
  }
  expect(sheets).toEqual([
    ['xl/worksheets/sheet1.xml', 1_048_576],
    ['xl/worksheets/sheet2.xml', 3],
  ])
})

test('the checksum is that of ZIP, in one piece or in many', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (pieces) => {
      const whole = Buffer.concat(pieces)
      expect(pieces.reduce((sum, piece) => crc32(piece, sum), 0)).toBe(checksum(whole))
    }),
  )
})
