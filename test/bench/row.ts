/** One line of the bench: what was measured beside what, and what design asks of it. */
export interface Row {
  name: string
  /** What was done, and what the baseline did. */
  what: string
  against: string
  value: number
  unit: string
  baseline: number | null
  ratio: number | null
  goal: number
  /** What the goal is about, and whether it is a least or a most. */
  goalOf: 'ratio' | 'value'
  goalIs: 'least' | 'most'
  must: Demand[]
  reached: 'goal' | 'must' | 'no'
  note: string
  beside: Beside[]
  costs?: Cost[]
}

/** A demand without which the row is no good. */
export interface Demand {
  what: string
  got: number
  asked: string
  ok: boolean
}

/** Another program on the same data. */
export interface Beside {
  name: string
  value: number
  unit: string
  note: string
}

/** A part of the time that a profile found. */
export interface Cost {
  thread: string
  share: number
  what: string
}

type Measured = Omit<Row, 'ratio' | 'reached' | 'note' | 'beside'> & { note?: string; beside?: Beside[] }

/** A row with what follows from its figures. */
export function rowOf(measured: Measured): Row {
  const { value, baseline, goal, goalOf, goalIs, must } = measured
  const ratio = baseline === null ? null : value / baseline
  const judged = goalOf === 'ratio' ? ratio : value
  const reachesGoal = judged !== null && (goalIs === 'least' ? judged >= goal : judged <= goal)
  const reached = !must.every(({ ok }) => ok) ? 'no' : reachesGoal ? 'goal' : 'must'
  const rounded = { value: short(value), baseline: baseline === null ? null : short(baseline) }
  return { note: '', beside: [], ...measured, ...rounded, ratio: ratio === null ? null : short(ratio), reached }
}

export function atLeast(what: string, got: number, limit: number): Demand {
  return { what, got: short(got), asked: `≥ ${limit.toLocaleString('en')}`, ok: got >= limit }
}

export function atMost(what: string, got: number, limit: number): Demand {
  return { what, got: short(got), asked: `≤ ${limit.toLocaleString('en')}`, ok: got <= limit }
}

/** Four digits say all that a measurement knows. */
export function short(value: number): number {
  return Number(value.toPrecision(4))
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below or at which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]!
}
