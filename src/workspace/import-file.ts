import { Refused } from '../domain/refusal.ts'
import type { Webinar } from '../domain/webinar.ts'
import { isOutcomesFile, type OutcomesReading, readOutcomesFile } from '../sources/outcomes/files.ts'
import { given } from '../sources/text.ts'
import { type ChosenColumns, type FileReading, readZoomFile } from '../sources/zoom/files.ts'
import { insertReported } from '../store/reported.ts'
import { findSettings, type Settings } from '../store/settings.ts'
import { findName } from '../store/webinar-names.ts'
import { tellFinal } from './alerts/tell-final.ts'
import { Came } from './came.ts'
import { describe } from './describe-webinar.ts'
import { findWebinar } from './find-webinar.ts'
import { takeOutcomes } from './import-outcomes.ts'
import { type Imported, peopleIn, saidOf } from './imported.ts'
import { ingest } from './ingest.ts'
import { momentOf } from './moment.ts'
import { knownFor } from './report-rooms.ts'
import { webinarNamed } from './series.ts'
import { word } from './webinar-kind.ts'
import type { Workspace } from './workspace.ts'
import { zoneDoubts } from './zone-doubts.ts'

export interface ReportFile {
  file: string
  bytes: Uint8Array
  kind?: string | undefined
  timezone?: string | undefined
  webinarKind?: string | undefined
  /** Which webinar it is about, where it does not say so: an id of ours, or the number that Zoom shows. */
  webinar?: string | undefined
  /** Which column of a table of questions holds what. */
  columns?: ChosenColumns | undefined
  /** Which questions of a survey are answered in people's own words. */
  openQuestions?: readonly string[] | undefined
  /** Alerts may follow from it, however long ago it was; else none does. */
  alerts?: boolean | undefined
}

/** What a file says: a report of Zoom, or a table of deals won and lost. */
export type Reading = FileReading | OutcomesReading

/**
 * Takes a report file, whole or not at all, in one commit; the same file again changes nothing, and raises nothing.
 * Its times are read in the given zone, else in the workspace's if somebody chose one.
 * Throws `Refused('invalid')` with file, line, column and what to do.
 */
export async function importFile(ws: Workspace, report: ReportFile): Promise<Imported> {
  const receivedAt = ws.now()
  const reading = readingOf(ws, report, receivedAt)
  return ws.commit(() => {
    const imported = takeReading(ws, report.file, reading, receivedAt, report.alerts)
    if (imported.webinar) setKind(ws, imported.webinar.id, readKind(report.webinarKind), receivedAt)
    const came = new Came(ws)
    came.add({ kind: 'files', name: imported.kind }, imported.facts > 0 ? 'taken' : 'duplicate', { at: receivedAt })
    came.store()
    return imported
  })
}

/** A file that is refused is counted, with the reason. */
function readingOf(ws: Workspace, report: ReportFile, at: number): Reading {
  try {
    return readReport(ws, report)
  } catch (error) {
    if (error instanceof Refused && error.code === 'invalid') noteRefused(ws, error, at)
    throw error
  }
}

/** What kind of webinar it is holds as it was said last, whatever was said with a file before. */
function setKind(ws: Workspace, id: string, kind: string | undefined, time: number): void {
  if (kind === undefined) return
  const webinar = findWebinar(ws, id)?.webinar
  if (webinar && webinar.kind !== kind) describe(ws, webinar, { kind }, time)
}

/** Where that cannot be stored, as on a full disk, whoever sent the file hears all the same what is wrong with it. */
function noteRefused(ws: Workspace, refused: Refused, at: number): void {
  try {
    const came = new Came(ws)
    came.reject({ kind: 'files', name: '' }, { at }, refused.words ?? refused.message)
    ws.relaxed(() => came.store())
  } catch (error) {
    ws.report('a refused file could not be counted', error)
  }
}

/** What a file says; nothing is stored yet. Throws `Refused('invalid')`. */
export function readReport(ws: Workspace, report: ReportFile): Reading {
  const { file, bytes, kind, timezone, webinarKind, webinar, columns, openQuestions } = report
  if (kind === 'outcomes' || (!kind && isOutcomesFile(bytes)))
    return readOutcomesFile(bytes, { file, timezone: timezone ?? settingsOf(ws).timezone, now: ws.now() })
  return readZoomFile(bytes, {
    ...{ file, kind, webinarKind: readKind(webinarKind), known: knownFor(ws, webinar) },
    ...{ timezone: timezone ?? chosenZone(ws), isGiven: timezone !== undefined },
    ...given({ columns, openQuestions }),
  })
}

/** Stores what a file says; `alerts` as in `ReportFile`. To be called inside a transaction. */
export function takeReading(
  ws: Workspace,
  file: string,
  reading: Reading,
  receivedAt: number,
  alerts = false,
): Imported {
  const telling = { isQuiet: !alerts, isAsked: alerts }
  return reading.kind === 'outcomes'
    ? takeOutcomes(ws, file, reading, receivedAt, telling)
    : takeReport(ws, file, reading, receivedAt, telling)
}

type Telling = Parameters<typeof ingest>[3]

function takeReport(ws: Workspace, file: string, reading: FileReading, receivedAt: number, telling: Telling): Imported {
  const { kind, rows, statements } = reading
  const { accepted, conflicting } = ingest(ws, statements, receivedAt, telling)
  const [facts, people] = [accepted + conflicting, peopleIn(ws, statements)]
  noteReported(ws, reading, receivedAt)
  const named = namedIn(ws, reading)
  const webinar = named?.webinar ?? null
  const doubts = named ? zoneDoubts(ws, named.webinar, named.number) : []
  const shown = webinar && webinarShown(webinar, reading)
  const skipped = reading.skipped.map(({ row, why }) => ({ row, reason: why.text, ...saidOf(why) }))
  const odd = [...reading.warnings, ...doubts]
  const warnings = odd.map(({ text }) => text)
  return { file, kind, webinar: shown, rows, facts, people, skipped, warnings, warned: odd.map(saidOf) }
}

/** That the whole attendance of a room is here, as of when the platform made the report. */
function noteReported(ws: Workspace, { kind, generatedAt, rows, webinar }: FileReading, receivedAt: number): void {
  if (kind !== 'zoom-attendees' || generatedAt === undefined) return
  const { topic: _, ...named } = webinar
  const name = findName(ws.db, named)
  if (name === undefined) return
  insertReported(ws.db, { name, by: 'file', generatedAt, receivedAt, rows })
  tellFinal(ws, name)
}

function readKind(given: string | undefined): string | undefined {
  if (!given) return undefined
  const read = word.safeParse(given)
  if (read.success) return read.data
  throw new Refused('invalid', `webinarKind: ${read.error.issues[0]!.message}`, { field: 'webinarKind' })
}

function chosenZone(ws: Workspace): string | undefined {
  const { timezone, timezoneChosen } = settingsOf(ws)
  return timezoneChosen ? timezone : undefined
}

function settingsOf(ws: Workspace): Settings {
  const settings = findSettings(ws.db)
  if (!settings) throw new Refused('not_found', `The workspace ${ws.id} has not been created`)
  return settings
}

function namedIn(
  ws: Workspace,
  { webinar: { topic: _, ...name }, statements }: FileReading,
): { number: number; webinar: Webinar } | null {
  const number = findName(ws.db, name)
  const [first] = statements
  return number === undefined || !first ? null : { number, webinar: webinarNamed(ws, number, first.time) }
}

function webinarShown(
  { id, platform, platformId, topic, startsAt }: Webinar,
  { webinar }: FileReading,
): Imported['webinar'] {
  return { id, platform, platformId, topic: topic ?? webinar.topic, startsAt: momentOf(startsAt) }
}
