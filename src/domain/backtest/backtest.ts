import type { Rule } from '../rule.ts'
import { type Applied, appliedOf } from './applied.ts'
import { rangesOf } from './bands.ts'
import { enough, refuseTooFew } from './enough.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Revenue, revenueOf } from './revenue.ts'
import { type Case, olderShare, splitInTime } from './sample.ts'

/** What came out of people: those whose deal was decided, and the scores of the leads that are open now. */
export interface Past {
  readonly cases: readonly Case[]
  readonly openScores: readonly number[]
}

/** How a model would have done on the past. Times are ms UTC. */
export interface Backtest {
  readonly enough: typeof enough
  /** `at`: the first moment of the newer part. */
  readonly split: { readonly at: number; readonly share: number }
  readonly all: Figures
  readonly older: Figures
  readonly newer: Figures
  readonly rules: Applied[]
  readonly revenue: Revenue
}

/** Judges a model by the past. Throws `Refused('conflict')` in words when that is too small. */
export function backtestOf(rules: readonly Rule[], { cases, openScores }: Past): Backtest {
  refuseTooFew(cases)
  const { older, newer, at } = splitInTime(cases)
  const ranges = rangesOf(cases)
  const all = figuresOf(cases, ranges)
  return {
    enough,
    split: { at, share: olderShare },
    all,
    older: figuresOf(older, ranges),
    newer: figuresOf(newer, ranges),
    rules: appliedOf(rules, cases),
    revenue: revenueOf(all.bands, cases, openScores),
  }
}
