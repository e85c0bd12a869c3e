import type { Statement, WebinarName } from '../../../domain/statement.ts'
import { together, type Words } from '../../../domain/words.ts'
import { cited, refuse } from '../../refuse.ts'
import type { Zone } from '../../zone.ts'
import type { ReportKind } from './kind.ts'
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
}

/** What a reader needs beside the report: the file's name, the zone of its times, and the kind that the user named. */
export interface Setting {
  file: string
  zone: Zone
  webinarKind?: string
}

/** The webinar's number without the dashes or spaces that group it. */
export function webinarIdOf({ about }: Report, file: string): string {
  const cell = about('webinar id', 'id')
  if (!cell.text && about('meeting id').text) {
    refuse(refusal('meeting'), { file, ...about('meeting id') })
  }
  const digits = cell.text.replace(/[\s\u2010-\u2015-]/g, '')
  if (/^\d{5,20}$/.test(digits)) return digits
  return refuse(cell.text ? refusal('idOdd', { id: cited(cell.text) }) : refusal('idMissing'), { file, ...cell })
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
function linesOf(lines: readonly number[]): Words {
  const [first, ...others] = lines.slice(0, 3).map((number) => part('number', { number }))
  if (!first || lines.length === 1) return part('line', { line: lines[0]! })
  const rest = lines.length - 1 - others.length
  const last = rest > 0 ? undefined : others.pop()
  const shown = together([first, ...others], (first, second) => part('numbers', { first, second }))
  const all = last ? part('lastNumber', { first: shown, second: last }) : part('moreNumbers', { first: shown, rest })
  return part('lines', { lines: all })
}
