import { endsLine, tableOf } from '../table.ts'
import { readAttendees } from './files/attendees.ts'
import { plainText } from './files/bytes.ts'
import { refuseCutOff } from './files/cut-off.ts'
import { kindOf } from './files/kind.ts'
import type { FileReading } from './files/reading.ts'
import { readRegistrations } from './files/registrations.ts'
import { sectionsOf } from './files/sections.ts'
import { tableWords } from './files/words.ts'
import { zoneNamed } from './files/zone.ts'

export type { FileReading } from './files/reading.ts'

/**
 * Reads a report that was downloaded from the Zoom portal (reference: zoom.md 4.1 and 4.2): the Attendee Report or the
 * Registration Report, told apart by what stands in them. `timezone` is the IANA name of the zone in which Zoom printed
 * the times. Throws `Refused('invalid')` with `{ file, line, column }`, or `{ file, field }` for an option: a wrong file
 * is taken as a whole or not at all. The same report read twice, or downloaded again later, gives the same ids.
 */
export function readZoomFile(
  bytes: Uint8Array,
  options: { file: string; kind?: string; timezone?: string; webinarKind?: string },
): FileReading {
  const { file, webinarKind } = options
  const text = plainText(bytes, file)
  const rows = tableOf(text, file, tableWords)
  const kind = kindOf(rows, file, options.kind)
  const report = sectionsOf(rows, file)
  refuseCutOff({ report, rows, kind }, { file, endsLine: endsLine(text) })
  const setting = { file, zone: zoneNamed(options.timezone, file), webinarKind }
  return kind === 'zoom-attendees' ? readAttendees(report, setting) : readRegistrations(report, setting)
}
