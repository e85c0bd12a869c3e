import type { AlertMessage } from '../../domain/alert/message.ts'

export type Cell = 'live' | 'replay' | 'away'
type Presence = NonNullable<AlertMessage['presence']>
type Stretches = Presence['live']

const CELLS = 20

/** The live time that has passed in 20 cells; where both, live outranks. Null where nothing has passed. */
export function cellsOf({ seconds, live, replay }: Presence): Cell[] | null {
  if (!(seconds > 0)) return null
  const length = seconds / CELLS
  const isIn = (stretches: Stretches, at: number) =>
    stretches.some(([from, to]) => to > from && from < at + length && to > at)
  return Array.from({ length: CELLS }, (_, index) => {
    const at = index * length
    return isIn(live, at) ? 'live' : isIn(replay, at) ? 'replay' : 'away'
  })
}

/** Seconds of all stretches together, each second once. */
export function secondsOf(stretches: Stretches): number {
  let [sum, end] = [0, Number.NEGATIVE_INFINITY]
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    sum += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return sum
}
