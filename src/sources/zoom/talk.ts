import type { Statement } from '../../domain/statement.ts'
import { given } from '../text.ts'
import { optionalAddress, optionalFlag, optionalId, optionalMoment, optionalText, requiredId } from './member.ts'
import { roomName } from './naming.ts'
import { connectionOf } from './presence.ts'
import { needed, type Reader, reader } from './reader.ts'
import { record } from './record.ts'
import { told } from './shape.ts'

const chat = told({
  id: requiredId,
  uuid: requiredId,
  chat_message: record({
    message_id: requiredId,
    message_content: optionalText(5000),
    date_time: optionalMoment,
    sender_session_id: optionalId,
    sender_email: optionalAddress,
    sender_type: optionalText(),
  }),
})

const feedback = told({
  id: requiredId,
  uuid: requiredId,
  participant: record({
    participant_uuid: requiredId,
    feedback: record({ satisfied: optionalFlag, comments: optionalText(5000) }),
  }),
})

/** What people say. A file without words (`chat_message_file_sent`) is none of it: words beside it come as a message. */
export const talkReaders: [string, Reader][] = [
  ['webinar.chat_message_sent', reader(chat, statesChat)],
  ['webinar.participant_feedback', reader(feedback, statesFeedback)],
]

/** The session is the connection's `user_id` as far as anybody knows: it counts only where there is no address. */
function statesChat({ at, object }: ReturnType<typeof chat>): Statement[] {
  const { message_id, message_content, date_time, sender_session_id, sender_email, sender_type } = object.chat_message
  const time = needed(date_time ?? at, 'payload.object.chat_message.date_time')
  if (!message_content) return []
  const id = `zoom/chat/${object.uuid}/${message_id}`
  const sender = given({
    webinar: roomName(object),
    person: sender_email ? { platform: 'zoom', email: sender_email } : undefined,
    connection: !sender_email && sender_session_id ? connectionOf(object.uuid, sender_session_id) : undefined,
  })
  const sent: Statement = {
    id,
    type: 'chat.sent',
    time,
    ...sender,
    data: { text: message_content, channel: 'webinar' },
  }
  if (sender_type?.toLowerCase() !== 'host') return [sent]
  return [sent, { id: `${id}/host`, type: 'webinar.staffed', time, ...sender, data: { role: 'host' } }]
}

/**
 * Given at the end by a `participant_uuid`, while stays go by `user_id`: it is a known person's only where the join
 * had no `user_id`. The Zoom user's id does not help: of a registrant it would make a second person.
 */
function statesFeedback({ at, object }: ReturnType<typeof feedback>): Statement[] {
  const time = needed(at, 'event_ts')
  const { participant_uuid, feedback } = object.participant
  return [
    {
      id: `zoom/feedback/${object.uuid}/${participant_uuid}/${time}`,
      type: 'feedback.given',
      time,
      webinar: roomName(object),
      connection: connectionOf(object.uuid, participant_uuid),
      data: given({ satisfied: feedback.satisfied, comments: feedback.comments }),
    },
  ]
}
