import { detailDoubts } from '../details.ts'
import type { FactOf } from '../fact.ts'
import type { History } from '../history.ts'
import type { Involvement } from '../involvement.ts'
import { hasKeyword } from '../keywords.ts'
import type { Ledger } from '../ledger.ts'
import type { RuleOf } from '../rule.ts'
import { aboutBuying, buyingWordsIn } from './asked-about.ts'
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
    const asked = askedIn(rule, involvement, history)
    if (asked === null) continue
    const ground = asked?.form ?? since
    if (state === 'approved') {
      const doubts = rule.withRealDetails ? detailDoubts(history) : []
      const detail = { at: Math.max(since.time, ground.time), webinar: webinar.id, facts: [ground.id] }
      if (doubts.length === 0) ledger.pay(rule, asked?.words ? { ...detail, ...aboutBuying(asked.words) } : detail)
      else ledger.withhold(rule, { ...detail, reason: 'details_doubtful', params: { doubts: doubts.join(', ') } })
    } else {
      const lift = registration.lifts.at(-1)!
      const reason = state === 'denied' ? 'registration_denied' : 'registration_cancelled'
      ledger.withhold(rule, { at: lift.time, webinar: webinar.id, facts: [lift.id], reason })
    }
  }
}

function isPlain(rule: RuleOf<'registered'>): boolean {
  return !narrows(rule) && !asksForWords(rule) && !rule.withRealDetails && !rule.afterTakingPart
}

function holds(rule: RuleOf<'registered'>, involvement: Involvement, history: History, time: number): boolean {
  if (!isOfRule(rule, involvement.webinar)) return false
  return !rule.afterTakingPart || tookPartElsewhere(history, involvement, time)
}

function asksForWords({ withQuestion, keywords, buying }: RuleOf<'registered'>): boolean {
  return Boolean(withQuestion || keywords || buying)
}

interface Asked {
  form: FactOf<'person.registered'>
  words?: string[]
}

/** The form with what a rule asks of it; undefined: it asks nothing of forms, null: there is none. */
function askedIn(
  rule: RuleOf<'registered'>,
  { registration }: Involvement,
  history: History,
): Asked | null | undefined {
  const { withQuestion, keywords, buying } = rule
  if (!asksForWords(rule)) return undefined
  const { question } = registration
  if ((withQuestion || keywords) && !question) return null
  if (keywords && !hasKeyword(keywords, question!.data.question!)) return null
  if (!buying) return { form: question! }
  for (const form of registration.forms) {
    const words = buyingWordsIn(form, buying, history)
    if (words.length > 0) return { form, words }
  }
  return null
}

function tookPartElsewhere({ involvements }: History, here: Involvement, time: number): boolean {
  for (const other of involvements) if (other !== here && other.tookPartBy(time)) return true
  return false
}
