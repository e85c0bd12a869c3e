import { createHash } from 'node:crypto'
import { canonicalJson } from '../domain/fact.ts'
import { Refused } from '../domain/refusal.ts'
import type { Workspace } from './workspace.ts'

/** Work over everybody that changes nothing: it yields how far it is, from 0 to 1, and returns what came out. */
export type Work<Result> = Generator<number, Result>

/** Work that is one part of another, from where to where of the whole. */
export function* part<Result>(work: Work<Result>, from: number, to: number): Work<Result> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}

/** Such work under way. `ended` settles, and never fails, when there is a result or an error. */
export interface Job<Result = unknown> {
  readonly id: string
  progress: number
  result: Result | null
  error: unknown
  ended: Promise<void>
}

/** How long others of the workspace wait for a slice, ms, and how many jobs are remembered. */
const slice = 20
const most = 8
/** So many steps at most in a slice, for hosts whose clock stands still while a program computes; of long ones fewer. */
const mostSteps = 200

/**
 * Starts work, in slices between which everybody else is served; who asks for the same while it runs joins it. `asked`
 * tells one job from another: JSON. `steps`: so many of its steps at most fit into a slice.
 */
export function startJob<Result>(
  ws: Workspace,
  kind: string,
  asked: unknown,
  work: () => Work<Result>,
  steps = mostSteps,
): Job<Result> {
  const id = `${kind}_${createHash('sha256').update(canonicalJson(asked)).digest('hex').slice(0, 24)}`
  const known = ws.jobs.get(id) as Job<Result> | undefined
  if (known && known.result === null && known.error === null) return known
  const job: Job<Result> = { id, progress: 0, result: null, error: null, ended: Promise.resolve() }
  job.ended = run(job, work(), steps)
  ws.jobs.delete(id)
  ws.jobs.set(id, job)
  for (const old of ws.jobs.keys()) if (ws.jobs.size > most) ws.jobs.delete(old)
  return job
}

/** A job by its id. Throws `Refused('not_found')` for one that never was or is no longer remembered. */
export function findJob<Result>(ws: Workspace, kind: string, id: string): Job<Result> {
  const job = id.startsWith(`${kind}_`) ? ws.jobs.get(id) : undefined
  if (!job) throw new Refused('not_found', `There is no ${kind} "${id}" any more: ask for it again.`, { field: 'id' })
  return job as Job<Result>
}

/** Waits for the end of a job, but no longer than `ms`. Throws what the job threw. True: `result` is there. */
export async function waitFor(job: Job, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([job.ended, patience])
  clearTimeout(timer)
  if (job.error !== null) throw job.error
  return job.result !== null
}

async function run<Result>(job: Job<Result>, work: Work<Result>, most: number): Promise<void> {
  try {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve))
      const end = performance.now() + slice
      for (let steps = 0; steps < most && performance.now() < end; steps++) {
        const step = work.next()
        if (!step.done) job.progress = step.value
        else {
          job.progress = 1
          job.result = step.value
          return
        }
      }
    }
  } catch (error) {
    job.error = error
  }
}
