import type { CompiledModel } from './compile.ts'
import { beginOf, type Fact } from './fact.ts'
import { cardAt } from './score.ts'
import type { Stage, Temperature } from './stage.ts'
import type { Webinar } from './webinar.ts'

/** From `at` on, ms UTC, until the next step. */
export interface ScoreStep {
  readonly at: number
  readonly score: number
  readonly stage: Stage
  readonly temperature: Temperature
}

/** So many moments at which facts begin are walked through in one go. */
const BLOCK = 32

/**
 * Every moment until `asOf` at which score, stage or temperature became another one, exactly, the oldest first. Walks
 * back block by block until it has `steps`, or has looked at `work` facts: then it is not `complete`, and the first
 * step says how it stood when the list begins.
 */
export function scoreHistory(
  model: CompiledModel,
  facts: readonly Fact[],
  webinars: ReadonlyMap<string, Webinar>,
  asOf: number,
  most: { steps: number; work: number },
): { steps: ScoreStep[]; complete: boolean } {
  const begins = [...new Set(facts.map(beginOf))].filter((begin) => begin <= asOf).sort((a, b) => a - b)
  let steps: ScoreStep[] = []
  let work = 0
  let from = begins.length
  for (let to = asOf; from > 0 && work < most.work && steps.length <= most.steps; to = begins[from]! - 1) {
    from = Math.max(0, from - BLOCK)
    const block: ScoreStep[] = []
    for (let at: number | null = begins[from]!; at !== null && at <= to; ) {
      const { card, history } = cardAt(model, facts, webinars, at)
      const { score, stage, temperature } = card
      block.push({ at, score, stage, temperature })
      work += facts.length
      const next: { time: number } | null = history.moments.next
      at = next && Math.ceil(next.time)
    }
    steps = changesIn([...block, ...steps])
  }
  const complete = from === 0 && steps.length <= most.steps
  return { steps: steps.slice(-most.steps), complete }
}

function changesIn(steps: readonly ScoreStep[]): ScoreStep[] {
  return steps.filter((step, index) => {
    const before = steps[index - 1]
    return !before || (['score', 'stage', 'temperature'] as const).some((key) => step[key] !== before[key])
  })
}
