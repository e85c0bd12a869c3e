import { type Delivery, INSTANCE_UUID, SCHEDULED_UUID, STARTS_AT, WEBINAR_ID, zoomRun } from '../zoom-run.ts'
import { emailOf } from './company.ts'

const hour = 3_600_000
const zoomsTime = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"/g

/** Which webinars are sent: so many from the `first` on, with so many people each. */
export interface Mix {
  first: number
  webinars: number
  people: number
  /** How many people the company has: every second of those who come is one of them. */
  known: number
}

/**
 * Bodies as Zoom would send them about several webinars that ended within the last day: each run in its own order,
 * four at a time, so that registrations of one come among joins and leaves of others. `now`: the same gives the same.
 */
export function deliveries({ first, webinars, people, known }: Mix, now = Date.now()): string[] {
  const run = zoomRun(people)
  const shift = Math.floor(now / hour) * hour - 27 * hour - STARTS_AT
  return Array.from({ length: webinars }, (_, at) => at)
    .flatMap((at) =>
      run.map((delivery, index) => ({
        body: bodyOf(delivery, first + at, known, shift),
        place: index / run.length + at / 4,
      })),
    )
    .toSorted((a, b) => a.place - b.place)
    .map(({ body }) => body)
}

function bodyOf({ body }: Delivery, webinar: number, known: number, shift: number): string {
  return body
    .replaceAll(String(WEBINAR_ID), String(WEBINAR_ID + webinar))
    .replaceAll(INSTANCE_UUID, `aW5z${webinar}${INSTANCE_UUID.slice(8)}`)
    .replaceAll(SCHEDULED_UUID, `c2No${webinar}${SCHEDULED_UUID.slice(8)}`)
    .replace(/"reg(\d+)"/g, `"reg${webinar}x$1"`)
    .replace(/"[Pp]erson(\d+)@[^"]+"/g, (_, person) => `"${addressOf(Number(person), webinar, known)}"`)
    .replace(zoomsTime, (_, time) => `"${new Date(Date.parse(time) + shift).toISOString().slice(0, 19)}Z"`)
    .replace(/"event_ts":(\d+)/, (_, time) => `"event_ts":${Number(time) + shift}`)
}

function addressOf(person: number, webinar: number, known: number): string {
  if (person % 2 === 1) return `person${person}.of${webinar}@firm${person % 9}.example`
  const email = emailOf((person * 7919 + webinar * 104_729) % known)
  return person % 4 === 0 ? email.replace('d', 'D') : email
}
