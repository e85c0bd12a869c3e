import { expect, test } from 'vitest'
import { fixture, type Options, read, refusalOf, statementsOf, utc } from './zoom-files-writer.ts'

const from = Date.UTC(2026, 3, 1, 11, 58, 2)
const room = { webinar: { platform: 'zoom', platformId: '84211905573', slot: '' }, from, to: from + 63 * 60_000 }
const rooms = () => [room]
const chosen = { platformId: '84211905573', topic: null, rooms: null }
const options: Options = { timezone: 'Asia/Jerusalem', known: { rooms, chosen } }

const header =
  '#,User Name,User Email,User ID,Submitted Date/Time,Country,City,State,"Was it worth\nyour time?","What, in your own words, is missing?"'
const survey = (
  rows: readonly string[],
  preamble: readonly string[] = ['Survey Report,', 'Report generated time,"Apr 3, 2026 9:31 AM"'],
) => `\ufeff${[...preamble, header, ...rows].join('\n')}\n`
const rows = [
  '1,Tom Becker, Tom.Becker@quince.example,1001,"Apr 1, 2026 16:02:00",Germany,Berlin,,Yes,"A price list;\nand a trial",',
  '2,Dana Levi,dana.levi@almond-soft.example,1002,"Apr 2, 2026 9:10:00",Israel,,,No,,',
  '3,Anonymous,,,"Apr 1, 2026 16:03:00",,,,Yes,',
  '4,Anonymous,,,"Apr 1, 2026 16:03:00",,,,Yes,',
]

test('a Survey Report says what each person answered after the webinar, none of it in own words', () => {
  const reading = read(survey(rows), options)
  expect(reading.kind).toBe('zoom-survey')
  const said = statementsOf(reading, 'survey.submitted')
  expect(said.map(({ person, time }) => [person?.email ?? 'nobody', utc(time)])).toEqual([
    ['tom.becker@quince.example', '2026-04-01T13:02:00Z'],
    ['dana.levi@almond-soft.example', '2026-04-02T06:10:00Z'],
    ['nobody', '2026-04-01T13:03:00Z'],
    ['nobody', '2026-04-01T13:03:00Z'],
  ])
  expect(said[0]!.data.answers).toEqual([
    { question: 'Was it worth your time?', answer: 'Yes', open: false },
    { question: 'What, in your own words, is missing?', answer: 'A price list;\nand a trial', open: false },
  ])
  expect(said[1]!.data.answers).toHaveLength(1)
  expect(new Set(said.map(({ id }) => id)).size).toBe(4)
  expect(reading.warnings).toEqual(['Rows without an e-mail address: 2. What they say is kept, and counts for nobody.'])
})

test('which answers are in own words is said with the file, and changes no id', () => {
  const before = statementsOf(read(survey(rows), options), 'survey.submitted')
  const reading = read(survey(rows), { ...options, openQuestions: ['What, in your own words, is missing?'] })
  const after = statementsOf(reading, 'survey.submitted')
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(after[0]!.data.answers.map(({ open }) => open)).toEqual([false, true])
  expect(reading.questions).toEqual([
    { text: 'Was it worth your time?', open: false },
    { text: 'What, in your own words, is missing?', open: true },
  ])
})

test('a survey asks which webinar it is about; the name of its file may say so', () => {
  const report = fixture('survey-report-2026.csv')
  const refusal = refusalOf(report)
  expect(refusal.message).toContain('This Survey Report does not say which webinar')
  expect(refusal.details).toMatchObject({ field: 'webinar' })
  const named = read(report, {
    timezone: 'Asia/Jerusalem',
    file: 'survey_84211905573.csv',
    known: { rooms, chosen: null },
  })
  expect(named.webinar).toMatchObject({ platformId: '84211905573', slot: '' })
})

test('a survey that prints its webinar is read without anything being known of it', () => {
  const about = [
    'Survey Report',
    'Topic,Webinar ID,Actual Start Time',
    'Ripe or not?,842 1190 5573,"Apr 1, 2026 11:58 AM"',
  ]
  const reading = read(survey(rows, about), { timezone: 'Asia/Jerusalem' })
  expect(reading.webinar).toMatchObject({ topic: 'Ripe or not?', instance: `report/${Date.UTC(2026, 3, 1, 11, 58)}` })
  expect(statementsOf(reading, 'survey.submitted')[0]!.id).toBe(
    statementsOf(read(survey(rows), options), 'survey.submitted')[0]!.id,
  )
})

test('without a zone it is asked for, since answers after the webinar do not show it', () => {
  expect(refusalOf(survey(rows), { ...options, timezone: undefined }).details).toMatchObject({ field: 'timezone' })
})

test('of a survey that was filled in before the webinar the zone is doubted', () => {
  const reading = read(survey(['1,Tom,tom@quince.example,1,"Apr 1, 2026 14:00:00",,,,Yes']), options)
  expect(reading.warnings).toEqual([
    'By line 5 the survey was filled in before the webinar began. Check the time zone.',
  ])
})

test('rows that are none are left out with the reason', () => {
  const reading = read(
    survey([...rows, '5,Mei,mei@plum.example,7,"Apr 1, 2026 16:09:00",,,,--,', 'Total,,,,,,,,4']),
    options,
  )
  expect(reading.skipped).toEqual([
    { row: 10, reason: 'it holds no answer' },
    { row: 11, reason: 'it does not begin with a number, as the rows of a survey do' },
  ])
})

test('a survey without people, without questions, or without its table is refused', () => {
  expect(refusalOf(survey([]), options).message).toContain('There is nobody in this Survey Report')
  const none = survey(rows).replace(/,"Was it worth(.|\n)*missing\?"/, '')
  expect(refusalOf(none, options).message).toContain('No column of this Survey Report holds answers')
  expect(refusalOf('Survey Report,\nx,y\n', options).message).toContain('“Survey Report” has no row with the names')
})
