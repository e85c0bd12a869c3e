import type { Condition } from '../condition-schema.ts'
import { conditionsOf } from './amounts.ts'
import { atPath, atRule, type Found, type Placed, type Smell, type Subject } from './finding.ts'
import { leavesOf } from './possible.ts'
import { smell } from './words.ts'

/** A rule that waits for a list that is empty. */
export const emptyList: Smell = {
  name: 'empty_list',
  *find({ model, rules }) {
    for (const placed of rules) {
      const found = emptyFor(placed, model)
      if (found) yield found
    }
    if (model.fit.characteristics.length > 0) return
    for (const { path, condition } of conditionsOf(model))
      if (asksGrade(condition)) yield atPath(path, 'error', smell('noGrades'))
  },
}

function emptyFor(placed: Placed, { fit, freeMailboxes }: Subject['model']): Found | null {
  const { rule } = placed
  const said = { rule: rule.id }
  if (rule.kind === 'form_submitted' && rule.forms.length === 0)
    return atRule(placed, 'error', smell('noForms', said), 'forms')
  if (rule.kind === 'wrong_fit' && rule.lists.length === 0)
    return atRule(placed, 'warning', smell('noLists', said), 'lists')
  // Those two are filled when the workspace is set up, and until then cost nothing.
  if (rule.kind === 'fit_complete' && fit.characteristics.length === 0)
    return atRule(placed, 'hint', smell('noCharacteristics', said))
  if (rule.kind === 'free_email' && freeMailboxes.length === 0)
    return atRule(placed, 'hint', smell('noFreeMailboxes', said))
  return null
}

function asksGrade(condition: Condition): boolean {
  return [...leavesOf(condition)].some((leaf) => 'grade' in leaf)
}
