import type { RuleOf } from '../rule.ts'
import { atRule, type Found, ofKind, type Placed, pairs, type Smell, type Subject } from './finding.ts'
import { meet } from './of-webinars.ts'
import { canHold } from './possible.ts'
import { smell } from './words.ts'

type Attended = Placed<RuleOf<'attended'>>

/** No company tells apart more degrees of attendance. */
const MOST = 40

/** Lengths that webinars have, minutes; one that shows the smell is named. */
const LENGTHS = [60, 45, 30, 90, 20, 120, 180, 240]

/** Whoever stays longer is paid less: rules for attendance of which the first that holds does not pay the most. */
export const lessForMore: Smell = {
  name: 'less_for_more',
  *find(subject) {
    const found = new Map<string, Found>()
    const looked = new Set<string>()
    const rules = ofKind(subject, 'attended').slice(0, MOST)
    for (const placed of rules) {
      if (placed.rule.points < 0)
        yield atRule(placed, 'error', smell('negativeForMore', { rule: placed.rule.id, points: -placed.rule.points }))
    }
    for (const [first, second] of pairs(rules)) {
      if (first.rule.points >= second.rule.points || !isForBoth(first, second, subject)) continue
      const together = rules.filter((each) => isBeside(each, first, second))
      const key = together.map(({ rule }) => rule.id).join()
      if (looked.has(key)) continue
      looked.add(key)
      const drop = firstDrop(together)
      if (drop && !found.has(drop.path)) found.set(drop.path, drop)
    }
    yield* found.values()
  },
}

function isForBoth({ rule: a }: Attended, { rule: b }: Attended, { model }: Subject): boolean {
  return meet(a, b) && canHold([a.when, b.when], model)
}

/** The rules of a webinar and a person that both rules are for. */
function isBeside(each: Attended, first: Attended, second: Attended): boolean {
  if (each === first || each === second) return true
  return each.rule.when === undefined && meet(each.rule, first.rule) && meet(each.rule, second.rule)
}

/** Goes through the moments at which one rule more holds, in webinars of several lengths. */
function firstDrop(rules: readonly Attended[]): Found | null {
  for (const length of LENGTHS) {
    const seconds = length * 60
    const bounds = rules.map((placed) => ({ placed, from: boundOf(placed, seconds) }))
    const steps = [...new Set(bounds.map(({ from }) => from))].filter((from) => from <= seconds).sort((a, b) => a - b)
    let paid: Attended | null = null
    for (const from of steps) {
      const now = bounds.find((each) => each.from <= from)!.placed
      if (paid && now.rule.points < paid.rule.points) {
        const { id, points } = now.rule
        const params = { length, before: Math.ceil(from) - 1, earned: paid.rule.points, after: Math.ceil(from) }
        return atRule(now, 'error', smell('lessForMore', { ...params, rule: id, points }))
      }
      paid = now
    }
  }
  return null
}

/** How many seconds it takes; anything at all is a millisecond. */
function boundOf({ rule: { share, seconds = 0 } }: Attended, length: number): number {
  return share === undefined ? Math.max(0.001, seconds) : share * length
}
