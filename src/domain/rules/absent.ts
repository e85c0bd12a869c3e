import { isOfChannel } from '../channel.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import type { RuleOf } from '../rule.ts'

const DAY_MS = 86_400_000

/**
 * A lead who did nothing at all by a channel, so many days after becoming one; counted only since the workspace sees the
 * channel. The first time lifts it: both lines stay.
 */
export function absent(rule: RuleOf<'absent'>, history: History, ledger: Ledger): void {
  const lead = history.leadSince
  if (lead === null) return
  const observed = history.model.observedOf(rule.channel)
  const due = Math.max(lead, observed ?? -Infinity) + rule.afterDays * DAY_MS + 1
  const first = history.facts.find((fact) => isOfChannel(fact, rule.channel))
  if (first && first.time < due) return
  history.moments.maybe(due)
  if (due > history.asOf) return
  const ground = history.facts[0]!.id
  const detail = { at: due, facts: [ground], params: { days: rule.afterDays, channel: rule.channel } }
  if (observed === null) {
    if (!first) ledger.withhold(rule, { ...detail, reason: 'channel_not_observed' })
    return
  }
  ledger.pay(rule, detail)
  if (!first) return
  const lift = { points: -rule.points, reason: 'absent_lifted', lift: true } as const
  ledger.pay(rule, { at: first.time, facts: [first.id], params: detail.params, ...lift })
}
