import type { Words } from '../../../domain/words.ts'
import { type ProblemKind, ZoomProblem } from './step.ts'
import type { ApiCall, ZoomApi } from './zoom-api.ts'

const lacking: ProblemKind[] = ['scope', 'plan', 'no_host']
const absent: ProblemKind[] = ['not_found', 'nothing', 'too_old']

/**
 * What is good to have and not needed: null where Zoom has it not, and where the app or the account may not see it, with
 * words in `lacks`. Throws `ZoomProblem` only for what concerns everything.
 */
export async function optional(api: ZoomApi, call: ApiCall, lacks: Words[] = []): Promise<unknown> {
  try {
    return await api.get(call)
  } catch (error) {
    if (!(error instanceof ZoomProblem) || ![...lacking, ...absent].includes(error.kind)) throw error
    if (lacking.includes(error.kind)) lacks.push(error.words)
    return null
  }
}
