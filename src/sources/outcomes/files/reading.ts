import type { StatementOf } from '../../../domain/statement.ts'
import type { Words } from '../../../domain/words.ts'

export type OutcomeStatement = StatementOf<'deal.won'> | StatementOf<'deal.lost'>

/** A row that says an outcome: who, in which column that stands, and what it states. */
export interface OutcomeRow {
  row: number
  column: number
  address: string
  statement: OutcomeStatement
}

/**
 * What a file of outcomes says. `rows` are its data rows; `skipped` those that could not be taken, by their line in the
 * file and the column that is wrong, from 1.
 */
export interface OutcomesReading {
  kind: 'outcomes'
  rows: number
  outcomes: OutcomeRow[]
  skipped: SkippedRow[]
}

export interface SkippedRow {
  row: number
  column: number
  why: Words
}
