import type { Span } from './standing.ts'

/** How many people were in the room in each minute of the live time, counted at the minute's start; and the peak. */
export interface Audience {
  readonly minutes: { minute: number; people: number }[]
  /** The most people at any moment, and the second of the live time at which they were first there. */
  readonly peak: { people: number; at: number }
}

/** How many came and went at each second of the live time. */
export class Crowd {
  readonly #changes = new Map<number, number>()

  /** One person; spans are disjoint. */
  add(spans: readonly Span[]): void {
    for (const [from, to] of spans) {
      this.#change(from, 1)
      this.#change(to, -1)
    }
  }

  /** `seconds`: length of the live time so far. */
  audience(seconds: number): Audience {
    return audienceOf(this.#changes, seconds)
  }

  #change(at: number, people: number): void {
    this.#changes.set(at, (this.#changes.get(at) ?? 0) + people)
  }
}

function audienceOf(changes: ReadonlyMap<number, number>, seconds: number): Audience {
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
