import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refused } from '../../src/domain/refusal.ts'
import { formats } from './printed-dates.ts'
import {
  attendeeReport,
  came,
  fixture,
  type Read,
  read,
  readFixture,
  refusalOf,
  statementsOf,
  staysOf,
} from './zoom-files-writer.ts'

const minute = 60_000
const zones = ['UTC', 'Asia/Jerusalem', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Europe/Berlin']

interface Stay {
  person: number
  from: number
  seconds: number
}

/** A webinar of two hours; day 20 of some month, so that its dates can be read in one order only. */
const webinar = fc.record({
  zone: fc.constantFrom(...zones),
  format: fc.constantFrom(...Object.keys(formats)),
  layout: fc.constantFrom('2020' as const, '2026' as const),
  start: fc
    .record({
      year: fc.integer({ min: 2020, max: 2027 }),
      month: fc.integer({ min: 0, max: 11 }),
      minute: fc.integer({ min: 0, max: 1439 }),
    })
    .map(({ year, month, minute: ofDay }) => Date.UTC(year, month, 20) + ofDay * minute),
  stays: fc.array(
    fc.record({
      person: fc.integer({ min: 0, max: 5 }),
      from: fc.integer({ min: -600, max: 7200 }),
      seconds: fc.integer({ min: 0, max: 7200 }),
    }),
    { maxLength: 30 },
  ),
  ending: fc.constantFrom('\n', '\r\n'),
})

function written(layout: '2020' | '2026', print: (moment: number) => string, start: number, stays: Stay[]): string {
  const old = layout === '2020'
  const seen = new Set<number>()
  const rows = stays.map(({ person, from, seconds }) => {
    const again = seen.has(person)
    seen.add(person)
    const joined = start + from * 1000
    const cells = [
      'Yes',
      ...(old ? [] : [`Person ${person}`]),
      'Person',
      String(person),
      ` P${person}@orchard.example`,
      ...(again ? ['', ''] : [print(start - 86_400_000), 'approved']),
      print(joined),
      print(joined + seconds * 1000),
      String(Math.ceil(seconds / 60)),
      ...(old ? [] : ['Yes']),
      'Israel',
    ]
    return cells.join(',') + (again ? '' : ',')
  })
  return [
    'Attendee Report,',
    `${old ? 'Report Generated:' : 'Report generated time'},${print(start + 3 * 86_400_000)}`,
    'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes)',
    `"Grafting, again",${old ? '842-1190-5573' : '842 1190 5573'},${print(start)}, 120`,
    'Attendee Details,',
    `Attended,${old ? '' : 'User Name (Original Name),'}First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),${old ? '' : 'Is Guest,'}Country/Region Name`,
    ...rows,
    '',
  ].join('\n')
}

test('what is written in either layout and any format of dates is read back to the second', () => {
  fc.assert(
    fc.property(webinar, ({ zone, format, layout, start, stays, ending }) => {
      const print = (moment: number) => formats[format]!(zone, moment)
      const reading = read(written(layout, print, start, stays).replaceAll('\n', ending), { timezone: zone })
      expect(reading.rows).toBe(stays.length)
      expect(reading.skipped).toEqual([])
      expect(reading.webinar.instance).toBe(`report/${start}`)
      const expected = stays.map(({ person, from, seconds }) => {
        const joinedAt = start + from * 1000
        return [`p${person}@orchard.example`, joinedAt, joinedAt + seconds * 1000]
      })
      const found = statementsOf(reading, 'webinar.attended').map(({ person, data }) => [
        person!.email,
        data.joinedAt,
        data.leftAt,
      ])
      expect(found).toEqual(expected)
      expect(new Set(reading.statements.map(({ id }) => id)).size).toBe(reading.statements.length)
      expect(statementsOf(reading, 'person.registered')).toHaveLength(new Set(stays.map(({ person }) => person)).size)
      expect(reading.warnings).toEqual(
        reading.warnings.filter((warning) => warning.startsWith('Nobody was in the room')),
      )
    }),
    { numRuns: 500 },
  )
})

test('the order of the rows changes no statement', () => {
  const rows = ['Ada', 'Ben', 'Cem', 'Dov', 'Eva'].map((name, i) =>
    came(name, `${name}@orchard.example`, `14:0${i}:00`, '14:30:00', 30 - i),
  )
  const twice = [...rows, rows[0]!, rows[3]!]
  const ids = (reading: Read) => reading.statements.map((statement) => JSON.stringify(statement)).sort()
  const sorted = ids(read(attendeeReport({ attendees: twice })))
  fc.assert(
    fc.property(fc.shuffledSubarray(twice, { minLength: twice.length }), (attendees) => {
      expect(ids(read(attendeeReport({ attendees })))).toEqual(sorted)
    }),
  )
})

const fixtures = ['attendees-2026.csv', 'attendees-2020.csv', 'attendees-2026-numeric.csv', 'registrations-2026.csv']
const textOf = (file: string) => new TextDecoder().decode(fixture(file)).replaceAll('\r\n', '\n')

const habits: [string, (text: string) => string][] = [
  ['no byte order mark', (text) => text],
  ['two byte order marks', (text) => `\ufeff\ufeff${text}`],
  ['two byte order marks before a quoted title', (text) => `\ufeff\ufeff${text.replace(/^(\w+ Report)/, '"$1"')}`],
  ['CRLF', (text) => text.replace(/\n/g, '\r\n')],
  ['blank lines between the tables', (text) => text.replace(/^(\w+ Details,)$/gm, '\n,,\n$1')],
  ['titles without a comma', (text) => text.replace(/^(Attendee Report|\w+ Details),$/gm, '$1')],
  [
    'titles padded with commas, as a spreadsheet pads them',
    (text) => text.replace(/^(Attendee Report|\w+ Details),$/gm, '$1,,,,,,,,,,,,'),
  ],
  [
    'titles in quotes and other case',
    (text) => text.replace(/^(\w+ Details),$/gm, (_, title) => `"${title.toUpperCase()}"`),
  ],
  ['a comma more at the end of every row', (text) => text.replace(/^(Yes|No)(?:[^"\n]|"[^"]*")*$/gm, '$&,')],
  ['no line break at the end', (text) => text.trimEnd()],
]

for (const [habit, apply] of habits)
  test(`a report with ${habit} says the same`, () => {
    for (const file of fixtures) {
      const reading = read(apply(textOf(file)), { timezone: 'Asia/Jerusalem' })
      expect(reading.statements).toEqual(readFixture(file).statements)
      expect(reading.skipped).toEqual([])
    }
  })

test('a report with tabs in place of commas says the same', () => {
  const commas = attendeeReport({ attendees: [came('Dana', 'dana@almond.example', '14:00:00', '14:10:00', 10)] })
  const tabs = commas.replace(/"([^"]*)"|,/g, (match, quoted) =>
    quoted ? `"${quoted}"` : match === ',' ? '\t' : match,
  )
  expect(read(tabs).statements).toEqual(read(commas).statements)
})

test('a million commas, a cell of 5 MB and a row of a thousand cells are refused with their place', () => {
  const long = attendeeReport({
    attendees: [came('x'.repeat(5_000_000), 'x@orchard.example', '14:00:00', '14:10:00', 10)],
  })
  expect(refusalOf(long).details).toEqual({ file: 'report.csv', line: 7, column: 2 })
  const wide = attendeeReport({ attendees: [`Yes${',x'.repeat(1000)}`] })
  expect(refusalOf(wide).details).toEqual({ file: 'report.csv', line: 7, column: 501 })
  expect(refusalOf(','.repeat(1_000_000)).message).toContain('The file is empty')
  const quoted = attendeeReport({ attendees: [`Yes,"${'""'.repeat(200_000)}",`] })
  expect(refusalOf(quoted).details).toEqual({ file: 'report.csv', line: 7, column: 2 })
})

test('a million commas in a row with something to say are empty cells', () => {
  const row = came('Dana', 'dana@almond.example', '14:00:00', '14:10:00', 10) + ','.repeat(1_000_000)
  expect(staysOf(read(attendeeReport({ attendees: [row] })))).toHaveLength(1)
})

test('NULs, control characters and reversed text are taken out, formulas and markup stay as they are', () => {
  const rows = [
    came('Da\u0000na\u0007 \u202eevil\u202c', 'dana@almond.example', '14:00:00', '14:10:00', 10),
    came('=HYPERLINK(1)', 'eva@almond.example', '14:00:00', '14:10:00', 10),
    came('<b>@Bo</b>', 'bo@almond.example', '14:00:00', '14:10:00', 10),
  ]
  const names = statementsOf(read(attendeeReport({ attendees: rows })), 'webinar.attended').map(({ data }) => data.name)
  expect(names).toEqual(['Dana evil', '=HYPERLINK(1)', '<b>@Bo</b>'])
})

test('questions named like members of every object pollute nothing', () => {
  const header =
    'Attended,First Name,Last Name,Email,__proto__,constructor,toString,Registration Time,Approval Status,Join Time,Leave Time'
  const row = 'No,Dana,Levi,dana@almond.example,a,b,c,"Apr 02, 2026 10:00:00",approved,--,--'
  const [dana] = statementsOf(read(attendeeReport({ header, attendees: [row] })), 'person.registered')
  expect(Object.entries(dana!.profile!.attributes!)).toEqual([
    ['constructor', 'b'],
    ['toString', 'c'],
  ])
  expect(Object.getPrototypeOf(dana!.profile!.attributes)).toBe(Object.prototype)
  expect(({} as Record<string, unknown>).a).toBeUndefined()
})

test('an answer that is too long is cut between characters', () => {
  const reading = read(
    attendeeReport({ attendees: [came(`${'a'.repeat(499)}🍐🍐`, 'dana@almond.example', '14:00:00', '14:10:00', 10)] }),
  )
  expect(statementsOf(reading, 'webinar.attended')[0]!.data.name).toBe('a'.repeat(499))
})

test('any bytes at all, and any damage to a report, give a reading or a refusal and never an error', () => {
  const whole = fixture('attendees-2026.csv')
  const attempt = (bytes: Uint8Array) => {
    try {
      const { rows, skipped, statements } = read(bytes)
      expect(skipped.length).toBeLessThanOrEqual(rows)
      for (const { time, data } of statements) {
        expect(Number.isSafeInteger(time)).toBe(true)
        if ('leftAt' in data) expect(data.leftAt).toBeGreaterThanOrEqual(data.joinedAt)
      }
    } catch (error) {
      expect(error).toBeInstanceOf(Refused)
      expect((error as Refused).details).toMatchObject({
        file: 'report.csv',
        line: expect.any(Number),
        column: expect.any(Number),
      })
    }
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), attempt), { numRuns: 500 })
  const damage = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: whole.length - 1 }),
      byte: fc.constantFrom(...'",;\n\r -/0129aA'.split('')),
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(damage, fc.integer({ min: 0, max: whole.length }), (changes, length) => {
      const bytes = Uint8Array.from(whole)
      for (const { at, byte } of changes) bytes[at] = byte.charCodeAt(0)
      attempt(bytes)
      attempt(whole.subarray(0, length))
    }),
    { numRuns: 500 },
  )
})
