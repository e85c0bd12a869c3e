import type { Model } from '../../../src/domain/model.ts'
import type { ModelChange } from '../../../src/domain/model-diff.ts'
import type { TestFailure } from '../../../src/domain/model-tests.ts'
import type { DraftAnswer } from '../../../src/http/workspace/draft.ts'
import type { ModelAnswer } from '../../../src/http/workspace/model-shape.ts'
import type { PreviewAnswer } from '../../../src/http/workspace/preview.ts'

// What the calls of the model answer. A model that the server has is a valid one.

export type InForce = Omit<ModelAnswer, 'model'> & { model: Model }
export type Version = Omit<ModelAnswer, 'model'>
export type Draft = Omit<NonNullable<DraftAnswer['draft']>, 'model'> & { model: Model }
export type Side = keyof Draft['signed']
export type Change = ModelChange

export interface Diff {
  changes: Change[]
  text: string
}

export type Preview = PreviewAnswer
export type Moved = Pick<PreviewAnswer['moves'][number], 'person' | 'before' | 'after'>
export type Crossing = PreviewAnswer['lines']['mql']['entered']
export type LineMove = PreviewAnswer['moves'][number]['lines'][number]
export type Bin = PreviewAnswer['distribution']['bins'][number]

/** Something odd about the formula: `message` is the key by which another language says `text`. */
export interface Finding {
  smell: string
  severity: 'error' | 'warning' | 'hint'
  rule: string | null
  path: string
  text: string
  message: string
  params: Record<string, unknown>
}

/** How a test inside the formula came out. */
export interface TestResult {
  name: string
  because: string | null
  passed: boolean
  failures: TestFailure[]
}
