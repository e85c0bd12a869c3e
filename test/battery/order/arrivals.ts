import type { Chance } from '../../../src/demo/chance.ts'
import { day, minute, type Told } from './history.ts'

/** When something arrives, ms. */
export interface Arrival {
  told: Told
  at: number
}

const retries = [5, 25, 85].map((minutes) => minutes * minute)

/** Each one to five times, at once, with Zoom's retries or up to seven days late; leaves once more behind everything. */
export function arrivalsOf(history: readonly Told[], chance: Chance): Arrival[] {
  const end = Math.max(...history.map(({ at }) => at))
  const arrivals = history.flatMap((told): Arrival[] => {
    const copies = chance.weighted([
      [1, 5],
      [2, 3],
      [3, 1],
      [4, 0.5],
      [5, 0.5],
    ])
    const again = told.event === 'webinar.participant_left' && chance.happens(0.5) ? [{ told, at: end + minute }] : []
    return [...Array.from({ length: copies }, () => ({ told, at: told.at + delay(chance) })), ...again]
  })
  // And sometimes in any order whatever.
  if (chance.happens(0.3)) for (const arrival of arrivals) arrival.at = end + chance.whole(0, 7 * day)
  return arrivals.toSorted((a, b) => a.at - b.at)
}

function delay(chance: Chance): number {
  const [soon, retried, late] = [
    () => chance.whole(0, 2_000),
    () => chance.pick(retries),
    () => chance.whole(0, 7 * day),
  ]
  return chance.weighted([
    [soon, 6],
    [retried, 3],
    [late, 2],
  ])()
}
