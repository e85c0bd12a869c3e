export interface Estimate {
  value: number
  from: number
  to: number
}

/** How well scores tell winners from losers: by the AUC, and only where its interval leaves chance behind. */
export type Telling = 'wrong' | 'chance' | 'barely' | 'somewhat' | 'well' | 'veryWell'

export function tellingOf({ value, from, to }: Estimate): Telling {
  if (to < 0.5) return 'wrong'
  if (from <= 0.5) return 'chance'
  if (value < 0.6) return 'barely'
  if (value < 0.7) return 'somewhat'
  return value < 0.8 ? 'well' : 'veryWell'
}

/** Which way a difference points, where its interval does not hold 0. */
export function wayOf({ from, to }: Estimate): 'more' | 'less' | 'unclear' {
  return from > 0 ? 'more' : to < 0 ? 'less' : 'unclear'
}

/** Those whose difference between winners and losers is largest first; those of whom nothing is known last. */
export function byDifference<Rule extends { difference: Estimate | null }>(rules: readonly Rule[]): Rule[] {
  return rules.toSorted((a, b) => (b.difference?.value ?? -Infinity) - (a.difference?.value ?? -Infinity))
}
