import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formats } from './printed-dates.ts'
import { type Generation, generations, pollReport, type Told } from './zoom-answers-writer.ts'
import { type Read, read, statementsOf } from './zoom-files-writer.ts'

const minute = 60_000
const questions = ['Do you score\nyour leads?', 'Which tools, "if any"?', 'כמה אתם?', 'x']
const choices = ['Yes', 'No, never', 'A;B', 'כן', '=SUM(1)', 'x']

/** A webinar of an hour on day 20 of a month, and what people answered in it, each launch in its own minute. */
const story = fc.record({
  zone: fc.constantFrom('UTC', 'Asia/Jerusalem', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
  format: fc.constantFrom(...Object.keys(formats)),
  start: fc
    .record({
      year: fc.integer({ min: 2020, max: 2027 }),
      month: fc.integer({ min: 0, max: 11 }),
      ofDay: fc.integer({ min: 0, max: 1439 }),
    })
    .map(({ year, month, ofDay }) => Date.UTC(year, month, 20) + ofDay * minute),
  told: fc.array(
    fc.record({
      person: fc.integer({ min: 0, max: 5 }),
      second: fc.integer({ min: 0, max: 3599 }),
      answers: fc.uniqueArray(fc.tuple(fc.constantFrom(...questions), fc.constantFrom(...choices)), {
        minLength: 1,
        maxLength: 3,
        selector: ([question]) => question,
      }),
    }),
    { minLength: 1, maxLength: 20 },
  ),
})

type Story = typeof story extends fc.Arbitrary<infer T> ? T : never

function toldOf({ start, told }: Story): Told[] {
  return told.map(({ person, second, answers }) => ({
    ...(person === 0
      ? { name: 'Anonymous Attendee', email: '' }
      : { name: `P ${person}`, email: `P${person}@fig.example` }),
    at: start + second * 1000,
    answers,
  }))
}

function reportOf(generation: Generation, told: Story, order: readonly Told[] = toldOf(told)): string {
  const { zone, format, start } = told
  return pollReport(generation, { start, minutes: 60, zone, print: (at) => formats[format]!(zone, at) }, order)
}

function readingOf(report: string, { zone, start }: Story): Read {
  const room = {
    webinar: { platform: 'zoom', platformId: '84211905573', slot: '' },
    from: start,
    to: start + 60 * minute,
  }
  const known = { rooms: () => [room], chosen: { platformId: '84211905573', topic: null, rooms: null } }
  return read(report, { timezone: zone, known })
}

/** Everything that is said, in no order. */
function saidIn(reading: Read): string[] {
  return reading.statements.map((statement) => JSON.stringify(statement)).toSorted()
}

test('what any generation says in any way of printing times is read back to the second', () => {
  fc.assert(
    fc.property(story, fc.constantFrom(...generations), (told, generation) => {
      const reading = readingOf(reportOf(generation, told), told)
      const expected = toldOf(told).flatMap(({ email, at, answers }) =>
        answers.map(([question, answer]) => [
          email.toLowerCase(),
          at,
          question.replace('\n', ' '),
          answer.replace(';', '; '),
        ]),
      )
      const found = statementsOf(reading, 'poll.answered').map(({ person, time, data }) => [
        person?.email ?? '',
        time,
        data.poll,
        data.answer,
      ])
      const texts = (rows: unknown[][]) => [...new Set(rows.map((row) => JSON.stringify(row)))].toSorted()
      const byPeople = (rows: unknown[][]) => rows.filter(([email]) => email !== '')
      expect(texts(byPeople(found))).toEqual(texts(byPeople(expected)))
      expect(reading.skipped).toEqual([])
      const nobody = (rows: unknown[][]) => rows.filter(([email]) => email === '').map((row) => JSON.stringify(row))
      expect(nobody(found).toSorted()).toEqual(nobody(expected).toSorted())
    }),
    { numRuns: 120 },
  )
})

test('the order of the answers changes nothing that is said', () => {
  fc.assert(
    fc.property(story, fc.constantFrom(...generations), fc.integer(), (told, generation, seed) => {
      const [own] = fc.sample(fc.shuffledSubarray(toldOf(told), { minLength: told.told.length }), { seed, numRuns: 1 })
      const [one, other] = [reportOf(generation, told), reportOf(generation, told, own)]
      expect(saidIn(readingOf(other, told))).toEqual(saidIn(readingOf(one, told)))
    }),
    { numRuns: 60 },
  )
})

test('all generations give the same ids', () => {
  fc.assert(
    fc.property(story, (told) => {
      const ids = (generation: Generation) =>
        statementsOf(readingOf(reportOf(generation, told), told), 'poll.answered')
          .map(({ id }) => id)
          .toSorted()
      for (const generation of generations) expect(ids(generation)).toEqual(ids('2021'))
    }),
    { numRuns: 25 },
  )
})

test('a later download, of more of the webinar, says all that the earlier one said', () => {
  fc.assert(
    fc.property(story, fc.constantFrom(...generations), fc.integer({ min: 1, max: 20 }), (told, generation, first) => {
      const byThen = toldOf(told)
        .toSorted((a, b) => a.at - b.at)
        .slice(0, first)
      const early = readingOf(reportOf(generation, told, byThen), told)
      const later = new Set(saidIn(readingOf(reportOf(generation, told), told)))
      expect(saidIn(early).filter((statement) => !later.has(statement))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

const habits: [string, (text: string) => string][] = [
  ['no byte order mark', (text) => text.replace('\ufeff', '')],
  ['two byte order marks', (text) => `\ufeff${text}`],
  ['CRLF', (text) => text.replace(/\n/g, '\r\n')],
  ['rows that are there twice', (text) => text.replace(/^\d+,(?:[^"\n]|"[^"]*")*\n/gm, (row) => row + row)],
  [
    'blank lines between the tables',
    (text) => text.replace(/^(Poll (Details|\d)|Overview|Launched Polls)/gm, '\n,,\n$1'),
  ],
  ['a comma more at the end of every row', (text) => text.replace(/^\d+,(?:[^"\n]|"[^"]*")*$/gm, '$&,')],
  ['no comma at the end of any row', (text) => text.replace(/,+$/gm, '')],
  [
    'rows padded with commas, as a spreadsheet pads them',
    (text) => text.replace(/^(\d+|#),(?:[^"\n]|"[^"]*")*$/gm, '$&,,,,,,,,'),
  ],
  ['no line break at the end', (text) => text.trimEnd()],
  ['semicolons, as a spreadsheet of another country saves it', (text) => separated(text, ';')],
  ['tabs', (text) => separated(text, '\t')],
]

function separated(text: string, separator: string): string {
  return text.replace(/"((?:[^"]|"")*)"|,/g, (match) => (match === ',' ? separator : match))
}

for (const [habit, apply] of habits)
  test(`a Poll Report with ${habit} says the same`, () => {
    const told: Story = {
      ...{ zone: 'Asia/Jerusalem', format: 'Apr 01, 2026 14:38:06', start: Date.UTC(2026, 3, 1, 11, 58, 2) },
      told: [1, 0, 0, 2, 1].map((person, i) => ({
        person,
        second: 700 + i * 300,
        answers: [[questions[i % 2]!, choices[i % 3]!]] as [string, string][],
      })),
    }
    const reports = generations.map((generation) => reportOf(generation, told))
    expect(reports.map(apply)).not.toEqual(reports)
    for (const report of reports) {
      const changed = apply(report)
      const reading = readingOf(changed, told)
      expect(saidIn(reading)).toEqual(saidIn(readingOf(report, told)))
      expect(reading.skipped).toEqual([])
    }
  })

test('hostile texts are taken as texts, without what would turn or end them', () => {
  const told: Told[] = [
    {
      name: '\u202eevil\u202c',
      email: 'eva@fig.example',
      at: Date.UTC(2026, 3, 1, 12),
      answers: [
        ['__proto__', '<script>alert(1)</script>'],
        ['constructor', '=HYPERLINK(1)\u0000'],
      ],
    },
  ]
  const print = (at: number) => formats['2021-01-23 13:08:11']!('UTC', at)
  for (const generation of generations.filter((each) => each !== '2020')) {
    const report = pollReport(generation, { start: Date.UTC(2026, 3, 1, 11, 58), minutes: 60, print }, told)
    const said = statementsOf(read(report), 'poll.answered').map(({ data }) => [data.poll, data.answer])
    expect(said).toEqual([
      ['__proto__', '<script>alert(1)</script>'],
      ['constructor', '=HYPERLINK(1)'],
    ])
  }
  expect(({} as Record<string, unknown>).answer).toBeUndefined()
})
