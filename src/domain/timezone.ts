import { Refused } from './refusal.ts'

const DAY = 86_400_000
/** Four looks a day find every change of the clocks; between two that differ it is halved down to the millisecond. */
const LOOK = DAY / 4
/** Room for about 140 years of days: hostile dates cannot fill the memory. */
const REMEMBERED = 50_000

interface Stretch {
  readonly from: number
  readonly offset: number
}

/** A time zone with the offsets seen so far: asking `Intl` costs a microsecond, a table none. */
export interface Zone {
  readonly format: Intl.DateTimeFormat
  /** UTC day -> its offset in ms, or its stretches when the clocks change within it. */
  readonly offsets: Map<number, number | readonly Stretch[]>
  readonly starts: Map<number, number>
}

const zones = new Map<string, Zone>()

/** The zone of an IANA name. Throws Refused('invalid') when nobody knows it. */
export function zoneOf(timezone: string): Zone {
  const known = zones.get(timezone)
  if (known) return known
  const zone = { format: formatOf(timezone), offsets: new Map(), starts: new Map() }
  zones.set(timezone, zone)
  return zone
}

/** Days since 1970-01-01 of the local date at `ms`. */
export function dayIn(zone: Zone, ms: number): number {
  return Math.floor((ms + offsetAt(zone, ms)) / DAY)
}

/**
 * The first instant, ms UTC, whose local date is `day` or later: not always 00:00, since the clocks of some zones
 * change at midnight, and of a date that a zone skipped the start of the next one.
 */
export function startOfDay(zone: Zone, day: number): number {
  const known = zone.starts.get(day)
  if (known !== undefined) return known
  // Offsets stay below 16 hours, so the date begins within the UTC day of that number or the one before.
  const stretches = [...stretchesOf(zone, day - 1), ...stretchesOf(zone, day)]
  const begins = stretches.map(({ from, offset }) => Math.max(from, day * DAY - offset))
  const start = begins.find((begin, i) => begin < (stretches[i + 1]?.from ?? Infinity))!
  return remember(zone.starts, day, start)
}

/** Ms to add to UTC for what the clocks of the zone show at `ms`. */
export function offsetAt(zone: Zone, ms: number): number {
  const day = Math.floor(ms / DAY)
  const known = zone.offsets.get(day) ?? learn(zone, day)
  if (typeof known === 'number') return known
  return known.findLast(({ from }) => from <= ms)!.offset
}

function stretchesOf(zone: Zone, day: number): readonly Stretch[] {
  const known = zone.offsets.get(day) ?? learn(zone, day)
  return typeof known === 'number' ? [{ from: day * DAY, offset: known }] : known
}

function learn(zone: Zone, day: number): number | readonly Stretch[] {
  let from = day * DAY
  const stretches: Stretch[] = [{ from, offset: ask(zone, from) }]
  for (const end = from + DAY; from < end; from += LOOK) {
    const { offset } = stretches.at(-1)!
    const next = ask(zone, from + LOOK)
    if (next === offset) continue
    const change = firstChange(zone, from, from + LOOK, offset)
    if (change < end) stretches.push({ from: change, offset: next })
  }
  return remember(zone.offsets, day, stretches.length === 1 ? stretches[0]!.offset : stretches)
}

function firstChange(zone: Zone, same: number, other: number, offset: number): number {
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (ask(zone, middle) === offset) same = middle
    else other = middle
  }
  return other
}

function ask(zone: Zone, ms: number): number {
  const text = zone.format.format(ms)
  const [, sign, hours, minutes, seconds] = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text)!
  if (!sign) return 0
  const size = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1000
  return sign === '-' ? -size : size
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Refused('invalid', `Nobody knows the time zone "${timeZone}". Name one such as Asia/Jerusalem or UTC.`, {
      field: 'timezone',
    })
  }
}

/** Keeps a value; a full table starts afresh. */
export function remember<V>(table: Map<number, V>, key: number, value: V): V {
  if (table.size >= REMEMBERED) table.clear()
  table.set(key, value)
  return value
}
