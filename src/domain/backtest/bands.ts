import { type Estimate, shareOf } from './estimate.ts'
import { countWon } from './lift.ts'
import type { Judged } from './sample.ts'

/** Scores from `from` on and below `to`; null: no bound on that side. */
export interface Range {
  readonly from: number | null
  readonly to: number | null
}

export interface Band extends Range {
  readonly people: number
  readonly won: number
  /** Null where nobody of the past was in the band. */
  readonly conversion: Estimate | null
}

/** So many bands, with about equally many people of the past in each. */
const bands = 5

/**
 * Bands of scores as the past fills them: fifths, joined where many people have one score. Every score lies in just one
 * of them.
 */
export function rangesOf(past: readonly Judged[]): Range[] {
  const scores = past.map(({ score }) => score).sort((a, b) => a - b)
  const edges = new Set<number>()
  for (let fifth = 1; fifth < bands; fifth++) {
    const edge = scores[Math.round((scores.length * fifth) / bands)]
    if (edge !== undefined && edge > scores[0]!) edges.add(edge)
  }
  const bounds = [null, ...edges, null]
  return bounds.slice(1).map((to, at) => ({ from: bounds[at]!, to }))
}

export function isIn({ from, to }: Range, score: number): boolean {
  return (from === null || score >= from) && (to === null || score < to)
}

/** How many of each band were won. */
export function bandsOf(people: readonly Judged[], ranges: readonly Range[]): Band[] {
  return ranges.map(({ from, to }) => {
    const inside = people.filter(({ score }) => isIn({ from, to }, score))
    const won = countWon(inside)
    return { from, to, people: inside.length, won, conversion: shareOf(won, inside.length) }
  })
}
