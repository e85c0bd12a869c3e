import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FactType } from '../../src/domain/fact.ts'
import { Refused } from '../../src/domain/refusal.ts'
import type { StatementOf } from '../../src/domain/statement.ts'
import { type FileReading, readZoomFile } from '../../src/sources/zoom/files.ts'

export type Options = Partial<Parameters<typeof readZoomFile>[1]>

/** A reading as it goes out in English: what was left out and what looks odd as sentences. */
export interface Read extends Omit<FileReading, 'skipped' | 'warnings'> {
  skipped: { row: number; reason: string }[]
  warnings: string[]
}

/** Reads a text as the file report.csv of an account in UTC. */
export function read(text: string | Uint8Array, options: Options = {}): Read {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const reading = readZoomFile(bytes, { file: 'report.csv', timezone: 'UTC', ...options })
  const skipped = reading.skipped.map(({ row, why }) => ({ row, reason: why.text }))
  return { ...reading, skipped, warnings: reading.warnings.map((warning) => warning.text) }
}

export function fixture(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, '../fixtures/zoom/files', name))
}

export function readFixture(name: string, options: Options = {}): Read {
  return read(fixture(name), { file: name, timezone: 'Asia/Jerusalem', ...options })
}

/** The refusal of a file, or an error where it was taken. */
export function refusalOf(text: string | Uint8Array, options: Options = {}): Refused {
  try {
    read(text, options)
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
  throw new Error('the file was taken')
}

export function statementsOf<T extends FactType>(reading: Read, type: T): StatementOf<T>[] {
  return reading.statements.filter((statement) => statement.type === type) as StatementOf<T>[]
}

/** Who was in the room from when to when: "dana@a.example 2026-04-01T12:00:05Z to 2026-04-01T12:30:10Z". */
export function staysOf(reading: Read): string[] {
  return statementsOf(reading, 'webinar.attended').map(
    ({ person, data }) => `${person?.email ?? 'nobody'} ${utc(data.joinedAt)} to ${utc(data.leftAt)}`,
  )
}

export function utc(moment: number): string {
  return new Date(moment).toISOString().replace('.000', '')
}

const shortHeader =
  'Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name'

export const attendeeHeader =
  'Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name'

interface Parts {
  generated?: string
  topic?: string
  id?: string
  start?: string
  minutes?: string
  hosts?: string[]
  panelists?: string[]
  header?: string
  attendees?: string[]
  others?: string[]
}

/** An Attendee Report of the 2026 layout, one hour from April 20, 2026 2:00 PM where nothing else is said. */
export function attendeeReport({
  generated = '"Apr 21, 2026 9:00 AM"',
  topic = 'Grafting',
  id = '842 1190 5573',
  start = '"Apr 20, 2026 2:00 PM"',
  minutes = '60',
  hosts,
  panelists,
  header = attendeeHeader,
  attendees = [],
  others,
}: Parts): string {
  const table = (title: string, columns: string, rows: string[] | undefined) =>
    rows ? [`${title},`, columns, ...rows] : []
  return [
    'Attendee Report,',
    `Report generated time,${generated}`,
    'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes)',
    `${topic},${id},${start},${minutes}`,
    ...table('Host Details', shortHeader, hosts),
    ...table('Panelist Details', shortHeader, panelists),
    ...table('Attendee Details', header, attendees),
    ...table('Other Attended', 'User Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name', others),
    '',
  ].join('\n')
}

/** A row of a person who came on April 20, 2026; times as 14:03:00. */
export function came(name: string, email: string, joined: string, left: string, minutes: number | string): string {
  const at = (time: string) => `"Apr 20, 2026 ${time}"`
  return `Yes,${name},${name},,${email},"Apr 02, 2026 10:00:00",approved,${at(joined)},${at(left)},${minutes},Yes,Israel,`
}

/** A row of a person who signed up on April 2, 2026 and did not come. */
export function stayedAway(name: string, email: string, status = 'approved'): string {
  return `No,${name},${name},,${email},"Apr 02, 2026 10:00:00",${status},--,--,--,--,,`
}
