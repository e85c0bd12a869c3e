import type { Model } from '../model.ts'
import type { Rule, RuleOf } from '../rule.ts'
import { isPageOf } from '../visit.ts'
import { meet } from './of-webinars.ts'
import type { Sameness } from './same-act.ts'

type SiteRule = RuleOf<'visited'> | RuleOf<'site_activity'> | RuleOf<'did'>

/** Whether a rule is about visits of the site, after a webinar or at any time. */
export function isSiteRule(rule: Rule): rule is SiteRule {
  return rule.kind === 'visited' || rule.kind === 'site_activity' || (rule.kind === 'did' && rule.act === 'page')
}

/** One visit may be paid for its length, its pages and for being another one; in one respect only once. */
export function isSameVisit(a: SiteRule, b: SiteRule, { pageGroups }: Model): Sameness | null {
  if (respectsOf(a).join() !== respectsOf(b).join()) return null
  const ofWebinars = (rule: SiteRule) => (rule.kind === 'site_activity' ? {} : rule)
  if (!meet(ofWebinars(a), ofWebinars(b))) return null
  const [own, other] = [pagesOf(a), pagesOf(b)].map((group) => (group === undefined ? [] : (pageGroups[group] ?? [])))
  const together =
    pagesOf(a) === undefined ||
    own!.some((path) => isPageOf(other!, path)) ||
    other!.some((path) => isPageOf(own!, path))
  return together ? 'same' : null
}

type Respect = 'recent' | 'often' | 'length' | 'page'

function respectsOf(rule: SiteRule): Respect[] {
  const respects: [Respect, boolean][] =
    rule.kind === 'site_activity'
      ? [
          ['recent', rule.visits.withinDays !== undefined],
          ['often', rule.visits.count > 1],
          ['length', rule.visits.seconds !== undefined || rule.visits.secondsOnPages !== undefined],
          ['page', rule.visits.pageGroup !== undefined],
        ]
      : [
          ['often', rule.kind === 'visited' && rule.again === true],
          ['length', rule.seconds !== undefined],
          ['page', rule.pageGroup !== undefined],
        ]
  return respects.flatMap(([respect, asked]) => (asked ? [respect] : []))
}

function pagesOf(rule: SiteRule): string | undefined {
  return rule.kind === 'site_activity' ? rule.visits.pageGroup : rule.pageGroup
}
