import { together } from '../../../domain/words.ts'
import { cited, refuse } from '../../refuse.ts'
import { plain, type Row } from '../../table.ts'
import type { Cell, Section } from './sections.ts'
import { part, refusal } from './words.ts'

/** Zoom's own columns before the asked fields: the first of that name is Zoom's. */
const leading = ['attended', 'user name', 'first name', 'last name', 'email'] as const
/** Zoom's own columns after the asked fields: the last of that name is Zoom's. */
const trailing = [
  'registration time',
  'approval status',
  'join time',
  'leave time',
  'time in session (minutes)',
  'is guest',
] as const

export type ColumnName = (typeof leading)[number] | (typeof trailing)[number]

/** Where what stands in a table, by the names of its columns. `asked` are the fields of the registration form. */
export interface Columns {
  has: (name: ColumnName) => boolean
  cell: (row: Row, name: ColumnName) => Cell
  asked: { name: string; index: number }[]
}

export function columnsOf({ header, title }: Section, needed: ColumnName[], file: string): Columns {
  const names = header.cells.map((cell) => plain(cell).replace(' (original name)', ''))
  const at = new Map<string, number>()
  for (const name of leading) at.set(name, names.indexOf(name))
  for (const name of trailing) at.set(name, names.lastIndexOf(name))
  const [first, ...others] = needed.filter((name) => at.get(name) === -1).map((name) => part('column', { name }))
  if (first) {
    const columns = together([first, ...others], (first, second) => part('columns', { first, second }))
    refuse(refusal('noColumn', { table: cited(title), columns }), { file, line: header.line, column: 1 })
  }
  const taken = new Set(at.values()).add(connectionCountry(names))
  return {
    has: (name) => at.get(name) !== -1,
    cell: ({ line, cells }, name) => ({ text: cells[at.get(name)!] ?? '', line, column: at.get(name)! + 1 }),
    asked: askedFields(header, taken),
  }
}

/** The form may ask for the country under the very name of the column that says where a connection came from. */
function connectionCountry(names: string[]): number {
  const last = names.lastIndexOf('country/region name')
  const joined = names.indexOf('join time')
  return joined >= 0 && last > joined ? last : -1
}

function askedFields({ cells }: Row, taken: ReadonlySet<number>): Columns['asked'] {
  const times = new Map<string, number>()
  const asked: Columns['asked'] = []
  cells.forEach((cell, index) => {
    const name = cell.replace(/\s+/g, ' ')
    if (!name || taken.has(index)) return
    const time = (times.get(plain(name)) ?? 0) + 1
    times.set(plain(name), time)
    asked.push({ name: time === 1 ? name : `${name} (${time})`, index })
  })
  return asked
}
