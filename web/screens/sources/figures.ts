import type { Sent } from './queries.ts'

type Day = Sent['days'][number]

/** What the days of a sender come to together; delays are seconds, null where nothing tells when it happened. */
export interface Figures {
  today: Day
  came: number
  rejected: number
  /** Of those of which it is known, so many came more than a minute late, from 0 to 1. */
  late: number | null
  mean: number | null
  longest: number | null
  most: Day
}

export function figuresOf(days: readonly Day[]): Figures {
  const sum = (of: (day: Day) => number) => days.reduce((all, day) => all + of(day), 0)
  const timed = sum((day) => day.timed)
  const longest = days.flatMap((day) => day.longestDelaySeconds ?? [])
  return {
    today: days.at(-1)!,
    came: sum((day) => day.came),
    rejected: sum((day) => day.rejected),
    late: timed > 0 ? sum((day) => day.late) / timed : null,
    mean: timed > 0 ? sum((day) => (day.meanDelaySeconds ?? 0) * day.timed) / timed : null,
    longest: longest.length > 0 ? Math.max(...longest) : null,
    most: days.reduce((most, day) => (day.came > most.came ? day : most)),
  }
}
