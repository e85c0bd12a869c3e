import type { Fact } from '../fact.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { addTo } from '../order.ts'
import type { RuleOf } from '../rule.ts'
import type { Limit } from '../rule-base.ts'
import { factsOf } from './acts.ts'
import { aboutBuying, buyingWordsIn } from './asked-about.ts'
import { type Act, payWithin } from './limits.ts'
import { isOfRule } from './of-rule.ts'

type DidRule = RuleOf<'did'>

/** Something done in or after a webinar, or at any time. Acts of machines never pay, and their line says so. */
export function did(rule: DidRule, history: History, ledger: Ledger): void {
  const facts = factsOf(rule, history)
  if (facts.length === 0) return
  if (rule.place === 'ever') payAll(rule, undefined, facts, history, ledger)
  else for (const [webinar, own] of placed(rule, facts, history, ledger)) payAll(rule, webinar, own, history, ledger)
}

/** What of it belongs where the rule wants it, by webinar. */
function placed(rule: DidRule, facts: readonly Fact[], history: History, ledger: Ledger): Map<string, Fact[]> {
  const byWebinar = new Map<string, Fact[]>()
  for (const fact of facts) {
    const belonging = history.belongingOf(fact)
    if (!belonging || !isOfRule(rule, belonging.webinar)) continue
    const webinar = belonging.webinar.id
    const fits = rule.place === 'any' ? fact.webinar || belonging.when === 'after' : belonging.when === rule.place
    if (fits) addTo(byWebinar, webinar, fact)
    else if (rule.place === 'during' && fact.webinar) {
      ledger.withhold(rule, { at: fact.time, webinar, facts: [fact.id], reason: 'not_during' })
    }
  }
  return byWebinar
}

function payAll(
  rule: DidRule,
  webinar: string | undefined,
  facts: readonly Fact[],
  history: History,
  ledger: Ledger,
): void {
  const machines = facts.filter(isAutomated)
  const human = machines.length > 0 ? facts.filter((fact) => !isAutomated(fact)) : facts
  const acts = human.map((fact) => actOf(rule, webinar, fact, history))
  payWithin(rule.limit ?? usual(rule), rule, acts, history, ledger)
  if (machines.length === 0) return
  const ids = machines.map(({ id }) => id)
  ledger.withhold(rule, { at: machines[0]!.time, webinar, facts: ids, reason: 'automated' })
}

function actOf({ buying }: DidRule, webinar: string | undefined, fact: Fact, history: History): Act {
  const act = { time: fact.time, facts: [fact.id], webinar, item: itemOf(fact) }
  return buying ? { ...act, ...aboutBuying(buyingWordsIn(fact, buying, history)) } : act
}

const ONCE_A_WEBINAR: Limit = { times: 1, per: 'webinar' }
const ONCE_A_MAIL: Limit = { times: 1, per: 'item' }
const ONCE_A_DAY: Limit = { times: 1, per: 'day' }

function usual({ place, act }: DidRule): Limit {
  if (place !== 'ever') return ONCE_A_WEBINAR
  return act.startsWith('mail_') ? ONCE_A_MAIL : ONCE_A_DAY
}

function itemOf({ id, data }: Fact): string {
  return ('messageId' in data && data.messageId) || id
}

function isAutomated(fact: Fact): boolean {
  return 'automated' in fact.data && fact.data.automated === true
}
