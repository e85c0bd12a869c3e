import type { Statement, WebinarName } from '../../../domain/statement.ts'
import type { Words } from '../../../domain/words.ts'
import { given } from '../../text.ts'
import { optionalMoment } from '../member.ts'
import { roomName } from '../naming.ts'
import { type Member, record } from '../record.ts'
import { profileOf, type Registrant, registrant } from '../registrant.ts'
import type { Room } from './step.ts'
import { leftOut } from './words.ts'

const platform = 'zoom'
const single = 5
const recurring = [6, 9]

/** A registrant as the API gives one out: like a webhook, with the moment of signing up. */
export type ListedRegistrant = Registrant & { create_time: number | undefined }

const created = record({ create_time: optionalMoment })

export const listedRegistrant: Member<ListedRegistrant> = (row) => ({ ...registrant(row), ...created(row) })

/**
 * The webinar for which somebody in a room's list has signed up: the occurrence, the only one of a single webinar, of a
 * series whichever was next, for one registration is good for all. Of an unknown kind: that of the room.
 */
export function registeredFor({ platformId, uuid, type, occurrence }: Room): WebinarName {
  if (occurrence !== undefined) return { platform, platformId, slot: occurrence }
  if (type === single) return { platform, platformId, slot: '' }
  if (type !== undefined && recurring.includes(type)) return { platform, platformId }
  return roomName({ id: platformId, uuid })
}

/**
 * What a listed registrant states, or why nothing. It is a report: it counts only where no webhook told of it. A denial
 * has no moment, and stands at the start of the room. A pending one is placed just before the moment of signing up, so
 * that an approval that is listed later holds.
 */
export function registrationOf(
  row: ListedRegistrant,
  status: 'approved' | 'pending' | 'denied',
  room: Room,
): Statement[] | Words {
  const { id: registrantId, email, comments: question } = row
  const list = 'registrants'
  if (!registrantId && !email) return leftOut('nobody', { list })
  const at = row.create_time ?? room.startedAt
  if (at === undefined) return leftOut('noTime', { list })
  const webinar = registeredFor(room)
  const { platformId, instance, slot } = webinar
  const place = instance !== undefined ? `room/${instance}` : slot !== undefined ? `slot/${slot}` : 'next'
  const about = { webinar, person: given({ platform, registrantId, email }), profile: profileOf(row) }
  const who = registrantId ?? email
  const signedUp = status === 'approved' ? status : 'pending'
  const registered: Statement = {
    id: `zoom/report/registered/${platformId}/${place}/${at}/${signedUp}/${who}`,
    type: 'person.registered',
    time: signedUp === 'approved' ? at : at - 1,
    ...about,
    data: given({ status: signedUp, question, evidence: 'report' } as const),
  }
  if (status !== 'denied') return [registered]
  const id = `zoom/report/registration_denied/${platformId}/${place}/${who}`
  const time = Math.max(at, room.startedAt ?? at)
  return [registered, { id, type: 'person.registration_denied', time, ...about, data: {} }]
}
