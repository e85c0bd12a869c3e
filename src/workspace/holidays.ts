import Holidays from 'date-holidays'
import { Refused } from '../domain/refusal.ts'

const hour = 3_600_000
const shape = 'expected country codes like IL, US or DE, with a state where holidays differ: DE-BY, US-CA'

/**
 * The public holidays of countries (`IL`) and states (`DE-BY`) in whole years, both included, as sorted `YYYY-MM-DD`.
 * Only whole days off: no bank, school or optional days, no half days. Throws `Refused('invalid')` for an unknown code.
 */
export function holidaysOf(countries: readonly string[], fromYear: number, toYear: number): string[] {
  const days = new Set<string>()
  for (const country of countries) {
    const calendar = calendarOf(country)
    // One year more on both sides: a holiday may run over New Year, or be made up for in the year before.
    for (let year = fromYear - 1; year <= toYear + 1; year++)
      for (const holiday of calendar.getHolidays(year)) for (const day of daysOff(holiday)) days.add(day)
  }
  return [...days].filter((day) => day >= `${fromYear}-01-01` && day <= `${toYear}-12-31`).sort()
}

/** `date` is the local day off even where the holiday begins at sunset of the day before (Hebrew and Islamic ones). */
function daysOff({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
  // One hour of tolerance: a day on which the clock changes has 23 or 25 hours.
  const count = Math.floor((end.getTime() - start.getTime() + hour) / (24 * hour))
  return Array.from({ length: count }, (_, day) => new Date(first + day * 24 * hour).toISOString().slice(0, 10))
}

function calendarOf(code: string): Holidays {
  const known = new Holidays()
  const [country = '', state, ...more] = code.trim().toUpperCase().split('-')
  const refuse = (why: string) => new Refused('invalid', `"${code}" ${why}; ${shape}`, { field: 'holidays', code })
  if (!Object.hasOwn(known.getCountries(), country) || more.length > 0)
    throw refuse('is no country whose holidays Ripen knows')
  const types: ['public'] = ['public']
  if (state === undefined) return new Holidays(country, { types })
  if (!Object.hasOwn(known.getStates(country) ?? {}, state)) throw refuse(`is no state of ${country} that Ripen knows`)
  return new Holidays(country, state, { types })
}
