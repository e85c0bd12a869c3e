import { given } from '../../text.ts'
import { optionalAddress, optionalId, optionalMoment, optionalNumber, optionalText, requiredId } from '../member.ts'
import { record } from '../record.ts'
import { rowsOf } from './rows.ts'
import type { Room } from './step.ts'
import type { ApiCall } from './zoom-api.ts'

const webinarTypes = [5, 6, 9]

/** What of Zoom's lists tells of rooms that ran: each knows some that the others do not. */
export type ListOfRooms = 'dashboard' | 'webinars' | 'instances' | 'report' | 'recordings'

/** Days in UTC, both included. */
export interface Days {
  from: string
  to: string
}

/** The call for a page of a list: of a host, of a webinar's number, or of the account. */
export function callFor(list: ListOfRooms, of: string, days: Days, token?: string): ApiCall {
  const id = encodeURIComponent(of)
  const page = { page_size: '300', ...(token && { next_page_token: token }) }
  const { from, to } = days
  switch (list) {
    case 'dashboard': {
      const scope = 'dashboard:read:list_webinars'
      return { path: '/metrics/webinars', query: { type: 'past', from, to, ...page }, rate: 'intensive', scope }
    }
    case 'webinars':
      return { path: `/users/${id}/webinars`, query: page, rate: 'medium', scope: 'webinar:read:list_webinars' }
    case 'instances':
      return { path: `/past_webinars/${id}/instances`, rate: 'light', scope: 'webinar:read:list_past_instances' }
    case 'report': {
      const query = { type: 'past', from, to, ...page }
      return { path: `/report/users/${id}/meetings`, query, rate: 'heavy', scope: 'report:read:user' }
    }
    case 'recordings': {
      const scope = 'cloud_recording:read:list_user_recordings'
      return { path: `/users/${id}/recordings`, query: { from, to, ...page }, rate: 'medium', scope }
    }
  }
}

const row = record({
  id: optionalId,
  uuid: requiredId,
  type: optionalNumber,
  topic: optionalText(300),
  start_time: optionalMoment,
  end_time: optionalMoment,
  email: optionalAddress,
})

type Row = ReturnType<typeof row>

const listed = record({ id: requiredId, type: optionalNumber, start_time: optionalMoment })
const user = record({ id: requiredId, type: optionalNumber })

/** Where the rooms of a list stand in its answer. */
const places: Readonly<Record<Exclude<ListOfRooms, 'webinars'>, string>> = {
  dashboard: 'webinars',
  instances: 'webinars',
  report: 'meetings',
  recordings: 'meetings',
}

/** The rooms in an answer; meetings are in some lists too, and say so by their type. */
export function roomsIn(body: unknown, list: Exclude<ListOfRooms, 'webinars'>, platformId?: string) {
  const { rows, token } = rowsOf(body, places[list], row)
  const isWebinar = ({ type = 0 }: Row) => list === 'dashboard' || list === 'instances' || webinarTypes.includes(type)
  const rooms = rows
    .filter(isWebinar)
    .flatMap(({ id = platformId, uuid, type, topic, start_time, end_time, email }) => {
      if (id === undefined) return []
      const times = { startedAt: start_time, endedAt: end_time }
      return { room: given<Room>({ platformId: id, uuid, type, topic, ...times }), email }
    })
  return { rooms, token }
}

/** The numbers of webinars in a list of what is planned and was held; what is still to come has no rooms. */
export function numbersIn(body: unknown, to: number) {
  const { rows, token } = rowsOf(body, 'webinars', listed)
  const isToCome = ({ type, start_time = 0 }: ReturnType<typeof listed>) => type === 5 && start_time > to
  return { ids: rows.filter((webinar) => !isToCome(webinar)).map(({ id }) => id), token }
}

/** The users who may hold webinars: those with a licence. */
export function hostsIn(body: unknown) {
  const { rows, token } = rowsOf(body, 'users', user)
  return { hosts: rows.filter(({ type }) => type !== 1).map(({ id }) => id), token }
}
