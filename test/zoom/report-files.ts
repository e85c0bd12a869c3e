import { wallClock } from '../../src/demo/calendar.ts'
import {
  DAY,
  MINUTE,
  plainAddress,
  type ToldInstance,
  type ToldRegistrant,
  type ToldStay,
  type ToldWebinar,
} from './story.ts'

/** A report as Zoom's portal gives it out, in the wall clock of Asia/Jerusalem. */
export interface ReportFile {
  file: string
  bytes: Uint8Array
}

type Cells = readonly (string | number)[]

const staffColumns =
  'Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name'
const formColumns =
  'First Name,Last Name,Email,Country/Region Name,Organization,Job Title,No. of Employees,Questions & Comments,What do you hope to learn?,Registration Time,Approval Status'
const words = { approved: 'approved', pending: 'pending', denied: 'denied', cancelled: 'cancelled by self' }

/** The Attendee Report of a room (layout of 2026): one row a connection, only the first with the registration. */
export function attendeeReport(webinar: ToldWebinar, room: ToldInstance): ReportFile {
  const stays = room.stays.filter(({ waiting }) => !waiting)
  const cancelled = webinar.registrants.filter(({ status }) => status === 'cancelled').length
  const audience = stays.filter(({ registrant }) => registrant)
  const viewers = new Set(audience.map(({ registrant }) => registrant)).size
  const totals = [webinar.registrants.length, cancelled, viewers, stays.length, peakOf(audience)]
  const minutes = Math.round((room.to - room.from) / MINUTE)
  return file(`${webinar.id} - Attendee Report.csv`, [
    'Attendee Report,',
    `Report generated time,"${shortStamp(room.to + 2 * DAY)}"`,
    'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registrants,# Cancelled registrants,Unique Viewers,Total Users,Max Concurrent Views,Enable Registration',
    row([webinar.topic, grouped(webinar.id), shortStamp(room.from), minutes, ...totals, 'Yes']),
    'Host Details,',
    staffColumns,
    ...staffRows(stays, 'host'),
    'Panelist Details,',
    staffColumns,
    ...staffRows(stays, 'panelist'),
    'Attendee Details,',
    `Attended,User Name (Original Name),${formColumns},Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name`,
    ...webinar.registrants.flatMap((person) => attendeeRows(person, audience)),
    'Other Attended,',
    'User Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name',
    ...stays
      .filter(({ registrant, role }) => !registrant && role === 'attendee')
      .map((stay) => row([stay.name, ...timesOf(stay), 'Israel'])),
  ])
}

/** The Registration Report: each row has a comma that its header has not. */
export function registrationReport({ id, topic, startsAt, minutes, registrants }: ToldWebinar): ReportFile {
  const count = (...states: string[]) => registrants.filter(({ status }) => states.includes(status)).length
  const totals = [registrants.length, count('cancelled'), count('approved'), count('denied')]
  return file(`${id} - Registration Report.csv`, [
    'Registration Report,',
    `Report generated time,"${shortStamp(startsAt + 2 * DAY)}"`,
    'Topic,Webinar ID,Scheduled Time,Duration (minutes),# Registrants,# Cancelled registrants,# Approved registrants,# Denied registrants',
    row([topic, grouped(id), shortStamp(startsAt), minutes, ...totals.map((total) => ` ${total}`)]),
    'Attendee Details,',
    formColumns,
    ...registrants.map((person) => row([...formOf(person), stamp(person.at), words[person.status], ''])),
  ])
}

/** The Poll Report of 2020 to 2021: the start in UTC, the rows in local time, question and answer in turn. */
export function pollReport({ id, topic }: ToldWebinar, { from, to, polls }: ToldInstance): ReportFile {
  const rows = polls.flatMap(({ question, answers }) => answers.map((answer) => ({ ...answer, question })))
  return file(`${id}_PollReport.csv`, [
    'Poll Report',
    `Report Generated:,${utc(to + 2 * DAY)}`,
    'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),',
    `${row([topic, grouped(id), utc(from), Math.round((to - from) / MINUTE)])},`,
    'Poll Details',
    '#,User Name,User Email,Submitted Date/Time,',
    ...rows.map(
      ({ name, email, at, question, answer }, i) => `${row([i + 1, name, email, stamp(at), question, answer])},`,
    ),
  ])
}

function attendeeRows(person: ToldRegistrant, audience: readonly ToldStay[]): string[] {
  const name = `${person.firstName} ${person.lastName}`
  const own = audience.filter(({ registrant }) => registrant === person.id)
  const registered = [stamp(person.at), words[person.status]]
  if (own.length === 0) return [row(['No', name, ...formOf(person), ...registered, '--', '--', '--', '--', '', ''])]
  const repeated = [person.firstName, person.lastName, person.email, '', '', '', '', '', '', '', '']
  return own.map((stay, i) =>
    i === 0
      ? row(['Yes', stay.name, ...formOf(person), ...registered, ...timesOf(stay), 'Yes', 'Israel', ''])
      : row(['Yes', stay.name, ...repeated, ...timesOf(stay), 'Yes', 'Israel']),
  )
}

function formOf({
  firstName,
  lastName,
  email,
  country,
  org,
  jobTitle,
  employees,
  comments,
  custom,
}: ToldRegistrant): Cells {
  return [firstName, lastName, email, country, org, jobTitle, employees, comments, custom[0]?.value ?? '']
}

function staffRows(stays: readonly ToldStay[], role: ToldStay['role']): string[] {
  return stays
    .filter((stay) => stay.role === role)
    .map((stay) => row(['Yes', stay.name, plainAddress(stay.email), ...timesOf(stay), 'No', 'Israel']))
}

/** Zoom rounds up. */
function timesOf({ from, to }: ToldStay): Cells {
  return [stamp(from), stamp(to), Math.ceil((to - from) / MINUTE)]
}

/** Most connections at one moment. */
function peakOf(stays: readonly ToldStay[]): number {
  const steps = stays.flatMap(
    ({ from, to }) =>
      [
        [from, 1],
        [to, -1],
      ] as [number, number][],
  )
  let [now, peak] = [0, 0]
  for (const [, step] of steps.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    now += step
    peak = Math.max(peak, now)
  }
  return peak
}

function file(name: string, lines: string[]): ReportFile {
  return { file: name, bytes: new TextEncoder().encode(`\ufeff${lines.join('\n')}\n`) }
}

function row(cells: Cells): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return cells.map((cell) => quoted(String(cell))).join(',')
}

function grouped(id: string): string {
  return id.replace(/^(\d{3})(\d{4})/, '$1 $2 ')
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Apr 01, 2026 14:38:06` */
function stamp(at: number): string {
  const [year, month, day, ...time] = wallClock(at)
  return `${months[month - 1]} ${two(day)}, ${year} ${time.map(two).join(':')}`
}

/** `Apr 1, 2026 2:38 PM` */
function shortStamp(at: number): string {
  const [year, month, day, hours, minutes] = wallClock(at)
  return `${months[month - 1]} ${day}, ${year} ${hours % 12 || 12}:${two(minutes)} ${hours < 12 ? 'AM' : 'PM'}`
}

/** `2026-04-01 11:00:05` */
function utc(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
