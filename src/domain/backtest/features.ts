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

/** Why the points of a rule stay as they are. */
export type Stays = 'off' | 'worthless' | 'seldom' | 'everybody'

/** The rules that can be fitted on people, and why the others cannot. */
export function featuresOf(rules: readonly Rule[], cases: readonly Case[]) {
  const features: Feature[] = []
  const staying = new Map<string, { why: Stays; people: number }>()
  for (const rule of rules) {
    const people = cases.filter((each) => isApplied(rule, each)).length
    const times = cases.map(({ paid }) => (paid.get(rule.id) ?? 0) / rule.points)
    const why = whyStaying(rule, people, times)
    if (why) staying.set(rule.id, { why, people })
    else features.push({ rule, times })
  }
  return { features, staying }
}

function whyStaying({ enabled, points }: Rule, people: number, times: readonly number[]): Stays | null {
  if (!enabled) return 'off'
  if (points === 0) return 'worthless'
  if (people < seenEnough) return 'seldom'
  return times.every((time) => time === times[0]) ? 'everybody' : null
}
