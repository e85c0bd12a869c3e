import { expect, test } from 'vitest'
import { stampOf } from '../../src/sources/stamp.ts'
import { Zone } from '../../src/sources/zone.ts'
import { attendeeReport, read, refusalOf, statementsOf, staysOf, utc } from './zoom-files-writer.ts'

const row = (joined: string, left: string, minutes: number | string, registered = '') =>
  `Yes,Dana,Dana,,dana@almond.example,${registered},${registered && 'approved'},${joined},${left},${minutes},Yes,Israel`

test.each([
  ['Apr 1, 2026 2:38 PM', '2026-04-01T14:38:00Z'],
  ['Apr 01, 2026 14:38:06', '2026-04-01T14:38:06Z'],
  ['April 1, 2026, 2:38:06 pm', '2026-04-01T14:38:06Z'],
  ['Apr 1, 2026 2:38\u202fPM', '2026-04-01T14:38:00Z'],
  ['Sept 9, 2026 12:00 AM', '2026-09-09T00:00:00Z'],
  ['Apr 1, 2026 12:05 PM', '2026-04-01T12:05:00Z'],
  ['1 Apr 2026 14:38', '2026-04-01T14:38:00Z'],
  ['1-Apr-26 14:38', '2026-04-01T14:38:00Z'],
  ['04/26/2026 10:45:17 AM', '2026-04-26T10:45:17Z'],
  ['26/04/2026 10:45:17', '2026-04-26T10:45:17Z'],
  ['26.04.2026 10:45', '2026-04-26T10:45:00Z'],
  ['26/4/26 9:05', '2026-04-26T09:05:00Z'],
  ['2021-01-23 13:08:11', '2021-01-23T13:08:11Z'],
  ['2021-01-23T13:08:11', '2021-01-23T13:08:11Z'],
  ['2024.4.24 13:08', '2024-04-24T13:08:00Z'],
])('"%s" is %s, whichever order the file has', (text, expected) => {
  const stamp = stampOf(text)!
  const read = new Set([stamp['month-first'], stamp['day-first']].filter((moment) => moment !== null))
  expect([...read].map(utc)).toEqual([expected])
})

test('"1/2/2021 10:10" is January 2 or February 1', () => {
  const stamp = stampOf('1/2/2021 10:10')!
  expect([utc(stamp['month-first']!), utc(stamp['day-first']!)]).toEqual([
    '2021-01-02T10:10:00Z',
    '2021-02-01T10:10:00Z',
  ])
})

test.each([
  '',
  'soon',
  '2026-04-01',
  'Feb 30, 2026 10:00',
  '13/13/2026 10:00',
  'Apr 1, 2026 25:00',
  '4/26/1899 0:00',
  '01/04-2026 10:00',
  '24. Apr. 2026',
  '2024년 4월 24일 10:00',
  '####',
])('"%s" is no date and time', (text) => {
  expect(stampOf(text)).toBeNull()
})

test('one number above 12 anywhere decides the order of the whole file', () => {
  const report = (registered: string) =>
    attendeeReport({
      generated: '05/04/2026 9:00:00 AM',
      start: '04/03/2026 2:00:00 PM',
      attendees: [row('04/03/2026 2:00:05 PM', '04/03/2026 2:30:05 PM', 30, registered)],
    })
  expect(staysOf(read(report('03/28/2026 8:00:00 AM')))).toEqual([
    'dana@almond.example 2026-04-03T14:00:05Z to 2026-04-03T14:30:05Z',
  ])
  expect(staysOf(read(report('28/02/2026 8:00:00 AM')))).toEqual([
    'dana@almond.example 2026-03-04T14:00:05Z to 2026-03-04T14:30:05Z',
  ])
})

test('the minutes decide the order when a stay runs over midnight', () => {
  const attendees = (minutes: number, joined: string, left: string) => [row(joined, left, minutes)]
  const report = (joined: string, left: string) =>
    attendeeReport({ generated: '--', start: joined, attendees: attendees(60, joined, left) })
  expect(staysOf(read(report('04/05/2026 23:30:00', '04/06/2026 00:30:00')))).toEqual([
    'dana@almond.example 2026-04-05T23:30:00Z to 2026-04-06T00:30:00Z',
  ])
  expect(staysOf(read(report('04/05/2026 23:30:00', '05/05/2026 00:30:00')))).toEqual([
    'dana@almond.example 2026-05-04T23:30:00Z to 2026-05-05T00:30:00Z',
  ])
})

test('the time of making decides the order: nothing in a report is later', () => {
  const report = attendeeReport({
    generated: '04/05/2026 9:00',
    start: '04/04/2026 14:00',
    attendees: [row('04/04/2026 14:00', '04/04/2026 14:30', 30, '03/05/2026 10:00')],
  })
  const [registered] = statementsOf(read(report), 'person.registered')
  expect(utc(registered!.time)).toBe('2026-03-05T10:00:00Z')
})

test('the time of making decides even if some registered long after the webinar', () => {
  const stays = Array.from({ length: 9 }, () => row('04/03/2026 14:00', '04/03/2026 14:30', 30))
  const late = row('04/03/2026 14:00', '04/03/2026 14:30', 30, '08/08/2026 10:00')
  const report = attendeeReport({
    generated: '05/01/2026 9:00',
    start: '04/03/2026 14:00',
    attendees: [...stays, late],
  })
  expect(staysOf(read(report))[0]).toContain('2026-04-03T14:00:00Z')
})

test('the actual start decides the order where people joined after midnight', () => {
  const report = (start: string, joined: string) =>
    attendeeReport({
      generated: '--',
      start: `${start} 23:30`,
      attendees: [row(`${joined} 0:10`, `${joined} 0:20`, 10)],
    })
  expect(staysOf(read(report('04/05/2026', '04/06/2026')))[0]).toContain('2026-04-06T00:10:00Z')
  expect(staysOf(read(report('04/05/2026', '05/05/2026')))[0]).toContain('2026-05-05T00:10:00Z')
})

test('registering before the webinar decides the order where nothing else does', () => {
  const report = (registered: string) =>
    attendeeReport({
      generated: '--',
      start: '05/04/2026 14:00',
      attendees: [row('05/04/2026 14:00', '05/04/2026 14:30', 30, registered)],
    })
  expect(staysOf(read(report('12/03/2026 10:00')))[0]).toContain('2026-04-05T14:00:00Z')
  expect(staysOf(read(report('04/12/2026 10:00')))[0]).toContain('2026-05-04T14:00:00Z')
})

test('an order that nothing in the file decides is refused, with what to do', () => {
  const refusal = refusalOf(
    attendeeReport({
      generated: '12/12/2026 9:00',
      start: '04/05/2026 14:00',
      attendees: [row('04/05/2026 14:00', '04/05/2026 14:30', 30)],
    }),
  )
  expect(refusal.code).toBe('invalid')
  expect(refusal.message).toMatch(
    /month\/day or as day\/month.*04\/05\/2026 14:00.*English \(United States\).*download the report again/s,
  )
  expect(refusal.details).toEqual({ file: 'report.csv', line: 4, column: 3 })
})

test('where both orders mean the same days there is nothing to decide', () => {
  const report = attendeeReport({
    generated: '--',
    start: '04/04/2026 14:00',
    attendees: [row('04/04/2026 14:00', '04/04/2026 14:30', 30)],
  })
  expect(staysOf(read(report))).toEqual(['dana@almond.example 2026-04-04T14:00:00Z to 2026-04-04T14:30:00Z'])
})

test('a file with both orders is refused, with both lines', () => {
  const refusal = refusalOf(
    attendeeReport({
      start: '04/20/2026 14:00',
      attendees: [row('20/04/2026 14:00', '20/04/2026 14:30', 30)],
    }),
  )
  expect(refusal.message).toMatch(
    /“04\/20\/2026 14:00” in line 4.*month\/day.*“20\/04\/2026 14:00” in line 7.*day\/month/,
  )
  expect(refusal.details).toEqual({ file: 'report.csv', line: 7, column: 8 })
})

test('dates in no known way of writing are refused as a whole, with the first of them', () => {
  const refusal = refusalOf(
    attendeeReport({
      generated: '2026년 4월 21일 9:00',
      start: '2026년 4월 20일 14:00',
      attendees: [row('2026년 4월 20일 14:00', '2026년 4월 20일 14:30', 30)],
    }),
  )
  expect(refusal.message).toMatch(/“2026년 4월 21일 9:00” is no date.*language of the Zoom web portal to English/)
  expect(refusal.details).toEqual({ file: 'report.csv', line: 2, column: 2 })
})

test('a report whose actual start cannot be read is refused', () => {
  const refusal = refusalOf(
    attendeeReport({ start: '########', attendees: [row('"Apr 20, 2026 14:00:00"', '"Apr 20, 2026 14:30:00"', 30)] }),
  )
  expect(refusal.message).toContain('the actual start time “########” cannot be read')
  expect(refusal.details).toEqual({ file: 'report.csv', line: 4, column: 3 })
})

test('without a time zone the file is refused with the question for it', () => {
  for (const timezone of [undefined, '', ' ']) {
    const refusal = refusalOf(attendeeReport({}), { timezone })
    expect(refusal.message).toMatch(/^Which time zone/)
    expect(refusal.details).toEqual({ file: 'report.csv', field: 'timezone' })
  }
})

test('an unknown time zone is refused in words', () => {
  const refusal = refusalOf(attendeeReport({}), { timezone: 'Israel Standard Time' })
  expect(refusal.message).toMatch(/no time zone “Israel Standard Time”.*Asia\/Jerusalem/)
  expect(refusal.details).toEqual({ file: 'report.csv', field: 'timezone' })
})

test.each([
  ['Asia/Jerusalem', '2026-03-26T23:59', ['2026-03-26T21:59:00Z']],
  ['Asia/Jerusalem', '2026-03-27T03:00', ['2026-03-27T00:00:00Z']],
  ['America/New_York', '2026-11-01T01:30', ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z']],
  ['America/New_York', '2026-11-01T02:00', ['2026-11-01T07:00:00Z']],
  ['Australia/Lord_Howe', '2026-04-05T01:45', ['2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z']],
  ['Asia/Kolkata', '2026-04-05T01:45', ['2026-04-04T20:15:00Z']],
  ['UTC', '2026-04-05T01:45', ['2026-04-05T01:45:00Z']],
])('in %s the clock showed %s at %j', (zone, wall, moments) => {
  expect(new Zone(zone).momentsOf(Date.parse(`${wall}:00Z`)).map(utc)).toEqual(moments)
})

test('a time that was skipped when the clock was put forward moves forward', () => {
  expect(new Zone('Asia/Jerusalem').momentsOf(Date.UTC(2026, 2, 27, 2, 30)).map(utc)).toEqual(['2026-03-27T00:30:00Z'])
  expect(new Zone('America/New_York').momentsOf(Date.UTC(2026, 2, 8, 2, 30)).map(utc)).toEqual(['2026-03-08T07:30:00Z'])
})

const night = (rows: string[], start = '"Nov 01, 2026 12:30 AM"', minutes = '180') =>
  staysOf(
    read(attendeeReport({ generated: '"Nov 2, 2026 9:00 AM"', start, minutes, attendees: rows }), {
      timezone: 'America/New_York',
    }),
  )
const at = (time: string) => `"Nov 01, 2026 ${time}"`

test('in the hour that the clock showed twice, the minutes tell which one was meant', () => {
  expect(
    night([
      row(at('00:50:00'), at('01:10:00'), 20),
      row(at('00:50:00'), at('01:10:00'), 80),
      row(at('01:10:00'), at('02:05:00'), 115),
      row(at('01:10:00'), at('02:05:00'), 55),
      row(at('01:50:00'), at('01:10:00'), 20),
    ]),
  ).toEqual([
    'dana@almond.example 2026-11-01T04:50:00Z to 2026-11-01T05:10:00Z',
    'dana@almond.example 2026-11-01T04:50:00Z to 2026-11-01T06:10:00Z',
    'dana@almond.example 2026-11-01T05:10:00Z to 2026-11-01T07:05:00Z',
    'dana@almond.example 2026-11-01T06:10:00Z to 2026-11-01T07:05:00Z',
    'dana@almond.example 2026-11-01T05:50:00Z to 2026-11-01T06:10:00Z',
  ])
})

test('in the hour that the clock showed twice, the first is meant where nothing tells, else the one within the running time', () => {
  expect(night([row(at('01:10:00'), at('01:20:00'), 10)])).toEqual([
    'dana@almond.example 2026-11-01T05:10:00Z to 2026-11-01T05:20:00Z',
  ])
  expect(night([row(at('01:50:00'), at('01:10:00'), '--')])).toEqual([
    'dana@almond.example 2026-11-01T05:50:00Z to 2026-11-01T06:10:00Z',
  ])
  expect(night([row(at('01:10:00'), at('01:20:00'), 10)], '"Nov 01, 2026 2:00 AM"', '60')).toHaveLength(1)
  expect(
    night(
      [row(at('01:10:00'), at('01:20:00'), 10), row(at('01:05:00'), at('02:00:00'), 55)],
      '"Nov 01, 2026 1:05 AM"',
      '55',
    ),
  ).toEqual([
    'dana@almond.example 2026-11-01T06:10:00Z to 2026-11-01T06:20:00Z',
    'dana@almond.example 2026-11-01T06:05:00Z to 2026-11-01T07:00:00Z',
  ])
})
