import { beginOf, type Fact } from './fact.ts'
import type { History } from './history.ts'
import { ledgerAt } from './ledger-at.ts'

const DAY_MS = 86_400_000

/**
 * Whether the score has been below what disqualifies for as many days as the model says, as of the history's moment;
 * `facts` are all of the person's, `score` is that of the moment. Looks at every moment at which it may have changed.
 */
export function wasBelow(history: History, facts: readonly Fact[], score: number): boolean {
  const { model, webinars, asOf } = history
  const { disqualify } = model.model
  if (!disqualify || score >= disqualify.below) return false
  const begins = facts.map(beginOf).sort((a, b) => a - b)
  let since: number | null = null
  for (let at = asOf - disqualify.days * DAY_MS; ; ) {
    const then = ledgerAt(model, facts, webinars, at)
    since = then.total < disqualify.below ? (since ?? at) : null
    const next = Math.min(begins.find((begin) => begin > at) ?? Infinity, then.history.moments.next?.time ?? Infinity)
    if (next > asOf) break
    at = Math.ceil(next)
  }
  if (since === null) return false
  const due = since + disqualify.days * DAY_MS
  history.moments.maybe(Math.ceil(due))
  return due <= asOf
}
