import { addressOf, cleanText } from '../text.ts'
import { type Member, Unfit } from './record.ts'

// What Zoom's webhooks are made of. `""` is absent everywhere, numbers and texts stand for each other.

const longestId = 255
const [earliest, latest] = [Date.UTC(2000, 0), Date.UTC(2100, 0)]
const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
const longestMinutes = 31 * 24 * 60

/** A text that may be missing, null or empty: all three are undefined. What is too long is cut. */
export function optionalText(longest = 500): Member<string | undefined> {
  return (value) => {
    const given = scalarOf(value)
    return given === undefined ? undefined : cleanText(String(given), longest) || undefined
  }
}

/** An address that may be missing; what is no address is missing too. */
export function optionalAddress(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') throw new Unfit('is not a text')
  return addressOf(value)
}

/** An id as Zoom made it, number or text. Never cut: two ids that begin alike must stay two. */
export function optionalId(value: unknown): string | undefined {
  const given = scalarOf(value)
  if (given === undefined) return undefined
  if (typeof given === 'number' && !Number.isSafeInteger(given)) throw new Unfit('is not a whole number')
  const text = String(given)
  if (text.length > longestId) throw new Unfit(`is longer than ${longestId} characters`)
  return cleanText(text, longestId) || undefined
}

export function requiredId(value: unknown): string {
  const id = optionalId(value)
  if (id === undefined) throw new Unfit('is missing')
  return id
}

/** ms UTC; from ISO 8601 with an offset, or from ms as number or text. */
export function optionalMoment(value: unknown): number | undefined {
  const given = scalarOf(value)
  if (given === undefined || given === '') return undefined
  const moment = typeof given === 'string' && iso.test(given) ? Date.parse(given) : Number(given)
  if (!(moment >= earliest && moment < latest)) throw new Unfit('is no moment of the years 2000 to 2099')
  return Math.trunc(moment)
}

/** Minutes of a webinar; 0 is Zoom's way to say unknown. */
export function optionalMinutes(value: unknown): number | undefined {
  const minutes = Number(scalarOf(value) ?? 0)
  if (!(minutes >= 0 && minutes <= longestMinutes)) throw new Unfit('is no number of minutes')
  return minutes || undefined
}

export function optionalNumber(value: unknown): number | undefined {
  return Number(scalarOf(value) ?? '') || undefined
}

/** Yes or no; Zoom has been seen to send them as texts. `""` is neither. */
export function optionalFlag(value: unknown): boolean | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'boolean' && typeof value !== 'string') throw new Unfit('is neither true nor false')
  return value === true || value === 'true'
}

function scalarOf(value: unknown): string | number | undefined {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new Unfit('is neither a text nor a number')
}
