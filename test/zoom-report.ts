import type { Delivery } from './zoom-run.ts'
import { STARTS_AT, WEBINAR_ID } from './zoom-run.ts'

interface Participant {
  user_id: string
  user_name: string
  email: string
  registrant_id?: string
  join_time?: string
  leave_time?: string
}

interface Registrant {
  id: string
  first_name: string
  last_name: string
  email: string
  org: string
  job_title: string
  comments: string
}

const MINUTE = 60_000
const columns =
  'Attended,User Name (Original Name),First Name,Last Name,Email,Organization,Job Title,Questions & Comments,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name'

/** The webinar of `zoomRun`. */
const usual = { id: WEBINAR_ID, topic: 'Backup security in 20 minutes, live', startsAt: STARTS_AT }

/** The Attendee Report that Zoom would make of a run (layout of 2026) a day later, in the wall clock of Asia/Jerusalem. */
export function attendeeReport(run: readonly Delivery[], { id, topic, startsAt } = usual): Uint8Array {
  const objects = run.map(({ event, at, body }) => ({ event, at, object: JSON.parse(body).payload.object }))
  const registrations = objects.filter(({ event }) => event === 'webinar.registration_created')
  const cancelled = objects
    .filter(({ event }) => event === 'webinar.registration_cancelled')
    .map(({ object }) => object.registrant.id)
  const participants = (event: string): Participant[] =>
    objects.filter((told) => told.event === event).map(({ object }) => object.participant)
  const leaves = participants('webinar.participant_left')
  const stays = participants('webinar.participant_joined').map((join) => {
    const leave = leaves.find(({ user_id }) => user_id === join.user_id)
    return {
      join,
      from: Date.parse(join.join_time!),
      to: leave ? Date.parse(leave.leave_time!) : startsAt + 65 * MINUTE,
    }
  })
  const rows = registrations.flatMap(({ object, at }) => {
    const who: Registrant = object.registrant
    const own = stays.filter(({ join }) => join.registrant_id === who.id)
    const status = cancelled.includes(who.id) ? 'cancelled by self' : 'approved'
    const name = `${who.first_name} ${who.last_name}`
    const form = [name, who.first_name, who.last_name, who.email, who.org, who.job_title, who.comments]
    const registered = [wall(at), status]
    if (own.length === 0) return [['No', ...form, ...registered, '--', '--', '--', '--', '', '']]
    return own.map(({ from, to }, index) => [
      ...['Yes', ...(index === 0 ? form : [name, who.first_name, who.last_name, who.email, '', '', ''])],
      ...(index === 0 ? registered : ['', '']),
      ...[wall(from), wall(to), String(Math.ceil((to - from) / MINUTE)), 'Yes', 'Israel'],
      ...(index === 0 ? [''] : []),
    ])
  })
  const host = stays.find(({ join }) => join.user_name === 'Producer')!
  const others = stays.filter(({ join }) => !join.registrant_id && join !== host.join)
  const lines = [
    'Attendee Report,',
    `Report generated time,"${wall(startsAt + 24 * 60 * MINUTE)}"`,
    'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registrants,# Cancelled registrants,Unique Viewers,Total Users,Max Concurrent Views,Enable Registration',
    `"${topic}",${String(id).replace(/^(\d{3})(\d{4})/, '$1 $2 ')},"${wall(startsAt - 10 * MINUTE)}",75,${registrations.length},${cancelled.length},0,0,0,Yes`,
    'Host Details,',
    'Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name',
    csv(['Yes', 'Producer', host.join.email, wall(host.from), wall(host.to), '74', 'No', 'Israel']),
    'Attendee Details,',
    columns,
    ...rows.map(csv),
    'Other Attended,',
    'User Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name',
    ...others.map(({ join, from, to }) =>
      csv([join.user_name, wall(from), wall(to), String(Math.ceil((to - from) / MINUTE)), 'Israel']),
    ),
  ]
  return new TextEncoder().encode(`\ufeff${lines.join('\n')}\n`)
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jerusalem', dateStyle: 'short', timeStyle: 'medium' })
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `Apr 01, 2026 14:38:06` */
function wall(ms: number): string {
  const [date, time] = clock.format(ms).split(' ') as [string, string]
  const [year, month, day] = date.split('-')
  return `${months[Number(month) - 1]} ${day}, ${year} ${time}`
}

function csv(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}
