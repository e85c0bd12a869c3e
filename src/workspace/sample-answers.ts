import type { SaidInFile } from '../sources/zoom/files.ts'
import { momentOf } from './moment.ts'

/** What somebody said as a file tells it: an answer in a poll or a survey, or a question, whose `answer` is the host's. */
export interface SampledAnswer extends Omit<SaidInFile, 'at'> {
  at: string | null
}

/** How much people said: all of it, to or as how many different questions, and by how many it is of nobody who is known. */
export interface SaidCounts {
  count: number
  questions: number
  unnamed: number
}

/** The first that people said in a file, in its order. */
export function sampleAnswers(said: readonly SaidInFile[], most: number): SampledAnswer[] {
  return said.slice(0, most).map(({ at, ...rest }) => ({ ...rest, at: momentOf(at) }))
}

export function saidIn(said: readonly SaidInFile[]): SaidCounts {
  return {
    count: said.length,
    questions: new Set(said.map(({ question }) => question)).size,
    unnamed: said.filter(({ email }) => email === null).length,
  }
}
