/** So many members at a time. */
const some = 5_000

/** A long list in order: each step takes some ms. */
export function* sortedInSteps<T>(list: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  let runs: T[][] = []
  for (let at = 0; at < list.length; at += some) {
    runs.push(list.slice(at, at + some).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merge(runs[at]!, runs[at + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

function* merge<T>(a: T[], b: T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  const merged: T[] = []
  for (let [one, other] = [0, 0]; one < a.length || other < b.length; ) {
    const first = other >= b.length || (one < a.length && compare(a[one]!, b[other]!) <= 0)
    merged.push(first ? a[one++]! : b[other++]!)
    if (merged.length % some === 0) yield
  }
  return merged
}
