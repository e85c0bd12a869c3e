/** A stretch of time, ms UTC, from inclusive to exclusive; `to` is Infinity while nobody knows the end. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** Sorted, disjoint, non-empty union. */
export function union(intervals: Iterable<Interval>): Interval[] {
  const sorted = [...intervals].filter(({ from, to }) => to > from)
  if (sorted.length > 1) sorted.sort((a, b) => a.from - b.from || a.to - b.to)
  const out: { from: number; to: number }[] = []
  for (const { from, to } of sorted) {
    const last = out.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else out.push({ from, to })
  }
  return out
}

/** What lies in both; both must be sorted and disjoint, as `union` returns them. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const out: Interval[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i]!.from, b[j]!.from)
    const to = Math.min(a[i]!.to, b[j]!.to)
    if (to > from) out.push({ from, to })
    if (a[i]!.to < b[j]!.to) i++
    else j++
  }
  return out
}

/** The part before `time`. */
export function cut(intervals: readonly Interval[], time: number): Interval[] {
  return intervals.filter(({ from }) => from < time).map(({ from, to }) => ({ from, to: Math.min(to, time) }))
}

/** Total length in ms of disjoint intervals. */
export function lengthOf(intervals: readonly Interval[]): number {
  let total = 0
  for (const { from, to } of intervals) total += to - from
  return total
}

/** How much of disjoint `intervals` lies before `time`, ms: turns a moment into a position. */
export function positionOf(intervals: readonly Interval[], time: number): number {
  let position = 0
  for (const { from, to } of intervals) if (from < time) position += Math.min(to, time) - from
  return position
}

/** What lies in `a` and not in `b`; both sorted and disjoint. */
export function subtract(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const out: Interval[] = []
  for (const { from, to } of a) {
    let start = from
    for (const hole of b) {
      if (hole.to <= start) continue
      if (hole.from >= to) break
      if (hole.from > start) out.push({ from: start, to: hole.from })
      start = Math.max(start, hole.to)
    }
    if (start < to) out.push({ from: start, to })
  }
  return out
}

/** The moment at which `length` ms of disjoint intervals have passed; null when there is not so much. */
export function momentOf(intervals: readonly Interval[], length: number): number | null {
  let left = length
  for (const { from, to } of intervals) {
    if (to - from >= left) return from + left
    left -= to - from
  }
  return null
}
