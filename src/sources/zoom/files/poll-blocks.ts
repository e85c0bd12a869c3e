import { Refused } from '../../../domain/refusal.ts'
import { plain, type Row } from '../../table.ts'
import { Zone } from '../../zone.ts'
import { numberOf } from './connections.ts'
import { isAbout } from './frame.ts'

/**
 * One table of a Poll Report. `questions` are the columns that hold the answers to one question each; null: question and
 * answer stand in turn behind the time (2020 and 2021), or each row has one of them in the columns `pair` (2026).
 */
export interface PollBlock {
  title: string
  columns: PollColumns
  rows: Row[]
}

export interface PollColumns {
  name: number
  email: number
  time: number
  /** Where what was answered begins. */
  first: number
  questions: { text: string; index: number }[] | null
  pair: { question: number; answer: number } | null
  /** The zone that the column of the time names: `Submitted Time (America/Los_Angeles)`. */
  zone: Zone | null
}

/** A poll in the list of those that were launched, with Zoom's count of responses. */
export interface LaunchedPoll {
  name: string
  responses: number | null
}

const names = ['user name', 'user name (original name)', 'name', 'attendee name', 'participant']
const emails = ['user email', 'email address', 'email', 'user email address']
const submitted = /^(submitted|submission)\b|^date\/time$|^date and time$/
const others = ['#', 'user id', 'registrant id', 'poll name', 'poll title']

/** All tables of a Poll Report, of whichever generation (zoom.md 4.3). */
export function pollBlocksOf(rows: readonly Row[]): { blocks: PollBlock[]; launched: LaunchedPoll[] } {
  const blocks: PollBlock[] = []
  const launched: LaunchedPoll[] = []
  let title = ''
  let list: { name: number; responses: number } | null = null
  let block: PollBlock | null = null
  for (const [i, row] of rows.entries()) {
    if (isPollHeader(row)) {
      block = { title, columns: columnsOf(row), rows: [] }
      blocks.push(block)
      ;[title, list] = ['', null]
    } else if (isList(row)) {
      const cells = row.cells.map(plain)
      list = { name: cells.indexOf('poll name'), responses: cells.indexOf('responses') }
      block = null
    } else if (isTitle(row, rows[i + 1], launched)) {
      title = row.cells[0]!
      ;[block, list] = [null, null]
    } else if (list) {
      launched.push({ name: row.cells[list.name] ?? '', responses: numberOf(row.cells[list.responses] ?? '') })
    } else if (block && !isAbout(row)) block.rows.push(row)
  }
  return { blocks, launched }
}

function isList({ cells }: Row): boolean {
  return cells.some((cell) => plain(cell) === 'poll name')
}

/** One cell above a table, or the name of a poll that nobody answered, which has none. */
function isTitle({ cells }: Row, next: Row | undefined, launched: readonly LaunchedPoll[]): boolean {
  if (cells.length > 1) return false
  const isAboveTable = next !== undefined && (isPollHeader(next) || isList(next) || isAbout(next))
  return isAboveTable || launched.some(({ name }) => name === cells[0])
}

/** A header of numbered rows that say who answered and when. */
export function isPollHeader(row: Row | undefined): boolean {
  if (row?.cells[0] !== '#') return false
  const cells = row.cells.map(plain)
  if (cells.includes('user id') && !cells.includes('question')) return false
  return (
    cells.some((cell) => names.includes(cell)) && cells.some((cell) => emails.includes(cell) || submitted.test(cell))
  )
}

function columnsOf({ cells: header }: Row): PollColumns {
  const cells = header.map((cell) => plain(cell.replace(/\([^()]*\)\s*$/, '')))
  const time = cells.findIndex((cell) => submitted.test(cell))
  const find = (some: readonly string[]) => cells.findIndex((cell) => some.includes(cell))
  const [name, email, question, answer] = [find(names), find(emails), find(['question']), find(['answer', 'answers'])]
  const first = Math.max(time, name, email, ...cells.map((cell, index) => (others.includes(cell) ? index : -1))) + 1
  const isPair = question >= 0 && answer >= 0
  const questions = header.flatMap((text, index) => (index >= first && text ? [{ text, index }] : []))
  return {
    ...{ name, email, time, first },
    questions: isPair || questions.length === 0 ? null : apart(questions),
    pair: isPair ? { question, answer } : null,
    zone: zoneIn(header[time] ?? ''),
  }
}

/** A question that is asked twice in one poll is told apart by number. */
function apart(questions: { text: string; index: number }[]): { text: string; index: number }[] {
  const times = new Map<string, number>()
  return questions.map(({ text, index }) => {
    const time = (times.get(plain(text)) ?? 0) + 1
    times.set(plain(text), time)
    return { text: time === 1 ? text : `${text} (${time})`, index }
  })
}

export function zoneIn(header: string): Zone | null {
  const [, name] = /\(([A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*)\)\s*$/.exec(header) ?? []
  if (!name || (!name.includes('/') && !/^(UTC|GMT)$/.test(name))) return null
  try {
    return new Zone(name)
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
