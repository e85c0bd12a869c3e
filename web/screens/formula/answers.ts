import type { Model } from '../../../src/domain/model.ts'
import type { ModelChange } from '../../../src/domain/model-diff.ts'
import type { DraftAnswer } from '../../../src/http/workspace/draft.ts'
import type { ModelAnswer } from '../../../src/http/workspace/model-shape.ts'

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

interface Standing {
  score: number
  stage: string
}

interface Named {
  id: string
  email: string | null
  name: string | null
  company: string | null
}

export interface Moved {
  person: Named
  before: Standing
  after: Standing
}

export interface Crossing {
  count: number
  people: Moved[]
}

export interface LineMove {
  rule: string
  webinarId: string | null
  before: number
  after: number
  reason: string
  message: string
  params: Record<string, string | number>
}

export interface Bin {
  from: number | null
  to: number | null
  before: number
  after: number
}

type ByScore = Record<'mql' | 'sql', number | null>

export interface Preview {
  asOf: string
  fromVersion: number
  people: number
  changed: number
  lines: Record<'mql' | 'sql', { entered: Crossing; left: Crossing }>
  moves: (Moved & { lines: LineMove[] })[]
  distribution: { bins: Bin[]; thresholds: { before: ByScore; after: ByScore } }
  hotPerDay: { before: number | null; after: number | null; callsPerDay: number | null; businessDays: number }
  notes: { text: string; key: string; params: Record<string, unknown> }[]
}
