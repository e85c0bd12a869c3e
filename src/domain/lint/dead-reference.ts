import type { Condition } from '../condition-schema.ts'
import type { Words } from '../words.ts'
import { conditionsOf } from './amounts.ts'
import { atPath, atRule, ofKind, type Smell, type Subject } from './finding.ts'
import { leavesOf } from './possible.ts'
import { smell } from './words.ts'

/** One part of the model names another that is switched off, worth nothing or used by nobody. */
export const deadReference: Smell = {
  name: 'dead_reference',
  *find(subject) {
    const { model, rules } = subject
    for (const { path, condition } of conditionsOf(model))
      for (const words of paidInVain(condition, model)) yield atPath(path, 'error', words)
    for (const placed of ofKind(subject, 'replayed')) {
      const { id, notBeside } = placed.rule
      const isOff = model.rules.some((rule) => rule.id === notBeside && !rule.enabled)
      if (isOff) yield atRule(placed, 'hint', smell('besideDisabled', { rule: id, other: notBeside! }), 'notBeside')
    }
    for (const group of Object.keys(model.groups))
      if (!rules.some(({ rule }) => rule.group === group))
        yield atPath(`groups.${group}`, 'hint', smell('groupUnused', { group }))
  },
}

function* paidInVain(condition: Condition, { rules }: Subject['model']): Iterable<Words> {
  for (const leaf of leavesOf(condition)) {
    if (!('paid' in leaf)) continue
    const other = leaf.paid
    const rule = rules.find(({ id }) => id === other)
    if (!rule) continue
    if (!rule.enabled) yield smell('paidDisabled', { other })
    else if (rule.points === 0) yield smell('paidNothing', { other })
  }
}
