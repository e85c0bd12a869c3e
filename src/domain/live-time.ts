import { type Interval, intersect, union } from './interval.ts'
import type { Run, Runs } from './runs.ts'

/** When a webinar was to run; `to` null: nobody said for how long. */
export interface Schedule {
  readonly from: number
  readonly to: number | null
}

/** What bears on a webinar's time: `set` is the live time that a producer set by hand. */
export interface Timing extends Pick<Runs, 'exact' | 'report'> {
  readonly scheduled: Schedule | null
  readonly set: Interval | null
}

/** A run whose start is known. */
interface Begun {
  readonly from: number
  readonly to: number | null
}

/**
 * When the room ran: the union of its runs, with lost starts and ends filled in; without any run the time that a
 * producer set, else the schedule. What the platform said as it happened counts, a report only fills in what is lost.
 * `provisional`: the end is only the scheduled one.
 */
export function runningTime({ exact, report, scheduled, set }: Timing): { running: Interval[]; provisional: boolean } {
  const known = begunRuns(exact, report, scheduled)
  const begun = known.length > 0 ? known : begunRuns(report, [], scheduled)
  const closed = begun.filter((run): run is Interval => run.to !== null)
  const open = begun.filter(({ from, to }) => to === null && !closed.some((run) => run.from <= from && from < run.to))
  if (closed.length + open.length === 0) {
    if (set) return { running: [set], provisional: false }
    if (!scheduled) return { running: [], provisional: false }
    return {
      running: union([{ from: scheduled.from, to: scheduled.to ?? Infinity }]),
      provisional: scheduled.to !== null,
    }
  }
  const starts = [...closed, ...open].map(({ from }) => from)
  let provisional = false
  const ended = open.map(({ from }) => {
    const next = Math.min(...starts.filter((start) => start > from))
    if (next !== Infinity) return { from, to: next }
    if (set && set.to > from) return { from, to: set.to }
    if (!scheduled || scheduled.to === null || scheduled.to <= from) return { from, to: Infinity }
    provisional = true
    return { from, to: scheduled.to }
  })
  return { running: union([...closed, ...ended]), provisional }
}

/** The part of the running time that counts for attendance: cut to the schedule if they overlap, or what was set. */
export function liveTime(running: readonly Interval[], { scheduled, set }: Timing): Interval[] {
  if (set) return [set]
  if (!scheduled) return [...running]
  const live = intersect(running, [{ from: scheduled.from, to: scheduled.to ?? Infinity }])
  return live.length > 0 ? live : [...running]
}

/** Runs with a lost start or end filled in: by another run of the same kind first, then by `hints`. */
function begunRuns(runs: readonly Run[], hints: readonly Run[], scheduled: Schedule | null): Begun[] {
  const starts = runs.flatMap(({ from }) => from ?? [])
  const orphans = new Set(runs.filter(({ from }) => from === null))
  const begun: Begun[] = []
  for (const { from, to } of runs) {
    if (from === null) continue
    const next = Math.min(...starts.filter((start) => start > from))
    const fits = (end: Run) => end.to !== null && end.to > from && end.to <= next
    const own = [...orphans].filter(fits)
    if (to === null) for (const end of own) orphans.delete(end)
    begun.push({ from, to: to ?? latest(own.map(({ to }) => to)) ?? latest(hints.filter(fits).map(({ to }) => to)) })
  }
  for (const { to, guess, after } of orphans) {
    const printed = latest(hints.map(({ from }) => from).filter((from) => from !== null && from >= after && from < to!))
    const from = [printed, guess, scheduled?.from].find((start) => start != null && start < to!)
    if (from != null) begun.push({ from: Math.max(from, after), to })
  }
  return begun.filter(({ from, to }) => to === null || to > from)
}

function latest(times: readonly (number | null)[]): number | null {
  return times.length > 0 ? Math.max(...times.map((time) => time!)) : null
}
