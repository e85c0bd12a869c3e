import type { AttributeTest, Condition } from '../condition-schema.ts'
import { leavesOf } from './possible.ts'

/** The roles that a condition names. */
export function rolesAsked(condition: Condition | undefined): string[] {
  if (!condition) return []
  return [...leavesOf(condition)].flatMap((leaf) => ('attribute' in leaf ? rolesNamed(leaf) : []))
}

export function rolesNamed({ attribute, oneOf = [] }: Pick<AttributeTest, 'attribute' | 'oneOf'>): string[] {
  return attribute === 'role' ? oneOf : []
}
