import { aucOf } from './auc.ts'
import { type Band, bandsOf, type Range } from './bands.ts'
import type { Estimate } from './estimate.ts'
import { countWon, type Lift, liftOf } from './lift.ts'
import { type Reached, reachedOf } from './reached.ts'
import type { Case } from './sample.ts'

/** How well a model told winners from losers in a part of the past. Times are ms UTC, null of nobody. */
export interface Figures {
  readonly people: number
  readonly won: number
  readonly lost: number
  readonly from: number | null
  readonly to: number | null
  readonly bands: Band[]
  readonly lift: Lift[]
  readonly thresholds: { readonly mql: Reached; readonly sql: Reached }
  readonly auc: Estimate | null
}

const shares = [0.1, 0.2]

export function figuresOf(cases: readonly Case[], ranges: readonly Range[]): Figures {
  const won = countWon(cases)
  let [from, to] = [Infinity, -Infinity]
  for (const { at } of cases) [from, to] = [Math.min(from, at), Math.max(to, at)]
  return {
    people: cases.length,
    won,
    lost: cases.length - won,
    from: cases.length > 0 ? from : null,
    to: cases.length > 0 ? to : null,
    bands: bandsOf(cases, ranges),
    lift: shares.flatMap((share) => liftOf(cases, share) ?? []),
    thresholds: { mql: reachedOf(cases, 'mql'), sql: reachedOf(cases, 'sql') },
    auc: aucOf(cases),
  }
}
