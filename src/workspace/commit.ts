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
 * Group commit: the jobs of one turn share one transaction, each inside its own, so that a bad one sinks no other.
 * No promise settles before COMMIT. If the database fails, all are rejected with `Refused('unavailable')`.
 */
export function groupCommit(transaction: Transaction, soon: (run: () => void) => void) {
  const waiting: Waiting[] = []

  function flush(): void {
    const group = waiting.splice(0, most)
    if (waiting.length > 0) soon(flush)
    let settle: (() => void)[] = []
    try {
      transaction(() => {
        settle = group.map(({ job, resolve, reject }) => {
          try {
            const value = transaction(job)
            return () => resolve(value)
          } catch (error) {
            if (error instanceof Refused && error.code === 'unavailable') throw error
            return () => reject(error)
          }
        })
      })
    } catch (error) {
      settle = group.map(
        ({ reject }) =>
          () =>
            reject(error),
      )
    }
    for (const tell of settle) tell()
  }

  return <T>(job: () => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) soon(flush)
      waiting.push({ job, resolve: resolve as (value: unknown) => void, reject })
    })
}
