import type { HistoryAnswer } from '../../../src/http/workspace/people.ts'

export type Step = HistoryAnswer['steps'][number]

/** The points of the line: one a step, and the last one held up to the moment of the answer. */
export function pointsOf({ steps, asOf }: Pick<HistoryAnswer, 'steps' | 'asOf'>): { x: number; y: number }[] {
  const points = steps.map(({ at, score }) => ({ x: Date.parse(at), y: score }))
  const last = points.at(-1)
  return last ? [...points, { x: Math.max(last.x, Date.parse(asOf)), y: last.y }] : []
}

/** Which step held at a moment: its index; -1 before the first. */
export function stepAt(steps: readonly Step[], at: string): number {
  return steps.findLastIndex((step) => Date.parse(step.at) <= Date.parse(at))
}

/** By how much each step moved the score; null where what was before is not known. */
export function movesOf({ steps, complete }: Pick<HistoryAnswer, 'steps' | 'complete'>): (number | null)[] {
  return steps.map(({ score }, index) => {
    if (index === 0) return complete ? score : null
    return score - steps[index - 1]!.score
  })
}

/** Up to so many round moments between two: midnights, or the first of a month when it is longer than that. */
export function ticksBetween(from: number, to: number, most: number): number[] {
  const day = 86_400_000
  const days = (to - from) / day
  const every = [1, 2, 7, 14, 30, 61, 91, 183, 365].find((each) => days / each <= most) ?? Math.ceil(days / most)
  const first = Math.ceil(from / day) * day
  const ticks: number[] = []
  for (let at = first; at <= to; at += every * day) ticks.push(at)
  return ticks
}

/** The ticks and one at the very end, in place of the last where there is no room for both. */
export function endingAt(to: number, ticks: readonly number[]): number[] {
  const [before, last] = ticks.length > 1 ? ticks.slice(-2) : [undefined, ticks[0]]
  const isNear = last !== undefined && (before === undefined || to - last < (last - before) * 0.75)
  return [...(isNear ? ticks.slice(0, -1) : ticks), to]
}
