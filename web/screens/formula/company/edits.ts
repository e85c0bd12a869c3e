import { mailDomain } from '../../../../src/domain/address.ts'
import type { Model } from '../../../../src/domain/model.ts'
import type { Channel } from '../../../../src/domain/rule.ts'

/** A model that sees a kind of activity since a moment or `ever`; null: it does not see it. */
export function withObserved(model: Model, channel: Channel, since: string | null): Model {
  const { [channel]: _, ...others } = model.observes
  return { ...model, observes: since === null ? others : { ...others, [channel]: since } }
}

/** A model in which a weekday is a day off or is not; 0 is Sunday. */
export function withDayOff(model: Model, weekday: number, isOff: boolean): Model {
  const others = model.calendar.weekend.filter((day) => day !== weekday)
  return withCalendar(model, { weekend: isOff ? [...others, weekday].sort() : others })
}

export function withHoliday(model: Model, date: string): Model {
  return withCalendar(model, { holidays: [...new Set([...model.calendar.holidays, date])].sort() })
}

export function withoutHoliday(model: Model, date: string): Model {
  return withCalendar(model, { holidays: model.calendar.holidays.filter((each) => each !== date) })
}

function withCalendar(model: Model, part: Partial<Model['calendar']>): Model {
  return { ...model, calendar: { ...model.calendar, ...part } }
}

/** Holidays of two models by year, the years in order: those that only the other has are to be seen there too. */
export function yearsOf(holidays: readonly string[], before: readonly string[]): string[] {
  return [...new Set([...holidays, ...before].map((date) => date.slice(0, 4)))].sort()
}

/** Mail domains in a text that somebody typed or pasted, as the model keeps them; null where one is none. */
export function typedDomains(text: string): string[] | null {
  const words = text.split(/[\s,;]+/).filter(Boolean)
  const domains = words.flatMap((word) => mailDomain(word) ?? [])
  return domains.length === words.length ? [...new Set(domains)] : null
}

export function withStaffDomains(model: Model, domains: readonly string[]): Model {
  return { ...model, staffDomains: [...new Set([...model.staffDomains, ...domains])] }
}

export function withoutStaffDomain(model: Model, domain: string): Model {
  return { ...model, staffDomains: model.staffDomains.filter((each) => each !== domain) }
}
