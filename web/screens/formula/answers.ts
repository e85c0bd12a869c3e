import type { Model } from '../../../src/domain/model.ts'

// What the calls of the model answer, as far as the screens look at it.

export interface Signature {
  by: string
  at: string
}

export type Side = 'marketing' | 'sales'
export type Signed = Record<Side, Signature | null>

export interface Version {
  version: number
  state: 'current' | 'building' | 'past'
  publishedAt: string
  publishedBy: string | null
  note: string | null
  basedOn: number | null
  rollbackOf: number | null
  signed: Signed
}

export interface Draft {
  revision: number
  basedOn: number
  updatedAt: string
  updatedBy: string
  note: string | null
  signed: Signed
  model: Model
}

export interface Change {
  path: string
  rule: string | null
  kind: 'added' | 'removed' | 'changed'
  before: unknown
  after: unknown
}

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
