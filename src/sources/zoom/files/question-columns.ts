import { Refused } from '../../../domain/refusal.ts'
import { together, type Words } from '../../../domain/words.ts'
import { cited } from '../../refuse.ts'
import { plain, type Row } from '../../table.ts'
import { answerFile, answerPart } from './answer-words.ts'
import { isAbout } from './frame.ts'
import type { ColumnsRead } from './reading.ts'

/** What a column of a table of questions can hold. */
export const questionRoles = ['question', 'email', 'name', 'time', 'answer'] as const
export type QuestionRole = (typeof questionRoles)[number]

/** Which column somebody says holds what, by its name; '' none does. What is not said is guessed. */
export type ChosenColumns = Readonly<Record<string, string>>

export interface QuestionTable {
  header: Row
  rows: Row[]
  /** -1: no column. */
  columns: Record<QuestionRole, number>
  read: ColumnsRead
}

/**
 * Names under which such columns are met: no Q&A Report of Zoom is public (zoom.md 4.4), and people make such tables
 * themselves. The first that fits is taken.
 */
const guesses: Record<QuestionRole, readonly RegExp[]> = {
  question: [
    /^questions?( details?| text| content| asked)?$/,
    /^(שאלה|השאלה|שאלות|תוכן השאלה|вопрос|вопросы|текст вопроса)$/,
    /^(?!.*(asker|answer|e-?mail|name|time|date|status|type|count|number|\bid\b|#)).*\bquestion\b/,
  ],
  email: [
    /^(asker|attendee|user|questioner)('s)? e-?mail( address)?$|^asked by e-?mail$/,
    /^(e-?)?mail( address)?$/,
    /^(מייל|אימייל|דוא"ל|דואל|כתובת מייל|почта|e-?mail адрес|электронная почта)$/,
    /^(?!.*(answer|host|panelist)).*e-?mail/,
  ],
  name: [
    /^(asker|attendee|user|questioner|participant|full)('s)? name( \(original name\))?$/,
    /^(name|asker|asked by|attendee|questioner|participant|from|who)$/,
    /^(שם|השואל|שם השואל|שם מלא|имя|фио|автор|кто)$/,
  ],
  time: [
    /^(asked|question|create|created|submitted|submission)( date)?[ /](date|time|at|on)\b/,
    /^(asked|created|submitted)$|^(date|time|timestamp|date\/time|date and time|date & time)$/,
    /^(שעה|זמן|תאריך|מועד|время|дата|дата и время)$/,
  ],
  answer: [/^answers?(\(s\))?( details?| text| content)?$/, /^(response|responses|reply|replies)$/, /^(תשובה|ответ)$/],
}

/** The header may stand below a frame: so far it is looked for. */
const shown = 30

/** Whether a file is a table of questions by the names of its columns: what was asked, and by whom. */
export function looksLikeQuestions(rows: readonly Row[]): boolean {
  return rows.slice(0, shown).some((row, i) => {
    const { question, email, name } = guessed(row)
    return (i === 0 || row.cells[0] === '#') && question >= 0 && (email >= 0 || name >= 0)
  })
}

/**
 * Finds the table of questions and which of its columns holds what. Throws `Refused('invalid')` with the field `columns`,
 * the names of all columns (`headers`) and what they were taken for (`roles`), where that does not say what was asked
 * and by whom.
 */
export function questionTableOf(rows: readonly Row[], chosen: ChosenColumns, file: string): QuestionTable {
  const at = headerAt(rows, chosen)
  const header = rows[at]!
  const headers = namesOf(header)
  const guess = guessed(header)
  const place = (role: QuestionRole): number => {
    const name = chosen[role]
    if (name === undefined) return guess[role]
    return name === '' ? -1 : headers.findIndex((each) => plain(each) === plain(name))
  }
  const columns = Object.fromEntries(questionRoles.map((role) => [role, place(role)])) as QuestionTable['columns']
  // A column that was chosen for something is no longer guessed for something else.
  for (const role of questionRoles)
    if (
      chosen[role] === undefined &&
      questionRoles.some((other) => other !== role && columns[other] === columns[role] && chosen[other])
    )
      columns[role] = -1
  const roles = Object.fromEntries(questionRoles.map((role) => [role, headers[columns[role]] ?? null]))
  const read = { headers: headers.filter(Boolean), roles }
  const refuse = (words: Words): never => {
    throw new Refused('invalid', words, { file, field: 'columns', ...read })
  }
  const known = listed(read.headers)
  for (const [role, name] of Object.entries(chosen)) {
    if (!questionRoles.some((each) => each === role)) refuse(answerFile('unknownRole', { role: cited(role) }))
    if (name && columns[role as QuestionRole] < 0)
      refuse(answerFile('noColumn', { column: cited(name), columns: known }))
  }
  const taken = questionRoles.filter((role) => columns[role] >= 0)
  const twice = taken.find((role, i) => taken.slice(0, i).some((other) => columns[other] === columns[role]))
  if (twice) refuse(answerFile('columnTwice', { column: cited(headers[columns[twice]]!) }))
  if (columns.question < 0) refuse(answerFile('whichColumns', { columns: known }))
  const isAnonymous = chosen.email === '' && chosen.name === ''
  if (columns.email < 0 && columns.name < 0 && !isAnonymous) refuse(answerFile('whoAsked'))
  const same = JSON.stringify(header.cells)
  return { header, rows: rows.slice(at + 1).filter(({ cells }) => JSON.stringify(cells) !== same), columns, read }
}

/** The row that has all chosen columns, else the one most of whose names are known, else the first that is a table's. */
function headerAt(rows: readonly Row[], chosen: ChosenColumns): number {
  const named = Object.values(chosen).filter(Boolean).map(plain)
  const head = rows.slice(0, shown)
  const has = (row: Row) => named.every((name) => namesOf(row).some((each) => plain(each) === name))
  const counts = head.map((row) =>
    isAbout(row) ? 0 : Object.values(guessed(row)).filter((index) => index >= 0).length,
  )
  const own = named.length > 0 ? head.findIndex(has) : -1
  if (own >= 0) return own
  const best = Math.max(...counts)
  if (best > 0) return counts.indexOf(best)
  const first = head.findIndex((row) => row.cells.filter(Boolean).length > 1 && !isAbout(row))
  return Math.max(0, first)
}

/** The names of columns; of those that are called the same, and of those without a name, the second has a number. */
function namesOf({ cells }: Row): string[] {
  const times = new Map<string, number>()
  return cells.map((cell) => {
    const name = cell.replace(/\s+/g, ' ')
    const time = (times.get(plain(name)) ?? 0) + 1
    times.set(plain(name), time)
    return time === 1 || !name ? name : `${name} (${time})`
  })
}

function guessed({ cells }: Row): Record<QuestionRole, number> {
  const names = cells.map(plain)
  const taken = new Set<number>()
  const found = questionRoles.map((role) => {
    for (const guess of guesses[role]) {
      const index = names.findIndex((name, i) => !taken.has(i) && guess.test(name))
      if (index >= 0) {
        taken.add(index)
        return [role, index]
      }
    }
    return [role, -1]
  })
  return Object.fromEntries(found)
}

function listed(headers: readonly string[]): Words {
  const [first, ...others] = headers.slice(0, 20).map((text) => answerPart('cited', { text: cited(text) }))
  return together([first ?? answerPart('cited', { text: '' }), ...others], (first, second) =>
    answerPart('both', { first, second }),
  )
}
