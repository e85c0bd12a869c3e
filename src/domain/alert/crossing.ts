import type { Threshold } from '../model.ts'
import { isBeyond, type Stage } from '../stage.ts'

/** What a card says that crossings and surges are told by. */
export interface Height {
  readonly score: number
  readonly stage: Stage
  readonly surge: boolean
}

export type CrossingKind = 'crosses_mql' | 'crosses_sql' | 'surges'

/** `crossed`: it is there now and was not before; `left`: it is far enough away to cross anew; null: neither. */
export type Crossing = 'crossed' | 'left' | null

/**
 * What became of a person between two cards under one model. `margin`: points that the score must fall below a threshold
 * before it can be crossed again, so that a score that sways about it raises one alert.
 */
export function crossingOf(
  kind: CrossingKind,
  before: Height | null,
  after: Height,
  { thresholds, margin }: { thresholds: { mql: Threshold; sql: Threshold }; margin: number },
): Crossing {
  if (kind === 'surges') return after.surge ? (before?.surge ? null : 'crossed') : 'left'
  const asked = kind === 'crosses_mql' ? 'mql' : 'sql'
  if (isBeyond(after.stage, asked)) return before && isBeyond(before.stage, asked) ? null : 'crossed'
  const threshold = thresholds[asked]
  const isNear = typeof threshold === 'number' && after.score >= threshold - margin
  return isNear ? null : 'left'
}
