import type { Words } from '../words.ts'
import { conditionsOf } from './amounts.ts'
import { atPath, atRule, type Severity, type Smell, type Subject } from './finding.ts'
import { canHold } from './possible.ts'
import { rolesAsked, rolesNamed } from './roles-asked.ts'
import { smell } from './words.ts'

/** A condition names a role that the model does not have: an error where nobody is left. */
export const unknownRole: Smell = {
  name: 'unknown_role',
  *find({ model, rules }) {
    const wrong = (names: readonly string[]) => [...new Set(names)].filter((name) => !isKnown(name, model))
    for (const placed of rules) {
      const { rule } = placed
      for (const name of wrong(rolesAsked(rule.when)))
        yield atRule(placed, canHold([rule.when], model) ? 'warning' : 'error', wordsFor(name, model), 'when')
      if (rule.kind !== 'wrong_fit') continue
      for (const name of wrong(rule.lists.flatMap(rolesNamed)))
        yield atRule(placed, 'warning', wordsFor(name, model), 'lists')
    }
    for (const { path, condition } of conditionsOf(model)) {
      const severity: Severity = canHold([condition], model) ? 'warning' : 'error'
      for (const name of wrong(rolesAsked(condition))) yield atPath(path, severity, wordsFor(name, model))
    }
    for (const [at, characteristic] of model.fit.characteristics.entries())
      for (const name of wrong(rolesNamed(characteristic)))
        yield atPath(`fit.characteristics.${at}.oneOf`, 'warning', wordsFor(name, model))
  },
}

function isKnown(name: string, { roles }: Subject['model']): boolean {
  return roles.some(({ id }) => id === name.toLowerCase())
}

function wordsFor(role: string, { roles }: Subject['model']): Words {
  if (roles.length === 0) return smell('noRoles', { role })
  return smell('unknownRole', { role, roles: roles.map(({ id }) => id).join(', ') })
}
