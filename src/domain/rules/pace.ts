import { daysOf, gainsOf, sumOf } from '../gains.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import type { RuleOf } from '../rule.ts'

const HOUR_MS = 3_600_000

/** While true: so many points were gained by other rules in the last hours, on so many days of the calendar. */
export function pace(rule: RuleOf<'pace'>, history: History, ledger: Ledger): void {
  const { model, asOf, moments } = history
  const windowMs = rule.hours * HOUR_MS
  const gains = gainsOf(ledger.sorted(model.order), model, asOf - windowMs, asOf)
  for (const { at } of gains) moments.maybe(at + windowMs + 1)
  const reached = gains.findIndex((_, index) => {
    const first = gains.slice(0, index + 1)
    return sumOf(first) >= rule.gained && daysOf(first, model) >= rule.days
  })
  if (reached < 0) return
  const facts = [...new Set(gains.flatMap((gain) => gain.facts))]
  ledger.pay(rule, { at: gains[reached]!.at, facts, params: { gained: sumOf(gains), hours: rule.hours } })
}
