import { endsLine, type Row, tableOf } from '../table.ts'
import { readAttendees } from './files/attendees.ts'
import { plainText } from './files/bytes.ts'
import { type AttendeeKind, refuseCutOff } from './files/cut-off.ts'
import { kindOf } from './files/kind.ts'
import { type Known, nothingKnown } from './files/known.ts'
import { readPolls } from './files/polls.ts'
import type { ChosenColumns } from './files/question-columns.ts'
import { readQuestions } from './files/questions.ts'
import type { FileReading } from './files/reading.ts'
import { readRegistrations } from './files/registrations.ts'
import { sectionsOf } from './files/sections.ts'
import { readSurvey } from './files/survey.ts'
import { tableWords } from './files/words.ts'
import { zoneNamed } from './files/zone.ts'

export type { ChosenWebinar, Known, KnownRoom } from './files/known.ts'
export type { ChosenColumns } from './files/question-columns.ts'
export type { FileReading, SaidInFile } from './files/reading.ts'

/**
 * `timezone` is the IANA name of the zone in which Zoom printed the times; `isGiven`: it was named for this very file.
 * `known` is what is known of the webinars apart from it, with the one that was chosen for it. `columns` says which column
 * of a table of questions holds what, `openQuestions` which questions of polls and surveys are
 * answered in people's own words.
 */
export interface ReadingOptions {
  file: string
  kind?: string | undefined
  timezone?: string | undefined
  isGiven?: boolean
  webinarKind?: string | undefined
  known?: Known
  columns?: ChosenColumns
  openQuestions?: readonly string[]
}

/**
 * Reads a report that was downloaded from the Zoom portal (reference: zoom.md 4), told from the others by what stands in
 * it, or a table of questions that people made. Throws `Refused('invalid')` with `{ file, line, column }`, or
 * `{ file, field }` for an option: a wrong file is taken as a whole or not at all. The same report read twice, or
 * downloaded again later, gives the same ids.
 */
export function readZoomFile(bytes: Uint8Array, options: ReadingOptions): FileReading {
  const { file, known = nothingKnown, isGiven = false, webinarKind } = options
  const text = plainText(bytes, file)
  const rows = tableOf(text, file, tableWords)
  const kind = kindOf(rows, file, options.kind)
  if (kind === 'zoom-attendees' || kind === 'zoom-registrations') return readPeople(kind, rows, text, options)
  const zone = options.timezone?.trim() ? zoneNamed(options.timezone, file) : null
  const setting = { file, zone, isGiven, webinarKind, known, endsLine: endsLine(text) }
  const open = options.openQuestions ?? []
  if (kind === 'zoom-polls') return readPolls(rows, { ...setting, open })
  if (kind === 'zoom-survey') return readSurvey(rows, { ...setting, open })
  return readQuestions(rows, { ...setting, columns: options.columns ?? {} })
}

function readPeople(kind: AttendeeKind, rows: Row[], text: Uint8Array, options: ReadingOptions): FileReading {
  const { file, timezone, webinarKind, known } = options
  const report = sectionsOf(rows, file)
  refuseCutOff({ report, rows, kind }, { file, endsLine: endsLine(text) })
  const setting = { file, zone: zoneNamed(timezone, file), webinarKind, chosen: known?.chosen?.platformId }
  return kind === 'zoom-attendees' ? readAttendees(report, setting) : readRegistrations(report, setting)
}
