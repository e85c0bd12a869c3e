import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Options, type Read, read, refusalOf, statementsOf, utc } from './zoom-files-writer.ts'

const from = Date.UTC(2026, 3, 1, 11, 58, 2)
const room = { webinar: { platform: 'zoom', platformId: '84211905573', slot: '' }, from, to: from + 63 * 60_000 }
const known = { rooms: () => [room], chosen: { platformId: '84211905573', topic: null, rooms: [room] } }
const options: Options = { timezone: 'Asia/Jerusalem', known }

const frame = [
  'Q&A Report,',
  'Report generated time,"Apr 2, 2026 9:15 AM"',
  'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Question',
  '"Ripe or not? Scoring, live",842 1190 5573,"Apr 1, 2026 11:58 AM",63,3',
  'Question Details,',
  '#,Question,Asker Name,Asker Email,Answer(s)',
]
const report = (rows: readonly string[]) => `\ufeff${[...frame, ...rows].join('\n')}\n`
const rows = [
  '1,"How much is it,\nfor 500?",Dana Levi, Dana.Levi@almond-soft.example,live answered',
  '2,Is there an API?,Anonymous Attendee,,',
  ',,,,"Yes, there is"',
  '3,כמה זה עולה?,Tom Becker,tom.becker@quince.example,Too much',
]

const askedIn = (reading: Read) =>
  statementsOf(reading, 'question.asked').map(({ person, data }) => [person?.email ?? 'nobody', data.text, data.answer])

test('a Q&A Report says who asked what, and what the host said to it', () => {
  const reading = read(report(rows))
  expect(reading.kind).toBe('zoom-qa')
  expect(reading.webinar).toEqual({
    ...{ platform: 'zoom', platformId: '84211905573', instance: `report/${Date.UTC(2026, 3, 1, 11, 58)}` },
    topic: 'Ripe or not? Scoring, live',
  })
  expect(askedIn(reading)).toEqual([
    ['dana.levi@almond-soft.example', 'How much is it,\nfor 500?', 'live answered'],
    ['nobody', 'Is there an API?', 'Yes, there is'],
    ['tom.becker@quince.example', 'כמה זה עולה?', 'Too much'],
  ])
  expect(reading.skipped).toEqual([])
  expect(reading.columns).toEqual({
    headers: ['#', 'Question', 'Asker Name', 'Asker Email', 'Answer(s)'],
    roles: { question: 'Question', email: 'Asker Email', name: 'Asker Name', time: null, answer: 'Answer(s)' },
  })
})

test('a question of which nobody says when counts as asked a minute after the start', () => {
  expect(new Set(statementsOf(read(report(rows)), 'question.asked').map(({ time }) => utc(time)))).toEqual(
    new Set(['2026-04-01T11:59:00Z']),
  )
})

test('times of questions are read like those of answers, and what cannot be read is said', () => {
  const table = `Asked at,Question,Name,Email
2026-04-01 15:10:00,How much?,Dana,dana@almond.example
later,Is there a trial?,Tom,tom@quince.example
2026-04-01 15:20,When?,Mei,mei@plum.example
`
  const reading = read(table, options)
  expect(statementsOf(reading, 'question.asked').map(({ time }) => utc(time))).toEqual([
    '2026-04-01T12:10:00Z',
    '2026-04-01T11:59:02Z',
    '2026-04-01T12:20:00Z',
  ])
  expect(reading.warnings).toEqual([
    'Times of answers were read as UTC+3, so that all lie within the webinar.',
    'When it was asked cannot be told of line 3; it counts as asked at the start.',
  ])
  const clock = table.replaceAll('2026-04-01 ', '')
  expect(read(clock, options).warnings).toEqual([
    'When it was asked cannot be told of lines 2, 3 and 4; it counts as asked at the start.',
  ])
})

const spellings: [columns: string, roles: Record<string, string>][] = [
  [
    'Question Details,Asker Name,Asker Email',
    { question: 'Question Details', name: 'Asker Name', email: 'Asker Email' },
  ],
  [
    'Question,Asked By,E-mail,Question Time',
    { question: 'Question', name: 'Asked By', email: 'E-mail', time: 'Question Time' },
  ],
  ['Name,Mail,Question,Reply', { question: 'Question', name: 'Name', email: 'Mail', answer: 'Reply' }],
  [
    'Attendee,Email Address,Question Text,Date',
    { question: 'Question Text', name: 'Attendee', email: 'Email Address', time: 'Date' },
  ],
  ['שם,מייל,שאלה,שעה,תשובה', { question: 'שאלה', name: 'שם', email: 'מייל', time: 'שעה', answer: 'תשובה' }],
  ['Имя,Почта,Вопрос,Ответ', { question: 'Вопрос', name: 'Имя', email: 'Почта', answer: 'Ответ' }],
  [
    '#,Question,Asker Name,Asker Email,Answer,Answer Name,Answer Email',
    { question: 'Question', name: 'Asker Name', email: 'Asker Email', answer: 'Answer' },
  ],
]

test.each(spellings)('the columns of %s are known by their names', (columns, roles) => {
  const cells = columns.split(',').map((_, i) => `x${i}`)
  const reading = read(`${columns}\n${cells.join(',')}\n`, options)
  const none = { question: null, name: null, email: null, time: null, answer: null }
  expect(reading.columns!.roles).toEqual({ ...none, ...roles })
})

test('columns that nobody would guess are asked for, with all their names', () => {
  const table = 'Who wanted it;Kontakt;What they wanted\nDana;dana@almond.example;How much?\n'
  const refusal = refusalOf(table, { ...options, kind: 'zoom-qa' })
  expect(refusal.message).toBe(
    'Which column holds the questions? Choose it; the columns are “Who wanted it”, “Kontakt”, “What they wanted”.',
  )
  const headers = ['Who wanted it', 'Kontakt', 'What they wanted']
  const roles = { question: null, email: null, name: null, time: null, answer: null }
  expect(refusal.details).toEqual({ file: 'report.csv', field: 'columns', headers, roles })
  const question = { question: 'what they  wanted' }
  expect(refusalOf(table, { ...options, kind: 'zoom-qa', columns: question }).message).toMatch(
    /^Which column says who asked/,
  )
  const columns = { ...question, email: 'Kontakt' }
  expect(askedIn(read(table, { ...options, kind: 'zoom-qa', columns }))).toEqual([
    ['dana@almond.example', 'How much?', ''],
  ])
})

test('questions of nobody are taken where somebody says that no column names anybody', () => {
  const table = 'Question\nHow much?\nWhy?\n'
  expect(refusalOf(table, { ...options, kind: 'zoom-qa' }).message).toMatch(/^Which column says who asked/)
  const reading = read(table, { ...options, kind: 'zoom-qa', columns: { email: '', name: '' } })
  expect(askedIn(reading)).toEqual([
    ['nobody', 'How much?', ''],
    ['nobody', 'Why?', ''],
  ])
})

test('a chosen column holds before a guessed one', () => {
  const table = 'Question,Question Details,Name,Email\nPricing,How much is it?,Dana,dana@almond.example\n'
  expect(askedIn(read(table, options))[0]![1]).toBe('Pricing')
  const details = { columns: { question: 'Question Details', name: '' } }
  expect(askedIn(read(table, { ...options, ...details }))[0]![1]).toBe('How much is it?')
})

test.each([
  [{ question: 'Fragen' }, /There is no column “Fragen” in this file\. Its columns are “Question”, “Name”/],
  [{ question: 'Question', name: 'Question' }, /The column “Question” is chosen for two things/],
  [{ questions: 'Question' }, /“questions” is nothing that a column can hold/],
])('columns that cannot be are refused: %j', (columns, words) => {
  const refusal = refusalOf('Question,Name\nWhy?,Dana\n', { ...options, columns: columns as Record<string, string> })
  expect(refusal.message).toMatch(words)
  expect(refusal.details).toMatchObject({ field: 'columns', headers: ['Question', 'Name'] })
})

test('a table of questions that does not say its webinar asks for it', () => {
  const refusal = refusalOf('Question,Name\nWhy?,Dana\n')
  expect(refusal.message).toContain('This Q&A Report does not say which webinar it is about')
  expect(refusal.details).toMatchObject({ field: 'webinar' })
})

test('rows without a question are left out with the reason, and without rows the table is refused', () => {
  const reading = read(report([...rows, '4,,Mei,mei@plum.example,', '5,--,,,']))
  expect(reading.skipped).toEqual([
    { row: 12, reason: 'it holds no question' },
    { row: 13, reason: 'it holds no question' },
  ])
  expect(refusalOf(report([])).message).toContain('There is nobody in this Q&A Report')
})

test('several tables of one report, each with its title and header, are one', () => {
  const reading = read(report([...rows.slice(0, 1), 'Open Questions,', frame.at(-1)!, ...rows.slice(3)]))
  expect(askedIn(reading)).toHaveLength(2)
  expect(reading.skipped).toEqual([])
})

test('neither the order of rows nor a row that is there twice changes what is said', () => {
  const own = [rows[0]!, rows[1]!, rows[3]!, rows[0]!, rows[3]!]
  const said = (reading: Read) => reading.statements.map((each) => JSON.stringify(each)).toSorted()
  const once = said(read(report([rows[0]!, rows[1]!, rows[3]!])))
  fc.assert(
    fc.property(fc.shuffledSubarray(own, { minLength: own.length }), (shuffled) => {
      expect(said(read(report(shuffled)))).toEqual(once)
    }),
    { numRuns: 30 },
  )
})
