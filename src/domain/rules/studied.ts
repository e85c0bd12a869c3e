import type { FactOf } from '../fact.ts'
import type { History } from '../history.ts'
import type { RuleOf } from '../rule.ts'
import { secondsOn } from '../visit.ts'

const DAY_MS = 86_400_000
const USUAL_SECONDS = 60

/**
 * Clicks after which the person studied what the mail offered: the next visit of the site within a day was long enough,
 * where a page group is named on its pages. They are placed by the end of that visit.
 */
export function studiedMails(rule: RuleOf<'did'>, history: History): FactOf<'email.clicked'>[] {
  const patterns = rule.pageGroup === undefined ? null : (history.model.model.pageGroups[rule.pageGroup] ?? [])
  return history.of('email.clicked').flatMap((click) => {
    const visit = history.visits.find(({ time }) => time > click.time && time <= click.time + DAY_MS)
    const studied = visit && secondsOn(visit, patterns) >= (rule.seconds ?? USUAL_SECONDS)
    return studied ? [{ ...click, time: visit.time }] : []
  })
}
