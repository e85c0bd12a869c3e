import { expect, test } from 'vitest'
import { formats } from './printed-dates.ts'
import { type Generation, generations, pollReport, type Told } from './zoom-answers-writer.ts'
import { fixture, type Options, type Read, read, refusalOf, statementsOf, utc } from './zoom-files-writer.ts'

const start = Date.UTC(2026, 3, 1, 11, 58, 2)
const end = start + 63 * 60_000
const at = (time: string) => Date.parse(`2026-04-01T${time}Z`)
const score = 'Do you score\nyour leads?'
const tools = 'Which tools, "if any"?'
const own = 'What, in your own words, is missing?'

const told: Told[] = [
  { name: 'דנה לוי', email: ' Dana.Levi@Almond-Soft.example ', at: at('12:09:41'), answers: [[score, 'Not yet']] },
  { name: 'Tom Becker (TB)', email: 'tom.becker@quince.example', at: at('12:09:44'), answers: [[score, 'Yes, all']] },
  { name: 'Anonymous Attendee', email: '', at: at('12:09:45'), answers: [[score, 'Not yet']] },
  { name: 'Anonymous Attendee', email: '', at: at('12:09:52'), answers: [[score, 'Not yet']] },
  {
    name: 'Tom Becker (TB)',
    email: 'tom.becker@quince.example',
    at: at('12:31:00'),
    answers: [
      [tools, 'A spreadsheet;Something else; , and more'],
      [own, 'Prices, please'],
    ],
  },
  {
    name: 'Yael Regev',
    email: 'yael.regev@medlar.example',
    at: at('12:31:09'),
    answers: [
      [tools, 'Nothing'],
      [own, ''],
    ],
  },
  { name: 'דנה לוי', email: 'dana.levi@almond-soft.example', at: at('12:40:10'), answers: [[score, 'Yes, all']] },
]

const zone = 'Asia/Jerusalem'
const print = (moment: number) => formats['Apr 01, 2026 14:38:06']!(zone, moment)
const webinar = { start, minutes: 63, print, zone }
const room = { webinar: { platform: 'zoom', platformId: '84211905573', slot: '' }, from: start - 2000, to: end }
const known = { rooms: (id: string) => (id === '84211905573' ? [room] : []), chosen: null }

/** The oldest generation prints no webinar: it is chosen. */
function readOf(generation: Generation, more: Options = {}): Read {
  const chosen = { platformId: '84211905573', topic: null, rooms: [room] }
  const options = { timezone: zone, ...(generation === '2020' && { known: { ...known, chosen } }), ...more }
  return read(pollReport(generation, webinar, told), options)
}

/** Who answered what, when: all that a report says of polls. */
function answersIn(reading: Read): string[] {
  return statementsOf(reading, 'poll.answered').map(
    ({ person, time, data }) => `${person?.email ?? 'nobody'} ${utc(time)} ${data.poll}: ${data.answer}`,
  )
}

for (const generation of generations)
  test(`a Poll Report of ${generation} says who answered what, and when`, () => {
    const reading = readOf(generation)
    expect(reading.kind).toBe('zoom-polls')
    expect(answersIn(reading).toSorted()).toEqual(
      [
        'dana.levi@almond-soft.example 2026-04-01T12:09:41Z Do you score your leads?: Not yet',
        'dana.levi@almond-soft.example 2026-04-01T12:40:10Z Do you score your leads?: Yes, all',
        'nobody 2026-04-01T12:09:45Z Do you score your leads?: Not yet',
        'nobody 2026-04-01T12:09:52Z Do you score your leads?: Not yet',
        'tom.becker@quince.example 2026-04-01T12:09:44Z Do you score your leads?: Yes, all',
        'tom.becker@quince.example 2026-04-01T12:31:00Z What, in your own words, is missing?: Prices, please',
        'tom.becker@quince.example 2026-04-01T12:31:00Z Which tools, "if any"?: A spreadsheet; Something else; , and more',
        'yael.regev@medlar.example 2026-04-01T12:31:09Z Which tools, "if any"?: Nothing',
      ].toSorted(),
    )
    expect(reading.warnings).toContain(
      'Rows without an e-mail address: 2. What they say is kept, and counts for nobody.',
    )
    expect(reading.skipped).toEqual(
      generation === '2026' ? [{ row: expect.any(Number), reason: 'it holds no answer' }] : [],
    )
  })

test('all generations of one report give the same ids', () => {
  const ids = (generation: Generation) =>
    statementsOf(readOf(generation), 'poll.answered')
      .map(({ id }) => id)
      .toSorted()
  for (const generation of generations) expect(ids(generation)).toEqual(ids('2021'))
  expect(new Set(ids('2021')).size).toBe(8)
})

test('the webinar is named by its start in UTC, as an Attendee Report names it; its end is no later than there', () => {
  const reading = readOf('2021', { webinarKind: 'demo' })
  expect(reading.webinar).toEqual({
    platform: 'zoom',
    platformId: '84211905573',
    instance: `report/${start}`,
    topic: 'Ripe or not? Scoring, live',
  })
  expect(statementsOf(reading, 'webinar.scheduled').map(({ data }) => data)).toEqual([
    { topic: 'Ripe or not? Scoring, live' },
    { kind: 'demo' },
  ])
  expect(utc(statementsOf(reading, 'webinar.started')[0]!.time)).toBe('2026-04-01T11:58:02Z')
  expect(utc(statementsOf(reading, 'webinar.ended')[0]!.time)).toBe('2026-04-01T13:01:00Z')
})

test('which questions people answered in their own words is said with the file, and else none is', () => {
  const opened = (reading: Read) =>
    new Set(statementsOf(reading, 'poll.answered').flatMap(({ data }) => (data.open ? data.poll : [])))
  expect(opened(readOf('2022'))).toEqual(new Set())
  const reading = readOf('2022', { openQuestions: ['what, in your own words, is  missing?'] })
  expect(opened(reading)).toEqual(new Set([own]))
  expect(reading.questions).toEqual([
    { text: 'Do you score your leads?', open: false },
    { text: tools, open: false },
    { text: own, open: true },
  ])
  const refusal = refusalOf(pollReport('2022', webinar, told), { openQuestions: ['Why?'] })
  expect(refusal.message).toContain('does not ask “Why?”. It asks “Do you score your leads?”, ')
  expect(refusal.details).toEqual({ file: 'report.csv', field: 'openQuestion' })
})

test('the fixture of 2021 is read with its question of two lines', () => {
  const reading = read(fixture('poll-report-2021.csv'), { timezone: zone })
  expect(answersIn(reading)).toEqual([
    'tom.becker@quince.example 2026-04-01T12:09:41Z Do you score your leads?: Not yet',
  ])
})

test('a report of 2020 asks which webinar it is about, unless the name of the file or somebody says so', () => {
  const report = pollReport('2020', webinar, told)
  const refusal = refusalOf(report, { known })
  expect(refusal.message).toBe('This Poll Report does not say which webinar it is about. Choose the webinar.')
  expect(refusal.details).toEqual({ file: 'report.csv', field: 'webinar' })
  const named = read(report, { known, file: '84211905573_PollReport.csv', timezone: zone })
  expect(named.webinar.platformId).toBe('84211905573')
  expect(named.warnings[0]).toBe('The file does not print a webinar ID; 84211905573 stands in its name.')
  const chosen = { platformId: '84211905573', topic: null, rooms: null }
  expect(read(report, { known: { ...known, chosen }, timezone: zone }).webinar.slot).toBe('')
})

test('a chosen webinar that is not the printed one, or has not run, is refused', () => {
  const of = (chosen: { platformId: string; rooms: [] | null }, report = pollReport('2021', webinar, told)) =>
    refusalOf(report, { timezone: zone, known: { ...known, chosen: { topic: 'Grafting', ...chosen } } })
  expect(of({ platformId: '99999999999', rooms: null }).message).toContain(
    'This Poll Report is of the webinar 84211905573, not of 99999999999',
  )
  expect(of({ platformId: '84211905573', rooms: [] }).message).toContain('The webinar Grafting has not run yet')
  const unknown = of({ platformId: '99999999999', rooms: null }, pollReport('2020', webinar, told))
  expect(unknown.message).toContain('The webinar 99999999999 has not run yet as far as Ripen knows')
  expect(unknown.details).toMatchObject({ field: 'webinar' })
})

test('of a webinar that ran several times the one in which the answers lie is meant, else it is asked', () => {
  const next = { ...room, from: room.from + 7 * 86_400_000, to: room.to + 7 * 86_400_000 }
  const rooms = { rooms: () => [next, room], chosen: { platformId: '84211905573', topic: null, rooms: null } }
  const report = pollReport('2020', webinar, told)
  expect(statementsOf(read(report, { known: rooms, timezone: zone }), 'poll.answered')[0]!.id).toContain(
    `/${start - 2000}/`,
  )
  const refusal = refusalOf(report, { known: rooms, timezone: undefined })
  expect(refusal.message).toContain('The webinar 84211905573 ran more than once')
})

test('a report with a meeting ID is taken where Ripen knows the webinar, else the webinar is asked for', () => {
  const report = pollReport('2021', webinar, told).replace('Webinar ID', 'Meeting ID')
  expect(refusalOf(report, { timezone: zone }).message).toContain('prints a meeting ID')
  expect(answersIn(read(report, { known, timezone: zone }))).toHaveLength(8)
})

test('a webinar ID that a spreadsheet rounded is no webinar, and the webinar can be chosen', () => {
  const report = pollReport('2021', { ...webinar, id: '8.42119E+10' }, told)
  const refusal = refusalOf(report)
  expect(refusal.message).toContain('“8.42119E+10” is no webinar ID')
  expect(refusal.details).toEqual({ file: 'report.csv', field: 'webinar' })
  const chosen = { platformId: '84211905573', topic: null, rooms: null }
  expect(read(report, { timezone: zone, known: { rooms: () => [], chosen } }).webinar.platformId).toBe('84211905573')
})

test('rows that cannot be read are left out with the reason, and the others are taken', () => {
  const report = pollReport('2022', webinar, told.slice(0, 2)).concat(
    '3,Mei,mei@plum.example,soon,Yes\n4,Uri,uri@plum.example,"Apr 01, 2026 15:10:00",,\n',
    '5,Bo,bo@plum.example,"Apr 01, 2026 15:10:00",Yes,and more\n6,Cy,cy@plum,"Apr 01, 2026 15:10:00",Yes\n',
  )
  const reading = read(report, { timezone: zone })
  expect(reading.skipped).toEqual([
    { row: 11, reason: 'the submission time “soon” cannot be read' },
    { row: 12, reason: 'it holds no answer' },
    { row: 13, reason: 'it has more cells than its table has columns' },
  ])
  expect(reading.warnings).toContain(
    'What stands as e-mail address in line 14 is none; what is said there counts for nobody.',
  )
  expect(statementsOf(reading, 'poll.answered')).toHaveLength(3)
})

test('what Zoom counts for a poll and the rows do not give is said', () => {
  const report = pollReport('2025', webinar, told).replace('1,Poll 1,1,5', '1,Poll 1,1,9\n3,"Nobody, at all",1,0')
  expect(read(`${report}\n"Nobody, at all"\n`, { timezone: zone }).warnings.at(-1)).toBe(
    'Zoom counts 9 responses to “Poll 1”, the rows give 5.',
  )
})

test.each([
  ['2020', '6,Yael Regev,ya'],
  ['2021', ',"Apr 01, 2026 15:31:09","Which tools, ""if any""?"'],
  ['2022', '2,Yael Regev,yael.regev@medlar.example,"Apr 01, 2026 15:31:09"'],
  ['2026', 'yael.regev@medlar.example,"Apr 01, 2026 15:31:09","Which tools, ""if any""?"'],
] as const)('a report of %s that ends in the middle of a row is refused', (generation, cut) => {
  const whole = pollReport(generation, webinar, told)
  const broken = whole.slice(0, whole.indexOf(cut) + cut.length)
  expect(whole).toContain(cut)
  expect(refusalOf(broken, { known, timezone: zone }).message).toContain('ends in the middle of a row')
})

test('a report in which nobody answered is refused', () => {
  expect(refusalOf(pollReport('2021', webinar, [])).message).toMatch(/nobody in this Poll Report\. Zoom fills it/)
  const unanswered = [{ ...told[0]!, answers: [] }]
  expect(refusalOf(pollReport('2021', webinar, unanswered)).message).toContain('No column of this Poll Report holds')
})

test('the kind may be said, and is refused where it is another', () => {
  expect(read(pollReport('2021', webinar, told), { timezone: zone, kind: 'zoom-polls' }).kind).toBe('zoom-polls')
  const refusal = refusalOf(pollReport('2025', webinar, told), { kind: 'zoom-survey' })
  expect(refusal.message).toContain(
    'This is a Zoom Poll Report (kind zoom-polls), but it was to be read as “zoom-survey”',
  )
})
