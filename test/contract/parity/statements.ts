import type { Statement } from '../../../src/domain/statement.ts'
import { START } from '../../laws/histories.ts'
import { type Told, together } from './told.ts'
import { comesOrGoes, created, inRoom, registration, type ZoomPerson, type ZoomWebinar } from './zoom.ts'

const iso = (time: number) => new Date(time).toISOString()

/** What Zoom and others would send of random statements; identities and rooms are mixed up in every way. */
export function statementsTold(statements: readonly Statement[], number: number): Told {
  const webinar = { id: `${70_000_000 + number}`, topic: 'Ripe fruit', startsAt: START, minutes: 60 }
  return together(...statements.map((statement) => statementTold(statement, webinar, number)))
}

function statementTold(statement: Statement, webinar: ZoomWebinar, number: number): Told {
  const own = (name: string) => `${number}.${name}`
  const { registrantId, email, userId } = statement.person ?? {}
  const who: ZoomPerson = {
    registrantId: registrantId && own(registrantId),
    email: email && own(email),
    userId: userId && own(userId),
  }
  const { type, time, connection = '/' } = statement
  const [instance, session] = connection.split('/') as [string, string]
  const room = own(statement.webinar?.instance ?? instance)
  switch (type) {
    case 'person.registered':
    case 'person.registration_cancelled': {
      const verb = type === 'person.registered' ? 'registration_created' : 'registration_cancelled'
      const form = { id: who.registrantId, email: who.email, first_name: 'Dana', last_name: 'Levi', status: 'approved' }
      return registration(`webinar.${verb}`, time, webinar, form)
    }
    case 'webinar.joined':
      return comesOrGoes('webinar.participant_joined', time, webinar, room, session, who)
    case 'webinar.left':
      return comesOrGoes('webinar.participant_left', time, webinar, room, session, who)
    case 'webinar.bound': {
      const participant = { user_id: session, bind_user_id: statement.data.connection.split('/')[1] }
      return inRoom('webinar.participant_bind', time, webinar, room, { participant })
    }
    case 'webinar.started':
    case 'webinar.ended':
      return inRoom(type, time, webinar, room)
    case 'webinar.scheduled': {
      const { startsAt = START, durationMinutes = 60 } = statement.data
      return created({ ...webinar, startsAt, minutes: durationMinutes }, time)
    }
    default: {
      const data = {
        person: { email: who.email },
        ...(statement.webinar && { webinar: { platform: 'zoom', platformId: webinar.id } }),
        ...(type === 'question.asked' ? { question: statement.data } : statement.data),
      }
      const event = {
        specversion: '1.0',
        id: own(statement.id),
        source: 'https://parity.example',
        type,
        time: iso(time),
      }
      return { hooks: [], activities: [{ ...event, data }] }
    }
  }
}
