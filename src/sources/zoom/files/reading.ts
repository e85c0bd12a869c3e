import type { Statement, WebinarName } from '../../../domain/statement.ts'
import { together, type Words } from '../../../domain/words.ts'
import { cited, refuse } from '../../refuse.ts'
import type { Zone } from '../../zone.ts'
import { answerFile } from './answer-words.ts'
import type { ReportKind } from './kind.ts'
import type { Known } from './known.ts'
import type { Report } from './sections.ts'
import { part, refusal, warning } from './words.ts'

/** The longest topic or name that is taken; what is longer is cut. */
export const longestText = 500

/**
 * What a report file says. `rows` are its data rows; `skipped` those of which something could not be taken, by their
 * line in the file; `warnings` say what looks odd and was taken all the same.
 */
export interface FileReading {
  kind: ReportKind
  webinar: WebinarName & { topic: string | null }
  rows: number
  /** When the platform made the report, ms UTC; left out where it does not say. */
  generatedAt?: number
  statements: Statement[]
  skipped: { row: number; why: Words }[]
  warnings: Words[]
  /** What people said, of a report of that, in the order of the file. */
  said?: SaidInFile[]
  /** How the columns of a table of questions were read, to be changed. */
  columns?: ColumnsRead
  /** What a survey asks, and of which answers somebody said that they are in people's own words. */
  questions?: { text: string; open: boolean }[]
}

/** `at` is ms UTC, null where the file does not say when; `answer` null where a question was only asked. */
export interface SaidInFile {
  name: string | null
  email: string | null
  question: string
  answer: string | null
  at: number | null
}

/** What the columns of a table are called, and which holds what; null: none does. */
export interface ColumnsRead {
  headers: string[]
  roles: Record<string, string | null>
}

/** What a reader needs beside the report: the file's name, the zone of its times, and what the user named. */
export interface Setting {
  file: string
  zone: Zone
  webinarKind?: string | undefined
  /** The webinar's number, for a report that lacks it. */
  chosen?: string | undefined
}

/** The same for what people said. The zone of the times may be found; `isGiven`: somebody named it for this file. */
export interface AnswerSetting {
  file: string
  zone: Zone | null
  isGiven: boolean
  webinarKind?: string | undefined
  known: Known
  endsLine: boolean
}

/** The webinar's number: printed, or chosen where it is missing or no number any more. */
export function webinarIdOf({ about }: Report, { file, chosen }: Setting): string {
  const cell = about('webinar id', 'id')
  if (!cell.text && about('meeting id').text) {
    refuse(refusal('meeting'), { file, ...about('meeting id') })
  }
  const digits = digitsOf(cell.text)
  if (digits && chosen && digits !== chosen) {
    refuse(answerFile('otherWebinar', { report: 'report', printed: digits, chosen }), { file, ...cell })
  }
  return (
    digits ??
    chosen ??
    refuse(cell.text ? refusal('idOdd', { id: cited(cell.text) }) : refusal('idMissing'), { file, ...cell })
  )
}

/** A number of Zoom without the dashes or spaces that group it; null: it is none. */
export function digitsOf(text: string): string | null {
  const digits = text.replace(/[\s\u2010-\u2015-]/g, '')
  return /^\d{5,20}$/.test(digits) ? digits : null
}

type Note = 'status' | 'address' | 'minutes'

/** Gathers what a file says: each statement once, what was skipped, and lines that look odd. */
export class Gathering {
  readonly statements: Statement[] = []
  readonly skipped: FileReading['skipped'] = []
  private readonly ids = new Set<string>()
  private readonly odd = new Map<Note, number[]>()

  add(statement: Statement): void {
    if (this.ids.has(statement.id)) return
    this.ids.add(statement.id)
    this.statements.push(statement)
  }

  addAll(statements: readonly Statement[]): void {
    for (const statement of statements) this.add(statement)
  }

  skip(row: number, why: Words): void {
    this.skipped.push({ row, why })
  }

  note(what: Note, line: number): void {
    const lines = this.odd.get(what)
    if (lines) lines.push(line)
    else this.odd.set(what, [line])
  }

  warnings(): Words[] {
    return [...this.odd].map(([what, lines]) => warning(what, { lines: linesOf(lines) }))
  }
}

/** "line 4", "lines 4, 9 and 12", "lines 4, 9, 12 and 30 more". */
export function linesOf(lines: readonly number[]): Words {
  const [first, ...others] = lines.slice(0, 3).map((number) => part('number', { number }))
  if (!first || lines.length === 1) return part('line', { line: lines[0]! })
  const rest = lines.length - 1 - others.length
  const last = rest > 0 ? undefined : others.pop()
  const shown = together([first, ...others], (first, second) => part('numbers', { first, second }))
  const all = last ? part('lastNumber', { first: shown, second: last }) : part('moreNumbers', { first: shown, rest })
  return part('lines', { lines: all })
}
