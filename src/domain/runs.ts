import type { SeriesFact } from './track.ts'

/**
 * One stretch for which a room ran, ms UTC; null where the start or the end got lost.
 * `guess`: when it is said to have begun if its start got lost; `after`: it cannot have begun before.
 */
export interface Run {
  readonly from: number | null
  readonly to: number | null
  readonly guess: number | null
  readonly after: number
}

/** Runs by what speaks of them: the platform as it happened, or its report. Practice is left out. */
export interface Runs {
  readonly exact: readonly Run[]
  readonly report: readonly Run[]
  /** When the first practice began (or ended, its start being lost); null: nobody practised. */
  readonly practised: number | null
}

/** The runs in all that is said under one name; `printed` is the start that a report carries in its name. */
export function runsOf(facts: readonly SeriesFact[], printed: number | null = null): Runs {
  const guess = saidStart(facts)
  const starts = { exact: [] as number[], report: printed === null ? [] : [printed] }
  const ends = { exact: [] as End[], report: [] as End[] }
  for (const { type, time, data } of facts) {
    if (type === 'webinar.started') starts[data.evidence ?? 'exact'].push(time)
    if (type === 'webinar.ended') ends[data.evidence ?? 'exact'].push({ time, practice: data.practice === true })
  }
  const exact = pair(starts.exact, ends.exact, guess)
  const report = pair(starts.report, ends.report, guess)
  const practised = Math.min(exact.practised, report.practised)
  return { exact: exact.runs, report: report.runs, practised: practised === Infinity ? null : practised }
}

/** The earliest start that deliveries under one name happen to mention. */
export function saidStart(facts: readonly SeriesFact[]): number | null {
  const said = facts.flatMap(({ type, data }) => (type === 'webinar.mentioned' ? (data.startsAt ?? []) : []))
  return said.length > 0 ? Math.min(...said) : null
}

interface End {
  readonly time: number
  readonly practice: boolean
}

/** Every start opens a run, the last end before the next start closes it, an end of practice takes it away. */
function pair(starts: number[], ends: End[], guess: number | null): { runs: Run[]; practised: number } {
  starts.sort((a, b) => a - b)
  ends.sort((a, b) => a.time - b.time)
  const runs: Run[] = []
  let practised = Infinity
  let after = -Infinity
  let current: Run | null = null
  let next = 0
  for (const { time, practice } of ends) {
    // A start at the very moment of an end opens the next run, unless there is none that this end could close.
    while (next < starts.length && (starts[next]! < time || (starts[next] === time && current?.to !== null))) {
      current = { from: starts[next++]!, to: null, guess, after }
      runs.push(current)
    }
    if (practice) {
      practised = Math.min(practised, (current && runs.pop()!.from) ?? time)
      current = null
      after = time
    } else {
      current = { ...(current ? runs.pop()! : { from: null, guess, after }), to: time }
      runs.push(current)
    }
  }
  for (const from of starts.slice(next)) runs.push({ from, to: null, guess, after })
  return { runs, practised }
}
