import { together } from '../../../domain/words.ts'
import { refuse } from '../../refuse.ts'
import { plain, type Row } from '../../table.ts'
import { part, refusal } from './words.ts'

/** How each column may be called in English, Hebrew and Russian, the plainest name first. */
const names = {
  email: [
    ...['email', 'e-mail', 'mail', 'email address', 'e-mail address', 'contact email', 'primary email', 'work email'],
    ...['lead email', 'person email', 'customer email', 'מייל', 'אימייל', 'דואל', 'דוא"ל', 'דוא״ל', 'כתובת מייל'],
    ...['כתובת אימייל', 'כתובת דואל', 'כתובת דוא"ל', 'כתובת דוא״ל', 'почта', 'эл. почта', 'электронная почта', 'имейл'],
    ...['адрес электронной почты', 'рабочий e-mail', 'контакт: рабочий e-mail'],
  ],
  outcome: [
    ...['outcome', 'deal outcome', 'result', 'deal result', 'won/lost', 'won', 'is won', 'deal status', 'deal stage'],
    ...['opportunity stage', 'status', 'stage', 'תוצאה', 'תוצאת העסקה', 'סטטוס עסקה', 'סטטוס העסקה', 'סטטוס', 'מצב'],
    ...[
      'שלב',
      'исход',
      'исход сделки',
      'результат',
      'результат сделки',
      'статус сделки',
      'этап сделки',
      'статус',
      'этап',
    ],
  ],
  date: [
    ...['date', 'close date', 'closed date', 'closing date', 'closed at', 'closed on', 'close time', 'closed time'],
    ...[
      'date closed',
      'deal date',
      'won date',
      'decided at',
      'time',
      'תאריך',
      'תאריך סגירה',
      'תאריך הסגירה',
      'מועד סגירה',
    ],
    ...['дата', 'дата закрытия', 'дата сделки', 'дата завершения', 'дата закрытия сделки'],
  ],
  amount: [
    ...['amount', 'deal amount', 'value', 'deal value', 'deal size', 'revenue', 'price', 'total', 'sum', 'סכום'],
    ...['סכום עסקה', 'סכום העסקה', 'שווי', 'שווי עסקה', 'שווי העסקה', 'מחיר', 'сумма', 'сумма сделки', 'стоимость'],
    ...['бюджет', 'выручка'],
  ],
  currency: ['currency', 'currency code', 'deal currency', 'מטבע', 'валюта', 'валюта сделки'],
  margin: [
    ...['margin', 'gross margin', 'profit', 'gross profit', 'רווח', 'רווח גולמי', 'маржа', 'валовая маржа', 'прибыль'],
    ...['валовая прибыль'],
  ],
}

export type ColumnName = keyof typeof names

const needed = ['email', 'outcome', 'date'] as const

/** A cell with where it stands and what its column is called in the file. */
export interface Cell {
  text: string
  line: number
  column: number
  name: string
}

export interface Columns {
  /** `''` where there is no such column, or nothing in it. */
  cell(row: Row, name: ColumnName): Cell
}

/** Whether these are the names of columns of a table of outcomes. */
export function isHeader(header: Row): boolean {
  return needed.every((name) => placeOf(header, name) >= 0)
}

/** Where what stands in a table of outcomes. Refuses one that lacks a column that it takes. */
export function columnsOf(header: Row, file: string): Columns {
  const missing = needed.find((name) => placeOf(header, name) < 0)
  if (missing) {
    const [first, ...others] = names[missing].map((name) => part('name', { name }))
    const all = together([first!, ...others], (first, second) => part('names', { first, second }))
    refuse(refusal('noColumn', { what: part(missing), names: all }), { file, line: header.line, column: 1 })
  }
  const places = new Map(Object.keys(names).map((name) => [name, placeOf(header, name as ColumnName)]))
  return {
    cell({ line, cells }, name) {
      const at = places.get(name)!
      return { text: cells[at] ?? '', line, column: at + 1, name: header.cells[at] ?? '' }
    },
  }
}

/** Of several columns that may be meant, the one with the plainest name. */
function placeOf({ cells }: Row, name: ColumnName): number {
  const given = cells.map((cell) => plain(cell).replaceAll('_', ' '))
  for (const known of names[name]) if (given.includes(known)) return given.indexOf(known)
  return -1
}
