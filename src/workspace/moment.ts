import { Refused } from '../domain/refusal.ts'

/** How times leave the workspace: ISO 8601 in UTC. */
export function momentOf(time: number): string
export function momentOf(time: number | null): string | null
export function momentOf(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
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
