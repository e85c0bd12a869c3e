import type { PersonName, Statement } from '../../../../domain/statement.ts'
import type { Words } from '../../../../domain/words.ts'
import { given } from '../../../text.ts'
import { optionalAddress, optionalId, optionalMoment, optionalText } from '../../member.ts'
import { roomName } from '../../naming.ts'
import { connectionOf } from '../../presence.ts'
import { record } from '../../record.ts'
import { gathered, rowsOf } from '../rows.ts'
import type { Room, Step } from '../step.ts'
import { leftOut } from '../words.ts'
import { encoded } from '../zoom-api.ts'

const scope = 'report:read:list_webinar_participants'
const list = 'participants'

/** `id` and `participant_user_id` are the Zoom user's, if signed in. `duration` is left unread: nobody knows its unit. */
const participant = record({
  user_id: optionalId,
  id: optionalId,
  participant_user_id: optionalId,
  registrant_id: optionalId,
  name: optionalText(200),
  user_email: optionalAddress,
  join_time: optionalMoment,
  leave_time: optionalMoment,
  status: optionalText(40),
})

type Participant = ReturnType<typeof participant>

/** Who was in the room: one row a connection, the very connections of the webhooks. */
export const participantsStep: Step = {
  id: 'participants',
  scope,
  async page(api, room, { token }) {
    const query = { page_size: '300', include_fields: 'registrant_id', ...(token && { next_page_token: token }) }
    const path = `/report/webinars/${encoded(room.uuid)}/participants`
    const body = await api.get({ path, query, rate: 'heavy', scope })
    const { rows, skipped, token: next } = rowsOf(body, list, participant)
    const present = rows.filter(({ status }) => status !== 'in_waiting_room')
    const statements = gathered(present, skipped, (row) => presence(row, room))
    return { statements, skipped, rows: present.length, next: next ? { token: next } : null }
  },
}

function presence(row: Participant, room: Room): Statement[] | Words {
  const { join_time: joinedAt, leave_time: leftAt, user_id: session, name } = row
  if (joinedAt === undefined || leftAt === undefined) return leftOut('noTime', { list })
  if (leftAt < joinedAt) return leftOut('leavesFirst', { list })
  const { platformId, uuid } = room
  const person = personOf(row)
  const which = session === undefined ? `${joinedAt}/${leftAt}/${keyOf(person, name)}` : `${session}/${joinedAt}`
  const id = `zoom/report/attended/${uuid}/${which}`
  const stay = given({
    webinar: roomName({ id: platformId, uuid }),
    person,
    connection: session === undefined ? undefined : connectionOf(uuid, session),
  })
  const data = given({ joinedAt, leftAt, name, evidence: 'report' } as const)
  const attended: Statement = { id, type: 'webinar.attended', time: leftAt, ...stay, data }
  if (!isHost(row, room)) return [attended]
  return [attended, { id: `${id}/host`, type: 'webinar.staffed', time: joinedAt, ...stay, data: { role: 'host' } }]
}

/** Of an account under HIPAA there is nothing: all of those stay unidentified. */
function personOf({
  registrant_id: registrantId,
  user_email: email,
  participant_user_id,
  id,
}: Participant): PersonName | undefined {
  const userId = participant_user_id ?? id
  return registrantId || email || userId ? given({ platform: 'zoom', registrantId, email, userId }) : undefined
}

function keyOf({ registrantId, email, userId }: PersonName = {}, name = ''): string {
  return registrantId ? `r:${registrantId}` : email ? `e:${email}` : userId ? `u:${userId}` : `n:${name}`
}

function isHost({ id, participant_user_id, user_email }: Participant, { hostId, hostEmail }: Room): boolean {
  if (hostId !== undefined && (hostId === id || hostId === participant_user_id)) return true
  return hostEmail !== undefined && hostEmail === user_email
}
