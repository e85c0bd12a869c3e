import type { Ledger } from '../ledger.ts'
import type { Rule } from '../rule.ts'

/** Pays the first of several acts in a webinar; the others share one +0 line. `acts` are in order of time. */
export function payOnce(
  rule: Rule,
  ledger: Ledger,
  webinar: string,
  acts: readonly { time: number; id?: string; facts?: readonly string[] }[],
): void {
  const [first] = acts
  if (!first) return
  ledger.pay(rule, { at: first.time, webinar, facts: idsOf(first) })
  if (acts.length === 1) return
  const others = acts.slice(1)
  ledger.withhold(rule, {
    at: others[0]!.time,
    webinar,
    facts: others.flatMap(idsOf),
    reason: 'once_per_webinar',
    params: { count: others.length },
  })
}

function idsOf({ id, facts }: { id?: string; facts?: readonly string[] }): readonly string[] {
  return facts ?? [id!]
}
