import { type Estimate, shareOf } from './estimate.ts'
import { countWon } from './lift.ts'
import type { Case } from './sample.ts'

/** What a threshold was good for: precision is how many of those who reached it were won, recall how many winners did. */
export interface Reached {
  readonly reached: number
  readonly won: number
  /** Null when nobody reached it. */
  readonly precision: Estimate | null
  /** Null when nobody was won. */
  readonly recall: Estimate | null
}

export function reachedOf(cases: readonly Case[], stage: 'mql' | 'sql'): Reached {
  const reached = cases.filter((each) => each[stage])
  const won = countWon(reached)
  return {
    reached: reached.length,
    won,
    precision: shareOf(won, reached.length),
    recall: shareOf(won, countWon(cases)),
  }
}
