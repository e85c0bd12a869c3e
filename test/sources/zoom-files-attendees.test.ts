import { expect, test } from 'vitest'
import {
  attendeeHeader,
  attendeeReport,
  came,
  read,
  readFixture,
  statementsOf,
  stayedAway,
  staysOf,
  utc,
} from './zoom-files-writer.ts'

const april = readFixture('attendees-2026.csv')

test('the 2026 layout gives every stay by its own join and leave, in UTC', () => {
  expect(april.kind).toBe('zoom-attendees')
  expect(april.rows).toBe(15)
  expect(april.skipped).toEqual([])
  expect(staysOf(april)).toEqual([
    'noa.barak@ripe-orchard.example 2026-04-01T11:58:02Z to 2026-04-01T13:00:31Z',
    'noa.barak@ripe-orchard.example 2026-04-01T12:20:00Z to 2026-04-01T12:40:30Z',
    'amit.golan@ripe-orchard.example 2026-04-01T12:01:10Z to 2026-04-01T13:00:20Z',
    'lior.peled@fig-works.example 2026-04-01T12:31:00Z to 2026-04-01T13:00:25Z',
    'dana.levi@almond-soft.example 2026-04-01T12:00:05Z to 2026-04-01T12:30:10Z',
    'dana.levi@almond-soft.example 2026-04-01T12:25:00Z to 2026-04-01T13:00:30Z',
    'tom.becker@quince.example 2026-04-01T12:03:00Z to 2026-04-01T12:12:00Z',
    'tom.becker@quince.example 2026-04-01T12:13:10Z to 2026-04-01T13:00:31Z',
    'lior.peled@fig-works.example 2026-04-01T12:00:30Z to 2026-04-01T12:30:55Z',
    'yael.regev@medlar.example 2026-04-01T12:05:00Z to 2026-04-01T12:50:00Z',
    'yael.regev@medlar.example 2026-04-01T12:05:00Z to 2026-04-01T12:50:00Z',
    'sam@sloe.example 2026-04-01T12:10:00Z to 2026-04-01T12:20:00Z',
    'nobody 2026-04-01T12:02:00Z to 2026-04-01T12:45:00Z',
  ])
})

test('the 2026 layout names its webinar by the number without blanks and by the actual start', () => {
  const start = Date.UTC(2026, 3, 1, 11, 58)
  expect(april.webinar).toEqual({
    platform: 'zoom',
    platformId: '84211905573',
    instance: `report/${start}`,
    topic: 'Ripe or not? Scoring, live',
  })
  const webinar = { platform: 'zoom', platformId: '84211905573', instance: `report/${start}` }
  for (const statement of april.statements) expect(statement.webinar).toEqual(webinar)
})

test('start and end come from the actual start and duration, with the report as evidence', () => {
  const [started] = statementsOf(april, 'webinar.started')
  const [ended] = statementsOf(april, 'webinar.ended')
  expect([utc(started!.time), started!.data]).toEqual(['2026-04-01T11:58:00Z', { evidence: 'report' }])
  expect([utc(ended!.time), ended!.data]).toEqual(['2026-04-01T13:01:00Z', { evidence: 'report' }])
})

test('a duration of 0 is unknown: no end is stated', () => {
  const reading = read(
    attendeeReport({ minutes: '0', attendees: [came('Dana', 'dana@almond.example', '14:00:00', '14:30:00', 30)] }),
  )
  expect(statementsOf(reading, 'webinar.started')).toHaveLength(1)
  expect(statementsOf(reading, 'webinar.ended')).toEqual([])
})

test('topic and, where the user named one, kind are stated of the webinar', () => {
  expect(statementsOf(april, 'webinar.scheduled').map(({ data }) => data)).toEqual([
    { topic: 'Ripe or not? Scoring, live' },
  ])
  const demo = readFixture('attendees-2026.csv', { webinarKind: 'demo' })
  expect(statementsOf(demo, 'webinar.scheduled').map(({ data }) => data)).toEqual([
    { topic: 'Ripe or not? Scoring, live' },
    { kind: 'demo' },
  ])
})

test('a stay says when, under which name and by which evidence, and gives the person no profile', () => {
  const dana = statementsOf(april, 'webinar.attended').find(({ person }) => person?.email?.startsWith('dana'))!
  expect(dana).toEqual({
    id: expect.any(String),
    type: 'webinar.attended',
    time: Date.UTC(2026, 3, 1, 12, 30, 10),
    webinar: { platform: 'zoom', platformId: '84211905573', instance: expect.any(String) },
    person: { platform: 'zoom', email: 'dana.levi@almond-soft.example' },
    data: {
      joinedAt: Date.UTC(2026, 3, 1, 12, 0, 5),
      leftAt: Date.UTC(2026, 3, 1, 12, 30, 10),
      name: 'דנה לוי',
      evidence: 'report',
    },
  })
})

test('the 2020 layout has no user name and no guest column, and its rows are in no order', () => {
  const reading = readFixture('attendees-2020.csv', { timezone: 'America/New_York' })
  expect(reading.webinar.platformId).toBe('512884019')
  expect(staysOf(reading)).toEqual([
    'ruth.adler@grafting.example 2020-03-28T12:07:27Z to 2020-03-28T14:06:45Z',
    'ines.duarte@olive.example 2020-03-28T13:30:00Z to 2020-03-28T14:05:10Z',
    'ines.duarte@olive.example 2020-03-28T12:16:03Z to 2020-03-28T13:29:58Z',
    'omar.haddad@carob.example 2020-03-28T12:10:00Z to 2020-03-28T14:06:00Z',
    'kim.lund@rowan.example 2020-03-28T13:00:00Z to 2020-03-28T13:00:40Z',
  ])
  const [ines] = statementsOf(reading, 'person.registered')
  expect(ines!.profile).toEqual({
    email: 'ines.duarte@olive.example',
    firstName: 'Ines',
    lastName: 'Duarte',
    company: 'Olive SA',
  })
  expect(statementsOf(reading, 'webinar.attended')[1]!.data.name).toBe('Ines Duarte')
})

test("Zoom's own totals that do not fit the rows are one warning and nothing more", () => {
  expect(april.warnings).toEqual([])
  const reading = readFixture('attendees-2020.csv', { timezone: 'America/New_York' })
  expect(reading.skipped).toEqual([])
  expect(reading.warnings).toEqual([
    "Zoom's own totals differ from the rows, which count: 6 connections in all tables (Total Users), the rows give 5; 0 concurrent views at most, the rows give 3.",
  ])
})

test('an account with AM and PM, CRLF and no registration has the short header', () => {
  const reading = readFixture('attendees-2026-numeric.csv')
  expect(reading.warnings).toEqual([])
  expect(statementsOf(reading, 'person.registered')).toEqual([])
  expect(staysOf(reading)).toEqual([
    'noa.barak@ripe-orchard.example 2026-04-26T07:45:17Z to 2026-04-26T09:00:00Z',
    'dana.levi@almond-soft.example 2026-04-26T08:00:00Z to 2026-04-26T08:59:30Z',
    'nobody 2026-04-26T08:30:00Z to 2026-04-26T08:40:00Z',
    'mei.tanaka@persimmon.example 2026-04-26T08:45:00Z to 2026-04-26T09:00:00Z',
  ])
})

test('a file that a spreadsheet saved again, with semicolons and without seconds, is read day first', () => {
  const reading = readFixture('attendees-resaved.csv')
  expect(reading.warnings).toEqual([])
  expect(reading.webinar.topic).toBe('Ripe or not? Scoring, live')
  expect(staysOf(reading)).toEqual([
    'noa.barak@ripe-orchard.example 2026-04-01T11:58:00Z to 2026-04-01T13:00:00Z',
    'dana.levi@almond-soft.example 2026-04-01T12:00:00Z to 2026-04-01T12:30:00Z',
  ])
})

test('whoever leaves before joining is skipped, with the line and the reason; the registration is taken', () => {
  const reading = read(attendeeReport({ attendees: [came('Dana', 'dana@almond.example', '14:30:00', '14:10:00', 20)] }))
  expect(staysOf(reading)).toEqual([])
  expect(statementsOf(reading, 'person.registered')).toHaveLength(1)
  expect(reading.skipped).toEqual([
    { row: 7, reason: 'it leaves (Apr 20, 2026 14:10:00) before it joins (Apr 20, 2026 14:30:00)' },
  ])
})

test('a stay without a leave, or with a date that is none, is skipped with its reason', () => {
  const row = (joined: string, left: string) => `Yes,Dana,,,dana@almond.example,,,${joined},${left},1,Yes,Israel`
  const rows = [
    row('"Apr 20, 2026 14:00:00"', '--'),
    row('"Apr 31, 2026 14:00:00"', '"Apr 20, 2026 14:01:00"'),
    'Maybe,Dana,,,dana@almond.example,,,,,,,',
  ]
  const fine = came('Tom', 'tom@quince.example', '14:00:00', '14:10:00', 10)
  const reading = read(attendeeReport({ attendees: [...rows, fine] }))
  expect(reading.rows).toBe(4)
  expect(reading.skipped).toEqual([
    { row: 7, reason: 'the leave time is missing' },
    { row: 8, reason: 'the join time “Apr 31, 2026 14:00:00” cannot be read' },
    { row: 9, reason: 'it says neither when the person came nor when they registered' },
  ])
  expect(staysOf(reading)).toHaveLength(1)
})

test("a stay counts by join and leave even where Zoom's minutes disagree, which is a warning", () => {
  const reading = read(attendeeReport({ attendees: [came('Dana', 'dana@almond.example', '14:00:00', '14:10:01', 10)] }))
  expect(staysOf(reading)).toEqual(['dana@almond.example 2026-04-20T14:00:00Z to 2026-04-20T14:10:01Z'])
  expect(reading.warnings).toEqual([
    'Join and leave do not give the minutes that Zoom prints in line 7. Join and leave count.',
  ])
})

test('minutes are rounded up: a second more than ten minutes is eleven', () => {
  expect(
    read(attendeeReport({ attendees: [came('Dana', 'dana@almond.example', '14:00:00', '14:10:01', ' 11')] })).warnings,
  ).toEqual([])
})

test('nobody in the room while it ran is worth a warning', () => {
  const reading = read(attendeeReport({ attendees: [came('Dana', 'dana@almond.example', '18:00:00', '18:10:00', 10)] }))
  expect(reading.warnings.join()).toContain('Check the time zone')
})

test('line numbers are those of the file, whatever lines the quoted cells before contain', () => {
  const header = attendeeHeader.replace('Email', 'Email,"Why\r\nnow?\nReally?"')
  const bad = 'Yes,Tom,Tom,,tom@quince.example,,,,--,"Apr 20, 2026 14:01:00",1,Yes,Israel'
  expect(read(attendeeReport({ header, attendees: [bad] })).skipped[0]!.row).toBe(9)
})

test('columns are found by their names, in whatever order they stand', () => {
  const header = 'Email,Leave Time,Join Time,Attended,Registration Time,First Name'
  const row = 'dana@almond.example,"Apr 20, 2026 14:10:00","Apr 20, 2026 14:00:00",Yes,"Apr 02, 2026 10:00:00",Dana'
  expect(staysOf(read(attendeeReport({ header, attendees: [row] })))).toEqual([
    'dana@almond.example 2026-04-20T14:00:00Z to 2026-04-20T14:10:00Z',
  ])
})

test.each(['842-1190-5573', '842 1190 5573', '84211905573', '"842\u00a01190\u00a05573"', ' 842-1190-5573 '])(
  'the webinar ID "%s" is 84211905573',
  (id) => {
    expect(read(attendeeReport({ id })).webinar.platformId).toBe('84211905573')
  },
)

test('a table that we do not know is left out with a warning', () => {
  const report = `${attendeeReport({ attendees: [came('Dana', 'dana@almond.example', '14:00:00', '14:10:00', 10)] })}Interpreter Details,\nUser Name,Email,Join Time,Leave Time\nRon,ron@loquat.example,x,y\n`
  const reading = read(report)
  expect(reading.rows).toBe(1)
  expect(reading.skipped).toEqual([])
  expect(reading.warnings).toEqual(['The table “Interpreter Details” in line 8 is not known and was left out.'])
})

test('two identical rows are two stays with two ids, and reading again gives the same ids', () => {
  const yael = statementsOf(april, 'webinar.attended').filter(({ person }) => person?.email?.startsWith('yael'))
  expect(new Set(yael.map(({ id }) => id)).size).toBe(2)
  expect(new Set(april.statements.map(({ id }) => id)).size).toBe(april.statements.length)
  expect(readFixture('attendees-2026.csv')).toEqual(april)
})

test('a later download with another time of making and more rows repeats every id', () => {
  const rows = [
    came('Dana', 'dana@almond.example', '14:00:00', '14:10:00', 10),
    stayedAway('Uri', 'uri@plum.example', 'cancelled by self'),
  ]
  const first = read(attendeeReport({ attendees: rows }))
  const more = [came('Tom', 'tom@quince.example', '14:00:00', '14:10:00', 10), ...rows]
  const later = new Map(
    read(attendeeReport({ generated: '"May 9, 2026 9:00 AM"', attendees: more })).statements.map((statement) => [
      statement.id,
      statement,
    ]),
  )
  for (const statement of first.statements) {
    const again = later.get(statement.id)
    if (statement.type === 'person.registration_cancelled') expect(utc(again!.time)).toBe('2026-05-09T09:00:00Z')
    else expect(again).toEqual(statement)
  }
})

test('two reports of one webinar ID on one day are two rooms', () => {
  const morning = read(attendeeReport({ start: '"Apr 20, 2026 9:00 AM"' }))
  const noon = read(attendeeReport({ start: '"Apr 20, 2026 12:00 PM"' }))
  expect(morning.webinar.instance).not.toBe(noon.webinar.instance)
  const ids = new Set(morning.statements.map(({ id }) => id))
  expect(noon.statements.filter(({ id }) => ids.has(id))).toEqual([])
})
