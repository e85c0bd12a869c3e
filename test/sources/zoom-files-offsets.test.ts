import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Zone } from '../../src/sources/zone.ts'
import { offsets, offsetText } from '../../src/sources/zoom/files/offset.ts'
import { formats } from './printed-dates.ts'
import { pollReport, type Told } from './zoom-answers-writer.ts'
import { type Options, read, refusalOf, statementsOf, utc } from './zoom-files-writer.ts'

const minute = 60_000
const start = Date.UTC(2026, 3, 1, 11, 58)

/** A webinar whose answers came so many minutes after its start, as the clock of a host in a zone showed them. */
function report(zone: string, after: readonly number[], minutes = 60, from = start): string {
  const print = (at: number) => formats['2021-01-23 13:08:11']!(zone, at)
  const told: Told[] = after.map((each, i) => ({
    name: `P ${i}`,
    email: `p${i}@fig.example`,
    at: from + each * minute,
    answers: [['Ready?', 'Yes']],
  }))
  return pollReport('2021', { start: from, minutes, print }, told)
}

const momentsOf = (text: string, options: Options) =>
  statementsOf(read(text, options), 'poll.answered').map(({ time }) => time)
const warningsOf = (text: string, options: Options) => read(text, options).warnings
const across = [1, 20, 40, 59]

test('answers are read in the zone of the workspace where they lie within the webinar, and that is said', () => {
  expect(momentsOf(report('Asia/Jerusalem', across), { timezone: 'Asia/Jerusalem' }).map(utc)[0]).toBe(
    '2026-04-01T11:59:00Z',
  )
  expect(warningsOf(report('Asia/Jerusalem', across), { timezone: 'Asia/Jerusalem' })).toEqual([
    'Times of answers were read as UTC+3, so that all lie within the webinar.',
  ])
})

test('a host who was elsewhere is found by the answers, and that it differs from the zone is said', () => {
  for (const isGiven of [true, false]) {
    const options = { timezone: 'Asia/Jerusalem', isGiven }
    expect(momentsOf(report('America/New_York', across), options).map(utc)[0]).toBe('2026-04-01T11:59:00Z')
    expect(warningsOf(report('America/New_York', across), options)).toEqual([
      'Times of answers were read as UTC-4, so that all lie within the webinar. In Asia/Jerusalem it was UTC+3: either the host was elsewhere, or that zone is not the right one.',
    ])
  }
})

test('without any zone it is found by the answers alone', () => {
  const options = { timezone: undefined }
  expect(momentsOf(report('Asia/Kathmandu', across), options).map(utc)[0]).toBe('2026-04-01T11:59:00Z')
  expect(warningsOf(report('Asia/Kathmandu', across), options)[0]).toContain('read as UTC+5:45,')
})

test('where the answers fit at several offsets the zone is asked for, and then holds', () => {
  const text = report('Asia/Kolkata', [20, 25])
  const refusal = refusalOf(text, { timezone: undefined })
  expect(refusal.message).toMatch(/lie within the webinar at UTC\+5:30 as well as at UTC\+5:45|at UTC\+5 as well as/)
  expect(refusal.details).toEqual({ file: 'report.csv', field: 'timezone' })
  expect(refusalOf(text, { timezone: 'Asia/Jerusalem' }).details).toMatchObject({ field: 'timezone' })
  expect(momentsOf(text, { timezone: 'Asia/Kolkata', isGiven: true }).map(utc)[0]).toBe('2026-04-01T12:18:00Z')
})

test('where the answers fit nowhere the report is refused with both times, unless a zone is given for it', () => {
  const text = report('Asia/Jerusalem', [0, 30, 700])
  const refusal = refusalOf(text, { timezone: 'Asia/Jerusalem' })
  expect(refusal.message).toMatch(
    /they are from 2026-04-01 14:58 to 2026-04-02 02:38, and it ran from 2026-04-01 11:58 to 2026-04-01 12:58 UTC/,
  )
  expect(refusal.details).toEqual({ file: 'report.csv', field: 'timezone' })
  const given = { timezone: 'Asia/Jerusalem', isGiven: true }
  expect(momentsOf(text, given).map(utc)).toEqual([
    '2026-04-01T11:58:00Z',
    '2026-04-01T12:28:00Z',
    '2026-04-01T23:38:00Z',
  ])
  expect(warningsOf(text, given)).toEqual([
    'The times in line 9 do not lie within the webinar when they are read as UTC+3.',
  ])
})

test('one answer among many that lies outside does not hide the zone', () => {
  const text = report('America/New_York', [...Array.from({ length: 30 }, (_, i) => i * 2), 75])
  expect(warningsOf(text, { timezone: 'Asia/Jerusalem' })).toEqual([
    expect.stringContaining('read as UTC-4, so that most lie within the webinar.'),
    'The times in line 37 do not lie within the webinar when they are read as UTC-4.',
  ])
})

test('the zone that the column names holds, and tells in which one the start is', () => {
  const utcTold = report('America/Los_Angeles', [10]).replace(
    'Submitted Date/Time',
    'Submitted Time (America/Los_Angeles)',
  )
  expect(momentsOf(utcTold, { timezone: 'Asia/Kolkata' }).map(utc)).toEqual(['2026-04-01T12:08:00Z'])
  const inKolkata = utcTold.replace('2026-04-01 11:58:00', '2026-04-01 17:28:00')
  const reading = read(inKolkata, { timezone: 'Asia/Kolkata' })
  expect(reading.webinar.instance).toBe(`report/${start}`)
  expect(reading.warnings).toEqual([
    'The start of the webinar was read in Asia/Kolkata, for only so do the answers lie within it.',
  ])
})

test('a start that Zoom printed in local time is known by the webinar that began then', () => {
  const text = report('Asia/Jerusalem', across).replace('2026-04-01 11:58:00', '2026-04-01 14:58:00')
  const room = { webinar: { platform: 'zoom', platformId: '84211905573', slot: '' }, from: start + 2000, to: null }
  const reading = read(text, { timezone: 'Asia/Jerusalem', known: { rooms: () => [room], chosen: null } })
  expect(reading.webinar.instance).toBe(`report/${start}`)
  expect(reading.warnings).toEqual([
    'The start of the webinar was read in Asia/Jerusalem, for Ripen knows that it began then.',
    'Times of answers were read as UTC+3, so that all lie within the webinar.',
  ])
})

test('an hour that the clock showed twice is the one within the webinar', () => {
  const from = Date.UTC(2026, 10, 1, 6, 10)
  const text = report('America/New_York', [0, 5, 40], 60, from)
  expect(momentsOf(text, { timezone: 'America/New_York' })).toEqual([0, 5, 40].map((each) => from + each * minute))
})

const zones = [
  'Etc/GMT+12',
  'Pacific/Marquesas',
  'America/St_Johns',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
]
const east = [
  'Europe/Berlin',
  'Asia/Jerusalem',
  'Asia/Tehran',
  'Asia/Kabul',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Yangon',
]
const farEast = [
  'Asia/Tokyo',
  'Australia/Eucla',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
]

test('the offset is found for every zone at every time of the year, whatever the zone of the workspace', () => {
  const anyZone = fc.constantFrom(...zones, ...east, ...farEast)
  const when = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2028, 0) }).map((at) => at - (at % minute))
  const inside = fc.array(fc.integer({ min: 0, max: 45 }), { maxLength: 20 }).map((some) => [0, ...some, 45])
  fc.assert(
    fc.property(anyZone, fc.option(anyZone), when, inside, (host, own, from, after) => {
      const isHard = new Zone(host).offsetAt(from) !== new Zone(host).offsetAt(from + 45 * minute)
      fc.pre(!isHard)
      const text = report(host, after, 45, from)
      const moments = momentsOf(text, { timezone: own ?? undefined })
      expect(moments).toEqual(after.map((each) => from + each * minute))
    }),
    { numRuns: 150 },
  )
})

test('every offset that a zone of the world has is looked for', () => {
  const months = Array.from({ length: 24 }, (_, i) => Date.UTC(2025, i, 15))
  const real = Intl.supportedValuesOf('timeZone').flatMap((name) => {
    const zone = new Zone(name)
    return months.map((at) => zone.offsetAt(at))
  })
  expect([...new Set(real)].filter((offset) => !offsets.includes(offset)).map(offsetText)).toEqual([])
})
