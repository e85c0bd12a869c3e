import type { CompiledModel } from '../compile.ts'
import type { Fact } from '../fact.ts'
import type { LedgerLine } from '../ledger.ts'
import { cardAt } from '../score.ts'
import { isBeyond } from '../stage.ts'
import { isStaff } from '../standing.ts'
import type { Webinar } from '../webinar.ts'
import { type Case, factsBefore, outcomeOf } from './sample.ts'

/** What is known of a person, as `score` wants it. */
export interface Known {
  readonly person: number
  readonly facts: readonly Fact[]
  readonly webinars: ReadonlyMap<string, Webinar>
}

/**
 * Somebody whose deal was decided, scored as of the last millisecond before that. `open`: nothing has been decided yet.
 * `unknown`: before the outcome nothing was known of them, so there is nothing to judge. `staff`: of the company itself.
 */
export function caseOf(model: CompiledModel, { person, facts, webinars }: Known): Case | 'open' | 'unknown' | 'staff' {
  const outcome = outcomeOf(facts)
  if (!outcome) return 'open'
  const before = factsBefore(facts, outcome.time)
  if (before.length === 0) return 'unknown'
  const { card, ledger, history } = cardAt(model, before, webinars, outcome.time - 1)
  if (isStaff(history)) return 'staff'
  const { amount = null, currency = null } = outcome.data
  return {
    person,
    at: outcome.time,
    won: outcome.type === 'deal.won',
    score: card.score,
    mql: isBeyond(card.stage, 'mql'),
    sql: isBeyond(card.stage, 'sql'),
    amount,
    currency: amount === null ? null : currency,
    paid: paidBy(ledger),
  }
}

/** The score of an open lead as of a moment; none of whoever never was a lead, is a customer, sent back, out, or staff. */
export function openScoreOf(model: CompiledModel, { facts, webinars }: Known, now: number): number[] {
  const { card, history } = cardAt(model, facts, webinars, now)
  const isOpen = isBeyond(card.stage, 'lead') && card.stage !== 'customer' && !isStaff(history)
  return isOpen ? [card.score] : []
}

function paidBy(ledger: readonly LedgerLine[]): Map<string, number> {
  const paid = new Map<string, number>()
  for (const { rule, points } of ledger) paid.set(rule, (paid.get(rule) ?? 0) + points)
  return paid
}
