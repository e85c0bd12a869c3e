import type { Span } from './standing.ts'

/** How many people were in the room in each minute of the live time, counted at the minute's start; and the peak. */
export interface Audience {
  readonly minutes: { minute: number; people: number }[]
  /** The most people at any moment, and the second of the live time at which they were first there. */
  readonly peak: { people: number; at: number }
}

/** `people`: the spans of each person (seconds of the live time, disjoint); `seconds`: length of the live time so far. */
export function audienceOf(people: Iterable<readonly Span[]>, seconds: number): Audience {
  const changes = new Map<number, number>()
  for (const spans of people) {
    for (const [from, to] of spans) {
      changes.set(from, (changes.get(from) ?? 0) + 1)
      changes.set(to, (changes.get(to) ?? 0) - 1)
    }
  }
  const moments = [...changes.keys()].sort((a, b) => a - b)
  const minutes: { minute: number; people: number }[] = []
  let present = 0
  let peak = { people: 0, at: 0 }
  for (const at of moments) {
    fill(at)
    present += changes.get(at)!
    if (present > peak.people) peak = { people: present, at }
  }
  fill(seconds)
  return { minutes, peak }

  /** Minutes that start before `end` have nobody further coming or going. */
  function fill(end: number): void {
    while (minutes.length * 60 < Math.min(end, seconds)) minutes.push({ minute: minutes.length, people: present })
  }
}
