import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refused } from '../../src/domain/refusal.ts'
import { readAmount, readCurrency } from '../../src/sources/outcomes/files/amount.ts'
import { readOutcome } from '../../src/sources/outcomes/files/outcome.ts'
import { isOutcomesFile, readOutcomesFile } from '../../src/sources/outcomes/files.ts'

const now = Date.UTC(2026, 11, 31)
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string | Uint8Array, timezone = 'Asia/Jerusalem') =>
  readOutcomesFile(typeof text === 'string' ? bytes(text) : text, { file: 'deals.csv', timezone, now })
const statements = (text: string) => read(text).outcomes.map(({ statement }) => statement)
const reasons = (text: string) => read(text).skipped.map(({ row, column, why }) => [row, column, why.text])

function refusalOf(text: string | Uint8Array): Refused {
  try {
    read(text)
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
  throw new Error('nothing was refused')
}

test('a table of won and lost deals is read, with amounts and margins in their currency', () => {
  const table = [
    'Email,Outcome,Date,Amount,Currency,Margin',
    'Dana@Kiwi.example,Closed Won,2026-03-05,"1,234.50",EUR,35%',
    'omar@kiwi.example,lost,2026-03-06 14:30,,,',
    'ines@kiwi.example,won,2026-03-07T10:00:00Z,$900,,-100',
  ].join('\n')
  expect(statements(table)).toEqual([
    {
      id: `outcome/dana%40kiwi.example/won/${Date.UTC(2026, 2, 4, 22)}`,
      ...{ type: 'deal.won', time: Date.UTC(2026, 2, 4, 22), person: { email: 'dana@kiwi.example' } },
      data: { amount: 1234.5, currency: 'EUR', margin: 432.08 },
    },
    {
      id: `outcome/omar%40kiwi.example/lost/${Date.UTC(2026, 2, 6, 12, 30)}`,
      ...{ type: 'deal.lost', time: Date.UTC(2026, 2, 6, 12, 30), person: { email: 'omar@kiwi.example' }, data: {} },
    },
    expect.objectContaining({ time: Date.UTC(2026, 2, 7, 10), data: { amount: 900, currency: 'USD', margin: -100 } }),
  ])
})

test('a spreadsheet in Hebrew and one in Russian are read, with semicolons, marks and UTF-16 too', () => {
  const hebrew =
    '\ufeffדוא"ל,תוצאה,תאריך סגירה,סכום\ndana@kiwi.example,זכייה,05.03.2026,"₪ 5,000"\nomar@kiwi.example,אבדה,06.03.2026,\n'
  const russian =
    'Электронная почта;Этап сделки;Дата закрытия;Сумма;Валюта\r\nines@kiwi.example;Успешно реализовано;25.03.2026;1 500,50;руб.\r\n'
  expect(statements(hebrew)).toMatchObject([
    { type: 'deal.won', time: Date.UTC(2026, 2, 4, 22), data: { amount: 5000, currency: 'ILS' } },
    { type: 'deal.lost', data: {} },
  ])
  expect(statements(russian)).toMatchObject([{ type: 'deal.won', data: { amount: 1500.5, currency: 'RUB' } }])
  const wide = new Uint8Array(Buffer.from(`\ufeff${russian.replaceAll(';', '\t')}`, 'utf16le'))
  expect(read(wide).outcomes).toEqual(read(russian).outcomes)
  for (const table of [hebrew, russian]) expect(isOutcomesFile(bytes(table))).toBe(true)
  expect(isOutcomesFile(wide)).toBe(true)
})

test('what a file is shows in its first row; other tables are none of outcomes', () => {
  expect(isOutcomesFile(bytes('Contact Email,Company,Deal Stage,Close_Date\n'))).toBe(true)
  expect(isOutcomesFile(bytes('"E-mail","Won","Closed at"\r\n'))).toBe(true)
  for (const other of ['', 'a,b\n1,2', 'Attendee Report\n', 'email,date\nx,y', 'email,status\n', '"email', '\u0089PNG'])
    expect([other, isOutcomesFile(bytes(other))]).toEqual([other, false])
})

test('words for won and lost in English, Hebrew and Russian, however they are written', () => {
  const won = [
    'WON',
    ' closed-won ',
    'Closed_Won',
    'closed / won',
    'Yes',
    '1',
    'זכייה',
    'כן',
    'Выиграна',
    'Да',
    'УСПЕШНО',
    'נסגר\u200f',
  ]
  const lost = ['Lost', 'CLOSED LOST', 'no', '0', 'הפסד', 'לא נסגר', 'לא', 'Отказ', 'проиграна', 'нет']
  const neither = ['open', 'negotiation', 'won or lost', '', 'בתהליך', 'в работе', '2', 'constructor']
  expect(won.map(readOutcome)).toEqual(won.map(() => 'won'))
  expect(lost.map(readOutcome)).toEqual(lost.map(() => 'lost'))
  expect(neither.map(readOutcome)).toEqual(neither.map(() => null))
})

test('amounts by hand, as people write them', () => {
  const amounts: [string, number, string | null][] = [
    ['1234', 1234, null],
    ['1,234', 1234, null],
    ['1.234', 1234, null],
    ['1,234.5', 1234.5, null],
    ['1.234,5', 1234.5, null],
    ['1 234 567,89', 1234567.89, null],
    ["1'234'567.89", 1234567.89, null],
    ['1.234.567', 1234567, null],
    ['12,34,567.5', 1234567.5, null],
    ['0.125', 0.125, null],
    ['12.5', 12.5, null],
    ['.5', 0.5, null],
    ['$1,000', 1000, 'USD'],
    ['1000 €', 1000, 'EUR'],
    ['EUR 1000', 1000, 'EUR'],
    ['₪5,000.00', 5000, 'ILS'],
    ['5000 ש"ח', 5000, 'ILS'],
    ['1 500 руб.', 1500, 'RUB'],
    ['-20', -20, null],
    ['−20 USD', -20, 'USD'],
    ['$-20', -20, 'USD'],
    ['(1,000.50)', -1000.5, null],
    ['0', 0, null],
  ]
  for (const [text, value, currency] of amounts)
    expect([text, readAmount(text)]).toEqual([text, { value, currency, percent: false }])
  expect(readAmount('35 %')).toEqual({ value: 35, currency: null, percent: true })
  for (const text of [
    '',
    'much',
    '1,23,4',
    '1.2.3',
    '1,234.567.8',
    '$',
    '1e9',
    '--5',
    '(-5)',
    '$5 EUR',
    '5.',
    '1234,567,8',
  ])
    expect([text, readAmount(text)]).toEqual([text, null])
  expect(['eur', '₪', 'NIS', 'руб', 'euro', ''].map(readCurrency)).toEqual(['EUR', 'ILS', 'ILS', 'RUB', null, null])
})

test('an amount survives being written with thousands apart, in whatever custom', () => {
  const amount = fc.tuple(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 99 }))
  const custom = fc.constantFrom([',', '.'], ['.', ','], [' ', ','], ['\u00a0', '.'], ["'", '.'])
  fc.assert(
    fc.property(amount, custom, ([whole, cents], [thousands, point]) => {
      const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, thousands!)
      const text = `${grouped}${point}${String(cents).padStart(2, '0')}`
      expect(readAmount(text)?.value).toBeCloseTo(whole + cents / 100, 2)
    }),
  )
})

test('a wrong row is left out with its line, its column and why; the rest is taken', () => {
  const table = [
    'Name,E-mail,Stage,Close date,Amount,Currency,Margin',
    'A,,won,2026-03-05,1,EUR,',
    'B,b at kiwi,won,2026-03-05,1,EUR,',
    'C,c@kiwi.example,Negotiation,2026-03-05,1,EUR,',
    'D,d@kiwi.example,won,5 of March,1,EUR,',
    'E,e@kiwi.example,won,,1,EUR,',
    'F,f@kiwi.example,won,2027-03-05,1,EUR,',
    'G,g@kiwi.example,won,2026-03-05,a lot,EUR,',
    'H,h@kiwi.example,won,2026-03-05,1,Euro,',
    'I,i@kiwi.example,won,2026-03-05,,,20%',
    'J,j@kiwi.example,won,2026-02-30,1,EUR,',
    'K,k@kiwi.example,won,2026-03-05,1,EUR,much',
    'L,l@kiwi.example,won,2026-03-05,1,EUR,0.4',
  ].join('\n')
  expect(reasons(table)).toEqual([
    [2, 2, 'the column “E-mail” is empty'],
    [3, 2, '“b at kiwi” in the column “E-mail” is no e-mail address'],
    [4, 3, '“Negotiation” in the column “Stage” is neither won nor lost'],
    [5, 4, '“5 of March” in the column “Close date” is no date'],
    [6, 4, 'the column “Close date” is empty'],
    [7, 4, '“2027-03-05” in the column “Close date” is still to come'],
    [8, 5, '“a lot” in the column “Amount” is no amount of money'],
    [9, 6, '“Euro” in the column “Currency” is no currency'],
    [10, 7, '“20%” in the column “Margin” is a share of an amount that is missing'],
    [11, 4, '“2026-02-30” in the column “Close date” is no date'],
    [12, 7, '“much” in the column “Margin” is no amount of money'],
  ])
  expect(statements(table)).toMatchObject([{ person: { email: 'l@kiwi.example' } }])
})

test('one day above 12 tells the order of all dates; where none does, or two contradict, it is asked for', () => {
  const table = (...dates: string[]) =>
    ['email,outcome,date', ...dates.map((date, at) => `p${at}@kiwi.example,won,${date}`)].join('\n')
  const days = (...dates: string[]) =>
    read(table(...dates), 'UTC').outcomes.map(({ statement }) => new Date(statement.time).toISOString().slice(0, 10))
  expect(days('04/05/2026', '25/05/2026')).toEqual(['2026-05-04', '2026-05-25'])
  expect(days('04/05/2026', '05/25/2026')).toEqual(['2026-04-05', '2026-05-25'])
  expect(days('04.05.2026', '03/03/2026')).toEqual(['2026-05-04', '2026-03-03'])
  expect(days('5 March 2026', '"Mar 6, 2026"')).toEqual(['2026-03-05', '2026-03-06'])
  expect(refusalOf(table('04/05/2026'))).toMatchObject({
    details: { line: 2, column: 3 },
    words: { key: 'outcomes.eitherOrder' },
  })
  expect(refusalOf(table('25/05/2026', '05/25/2026'))).toMatchObject({
    details: { line: 3 },
    words: { key: 'outcomes.twoOrders' },
  })
})

test('what is no table of outcomes is refused with what to do', () => {
  expect(refusalOf('name,outcome,date\nx,won,2026-03-05')).toMatchObject({
    ...{ code: 'invalid', details: { file: 'deals.csv', line: 1, column: 1 } },
    message: expect.stringMatching(
      /^The first row names no column for the e-mail address\. It may be called “email”, “e-mail”/,
    ),
  })
  expect(refusalOf('').words!.key).toBe('outcomes.empty')
  expect(refusalOf(',,\n,').words!.key).toBe('outcomes.empty')
  expect(refusalOf('%PDF-1.7').message).toMatch(/is a PDF document, not a table of outcomes/)
  expect(refusalOf('email,outcome,date\n"x@kiwi.example,won,2026-03-05').words!.key).toBe('outcomes.quoteOpen')
  const latin = new Uint8Array([...bytes('email,outcome,date\nx@kiwi.example,'), 0xe6, 0xeb])
  expect(refusalOf(latin)).toMatchObject({ details: { line: 2, column: 2 }, words: { key: 'outcomes.encoding' } })
})

test('the order of rows and rows twice change nothing; two deals of a day are two', () => {
  const rows = [
    'a@kiwi.example,won,2026-03-05,100',
    'a@kiwi.example,won,2026-03-05,250',
    'a@kiwi.example,lost,2026-03-05,',
    'b@kiwi.example,won,2026-03-05,100',
    'a@kiwi.example,won,2026-04-05,100',
  ]
  const idsOf = (lines: string[]) =>
    [
      ...new Set(statements(['email,outcome,date,amount', ...lines].join('\n')).map((each) => JSON.stringify(each))),
    ].sort()
  const ids = idsOf(rows)
  expect(ids.length).toBe(5)
  fc.assert(
    fc.property(fc.shuffledSubarray([...rows, ...rows], { minLength: 10 }), (shuffled) => {
      expect(idsOf(shuffled)).toEqual(ids)
    }),
  )
})
