import { Refused } from '../domain/refusal.ts'

/** How times leave the workspace: ISO 8601 in UTC. */
export function momentOf(time: number): string
export function momentOf(time: number | null): string | null
export function momentOf(time: number | null): string | null {
  if (time === null) return null
  const at = Math.trunc(time)
  const day = Math.floor(at / dayMs)
  if (written.day !== day) written = { day, text: new Date(day * dayMs).toISOString().slice(0, -13) }
  const ms = at - day * dayMs
  const minute = Math.floor(ms / 60_000)
  return `${written.text}${two(Math.floor(minute / 60))}:${two(minute % 60)}:${secondsOf(ms % 60_000)}Z`
}

// Moments stand in every row of a ranking, and a day's date is written only once for many of them.
const dayMs = 86_400_000
let written = { day: Number.NaN, text: '' }

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

function secondsOf(ms: number): string {
  return `${two(Math.floor(ms / 1000))}.${String(ms % 1000).padStart(3, '0')}`
}

const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/** Reads a moment as a query or a command gives it; it needs a date, a time and an offset. */
export function readMoment(text: string | undefined, field: string): number | undefined {
  if (text === undefined || text === '') return undefined
  const time = shape.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time))
    throw new Refused('invalid', `${field}: expected a moment like 2026-05-12T14:00:00Z, got "${text}"`, { field })
  return time
}
