import type { PersonName, Statement } from '../../src/domain/statement.ts'
import { minute, start } from './company.ts'

const platform = 'zoom'
const platformId = '87123456789'
export const room = 'roomA=='
const inRoom = { platform, platformId, instance: room }

/** A single webinar from `start` for an hour. */
export function scheduled(kind = 'demo'): Statement {
  const data = { startsAt: start, durationMinutes: 60, topic: 'Ripe fruit', kind }
  return { id: 'scheduled', type: 'webinar.scheduled', time: start - 1000, webinar: { platform, platformId, slot: '' }, data }
}

export function started(): Statement {
  return { id: 'started', type: 'webinar.started', time: start, webinar: inRoom, data: {} }
}

export function ended(minutes = 60): Statement {
  return { id: 'ended', type: 'webinar.ended', time: start + minutes * minute, webinar: inRoom, data: {} }
}

export function registered(registrantId: string, email: string, profile: Statement['profile'] = {}): Statement {
  return {
    id: `registered/${registrantId}`,
    type: 'person.registered',
    time: start - 24 * 60 * minute,
    webinar: { platform, platformId, slot: '' },
    person: { platform, registrantId, email },
    profile: { email, ...profile },
    data: { status: 'approved' },
  }
}

export function joined(session: string, at: number, person?: PersonName): Statement {
  const time = start + at * minute
  const id = `joined/${session}/${time}`
  return { id, type: 'webinar.joined', time, webinar: inRoom, connection: `${room}/${session}`, ...(person && { person }), data: {} }
}

export function left(session: string, at: number, person?: PersonName): Statement {
  const time = start + at * minute
  const id = `left/${session}/${time}`
  return { id, type: 'webinar.left', time, webinar: inRoom, connection: `${room}/${session}`, ...(person && { person }), data: {} }
}

/** The two statements by which Zoom ties a phone to a computer. */
export function bound(a: string, b: string, person?: PersonName): Statement[] {
  return [
    [a, b],
    [b, a],
  ].map(([one, other]) => ({
    id: `bound/${one}/${other}`,
    type: 'webinar.bound',
    time: start,
    webinar: inRoom,
    connection: `${room}/${one}`,
    ...(person && { person }),
    data: { connection: `${room}/${other}` },
  }))
}

export function visited(visitId: string, at: number, person: PersonName, seconds: number): Statement {
  const time = start + at * minute
  return { id: `visit/${visitId}`, type: 'visit.ended', time, person, data: { visitId, seconds, pages: ['/'] } }
}

export const zoom = (registrantId: string): PersonName => ({ platform, registrantId })
