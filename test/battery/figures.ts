import { readFileSync } from 'node:fs'

/** The value below which so great a part of the others lie; 0 of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

/** Memory of a process, in MB; null where the system does not tell. */
export function memoryOf(pid: number): number | null {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found ? Math.round(Number(found[1]) / 1024) : null
  } catch {
    return null
  }
}

/** Calls something again and again beside what else is done; how long each call took, ms, when it is stopped. */
export function beside(call: () => Promise<unknown>, pause: number): () => Promise<number[]> {
  const took: number[] = []
  let stopped = false
  async function go(): Promise<void> {
    while (!stopped) {
      const begin = performance.now()
      await call()
      took.push(performance.now() - begin)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  const going = go()
  return async () => {
    stopped = true
    await going
    return took
  }
}
