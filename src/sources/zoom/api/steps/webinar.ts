import type { Statement } from '../../../../domain/statement.ts'
import type { Words } from '../../../../domain/words.ts'
import { given } from '../../../text.ts'
import { optionalAddress, optionalMoment, optionalNumber, optionalText } from '../../member.ts'
import { mentionOfRoom, mentionOfSchedule, roomName } from '../../naming.ts'
import { record } from '../../record.ts'
import { scheduled } from '../../shape.ts'
import { optional } from '../optional.ts'
import { wholeOf } from '../rows.ts'
import type { Page, Room, Step } from '../step.ts'
import { encoded, type ZoomApi } from '../zoom-api.ts'

const hour = 3_600_000
const minute = 60_000
const singleOccurrence = 9

const report = record({
  topic: optionalText(300),
  type: optionalNumber,
  start_time: optionalMoment,
  end_time: optionalMoment,
  user_email: optionalAddress,
  participants_count: optionalNumber,
})

const settings = record({ registration_type: optionalNumber })
const webinar = record({ ...scheduled, settings: (value) => (value ? settings(value) : undefined) })

const scope = 'report:read:webinar'
const scopeOfSchedule = 'webinar:read:webinar'

/** When the room really ran, by Zoom's report; then, while Zoom still has it, what was scheduled. */
export const webinarStep: Step = {
  id: 'webinar',
  scope,
  helps: [scopeOfSchedule],
  page: (api, room, { at }) => (at === 1 ? schedulePage(api, room) : reportPage(api, room)),
}

async function reportPage(api: ZoomApi, room: Room): Promise<Page> {
  const body = await api.get({ path: `/report/webinars/${encoded(room.uuid)}`, rate: 'heavy', scope })
  const { topic, type, start_time, end_time, user_email: hostEmail, participants_count } = wholeOf(body, report)
  const { platformId, uuid } = room
  const name = roomName({ id: platformId, uuid })
  const statements: Statement[] = mentionOfRoom({ ...nothingScheduled, id: platformId, uuid, topic })
  const id = (what: string) => `zoom/report/${what}/${uuid}`
  const evidence = 'report' as const
  if (start_time !== undefined)
    statements.push({ id: id('started'), type: 'webinar.started', time: start_time, webinar: name, data: { evidence } })
  if (end_time !== undefined && end_time > (start_time ?? 0))
    statements.push({ id: id('ended'), type: 'webinar.ended', time: end_time, webinar: name, data: { evidence } })
  if (start_time !== undefined && hostEmail)
    statements.push({
      id: `${id('staffed')}/host/${hostEmail}`,
      type: 'webinar.staffed',
      time: start_time,
      webinar: name,
      person: { platform: 'zoom', email: hostEmail },
      data: { role: 'host' },
    })
  const learned = given({
    startedAt: start_time,
    endedAt: end_time,
    type,
    topic,
    hostEmail,
    participants: participants_count,
  })
  return { statements, next: { at: 1 }, learned }
}

const nothingScheduled = {
  host_id: undefined,
  topic: undefined,
  type: undefined,
  start_time: undefined,
  duration: undefined,
  timezone: undefined,
}

/** Of a number that has expired, a month after its last use, Zoom knows no schedule any more. */
async function schedulePage(api: ZoomApi, room: Room): Promise<Page> {
  const lacks: Words[] = []
  const path = `/webinars/${encodeURIComponent(room.platformId)}`
  const query = { show_previous_occurrences: 'true' }
  const body = await optional(api, { path, query, rate: 'light', scope: scopeOfSchedule }, lacks)
  if (body === null) return { statements: [], next: null, lacks }
  const told = wholeOf(body, webinar)
  const learned = given({ type: told.type, hostId: told.host_id, occurrence: occurrenceOf(told, room) })
  return { statements: mentionOfSchedule({ ...told, id: room.platformId }), next: null, learned }
}

/** The occurrence for which the room ran, where each of them is registered for by itself. */
function occurrenceOf(
  { type, occurrences, settings }: ReturnType<typeof webinar>,
  { startedAt }: Room,
): string | undefined {
  if (type !== singleOccurrence || (settings?.registration_type ?? 1) === 1 || startedAt === undefined) return undefined
  const fitting = occurrences.filter(
    ({ start_time: from = Infinity, duration = 0 }) =>
      startedAt >= from - hour && startedAt <= from + duration * minute + hour,
  )
  const distance = ({ start_time = 0 }) => Math.abs(start_time - startedAt)
  return fitting.sort((a, b) => distance(a) - distance(b))[0]?.occurrence_id
}
