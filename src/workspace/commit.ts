import { Refused } from '../domain/refusal.ts'

interface Waiting {
  job: () => unknown
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

/** So many jobs in one transaction at most: one that grows too long would stall everything else. */
const most = 500

type Transaction = <T>(job: () => T) => T

/**
 * Group commit: the jobs of one turn share one transaction. A bad one sinks no other: what it threw undoes them all,
 * and then each is run again inside a transaction of its own.
 * No promise settles before COMMIT. If the database fails, all are rejected with `Refused('unavailable')`.
 */
export function groupCommit(transaction: Transaction, soon: (run: () => void) => void) {
  const waiting: Waiting[] = []

  function flush(): void {
    const group = waiting.splice(0, most)
    if (waiting.length > 0) soon(flush)
    try {
      const values = transaction(() => group.map(({ job }) => job()))
      for (const [at, { resolve }] of group.entries()) resolve(values[at])
    } catch (error) {
      if (group.length === 1 || isUnavailable(error)) for (const { reject } of group) reject(error)
      else flushApart(group)
    }
  }

  function flushApart(group: readonly Waiting[]): void {
    try {
      const settle = transaction(() =>
        group.map(({ job, resolve, reject }) => {
          try {
            const value = transaction(job)
            return () => resolve(value)
          } catch (error) {
            if (isUnavailable(error)) throw error
            return () => reject(error)
          }
        }),
      )
      for (const tell of settle) tell()
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  return <T>(job: () => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) soon(flush)
      waiting.push({ job, resolve: resolve as (value: unknown) => void, reject })
    })
}

function isUnavailable(error: unknown): boolean {
  return error instanceof Refused && error.code === 'unavailable'
}
