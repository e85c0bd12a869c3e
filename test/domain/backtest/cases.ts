import type { Case, Judged } from '../../../src/domain/backtest/sample.ts'

/** Somebody who was won or lost with a score. */
export const judged = (score: number, won: boolean): Judged => ({ score, won })

/** So many with one score, so many of them won. */
export const crowd = (score: number, people: number, won: number): Judged[] =>
  Array.from({ length: people }, (_, at) => judged(score, at < won))

let made = 0

/** Somebody of the past; each one later than the one before. */
export function makeCase(changes: Partial<Case> = {}): Case {
  made++
  const { score = 0 } = changes
  return {
    ...{ person: made, at: made * 1000, won: false, score, mql: score >= 30, sql: score >= 70 },
    ...{ amount: null, currency: null, paid: new Map() },
    ...changes,
  }
}

export const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

/** Numbers in [0, 1) that look like chance and are the same every time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
