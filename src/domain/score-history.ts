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

/** `complete`: from the first fact, or the asked moment, on. Else the first step says how it stood when the list begins. */
export interface ScoreHistory {
  readonly steps: ScoreStep[]
  readonly complete: boolean
  /** How many facts were looked at for it, again and again. */
  readonly work: number
}

/** So many facts are looked at in one go, if that is enough for a single moment. */
const GO = 5_000

/**
 * Every moment until `asOf` at which score, stage or temperature became another one, exactly, the oldest first. Walks
 * back in time and yields what it has after each go; the last is the whole history. `since`: it need go back no further.
 */
export function* scoreHistory(
  model: CompiledModel,
  facts: readonly Fact[],
  webinars: ReadonlyMap<string, Webinar>,
  asOf: number,
  since = -Infinity,
): Generator<ScoreHistory> {
  const begins = [...new Set([since, ...facts.map(beginOf)])]
    .filter((begin) => begin >= since && begin <= asOf && begin !== -Infinity)
    .sort((a, b) => a - b)
  const most = Math.max(1, Math.floor(GO / facts.length))
  let steps: ScoreStep[] = []
  let work = 0
  for (let to = asOf, end = begins.length; end > 0; ) {
    const first = Math.max(0, end - most)
    const earlier: ScoreStep[] = []
    for (let at: number | null = begins[first]!; at !== null && at <= to; ) {
      const { card, history } = cardAt(model, facts, webinars, at)
      const { score, stage, temperature } = card
      earlier.push({ at, score, stage, temperature })
      work += facts.length
      const next: { time: number } | null = history.moments.next
      at = next && Math.ceil(next.time)
    }
    steps = changesIn([...earlier, ...steps])
    yield { steps, complete: first === 0, work }
    to = begins[first]! - 1
    end = first
  }
}

function changesIn(steps: readonly ScoreStep[]): ScoreStep[] {
  return steps.filter((step, index) => {
    const before = steps[index - 1]
    return !before || (['score', 'stage', 'temperature'] as const).some((key) => step[key] !== before[key])
  })
}
