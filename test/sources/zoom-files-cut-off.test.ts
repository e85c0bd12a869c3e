import { expect, test } from 'vitest'
import { attendeeReport, came, fixture, read, refusalOf, stayedAway } from './zoom-files-writer.ts'

const rows = ['Dana', 'Tom', 'Uri'].map((name) => came(name, `${name}@almond.example`, '14:00:00', '14:10:00', 10))
const whole = attendeeReport({ hosts: ['Yes,Noa,noa@ripe.example,--,--,--,No,Israel'], attendees: rows })
const upTo = (text: string, part: string) => text.slice(0, text.indexOf(part))

test.each(['Attendee Details', 'ee Details', 'Host Details', ',\nAttended,User Name (Original Name),First'])(
  'an Attendee Report that ends before its table of attendees is refused: at “%s”',
  (part) => {
    expect(refusalOf(upTo(whole, part)).message).toBe(
      'This file ends before its table of attendees: it is cut off. Download it again from Zoom.',
    )
  },
)

test('a Registration Report that ends before its table of registrants is refused', () => {
  const text = new TextDecoder().decode(fixture('registrations-2026.csv'))
  expect(refusalOf(upTo(text, 'Attendee Details')).message).toContain('ends before its table of registrants')
})

test.each(['attendees-2026.csv', 'attendees-2020.csv', 'registrations-2026.csv'])(
  '%s that ends within a row is refused, wherever the row ends',
  (file) => {
    const text = new TextDecoder().decode(fixture(file)).trimEnd()
    const last = text.lastIndexOf('\n') + 1
    for (let end = last + 1; end < last + (text.length - last) * 0.6; end++) {
      expect(refusalOf(text.slice(0, end)).message).toMatch(/cut off/)
    }
  },
)

test('a report that ends within the names of its columns is refused', () => {
  const empty = attendeeReport({})
  expect(refusalOf(upTo(empty, ',Is Guest')).message).toContain('ends in the middle of a row')
})

test('a webinar to which nobody came and nobody signed up is taken', () => {
  for (const text of [attendeeReport({}), attendeeReport({}).trimEnd()]) {
    const reading = read(text)
    expect([reading.rows, reading.warnings]).toEqual([0, []])
  }
})

test('an empty table of people whom Zoom counted is refused', () => {
  const text = attendeeReport({ minutes: '60,12' }).replace('Duration (minutes)', 'Duration (minutes),Unique Viewers')
  expect(refusalOf(text).message).toContain('Zoom counted 12 attendees, but the table of them is empty')
})

test('a whole last row without a line break is taken, and a short one with a line break is doubted', () => {
  expect(read(whole.trimEnd())).toEqual(read(whole))
  const short = attendeeReport({ attendees: [...rows, 'No,Mei,Mei,,mei@almond.example'] })
  expect(read(short).warnings).toEqual(['The last row (line 10) is shorter than its table: the file may be cut off.'])
})

test('a last row that is as short as others of its table is whole', () => {
  const short = stayedAway('Mei', 'mei@almond.example').replace(/,,$/, '')
  const text = attendeeReport({ attendees: [short, ...rows, short] }).trimEnd()
  expect(read(text).rows).toBe(5)
})
