import type { Rule } from '../rule.ts'
import { isApplied } from './applied.ts'
import type { Case } from './sample.ts'

/** Rules seen with fewer people of the older part are left as they are. */
export const seenEnough = 10

/** A rule whose points can be fitted, with how many times it was paid to each of the people, in their order. */
export interface Feature {
  readonly rule: Rule
  readonly times: readonly number[]
}

/** Why the points of a rule stay as they are, and to how many people it applied. */
export interface Staying {
  readonly why: 'worthless' | 'seldom' | 'everybody'
  readonly people: number
}

/** The enabled rules that can be fitted on people, and why the others cannot. */
export function featuresOf(rules: readonly Rule[], cases: readonly Case[]) {
  const features: Feature[] = []
  const staying = new Map<string, Staying>()
  for (const rule of rules.filter(({ enabled }) => enabled)) {
    const people = cases.filter((each) => isApplied(rule, each)).length
    const times = cases.map(({ paid }) => (paid.get(rule.id) ?? 0) / rule.points)
    const why = whyStaying(rule, people, times)
    if (why) staying.set(rule.id, { why, people })
    else features.push({ rule, times })
  }
  return { features, staying }
}

function whyStaying({ points }: Rule, people: number, times: readonly number[]): Staying['why'] | null {
  if (points === 0) return 'worthless'
  if (people < seenEnough) return 'seldom'
  return times.every((time) => time === times[0]) ? 'everybody' : null
}
