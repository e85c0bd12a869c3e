import type { Words } from '../../domain/words.ts'
import type { ProblemKind } from '../../sources/zoom/api/step.ts'

/**
 * What could not be had of a webinar: at which step, for what kind of reason, and in words. `row`: a row of an answer of
 * which nothing could be taken.
 */
export interface Lack extends Words {
  step: string
  kind: ProblemKind | 'row'
}

export function lacksOf(json: string): Lack[] {
  return JSON.parse(json)
}
