import type { Statement } from '../../domain/statement.ts'
import { optionalId, optionalMoment, optionalText } from './member.ts'
import { mentionOfRoom, roomName } from './naming.ts'
import { needed, type Reader, reader } from './reader.ts'
import { listOf, record, type Shaped } from './record.ts'
import { personOf, profileOf, type Registrant, registrant } from './registrant.ts'
import { type Room, room, type Told, told } from './shape.ts'

const webinarTypes = [5, 6, 9]

const file = record({
  id: optionalId,
  file_type: optionalText(),
  recording_start: optionalMoment,
  recording_end: optionalMoment,
})

/** A recording and its files, of an event or of the API. */
export const recorded = { ...room, recording_files: listOf(file) }

type Recorded = Shaped<typeof recorded>
type SignUp = Room & { registrant: Registrant }

const completed = told(recorded)
const signUp = told({ ...room, registrant })

/** The recording and who asked to see it. Meetings send the same events: without a webinar's type nothing is read. */
export const recordingReaders: [string, Reader][] = [
  [
    'recording.completed',
    reader(
      completed,
      ofWebinars(({ object }) => filesOf(object)),
    ),
  ],
  ['recording.registration_created', reader(signUp, ofWebinars(statesSignUp('created')))],
  ['recording.registration_approved', reader(signUp, ofWebinars(statesSignUp('approved')))],
]

function ofWebinars<O extends Room>(state: (event: Told<O>) => Statement[]): (event: Told<O>) => Statement[] {
  return (event) =>
    webinarTypes.includes(event.object.type ?? 0) ? [...state(event), ...mentionOfRecording(event.object)] : []
}

/** `duration` is the recording's here, no schedule. */
export function mentionOfRecording(object: Room): Statement[] {
  return mentionOfRoom({ ...object, duration: undefined })
}

/**
 * The videos, or where there is none the sound. A copy of the same event may have other addresses and order, never
 * other file ids. The fact's time is the recording's end, so its start is known to the second.
 */
export function filesOf(object: Recorded): Statement[] {
  const media = ['MP4', 'M4A']
    .map((type) => object.recording_files.filter(({ file_type }) => file_type?.toUpperCase() === type))
    .find((files) => files.length > 0)
  return (media ?? []).flatMap(({ id, recording_start: start, recording_end: end }): Statement[] => {
    if (start === undefined || end === undefined || end <= start) return []
    const data = { mediaSeconds: (end - start) / 1000 }
    return [
      {
        id: `zoom/recorded/${object.uuid}/${id ?? start}`,
        type: 'webinar.recorded',
        time: end,
        webinar: roomName(object),
        data,
      },
    ]
  })
}

/** A recording gives its registrants ids of their own, unknown to the webinar: the address is the better name. */
function statesSignUp(verb: string): (event: Told<SignUp>) => Statement[] {
  return ({ at, object }) => {
    const time = needed(at, 'event_ts')
    const name = personOf(object.registrant)
    const person = name.email ? { platform: name.platform, email: name.email } : name
    const id = `zoom/replay_${verb}/${object.uuid}/${person.email ?? person.registrantId}/${time}`
    return [
      {
        id,
        type: 'replay.registered',
        time,
        webinar: roomName(object),
        person,
        profile: profileOf(object.registrant),
        data: {},
      },
    ]
  }
}
