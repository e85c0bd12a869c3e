import type { PersonName, Statement } from '../../domain/statement.ts'
import { given } from '../text.ts'
import { optionalAddress, optionalId, optionalMoment, optionalText } from './member.ts'
import { mentionOfRoom, roomName } from './naming.ts'
import { needed, type Reader, reader } from './reader.ts'
import { record, type Shaped } from './record.ts'
import { room, roomOfUnknownWebinar, told } from './shape.ts'

/** `user_id` and `participant_uuid` are new with every join; `id` and `participant_user_id` are the Zoom user's, if signed in. */
const common = {
  user_id: optionalId,
  participant_uuid: optionalId,
  id: optionalId,
  participant_user_id: optionalId,
  registrant_id: optionalId,
  email: optionalAddress,
}

const joined = told({
  ...room,
  participant: record({
    ...common,
    user_name: optionalText(200),
    phone_number: optionalText(40),
    join_time: optionalMoment,
  }),
})

const left = told({
  ...room,
  participant: record({
    ...common,
    user_name: optionalText(200),
    leave_time: optionalMoment,
    leave_reason: optionalText(),
  }),
})

const roleChanged = told({
  ...room,
  participant: record({
    ...common,
    date_time: optionalMoment,
    old_role: optionalText(40),
    new_role: optionalText(40),
  }),
})

const bound = told({
  ...roomOfUnknownWebinar,
  participant: record({
    ...common,
    bind_user_id: optionalId,
    bind_participant_uuid: optionalId,
    join_time: optionalMoment,
  }),
})

/** Who comes, goes, and changes the role. Zoom says of nobody in the room whether he is staff. */
export const presenceReaders: [string, Reader][] = [
  ['webinar.participant_joined', reader(joined, statesJoin)],
  ['webinar.participant_left', reader(left, statesLeave)],
  ['webinar.participant_role_changed', reader(roleChanged, statesRole)],
  ['webinar.participant_bind', reader(bound, statesBond)],
]

function statesJoin({ at, object }: ReturnType<typeof joined>): Statement[] {
  const { participant, uuid } = object
  const time = needed(participant.join_time ?? at, 'payload.object.participant.join_time')
  const stay = stayOf(object)
  const id = `zoom/joined/${stay.connection}/${time}`
  const data = given({ uuid, name: participant.user_name, phone: participant.phone_number })
  return [
    { id, type: 'webinar.joined', time, ...stay, data },
    ...staff(id, time, stay, roleInRoom(object)),
    ...mentionOfRoom(object),
  ]
}

function statesLeave({ at, object }: ReturnType<typeof left>): Statement[] {
  const { participant, uuid } = object
  const time = needed(participant.leave_time ?? at, 'payload.object.participant.leave_time')
  const stay = stayOf(object)
  const id = `zoom/left/${stay.connection}/${time}`
  const data = given({ uuid, name: participant.user_name, reason: bareReason(participant.leave_reason) })
  return [
    { id, type: 'webinar.left', time, ...stay, data },
    ...staff(id, time, stay, roleInRoom(object)),
    ...mentionOfRoom(object),
  ]
}

/** Whoever had a role before it changed is staff; whoever is promoted is not. */
function statesRole({ at, object }: ReturnType<typeof roleChanged>): Statement[] {
  const { date_time, old_role, new_role } = object.participant
  const time = needed(date_time ?? at, 'payload.object.participant.date_time')
  const from = needed(old_role, 'payload.object.participant.old_role').toLowerCase()
  const to = needed(new_role, 'payload.object.participant.new_role').toLowerCase()
  const stay = stayOf(object)
  const id = `zoom/role_changed/${stay.connection}/${time}/${from}/${to}`
  const role = roleInRoom(object) ?? roles.get(from)
  return [
    { id, type: 'webinar.role_changed', time, ...stay, data: { from, to } },
    ...staff(id, time, stay, role),
    ...mentionOfRoom(object),
  ]
}

/** A phone and a computer are one human: said once of each. What the participant is called by is true of both. */
function statesBond({ at, object }: ReturnType<typeof bound>): Statement[] {
  const { participant, uuid } = object
  const time = needed(participant.join_time ?? at, 'payload.object.participant.join_time')
  const { bind_user_id, bind_participant_uuid } = participant
  const other = connectionOf(
    uuid,
    needed(bind_user_id ?? bind_participant_uuid, 'payload.object.participant.bind_user_id'),
  )
  const stay = stayOf(object)
  const bond = (connection: string, other: string): Statement => ({
    id: `zoom/bound/${connection}/${other}`,
    type: 'webinar.bound',
    time,
    ...stay,
    connection,
    data: { connection: other },
  })
  const bonds = [bond(stay.connection, other), bond(other, stay.connection)]
  return object.id === undefined ? bonds : [...bonds, ...mentionOfRoom({ ...object, id: object.id })]
}

/** The platform session that a statement is about. */
interface Stay {
  webinar?: Statement['webinar']
  person?: PersonName
  connection: string
}

interface InRoom {
  id?: string
  uuid: string
  host_id?: string
  participant: Shaped<typeof common>
}

function stayOf({ id, uuid, participant }: InRoom): Stay {
  const session = needed(participant.user_id ?? participant.participant_uuid, 'payload.object.participant.user_id')
  const { registrant_id: registrantId, email } = participant
  const userId = participant.participant_user_id ?? participant.id
  return given<Stay>({
    webinar: id === undefined ? undefined : roomName({ id, uuid }),
    person: registrantId || email || userId ? given({ platform: 'zoom', registrantId, email, userId }) : undefined,
    connection: connectionOf(uuid, session),
  })
}

export function connectionOf(uuid: string, session: string): string {
  return `${uuid}/${session}`
}

type Role = 'host' | 'panelist'

const roles = new Map<string, Role>([
  ['host', 'host'],
  ['co-host', 'host'],
  ['cohost', 'host'],
  ['panelist', 'panelist'],
])

function roleInRoom({ host_id, participant: { id, participant_user_id } }: InRoom): Role | undefined {
  return host_id !== undefined && (host_id === id || host_id === participant_user_id) ? 'host' : undefined
}

function staff(id: string, time: number, stay: Stay, role: Role | undefined): Statement[] {
  return role ? [{ id: `${id}/${role}`, type: 'webinar.staffed', time, ...stay, data: { role } }] : []
}

/** Zoom writes `Dana left the webinar.<br>Reason: Host ended the meeting.`, where only the end says anything new. */
function bareReason(text: string | undefined): string | undefined {
  return text?.replace(/^[^<]*<br *\/?>\s*reason:\s*(?=\S)/i, '')
}
