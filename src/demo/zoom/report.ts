import { DAY, MINUTE, wallClock } from '../calendar.ts'
import type { Stay } from '../connections.ts'
import type { Registration } from '../registrations.ts'
import type { Planned } from '../webinars.ts'
import { staff } from './webinar.ts'

const attendeeColumns =
  'Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Organization,Job Title,Industry,No. of Employees,' +
  'Questions & Comments,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name'
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The Attendee Report of a webinar as Zoom's portal gives it out (layout of 2026), in the wall clock of the company. */
export function attendeeReport(
  webinar: Planned,
  registrations: readonly Registration[],
  stays: readonly Stay[],
): { file: string; text: string } {
  const audience = stays.filter(({ registration }) => registration !== null)
  const cancelled = registrations.filter(({ turns }) => turns.some(({ verb }) => verb === 'cancelled')).length
  const minutes = Math.round((webinar.closesAt - webinar.opensAt) / MINUTE)
  const viewers = new Set(audience.map(({ registration }) => registration)).size
  const totals = [registrations.length, cancelled, viewers, stays.length + 2, peakOf(audience)]
  const id = String(webinar.platformId).replace(/^(\d{3})(\d{4})/, '$1 $2 ')
  const lines = [
    'Attendee Report,',
    `Report generated time,"${shortStamp(webinar.closesAt + 2 * DAY)}"`,
    'Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registrants,# Cancelled registrants,Unique Viewers,Total Users,Max Concurrent Views,Enable Registration',
    row([webinar.topic, id, shortStamp(webinar.opensAt), minutes, ...totals, 'Yes']),
    ...staffTable('Host Details,', staff.producer, webinar),
    ...staffTable('Panelist Details,', staff.speaker, webinar),
    'Attendee Details,',
    attendeeColumns,
    ...registrations.flatMap((registration) => rowsOf(registration, audience)),
    'Other Attended,',
    'User Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name',
    ...stays.filter(({ registration }) => !registration).map((stay) => row([stay.name, ...timesOf(stay), 'Israel'])),
  ]
  return { file: `${webinar.platformId} - Attendee Report.csv`, text: `\ufeff${lines.join('\n')}\n` }
}

/** One row a connection; only the first one carries the registration, and a comma too many. */
function rowsOf(registration: Registration, audience: readonly Stay[]): string[] {
  const { person, at, comment, turns } = registration
  const { firstName, lastName, email, phone, company, jobTitle, industry, employees } = person
  const name = `${firstName} ${lastName}`
  const form = [name, firstName, lastName, email, phone, company, jobTitle, industry, employees, comment]
  const status = turns.some(({ verb }) => verb === 'cancelled') ? 'cancelled by self' : 'approved'
  const registered = [stamp(at), status]
  const own = audience.filter((stay) => stay.registration === registration)
  if (own.length === 0) return [row(['No', ...form, ...registered, '--', '--', '--', '--', '', ''])]
  const repeated = [firstName, lastName, email, '', '', '', '', '', '', '', '']
  return own.map((stay, index) =>
    index === 0
      ? row(['Yes', ...form, ...registered, ...timesOf(stay), 'Yes', 'Israel', ''])
      : row(['Yes', stay.name, ...repeated, ...timesOf(stay), 'Yes', 'Israel']),
  )
}

function staffTable(title: string, { name, email }: { name: string; email: string }, webinar: Planned): string[] {
  const times = timesOf({ from: webinar.opensAt, to: webinar.closesAt })
  const header =
    'Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name'
  return [title, header, row(['Yes', name, email, ...times, 'No', 'Israel'])]
}

function timesOf({ from, to }: { from: number; to: number }): string[] {
  return [stamp(from), stamp(to), String(Math.ceil((to - from) / MINUTE))]
}

/** Most connections at one moment. */
function peakOf(stays: readonly Stay[]): number {
  return Math.max(0, ...stays.map(({ from }) => stays.filter((stay) => stay.from <= from && stay.to > from).length))
}

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

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function row(cells: readonly (string | number)[]): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return cells.map((cell) => quoted(String(cell))).join(',')
}
