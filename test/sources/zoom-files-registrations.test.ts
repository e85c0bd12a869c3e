import { expect, test } from 'vitest'
import { attendeeReport, read, readFixture, statementsOf, stayedAway, utc } from './zoom-files-writer.ts'

const april = readFixture('registrations-2026.csv')

function registrationReport(rows: string[], about = 'Grafting,842 1190 5573,"Apr 20, 2026 2:00 PM",60'): string {
  return [
    'Registration Report,',
    'Report generated time,"Apr 21, 2026 9:00 AM"',
    'Topic,Webinar ID,Scheduled Time,Duration (minutes)',
    about,
    'Attendee Details,',
    'First Name,Last Name,Email,Registration Time,Approval Status',
    ...rows,
    '',
  ].join('\n')
}

const signedUp = (email: string, status = 'approved') => `Dana,Levi,${email},"Apr 02, 2026 10:00:00",${status},`

test('the Registration Report names its webinar by the number and the scheduled time', () => {
  expect(april.kind).toBe('zoom-registrations')
  expect(april.webinar).toEqual({
    platform: 'zoom',
    platformId: '84211905573',
    at: Date.UTC(2026, 3, 1, 12),
    topic: 'Ripe or not? Scoring, live',
  })
  expect(april.warnings).toEqual([])
  expect(april.skipped).toEqual([])
  expect(april.rows).toBe(4)
})

test('the Registration Report states the schedule, with the kind that the user named', () => {
  const said = statementsOf(readFixture('registrations-2026.csv', { webinarKind: 'demo' }), 'webinar.scheduled')
  expect(said.map(({ data }) => data)).toEqual([
    { startsAt: Date.UTC(2026, 3, 1, 12), durationMinutes: 60, topic: 'Ripe or not? Scoring, live' },
    { kind: 'demo' },
  ])
  for (const { webinar } of said)
    expect(webinar).toEqual({ platform: 'zoom', platformId: '84211905573', at: Date.UTC(2026, 3, 1, 12) })
})

test('the Registration Report says nothing about when the webinar ran', () => {
  expect(statementsOf(april, 'webinar.started')).toEqual([])
  expect(statementsOf(april, 'webinar.ended')).toEqual([])
})

test('every row is a registration with what the form asked', () => {
  const registrations = statementsOf(april, 'person.registered')
  expect(registrations.map(({ person, time, data }) => [person!.email, utc(time), data.status])).toEqual([
    ['dana.levi@almond-soft.example', '2026-03-17T07:12:44Z', 'approved'],
    ['mei.tanaka@persimmon.example', '2026-03-28T04:01:59Z', 'approved'],
    ['uri.shaked@plum.example', '2026-03-29T17:15:00Z', 'approved'],
    ['pia.wolf@sorb.example', '2026-03-30T08:59:59.999Z', 'pending'],
  ])
  expect(registrations[0]!.profile).toEqual({
    email: 'dana.levi@almond-soft.example',
    firstName: 'דנה',
    lastName: 'לוי',
    phone: '+972 52-000-0101',
    company: 'Almond Soft, Ltd.',
    jobTitle: 'Head of Marketing',
    country: 'Israel',
    attributes: { 'Source Name': 'LinkedIn', 'Attendance Type': 'Virtual' },
  })
  expect(registrations[0]!.data.question).toBe('Does it read Zoom reports?')
})

test('who cancelled has cancelled by the time the report was made, though Zoom counts it as denied', () => {
  const cancelled = statementsOf(april, 'person.registration_cancelled')
  expect(cancelled.map(({ person, time }) => [person!.email, utc(time)])).toEqual([
    ['uri.shaked@plum.example', '2026-04-02T06:20:00Z'],
  ])
  expect(statementsOf(april, 'person.registration_denied')).toEqual([])
})

test('the webinar ID may stand under the name ID', () => {
  const text = registrationReport([signedUp('dana@almond.example')]).replace('Webinar ID', 'ID')
  expect(read(text).webinar.platformId).toBe('84211905573')
})

test('without a scheduled time the registration is for whichever occurrence comes next', () => {
  const reading = read(registrationReport([signedUp('dana@almond.example')], 'Grafting,842 1190 5573,--,0'))
  expect(reading.webinar).toEqual({ platform: 'zoom', platformId: '84211905573', topic: 'Grafting' })
  expect(statementsOf(reading, 'webinar.scheduled')[0]!.data).toEqual({ topic: 'Grafting' })
})

test('a row without a usable address or registration time is skipped with its line and reason', () => {
  const rows = [
    signedUp(''),
    signedUp('dana'),
    'Dana,Levi,dana@almond.example,soon,approved,',
    signedUp('mei@persimmon.example'),
    signedUp('tom@quince.example'),
  ]
  const reading = read(registrationReport(rows))
  expect(reading.rows).toBe(5)
  expect(reading.skipped).toEqual([
    { row: 7, reason: 'the e-mail address is missing' },
    { row: 8, reason: '“dana” is no e-mail address' },
    { row: 9, reason: 'the registration time “soon” cannot be read' },
  ])
  expect(statementsOf(reading, 'person.registered')).toHaveLength(2)
})

test('the same row twice is one registration', () => {
  const row = signedUp('dana@almond.example')
  expect(statementsOf(read(registrationReport([row, row])), 'person.registered')).toHaveLength(1)
})

test('a later download repeats the ids of every registration and cancellation', () => {
  const rows = [signedUp('dana@almond.example'), signedUp('uri@plum.example', 'cancelled by self')]
  const first = read(registrationReport(rows))
  const later = read(registrationReport(rows).replace('Apr 21, 2026', 'May 21, 2026'))
  expect(later.statements.map(({ id }) => id)).toEqual(first.statements.map(({ id }) => id))
})

test('the two reports of one webinar give no statement the same id, even if it started on time', () => {
  const signUp = stayedAway('Dana', 'dana@almond.example')
  const ids = new Set(read(attendeeReport({ attendees: [signUp] })).statements.map(({ id }) => id))
  const both = read(registrationReport([signedUp('dana@almond.example')])).statements
  expect(both).toHaveLength(2)
  expect(both.filter(({ id }) => ids.has(id))).toEqual([])
})

test("a total of Zoom's that fits in no way is a warning", () => {
  const text = registrationReport(
    [signedUp('dana@almond.example')],
    'Grafting,842 1190 5573,"Apr 20, 2026 2:00 PM",60, 7',
  ).replace('Duration (minutes)', 'Duration (minutes),# Registrants')
  expect(read(text).warnings).toEqual([
    "Zoom's own totals differ from the rows, which count: 7 registrants, the rows give 1.",
  ])
})
