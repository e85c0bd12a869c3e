import { plain, type Row } from '../../table.ts'
import { addressOf } from '../../text.ts'
import { type Columns, columnsOf } from './columns.ts'
import { type DateCell, dateCell } from './order.ts'
import { type Registrant, registrantOf } from './registrant.ts'
import type { Report } from './sections.ts'

export type Role = 'host' | 'panelist' | 'attendee' | 'other'

/** One row of an Attendee Report: one connection of one person, or one registration of somebody who did not come. */
export interface Connection {
  role: Role
  line: number
  attended: boolean
  /** The address that says whose row it is; null: nobody's. `address` is what the row itself prints. */
  email: string | null
  address: string
  name: string
  joined: DateCell
  left: DateCell
  /** Zoom's own count, rounded up to a whole minute; null if not printed. */
  minutes: number | null
  registered: DateCell
  registrant: Registrant | null
}

const roles: Record<string, Role> = {
  'host details': 'host',
  'panelist details': 'panelist',
  'attendee details': 'attendee',
  'other attended': 'other',
}

const never: DateCell = { text: '', line: 0, column: 0, stamp: null }

export function connectionsOf({ sections }: Report, file: string): Connection[] {
  const connections: Connection[] = []
  for (const section of sections) {
    const role = roles[section.title]!
    const columns = columnsOf(
      section,
      role === 'other' ? ['join time', 'leave time'] : ['email', 'join time', 'leave time'],
      file,
    )
    let before: Connection | null = null
    for (const row of section.rows) {
      const connection: Connection = connectionOf(row, role, columns)
      if (before && isRepeat(connection, before, columns)) connection.email = before.email
      connections.push(connection)
      before = connection
    }
  }
  return connections
}

function connectionOf(row: Row, role: Role, columns: Columns): Connection {
  const text = (name: Parameters<Columns['cell']>[1]) => columns.cell(row, name).text
  const joined = dateCell(columns.cell(row, 'join time'))
  const said = text('attended').toLowerCase()
  const address = role === 'other' ? '' : text('email')
  const email = (address && addressOf(address)) || null
  const registered = role === 'attendee' ? dateCell(columns.cell(row, 'registration time')) : never
  return {
    role,
    line: row.line,
    attended: said === 'yes' || (said !== 'no' && joined.text !== ''),
    email,
    address,
    name: text('user name') || [text('first name'), text('last name')].filter(Boolean).join(' '),
    joined,
    left: dateCell(columns.cell(row, 'leave time')),
    minutes: numberOf(text('time in session (minutes)')),
    registered,
    registrant: registered.text && email ? registrantOf(row, columns, email) : null,
  }
}

/**
 * A row without address and registration is a further connection of the person in the row before. Another name
 * says that it is somebody else: names never join two rows, they only keep them apart.
 */
function isRepeat(row: Connection, before: Connection, columns: Columns): boolean {
  if (row.address || row.registered.text || !columns.has('registration time')) return false
  return !row.name || plain(row.name) === plain(before.name)
}

/** A whole number as Zoom prints it (leading blanks, thousands with commas); null if it is none. */
export function numberOf(text: string): number | null {
  const digits = text.replace(/[\s,]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}
