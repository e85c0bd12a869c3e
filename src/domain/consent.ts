import type { Fact } from './fact.ts'

/**
 * Whether somebody left the mailing list, marked a mail as spam or withdrew consent, and has not given it since. Facts in
 * canonical order.
 */
export function wantsNoMail(facts: readonly Fact[]): boolean {
  let left = false
  for (const fact of facts) {
    if (fact.type === 'email.unsubscribed' || fact.type === 'email.complained') left = true
    else if (fact.type === 'consent.changed' && fact.data.state !== 'pending') left = fact.data.state === 'withdrawn'
  }
  return left
}
