import { canonicalJson } from '../../../src/domain/fact.ts'
import type { Model } from '../../../src/domain/model.ts'
import type { Rule } from '../../../src/domain/rule.ts'

/** What of a rule can be changed without opening the file. */
export type RuleEdit = Partial<Pick<Rule, 'points' | 'enabled' | 'note'>>

/** A model with one rule changed; an empty note is none. */
export function withRule(model: Model, id: string, edit: RuleEdit): Model {
  return { ...model, rules: model.rules.map((rule) => (rule.id === id ? edited(rule, edit) : rule)) }
}

function edited(rule: Rule, edit: RuleEdit): Rule {
  const next = { ...rule, ...edit }
  if (next.note?.trim()) return next
  const { note: _, ...without } = next
  return without as Rule
}

/** A model with one rule as another one has it; a rule that the other lacks goes. */
export function withRuleOf(model: Model, id: string, other: Model): Model {
  const before = other.rules.find((rule) => rule.id === id)
  return { ...model, rules: model.rules.flatMap((rule) => (rule.id !== id ? [rule] : before ? [before] : [])) }
}

/** How a rule differs from the one in force: `new`, some of its parts, or not at all. */
export function changesOf(rule: Rule, inForce: Model): { isNew: boolean; isChanged: boolean; before: Rule | null } {
  const before = inForce.rules.find(({ id }) => id === rule.id) ?? null
  return { before, isNew: before === null, isChanged: before !== null && canonicalJson(before) !== canonicalJson(rule) }
}

/** A whole number as somebody types it, with any minus and an optional plus; null: it is none, or out of bounds. */
export function readPoints(text: string, least = -10_000, most = 10_000): number | null {
  const plain = text
    .replace(/[\s\u200e\u200f\u2066-\u2069,]/g, '')
    .replace(/^[−–]/, '-')
    .replace(/^\+/, '')
  const value = /^-?\d+$/.test(plain) ? Number(plain) : Number.NaN
  return value >= least && value <= most ? value : null
}
