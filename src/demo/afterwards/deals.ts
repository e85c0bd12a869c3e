import { DAY, officeTime } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import type { Person } from '../people.ts'
import type { After } from './after.ts'

/** What sales has decided about people of earlier webinars, as the CRM gives it out: a table. */
export interface DealsFile {
  file: string
  text: string
}

/** About each person one deal at most, decided weeks after the first webinar that sales called them for. */
export function dealsOf(chance: Chance, past: readonly After[], now: number): DealsFile {
  const decided = new Set<Person>()
  const rows: string[] = []
  for (const after of past) {
    const { webinar, registration, seconds, warmth, calendar } = after
    const { person } = registration
    const own = chance.of(webinar.key, person.number)
    if (decided.has(person) || !own.happens(seconds > 600 ? 0.36 : 0.06)) continue
    const at = officeTime(calendar, own, webinar.closesAt + own.between(12, 30) * DAY, 4)
    if (at > now) continue
    decided.add(person)
    const isWon = own.happens(0.03 + 0.45 * warmth ** 2 + (webinar.kind === 'demo' ? 0.2 : 0))
    const amount = own.whole(40, 420) * 100
    const date = new Date(at).toISOString().slice(0, 10)
    rows.push(
      [person.email, isWon ? 'Won' : 'Lost', date, amount, 'ILS', isWon ? Math.round(amount * 0.7) : ''].join(','),
    )
  }
  return { file: 'deals.csv', text: ['E-mail,Outcome,Close date,Amount,Currency,Margin', ...rows, ''].join('\r\n') }
}
