import { dayIn, startOfDay, zoneOf } from '../../../src/domain/timezone.ts'

const dayMs = 86_400_000

/** A length as people write it: `58:20`, `1:02:00`, or minutes alone. Null for nothing, NaN for what is no length. */
export function secondsIn(text: string): number | null {
  const given = text.trim()
  if (given === '') return null
  if (!/^(?:\d{1,2}:[0-5]\d|\d{1,4})(?::[0-5]\d)?$/.test(given)) return Number.NaN
  const numbers = given.split(':').map(Number)
  if (numbers.length === 1) return numbers[0]! * 60
  return numbers.reduce((sum, number) => sum * 60 + number, 0)
}

/** The company's day of a moment, `shift` ms before or after it, as a date field wants it; '' for none. */
export function dayOf(moment: string | null, timezone: string, shift: number): string {
  if (moment === null) return ''
  return dateOf(dayIn(zoneOf(timezone), Date.parse(moment) + shift))
}

/** When a day begins, or so many days later; a moment of the same day stays as exact as it was set. */
export function momentOfDay(date: string, timezone: string, later: number, before: string | null | undefined) {
  if (date === '') return null
  if (before && dayOf(before, timezone, -later) === date) return before
  const day = Date.parse(date) / dayMs + later
  return new Date(startOfDay(zoneOf(timezone), day)).toISOString()
}

function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}
