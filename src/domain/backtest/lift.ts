import { type Estimate, shareOf } from './estimate.ts'
import type { Judged } from './sample.ts'

/** How many times as many of the highest scores were won as of all. */
export interface Lift {
  /** Which part of the people is looked at: 0.1 are the highest 10 %. */
  readonly share: number
  readonly people: number
  /** Winners among them; not whole where the cut goes through equal scores. */
  readonly won: number
  readonly conversion: Estimate
  readonly lift: Estimate | null
  /** Equal scores through which the cut goes: of these `people`, `taken` belong to the part, winners in proportion. */
  readonly tied: { readonly score: number; readonly people: number; readonly taken: number } | null
}

/**
 * Lift of the highest `share`, rounded up to whole people. Where the cut goes through people of one score, each order
 * among them is as good as another: their winners count in proportion. The interval is Wilson's of the conversion, over
 * the conversion of all, which is taken as known. Null of nobody.
 */
export function liftOf(all: readonly Judged[], share: number): Lift | null {
  if (all.length === 0) return null
  const ranked = all.toSorted((a, b) => b.score - a.score)
  // 0.1 of 70 is a little more than 7 to a computer.
  const people = Math.ceil(all.length * share - 1e-9)
  const score = ranked[people - 1]!.score
  const above = ranked.filter((person) => person.score > score)
  const equal = ranked.filter((person) => person.score === score)
  const taken = people - above.length
  const won = countWon(above) + (countWon(equal) * taken) / equal.length
  const conversion = shareOf(won, people)!
  const usual = countWon(all) / all.length
  const lift = usual > 0 ? timesAsMuch(conversion, usual) : null
  const tied = taken < equal.length ? { score, people: equal.length, taken } : null
  return { share, people, won, conversion, lift, tied }
}

export function countWon(people: readonly Judged[]): number {
  let count = 0
  for (const { won } of people) if (won) count++
  return count
}

function timesAsMuch({ value, from, to }: Estimate, usual: number): Estimate {
  return { value: value / usual, from: from / usual, to: to / usual }
}
