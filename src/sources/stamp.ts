export type Order = 'month-first' | 'day-first'

/**
 * A date and time as printed, read both ways: ms as if the clock on the wall showed UTC; null where there is no such
 * date. Both are equal where the way of writing leaves no choice. `precise`: seconds are printed.
 */
export interface Stamp {
  'month-first': number | null
  'day-first': number | null
  precise: boolean
}

const withTime = /^(.+?),?[ T](\d{1,2}):(\d{2})(?::(\d{2}))? ?(?:([ap])\.?m\.?)?$/i
const monthDayYear = /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/i
const dayMonthYear = /^(?<day>\d{1,2})[ -](?<month>[a-z]{3,9})\.?,?[ -](?<year>\d{4}|\d{2})$/i
const yearFirst = /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})$/
const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/

const months = 'january february march april may june july august september october november december'.split(' ')

/** Reads every way in which Zoom, or a spreadsheet that re-saved its file, prints a date; null: none of them. */
export function stampOf(text: string): Stamp | null {
  if (text.length > 40) return null
  const [, date, hours, minutes, seconds, half] = withTime.exec(text.replace(/[\s\u200e\u200f]+/g, ' ')) ?? []
  if (!date) return null
  const time = timeOf(Number(hours), Number(minutes), Number(seconds ?? 0), half?.toLowerCase())
  if (time === null) return null
  const [monthFirst, dayFirst] = daysOf(date)
  if (monthFirst === null && dayFirst === null) return null
  const at = (day: number | null) => (day === null ? null : day + time)
  return { 'month-first': at(monthFirst), 'day-first': at(dayFirst), precise: seconds !== undefined }
}

/** The same of a date alone, as of the first moment of the day. */
export function dayStampOf(text: string): Stamp | null {
  if (text.length > 40) return null
  const [monthFirst, dayFirst] = daysOf(text.replace(/[\s\u200e\u200f]+/g, ' ').trim())
  return monthFirst === null && dayFirst === null
    ? null
    : { 'month-first': monthFirst, 'day-first': dayFirst, precise: false }
}

function timeOf(hours: number, minutes: number, seconds: number, half: string | undefined): number | null {
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  const hour = half === 'p' && hours < 12 ? hours + 12 : half === 'a' && hours === 12 ? 0 : hours
  return ((hour * 60 + minutes) * 60 + seconds) * 1000
}

/** The day, read month first and day first. */
function daysOf(date: string): [number | null, number | null] {
  const [, first, , second, ofYear] = numeric.exec(date) ?? []
  if (ofYear) return [dayOf(ofYear, Number(first), Number(second)), dayOf(ofYear, Number(second), Number(first))]
  const day = namedDay(
    monthDayYear.exec(date)?.groups ?? dayMonthYear.exec(date)?.groups ?? yearFirst.exec(date)?.groups,
  )
  return [day, day]
}

function namedDay(parts: Record<string, string> | undefined): number | null {
  return parts ? dayOf(parts.year!, Number(parts.month) || monthOf(parts.month!), Number(parts.day)) : null
}

/** 1 to 12, 0 for what is no English month. */
function monthOf(name: string): number {
  const start = name.toLowerCase().replace(/^sept$/, 'sep')
  return months.findIndex((month) => month.startsWith(start)) + 1
}

function dayOf(yearText: string, month: number, day: number): number | null {
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText)
  if (year < 2000 || year > 2099 || month < 1 || month > 12) return null
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() : null
}
