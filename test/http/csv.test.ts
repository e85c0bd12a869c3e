import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, csvRow, csvStart } from '../../src/http/csv.ts'
import { attachment } from '../../src/http/file-name.ts'
import { rankingName } from '../../src/http/workspace/export/ranking-name.ts'
import { aboutFile, csvOf, exportedPerson } from './exported.ts'

const oracle = (cells: Cell[]) => stringify([cells], { record_delimiter: 'windows', escape_formulas: true })
const read = (row: string) => parse(row, { record_delimiter: '\r\n' })[0] as string[]

const hostile = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ' ', '1', 'a', '＝', 'ש', '\u202e'),
})
const texts = fc.oneof(hostile, fc.string({ unit: 'grapheme' }), fc.emailAddress())

test('a row reads back as it was written, but for the apostrophe that guards a formula', () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 2 }), (cells) => {
      const back = read(csvRow(cells, 'spreadsheet'))
      expect(back.map((cell, i) => (cell === `'${cells[i]}` ? cells[i] : cell))).toEqual(cells)
    }),
  )
})

test('whatever csv-stringify takes for a formula is guarded, and rows without one are the same byte for byte', () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 2 }), (cells) => {
      const ours = read(csvRow(cells, 'spreadsheet'))
      const theirs = read(oracle(cells))
      for (const [i, cell] of theirs.entries()) if (cell !== cells[i]) expect(ours[i]).toBe(`'${cells[i]}`)
    }),
  )
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', "'", 'é', '.') }), { minLength: 2 }),
      (cells) => {
        expect(csvRow(cells, 'spreadsheet')).toBe(oracle(cells))
      },
    ),
  )
})

const guarded = [
  '=1+1',
  '+972501234567',
  '-Anna',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\0=1',
  '  =1',
  '"=1',
  ' " =1',
  '＝1',
  '＋1',
  '－1',
  '＠A',
]
for (const text of guarded)
  test(`a spreadsheet gets ${JSON.stringify(text)} with an apostrophe before it`, () => {
    expect(read(csvRow([text, 'x'], 'spreadsheet'))[0]).toBe(`'${text}`)
  })

test('numbers are written as numbers, negative ones too, and nothing for what is not known', () => {
  expect(csvRow([-5, 0.25, null, true], 'spreadsheet')).toBe('-5,0.25,,true\r\n')
})

test('a CRM gets every value exactly as it is', () => {
  expect(csvRow(['+1 (202) 555-0100', '+972501234567', '-Anna', '=1+1', 'Dana'], 'crm')).toBe(
    '+1 (202) 555-0100,+972501234567,-Anna,=1+1,Dana\r\n',
  )
})

test('only a spreadsheet gets the mark by which Excel knows UTF-8', () => {
  expect([csvStart('spreadsheet'), csvStart('crm')]).toEqual(['\ufeff', ''])
})

const april = { topic: 'Backup security in 20 minutes', day: '2026-04-16' }

test('a file is called by topic, day and what the list is narrowed down by', () => {
  expect(rankingName(april, { temperature: 'hot' }, 'spreadsheet')).toBe(
    'Backup security in 20 minutes - 2026-04-16 - hot',
  )
  expect(rankingName(april, { attended: 'no_show', minScore: '40', q: 'Olive' }, 'crm')).toBe(
    'Backup security in 20 minutes - 2026-04-16 - no-shows - score from 40 - Olive - crm',
  )
  expect(rankingName(april, { unsubscribed: 'true' }, 'pardot')).toBe(
    'Backup security in 20 minutes - 2026-04-16 - with unsubscribed - Account Engagement',
  )
  expect(rankingName({ topic: null, day: null }, {}, 'spreadsheet')).toBe('webinar')
})

test('a name of a file in Hebrew stands in full beside one in ASCII', () => {
  const name = rankingName({ ...april, topic: 'אבטחת גיבויים (2)' }, { temperature: 'hot' }, 'spreadsheet')
  const header = attachment(name, 'csv')
  expect(header).toMatch(/^attachment; filename="\(2\) - 2026-04-16 - hot\.csv"; filename\*=UTF-8''[\w%.-]+$/)
  expect(decodeURIComponent(header.split("filename*=UTF-8''")[1]!)).toBe('אבטחת גיבויים (2) - 2026-04-16 - hot.csv')
})

test('no topic leads to another folder, breaks out of the header or hides how the file ends', () => {
  fc.assert(
    fc.property(texts, hostile, (topic, q) => {
      for (const text of [topic, `../..\\${topic}\r\nx: y"; \u202egpj.exe`]) {
        const header = attachment(rankingName({ topic: text, day: '2026-04-16' }, { q }, 'crm'), 'csv')
        expect(header).toMatch(/^attachment; filename="[^"\\/%\r\n]+\.csv"; filename\*=UTF-8''[\w%.~!-]+\.csv$/)
        expect(decodeURIComponent(header.split("filename*=UTF-8''")[1]!)).not.toMatch(/[/\\:"\p{Cc}\p{Cf}]|^\./u)
      }
    }),
  )
})

test('a spreadsheet gets a share with four decimals at most, a CRM the exact one', async () => {
  const row = exportedPerson({ attendance: { ...exportedPerson().attendance, share: 2 / 3 } })
  expect(await csvOf('spreadsheet', [row], aboutFile())).toContain(',0.6667,')
  expect(await csvOf('crm', [row], aboutFile())).toContain(`,${2 / 3},`)
})
