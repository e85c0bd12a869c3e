import { wantsNoMail } from '../domain/consent.ts'
import { canonicalFacts, type Fact } from '../domain/fact.ts'
import { consentFacts } from '../store/consent.ts'
import { factOf } from './fact-of-row.ts'
import type { Workspace } from './workspace.ts'

/**
 * Which of these people left the mailing list, marked a mail as spam or withdrew consent, by all that is known today:
 * whoever left since a moment that a list is for must not be written to either.
 */
export function whoWantsNoMail(ws: Workspace, people: readonly number[]): Set<number> {
  const known = new Map<number, Fact[]>()
  for (const { asked, ...row } of consentFacts(ws.db, people)) {
    const facts = known.get(asked)
    if (facts) facts.push(factOf(row))
    else known.set(asked, [factOf(row)])
  }
  return new Set([...known].filter(([, facts]) => wantsNoMail(canonicalFacts(facts))).map(([person]) => person))
}
