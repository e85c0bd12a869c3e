import { detailDoubts } from '../details.ts'
import type { History } from '../history.ts'
import type { Involvement } from '../involvement.ts'
import { hasKeyword } from '../keywords.ts'
import type { Ledger } from '../ledger.ts'
import type { RuleOf } from '../rule.ts'
import { isOfRule, narrows } from './of-rule.ts'

/** Registered for a webinar. A cancelled or denied registration lifts its rows, a pending one pays nothing yet. */
export function registered(rule: RuleOf<'registered'>, history: History, ledger: Ledger): void {
  for (const involvement of history.involvements) {
    const { registration, webinar } = involvement
    const state = registration.at(history.asOf)
    const since = registration.since
    if (state === 'pending' && isPlain(rule)) {
      const pending = involvement.facts.find(({ type }) => type === 'person.registered')!
      ledger.withhold(rule, {
        at: pending.time,
        webinar: webinar.id,
        facts: [pending.id],
        reason: 'registration_pending',
      })
    }
    if (!since || state === 'pending' || !holds(rule, involvement, history, since.time)) continue
    const ground = rule.withQuestion || rule.keywords ? registration.question! : since
    if (state === 'approved') {
      const doubts = rule.withRealDetails ? detailDoubts(history) : []
      const detail = { at: Math.max(since.time, ground.time), webinar: webinar.id, facts: [ground.id] }
      if (doubts.length === 0) ledger.pay(rule, detail)
      else ledger.withhold(rule, { ...detail, reason: 'details_doubtful', params: { doubts: doubts.join(', ') } })
    } else {
      const lift = registration.lifts.at(-1)!
      const reason = state === 'denied' ? 'registration_denied' : 'registration_cancelled'
      ledger.withhold(rule, { at: lift.time, webinar: webinar.id, facts: [lift.id], reason })
    }
  }
}

function isPlain(rule: RuleOf<'registered'>): boolean {
  return !narrows(rule) && !rule.withQuestion && !rule.keywords && !rule.withRealDetails && !rule.afterTakingPart
}

function holds(rule: RuleOf<'registered'>, involvement: Involvement, history: History, time: number): boolean {
  const { webinar, registration } = involvement
  if (!isOfRule(rule, webinar)) return false
  if ((rule.withQuestion || rule.keywords) && !registration.question) return false
  if (rule.keywords && !hasKeyword(rule.keywords, registration.question!.data.question!)) return false
  return !rule.afterTakingPart || tookPartElsewhere(history, involvement, time)
}

function tookPartElsewhere({ involvements }: History, here: Involvement, time: number): boolean {
  for (const other of involvements) if (other !== here && other.tookPartBy(time)) return true
  return false
}
