import type { VisitsTest } from './condition-schema.ts'
import type { History } from './history.ts'
import { isPageOf, secondsOn, type Visit } from './visit.ts'

const DAY_MS = 86_400_000

/** Since when, without a break, there were enough visits. `facts` are those that count now. */
export interface EnoughVisits {
  readonly since: number
  readonly facts: readonly string[]
}

/** Whether the visits of a person pass a test as of the history's moment; null: they do not. */
export function visitsSince(test: VisitsTest, history: History): EnoughVisits | null {
  const windowMs = test.withinDays === undefined ? Infinity : test.withinDays * DAY_MS
  const patterns = test.pageGroup === undefined ? null : (history.model.model.pageGroups[test.pageGroup] ?? [])
  const visits = history.visits.filter((visit) => counts(visit, test, patterns))
  const standing = (moment: number) => visits.filter(({ time }) => time <= moment && time >= moment - windowMs)
  const enough = (within: readonly Visit[]) =>
    within.length >= test.count &&
    (test.secondsOnPages === undefined ||
      within.reduce((sum, visit) => sum + secondsOn(visit, patterns), 0) >= test.secondsOnPages)
  const now = standing(history.asOf)
  if (windowMs !== Infinity) for (const { time } of now) history.moments.maybe(time + windowMs + 1)
  if (!enough(now)) return null
  let since = history.asOf
  for (let at = visits.length - 1; at >= 0; at--) {
    const { time } = visits[at]!
    const lapsed = at < visits.length - 1 && !enough(standing(visits[at + 1]!.time - 1))
    if (lapsed || !enough(standing(time))) break
    since = time
  }
  return { since, facts: now.flatMap(({ facts }) => facts) }
}

function counts({ seconds, pages }: Visit, test: VisitsTest, patterns: readonly string[] | null): boolean {
  if (test.seconds !== undefined && !(seconds !== null && seconds >= test.seconds)) return false
  return patterns === null || pages.some((page) => isPageOf(patterns, page))
}
