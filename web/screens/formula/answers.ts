import type { Model } from '../../../src/domain/model.ts'
import type { ModelChange } from '../../../src/domain/model-diff.ts'
import type { DraftAnswer } from '../../../src/http/workspace/draft.ts'
import type { LintAnswer, TestAnswer } from '../../../src/http/workspace/lint.ts'
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

export type Finding = LintAnswer['items'][number]
export type TestResult = TestAnswer['items'][number]
export type TestFailure = TestResult['failures'][number]
