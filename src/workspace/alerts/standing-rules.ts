import { type AlertRule, AlertRuleSchema } from '../../domain/alert/rule.ts'
import { alertRules } from '../../store/alert-rules.ts'
import type { Workspace } from '../workspace.ts'

/** A rule that is on. `since`: only what happens from then on, ms UTC. */
export interface StandingRule {
  readonly number: number
  readonly id: string
  readonly since: number
  readonly rule: AlertRule
}

/** The rules that are on; asked with every person who is scored. */
export function standingRules(ws: Workspace): readonly StandingRule[] {
  ws.remembered.alertRules ??= alertRules(ws.db)
    .map(({ number, id, since, json }) => ({ number, id, since, rule: AlertRuleSchema.parse(JSON.parse(json)) }))
    .filter(({ rule }) => rule.enabled)
  return ws.remembered.alertRules
}

/** To be called where a rule changes. */
export function forgetRules(ws: Workspace): void {
  ws.remembered.alertRules = null
}
