import { isRight, isWho } from '../condition.ts'
import type { Fact } from '../fact.ts'
import { listedAttribute, multiplierOf } from '../fit.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { answered, type Profile } from '../profile.ts'
import type { Rule, RuleOf } from '../rule.ts'
import { visitsSince } from '../site-visits.ts'

/** No known address lies outside the free mailboxes. */
export function freeEmail(rule: RuleOf<'free_email'>, history: History, ledger: Ledger): void {
  const { domains, model } = history
  if (domains.length === 0 || domains.some((domain) => !model.freeMailboxes.has(domain))) return
  const at = Math.min(...history.addresses.values())
  const fact = history.facts.find(({ time }) => time === at)!
  ledger.pay(rule, { at, facts: [fact.id], params: { domain: domains[0]! } })
}

/** Left the mailing list or complained, and has not given consent again. */
export function unsubscribed(rule: RuleOf<'unsubscribed'>, history: History, ledger: Ledger): void {
  const consents = history.of('consent.changed').filter(({ data }) => data.state === 'given')
  const consentedAt = consents.at(-1)?.time ?? -Infinity
  const left = [...history.of('email.unsubscribed'), ...history.of('email.complained')]
    .filter(({ time }) => time > consentedAt)
    .sort((a, b) => a.time - b.time)[0]
  if (!left) return
  const reason = left.type === 'email.complained' ? 'complained' : rule.id
  ledger.pay(rule, { at: left.time, facts: [left.id], reason })
}

/** Has all the right characteristics; unknown is not right. */
export function fitComplete(rule: RuleOf<'fit_complete'>, history: History, ledger: Ledger): void {
  const { characteristics, roleOf } = history.model
  if (characteristics.length === 0) return
  const since = heldSince(history, (profile) => characteristics.every((one) => isRight(one, profile, roleOf)))
  if (since) payFit(rule, since, history, ledger)
}

/** Is who the rule means: by role, size, industry, country or any answer. */
export function profile(rule: RuleOf<'profile'>, history: History, ledger: Ledger): void {
  const since = heldSince(history, (known) => isWho(rule.when, known, history.model.roleOf))
  if (since) payFit(rule, since, history, ledger)
}

/** Enough visits of the site, without a break since a moment. */
export function siteActivity(rule: RuleOf<'site_activity'>, history: History, ledger: Ledger): void {
  const enough = visitsSince(rule.visits, history)
  if (enough) ledger.pay(rule, { at: enough.since, facts: enough.facts })
}

/** Points for fit, multiplied for a target audience. */
function payFit(rule: Rule, { id, time }: Held, { model, profile }: History, ledger: Ledger): void {
  const multiplier = multiplierOf(model, profile)
  if (multiplier === 1) ledger.pay(rule, { at: time, facts: [id] })
  else {
    const params = { usual: rule.points, multiplier }
    const points = Math.round(rule.points * multiplier)
    ledger.pay(rule, { at: time, facts: [id], points, reason: 'audience', params })
  }
}

/** Has a listed negative characteristic. */
export function wrongFit(rule: RuleOf<'wrong_fit'>, history: History, ledger: Ledger): void {
  const since = heldSince(history, (profile) => listedAttribute(rule.lists, profile, history.model) !== null)
  if (since)
    ledger.pay(rule, {
      at: since.time,
      facts: [since.id],
      params: { attribute: listedAttribute(rule.lists, since.profile, history.model)! },
    })
}

interface Held {
  id: string
  time: number
  profile: Profile
}

/** The answer by which the person came to be so and still is; null: is not so. */
function heldSince(history: History, holds: (profile: Profile) => boolean): Held | null {
  let profile: Profile = {}
  let begin: Fact | null = null
  for (const fact of history.facts) {
    if (!fact.profile) continue
    profile = answered(profile, fact.profile)
    if (!holds(profile)) begin = null
    else if (!begin) begin = fact
  }
  return begin && { id: begin.id, time: begin.time, profile }
}
