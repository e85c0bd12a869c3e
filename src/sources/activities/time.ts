import { z } from 'zod'
import { quote } from './text.ts'

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,12}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/
const firstYear = 1970
const lastYear = 2199
const shape = 'expected a time with its offset such as 2026-03-05T14:30:00Z'

/**
 * RFC 3339 with an offset -> ms UTC, exact to the millisecond (what is finer is cut off).
 * null: not of that form, no day of the calendar, a leap second, or a year that no webinar is in.
 */
export function readTime(text: string): number | null {
  const match = rfc3339.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3))
  const [offsetHours, offsetMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)]
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  if (hour > 23 || minute > 59 || second > 59 || offsetHours > 23 || offsetMinutes > 59) return null
  const offset = (offsetHours * 60 + offsetMinutes) * 60_000 * (match[8] === '-' ? -1 : 1)
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offset
}

/** A moment as text, read into ms UTC. */
export const time = z
  .string({ error: ({ input }) => (input === undefined ? `is missing; ${shape}` : undefined) })
  .meta({ format: 'date-time' })
  .transform((text, context) => {
    const ms = readTime(text.trim())
    if (ms === null) context.addIssue(`${shape}, got ${quote(text)}`)
    return ms ?? 0
  })
