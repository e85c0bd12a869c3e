import type { Rule } from '../rule.ts'
import { differenceOf, type Estimate, shareOf } from './estimate.ts'
import type { Case } from './sample.ts'

/** How often a rule applied to those who were won, and to those who were lost. */
export interface Applied {
  readonly rule: string
  readonly points: number
  readonly won: Side
  readonly lost: Side
  /** The share of the winners less that of the losers; null where one side is empty. */
  readonly difference: Estimate | null
}

/** To so many of all of them it applied. */
export interface Side {
  readonly applied: number
  readonly of: number
  readonly share: Estimate | null
}

/** Every enabled rule of a model, in its order. */
export function appliedOf(rules: readonly Rule[], cases: readonly Case[]): Applied[] {
  const [winners, losers] = [cases.filter(({ won }) => won), cases.filter(({ won }) => !won)]
  return rules
    .filter(({ enabled }) => enabled)
    .map((rule) => {
      const [won, lost] = [sideOf(rule, winners), sideOf(rule, losers)]
      const difference = differenceOf(won.applied, won.of, lost.applied, lost.of)
      return { rule: rule.id, points: rule.points, won, lost, difference }
    })
}

function sideOf(rule: Rule, cases: readonly Case[]): Side {
  const applied = cases.filter((each) => isApplied(rule, each)).length
  return { applied, of: cases.length, share: shareOf(applied, cases.length) }
}

/** It paid something that was not lifted again; of a rule that is worth nothing: it has a line. */
export function isApplied({ id, points }: Pick<Rule, 'id' | 'points'>, { paid }: Pick<Case, 'paid'>): boolean {
  return points === 0 ? paid.has(id) : (paid.get(id) ?? 0) !== 0
}
