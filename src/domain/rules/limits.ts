import { localDay } from '../calendar.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { addTo } from '../order.ts'
import type { Rule } from '../rule.ts'
import type { Limit } from '../rule-base.ts'

const DAY_MS = 86_400_000

/** Something done that a rule may pay. `item`: the mail, file, form or page group that it is about. */
export interface Act {
  readonly time: number
  readonly facts: readonly string[]
  readonly webinar?: string | undefined
  readonly item?: string
  /** Why it pays, where that is more than the rule. */
  readonly reason?: string | undefined
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

/** Pays acts, given in order of time, as often as the limit allows; what it keeps back stays visible. */
export function payWithin(limit: Limit, rule: Rule, acts: readonly Act[], history: History, ledger: Ledger): void {
  for (const [, alike] of groupedBy(limit, acts, history)) {
    const paid: number[] = []
    const over: Act[] = []
    for (const act of alike) {
      const since = limit.per === 'window' ? act.time - limit.days! * DAY_MS : -Infinity
      if (paid.filter((time) => time >= since).length < limit.times) {
        paid.push(act.time)
        const { time: at, webinar, facts, reason, params } = act
        ledger.pay(rule, { at, webinar, facts, reason, params })
      } else over.push(act)
    }
    withhold(limit, rule, over, ledger)
  }
}

/** Repeats in a webinar, on a day or ever share a line; a repeated item or one too early has a line of its own. */
function withhold({ per, days, times }: Limit, rule: Rule, over: readonly Act[], ledger: Ledger): void {
  const shared = per !== 'item' && per !== 'window'
  const parts = shared ? (over.length > 0 ? [over] : []) : over.map((act) => [act])
  for (const acts of parts) {
    const [first] = acts
    const params = {
      ...first!.params,
      ...(shared && { count: acts.length }),
      ...(times > 1 && { times }),
      ...(days !== undefined && { days }),
    }
    ledger.withhold(rule, {
      at: first!.time,
      webinar: first!.webinar,
      facts: acts.flatMap(({ facts }) => facts),
      reason: times > 1 ? `${REASONS[per]}_times` : REASONS[per],
      params,
    })
  }
}

const REASONS = {
  webinar: 'once_per_webinar',
  day: 'once_per_day',
  item: 'once_each',
  window: 'once_in_days',
  ever: 'once_ever',
} as const

function groupedBy({ per }: Limit, acts: readonly Act[], history: History): Map<string | number, Act[]> {
  const groups = new Map<string | number, Act[]>()
  for (const act of acts) {
    if (per === 'webinar') addTo(groups, act.webinar ?? '', act)
    else if (per === 'item') addTo(groups, act.item ?? '', act)
    else if (per === 'day') addTo(groups, localDay(history.model.calendar, act.time), act)
    else addTo(groups, 'all', act)
  }
  return groups
}
