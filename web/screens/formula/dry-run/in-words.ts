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

/** Rules whose difference between winners and losers is no chance, and the others; each the largest first. */
export function apart<Rule extends { difference: Estimate | null }>(rules: readonly Rule[]) {
  const sorted = rules.toSorted((a, b) => (b.difference?.value ?? -Infinity) - (a.difference?.value ?? -Infinity))
  const tells = ({ difference }: Rule) => difference !== null && wayOf(difference) !== 'unclear'
  return { telling: sorted.filter(tells), others: sorted.filter((rule) => !tells(rule)) }
}
