import { Refused } from '../domain/refusal.ts'

interface Waiting {
  job: () => unknown
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

/** So many jobs in one transaction at most: one that grows too long would stall everything else. */
const most = 500

type Transaction = <T>(job: () => T) => T

/** What became of a job: what it returned, or what it threw. */
export type Ran<T> = { value: T } | { error: unknown }

/**
 * Runs jobs in one transaction. A bad one sinks no other: what it threw undoes them all, and then each is run again
 * inside a transaction of its own. What became of each, in their order; throws where the database itself fails.
 */
export function runTogether<T>(transaction: Transaction, jobs: readonly (() => T)[]): Ran<T>[] {
  try {
    return transaction(() => jobs.map((job) => ({ value: job() })))
  } catch (error) {
    if (isUnavailable(error)) throw error
    if (jobs.length === 1) return [{ error }]
    return transaction(() => jobs.map((job) => runApart(transaction, job)))
  }
}

function runApart<T>(transaction: Transaction, job: () => T): Ran<T> {
  try {
    return { value: transaction(job) }
  } catch (error) {
    if (isUnavailable(error)) throw error
    return { error }
  }
}

/**
 * Group commit: the jobs of one turn share one transaction.
 * No promise settles before COMMIT. If the database fails, all are rejected with `Refused('unavailable')`.
 */
export function groupCommit(transaction: Transaction, soon: (run: () => void) => void) {
  const waiting: Waiting[] = []

  function flush(): void {
    const group = waiting.splice(0, most)
    if (waiting.length > 0) soon(flush)
    try {
      const ran = runTogether(
        transaction,
        group.map(({ job }) => job),
      )
      for (const [at, each] of ran.entries()) {
        if ('error' in each) group[at]!.reject(each.error)
        else group[at]!.resolve(each.value)
      }
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

/** Whether it is the database that cannot store anything now, whatever was to be stored. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Refused && error.code === 'unavailable'
}
