import { compareFacts, type Fact, type FactOf } from '../fact.ts'

/** The score of somebody before the deal was decided, and how it was. */
export interface Judged {
  readonly score: number
  readonly won: boolean
}

/** Somebody of the past, scored as of the last millisecond before the outcome with what was known of them by then. */
export interface Case extends Judged {
  /** The store's number of the person. */
  readonly person: number
  /** When the deal was decided, ms UTC. */
  readonly at: number
  /** Had reached the stage MQL or one beyond it. */
  readonly mql: boolean
  readonly sql: boolean
  /** What the deal brought; null where nobody said. */
  readonly amount: number | null
  readonly currency: string | null
  /** What each rule paid in all, by its id; only rules that wrote a line. */
  readonly paid: ReadonlyMap<string, number>
}

export type Outcome = FactOf<'deal.won'> | FactOf<'deal.lost'>

/** The outcome that counts: somebody's first one. Null of somebody about whom nothing has been decided. */
export function outcomeOf(facts: readonly Fact[]): Outcome | null {
  let first: Outcome | null = null
  for (const fact of facts)
    if ((fact.type === 'deal.won' || fact.type === 'deal.lost') && (!first || compareFacts(fact, first) < 0))
      first = fact
  return first
}

/**
 * What may be known for judging: facts before a moment, an interval only if it was over by then. Never what sales say
 * (deals, leads accepted or returned): that is no behaviour but the answer itself.
 */
export function factsBefore(facts: readonly Fact[], moment: number): Fact[] {
  return facts.filter(({ type, time }) => time < moment && !isOfSales(type))
}

function isOfSales(type: Fact['type']): boolean {
  return type.startsWith('deal.') || type.startsWith('lead.')
}

/** How much of the past is the older part, on which points are fitted; the newer part judges them. */
export const olderShare = 0.7

/** The two parts of the past. Outcomes of one moment are never torn apart; `at`: the first moment of the newer part. */
export interface Split {
  readonly older: readonly Case[]
  readonly newer: readonly Case[]
  readonly at: number
}

/** Splits the past by the time of the outcomes, as near to `olderShare` as whole moments allow. */
export function splitInTime(cases: readonly Case[]): Split {
  const inTime = cases.toSorted((a, b) => a.at - b.at || a.person - b.person)
  const wanted = inTime.length * olderShare
  let cut = inTime.length
  for (let at = 1; at < inTime.length; at++) {
    const isNearer = cut === inTime.length || Math.abs(at - wanted) < Math.abs(cut - wanted)
    if (isNearer && inTime[at - 1]!.at !== inTime[at]!.at) cut = at
  }
  const last = inTime.at(-1)?.at ?? 0
  return { older: inTime.slice(0, cut), newer: inTime.slice(cut), at: inTime[cut]?.at ?? last + 1 }
}
