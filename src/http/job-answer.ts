import { z } from 'zod'
import { type Job, waitFor } from '../workspace/jobs.ts'

/** How long a call waits for the result before it says how far the work is, ms. */
const patience = 8_000

/** What a call answers that starts or looks at a job: ask `GET …/{id}` again while it runs. */
export const running = z.object({ state: z.literal('running'), id: z.string(), progress: z.number().min(0).max(1) })

/** The result if it is there soon; else how far the work is. Throws what the work threw. */
export async function jobAnswer<Result>(job: Job<Result>) {
  if (await waitFor(job, patience)) return { state: 'done' as const, id: job.id, result: job.result! }
  return { state: 'running' as const, id: job.id, progress: job.progress }
}
