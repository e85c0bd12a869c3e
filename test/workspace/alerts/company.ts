import { type AlertRule, AlertRuleSchema } from '../../../src/domain/alert/rule.ts'
import { addRule } from '../../../src/workspace/alerts/rules.ts'
import { showAlerts } from '../../../src/workspace/alerts/show-alerts.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { drained } from '../../workspaces.ts'

/** A rule with all that is usual left out. */
export function rule(on: AlertRule['on'], given: Partial<AlertRule> = {}): AlertRule {
  return AlertRuleSchema.parse({ name: on, on, ...given })
}

export function withRules(ws: Workspace, ...rules: AlertRule[]) {
  return rules.map((each) => addRule(ws, each))
}

/** Everything scored; what was told of, the oldest first: rule and person. */
export function told(ws: Workspace): string[] {
  const { items } = showAlerts(drained(ws), { limit: 200 })
  return items.map(({ rule, person }) => `${rule} ${person.email}`).reverse()
}
