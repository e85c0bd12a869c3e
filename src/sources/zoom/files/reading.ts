import type { Statement, WebinarName } from '../../../domain/statement.ts'
import type { ReportKind } from './kind.ts'
import { quoted, refuse } from './refuse.ts'
import type { Report } from './sections.ts'
import type { Zone } from './zone.ts'

/** The longest topic or name that is taken; what is longer is cut. */
export const longestText = 500

/**
 * What a report file says. `rows` are its data rows; `skipped` those of which something could not be taken, by their
 * line in the file; `warnings` are sentences about what looks odd and was taken all the same.
 */
export interface FileReading {
  kind: ReportKind
  webinar: WebinarName & { topic: string | null }
  rows: number
  statements: Statement[]
  skipped: { row: number; reason: string }[]
  warnings: string[]
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
    refuse(
      'This is the report of a meeting, not of a webinar. Download the report of a webinar: Zoom web portal, Reports > Webinar.',
      { file, ...about('meeting id') },
    )
  }
  const digits = cell.text.replace(/[\s\u2010-\u2015-]/g, '')
  if (/^\d{5,20}$/.test(digits)) return digits
  const words = cell.text
    ? `${quoted(cell.text)} is no webinar ID; a spreadsheet may have rounded it.`
    : 'The webinar ID is missing.'
  return refuse(`${words} Download the report again and do not open and save it on the way.`, { file, ...cell })
}

const notes = {
  status: (lines: string) =>
    `Zoom's word for the state of the registration in ${lines} is not known; it counts as pending.`,
  address: (lines: string) =>
    `What stands as e-mail address in ${lines} is none; the presence counts without a person.`,
  minutes: (lines: string) =>
    `Join and leave do not give the minutes that Zoom prints in ${lines}. Join and leave count.`,
}

/** Gathers what a file says: each statement once, what was skipped, and lines that look odd. */
export class Gathering {
  readonly statements: Statement[] = []
  readonly skipped: FileReading['skipped'] = []
  private readonly ids = new Set<string>()
  private readonly odd = new Map<keyof typeof notes, number[]>()

  add(statement: Statement): void {
    if (this.ids.has(statement.id)) return
    this.ids.add(statement.id)
    this.statements.push(statement)
  }

  addAll(statements: readonly Statement[]): void {
    for (const statement of statements) this.add(statement)
  }

  skip(row: number, reason: string): void {
    this.skipped.push({ row, reason })
  }

  note(what: keyof typeof notes, line: number): void {
    const lines = this.odd.get(what)
    if (lines) lines.push(line)
    else this.odd.set(what, [line])
  }

  warnings(): string[] {
    return [...this.odd].map(([what, lines]) => notes[what](linesOf(lines)))
  }
}

/** "line 4", "lines 4, 9 and 12", "lines 4, 9, 12 and 30 more". */
function linesOf(lines: readonly number[]): string {
  if (lines.length === 1) return `line ${lines[0]}`
  const shown = lines.slice(0, 3)
  const rest = lines.length - shown.length
  return rest > 0
    ? `lines ${shown.join(', ')} and ${rest} more`
    : `lines ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
