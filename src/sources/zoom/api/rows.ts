import type { Statement } from '../../../domain/statement.ts'
import type { Words } from '../../../domain/words.ts'
import { type Member, Unfit } from '../record.ts'
import { down } from './answer.ts'
import { fault, leftOut } from './words.ts'

/** What an answer of Zoom has in a list: what cannot be read is left out with the reason, never the whole. */
export interface Rows<T> {
  rows: T[]
  skipped: Words[]
  /** Of the next page; null: this is the last one. */
  token: string | null
}

/** Reads an answer as a whole. Throws `ZoomProblem('unavailable')` where it is not of the shape that it should have. */
export function wholeOf<T>(body: unknown, read: Member<T>): T {
  try {
    return read(body)
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    throw down(fault('shape', { field: error.path.join('.') || 'the answer', reason: error.message }))
  }
}

/** Reads a list of an answer row by row; a list that is missing is an empty one. */
export function rowsOf<T>(body: unknown, list: string, read: Member<T>): Rows<T> {
  const { [list]: entries = [], next_page_token: token } = wholeOf(body, anObject)
  if (!Array.isArray(entries)) throw down(fault('shape', { field: list, reason: 'is no list' }))
  const rows: T[] = []
  const skipped: Words[] = []
  for (const entry of entries) {
    try {
      rows.push(read(entry))
    } catch (error) {
      if (!(error instanceof Unfit)) throw error
      skip(skipped, leftOut('unreadable', { list, field: error.path.join('.') || 'it', reason: error.message }))
    }
  }
  return { rows, skipped, token: typeof token === 'string' && token !== '' ? token : null }
}

/** What rows state, one after the other; why others state nothing goes to what was skipped. */
export function gathered<T>(rows: readonly T[], skipped: Words[], state: (row: T) => Statement[] | Words): Statement[] {
  return rows.flatMap((row) => {
    const stated = state(row)
    if (Array.isArray(stated)) return stated
    skip(skipped, stated)
    return []
  })
}

/** Each reason once, however many rows it holds for. */
export function skip(skipped: Words[], why: Words): void {
  if (!skipped.some(({ text }) => text === why.text)) skipped.push(why)
}

/** A list within a row, whose entries are read with it. */
export function entriesOf<T>(read: Member<T>): Member<T[]> {
  return (value) => {
    if (value === undefined || value === null || value === '') return []
    if (!Array.isArray(value)) throw new Unfit('is no list')
    return value.map(read)
  }
}

function anObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unfit('is no object')
  return value as Record<string, unknown>
}
