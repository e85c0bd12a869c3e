import { withoutStart } from './description.ts'
import { type Runs, runsOf, saidStart } from './runs.ts'
import type { SeriesFact, Track } from './track.ts'

/** A room that really ran. `begin` and `end` as far as anyone says; `practice`: nothing else happened in it. */
export interface Instance {
  readonly text: string
  readonly facts: readonly SeriesFact[]
  readonly runs: Runs
  readonly practice: boolean
  readonly begin: number | null
  readonly end: number | null
}

export function instanceOf({ text, facts }: Track): Instance {
  const printed = /^report\/(-?\d+)$/.exec(text)
  const runs = runsOf(facts, printed ? Number(printed[1]) : null)
  const practice = runs.practised !== null && runs.exact.length + runs.report.length === 0
  const starts = [...runs.exact, ...runs.report].flatMap(({ from }) => from ?? [])
  const begin = earliest(starts) ?? saidStart(facts) ?? runs.practised
  const ends = facts.filter(({ type }) => type === 'webinar.ended').map(({ time }) => time)
  // What a practice says of its start is no schedule of the webinar.
  return { text, facts: practice ? facts.map(withoutStart) : facts, runs, practice, begin, end: latest(ends) }
}

/** By begin, or end where only that is known; rooms of unknown time last. */
export function byBegin(a: Instance, b: Instance): number {
  const [from, to] = [a.begin ?? a.end ?? Infinity, b.begin ?? b.end ?? Infinity]
  if (from !== to) return from < to ? -1 : 1
  return a.text < b.text ? -1 : 1
}

function earliest(times: readonly number[]): number | null {
  return times.length > 0 ? Math.min(...times) : null
}

function latest(times: readonly number[]): number | null {
  return times.length > 0 ? Math.max(...times) : null
}
