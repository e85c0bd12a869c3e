import type { Profile } from '../../src/domain/profile.ts'
import type { PersonName, Statement, StatementOf } from '../../src/domain/statement.ts'
import { ingest } from '../../src/workspace/ingest.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'

/** 2026-05-12 14:00 UTC, a Tuesday. */
export const start = Date.UTC(2026, 4, 12, 14)
export const minute = 60_000
export const day = 24 * 60 * minute

const platform = 'zoom'
const platformId = '87123456789'
const room = 'roomA=='
const inRoom = { platform, platformId, instance: room }
const single = { platform, platformId, slot: '' }

/** Takes statements in as one delivery. */
export function take(ws: Workspace, ...statements: Statement[]) {
  return ws.transaction(() => ingest(ws, statements, ws.now()))
}

/** A single webinar from `start` for an hour. */
export function scheduled(kind = 'demo'): StatementOf<'webinar.scheduled'> {
  const data = { startsAt: start, durationMinutes: 60, topic: 'Ripe fruit', kind }
  return { id: 'scheduled', type: 'webinar.scheduled', time: start - 9 * day, webinar: single, data }
}

export function started(): StatementOf<'webinar.started'> {
  return { id: 'started', type: 'webinar.started', time: start, webinar: inRoom, data: {} }
}

export function ended(at = 60): StatementOf<'webinar.ended'> {
  return { id: 'ended', type: 'webinar.ended', time: start + at * minute, webinar: inRoom, data: {} }
}

/** Registered a day before. */
export function registered(
  registrantId: string,
  email: string,
  profile: Profile = {},
): StatementOf<'person.registered'> {
  return {
    id: `registered/${registrantId}`,
    type: 'person.registered',
    time: start - day,
    webinar: single,
    person: { platform, registrantId, email },
    profile: { email, ...profile },
    data: { status: 'approved' },
  }
}

/** Who a registrant id names. */
export function zoom(registrantId: string): PersonName {
  return { platform, registrantId }
}

/** Joined `at` minutes after the start, by one connection. */
export function joined(session: string, at: number, person?: PersonName): StatementOf<'webinar.joined'> {
  return { ...inSession(session, person), ...named('joined', session, at), type: 'webinar.joined', data: {} }
}

export function left(session: string, at: number, person?: PersonName): StatementOf<'webinar.left'> {
  return { ...inSession(session, person), ...named('left', session, at), type: 'webinar.left', data: {} }
}

/** The two statements by which Zoom ties a phone to a computer. */
export function bound(one: string, other: string, person?: PersonName): Statement[] {
  const bond = (session: string, to: string): Statement => ({
    ...inSession(session, person),
    ...named(`bound/${to}`, session, 0),
    type: 'webinar.bound',
    data: { connection: `${room}/${to}` },
  })
  return [bond(one, other), bond(other, one)]
}

/** A visit to the website that ended `at` minutes after the start. */
export function visited(visitId: string, at: number, person: PersonName, seconds = 200): StatementOf<'visit.ended'> {
  const time = start + at * minute
  return { id: `visit/${visitId}`, type: 'visit.ended', time, person, data: { visitId, seconds, pages: ['/'] } }
}

function named(what: string, session: string, at: number) {
  const time = start + at * minute
  return { id: `${what}/${session}/${time}`, time }
}

function inSession(session: string, person: PersonName | undefined) {
  return { webinar: inRoom, connection: `${room}/${session}`, ...(person && { person }) }
}
