import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import type { RuleOf } from '../rule.ts'
import { isPageOf, type Visit } from '../visit.ts'
import { type Act, payWithin } from './limits.ts'
import { isOfRule } from './of-rule.ts'

/** A visit of the site after the webinar, by its length, its pages, or as another one after the first. */
export function visited(rule: RuleOf<'visited'>, history: History, ledger: Ledger): void {
  for (const [webinar, visits] of history.visitsAfter) {
    if (!isOfRule(rule, history.webinars.get(webinar)!)) continue
    const acts: Act[] = []
    for (let at = rule.again ? 1 : 0; at < visits.length; at++) {
      if (holds(rule, visits[at]!, history)) acts.push(actOf(visits[at]!, webinar))
    }
    payWithin(rule.limit ?? ONCE, rule, acts, history, ledger)
  }
}

const ONCE = { times: 1, per: 'webinar' } as const

function actOf({ time, facts }: Visit, webinar: string): Act {
  return { time, facts, webinar }
}

function holds(rule: RuleOf<'visited'>, { seconds, pages }: Visit, history: History): boolean {
  if (rule.seconds !== undefined && !(seconds !== null && seconds >= rule.seconds)) return false
  if (rule.secondsOrUnknown !== undefined && seconds !== null && seconds < rule.secondsOrUnknown) return false
  if (rule.pageGroup === undefined) return true
  const patterns = history.model.model.pageGroups[rule.pageGroup] ?? []
  return pages.some((page) => isPageOf(patterns, page))
}

/** A short visit, as long as no longer one and no other act of interest of the same webinar makes up for it. */
export function bounced(rule: RuleOf<'bounced'>, history: History, ledger: Ledger): void {
  for (const [webinar, visits] of history.visitsAfter) {
    if (!isOfRule(rule, history.webinars.get(webinar)!)) continue
    const bounces = visits.filter(({ seconds }) => seconds !== null && seconds < rule.underSeconds)
    if (bounces.length === 0) continue
    const stayed = visits.find(({ seconds }) => seconds !== null && seconds >= rule.underSeconds)
    const interest = lastInterest(webinar, history)
    const standing = stayed ? [] : bounces.filter(({ time }) => interest <= time)
    if (standing.length > 0) {
      const acts = standing.map((bounce) => actOf(bounce, webinar))
      payWithin(ONCE, rule, acts, history, ledger)
    } else {
      const facts = bounces.flatMap((bounce) => bounce.facts)
      ledger.withhold(rule, { at: bounces[0]!.time, webinar, facts, reason: 'bounce_made_up' })
    }
  }
}

/** The last act of interest of a webinar that makes up for short visits before it. */
function lastInterest(webinar: string, history: History): number {
  const acts = [
    ...history.of('form.submitted'),
    ...history.of('meeting.booked'),
    ...history.of('content.downloaded'),
    ...history.of('chat.sent').filter(({ data }) => data.channel === 'site'),
  ]
  let last = -Infinity
  for (const act of acts) if (act.time > last && history.webinarOf(act) === webinar) last = act.time
  return last
}
