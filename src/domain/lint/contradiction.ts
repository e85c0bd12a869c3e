import type { Condition } from '../condition-schema.ts'
import { conditionsOf } from './amounts.ts'
import { atPath, atRule, type Smell } from './finding.ts'
import { canHold } from './possible.ts'
import { rolesAsked } from './roles-asked.ts'
import { smell } from './words.ts'

/** A condition on people that nobody can meet. One that only names unknown roles is told by that. */
export const contradiction: Smell = {
  name: 'contradiction',
  *find({ model, rules }) {
    const isWrong = (condition: Condition | undefined) => {
      const named = rolesAsked(condition).map((id) => ({ id, titles: [], except: [] }))
      return !canHold([condition], { roles: [...model.roles, ...named] })
    }
    for (const placed of rules)
      if (isWrong(placed.rule.when)) yield atRule(placed, 'error', smell('contradiction'), 'when')
    for (const { path, condition } of conditionsOf(model))
      if (isWrong(condition)) yield atPath(path, 'error', smell('contradiction'))
  },
}
