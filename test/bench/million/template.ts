import { zoomTime } from '../../../src/demo/zoom/webhook.ts'
import { STARTS_AT, zoomRun } from '../../zoom-run.ts'

/** Whom a body is about, when it happened (ms), and over which connection. */
export interface Particulars {
  person: number
  at: number
  connection: number
}

/** Of the run that the bodies are taken from: somebody of whom Zoom says all that it ever says. */
const model = 7
const run = zoomRun(model + 2)
const zoomsTime = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"/g

/** What differs from body to body: where it stands, and how it is said of others. */
const slots: [RegExp, (about: Particulars) => string][] = [
  [/(?<="event_ts":)\d+/, ({ at }) => String(at)],
  [/(?<="(?:join|leave)_time":")[^"]+/, ({ at }) => zoomTime(at)],
  [/(?<="registrant_id":"|"registrant":\{"id":")[^"]+/, ({ person }) => `IFRvWXp7TYKVcw${padded(person, 8)}`],
  [/(?<="user_id":")\d+/, ({ connection }) => String(16_778_240 + connection)],
  [/(?<="participant_uuid":")[^"]+/, ({ connection }) => `3E1A7C52-0B4D-4F86-9A21-${padded(connection, 12)}`],
  [/person\d+@firm\d+\.example/, ({ person }) => `person${person}@firm${person % 997}.example`],
  [/(?<=First|Last)\d+/, ({ person }) => String(person)],
  [/(?<=Firm )\d+/, ({ person }) => String(person % 997)],
]

/** The person whose address this is. */
export function personOf(email: string): number {
  return Number(/^person(\d+)@/.exec(email)?.[1])
}

/** What Zoom says of the webinar itself, if it starts, by its schedule, at this moment. */
export function bodyOf(event: string, start: number, about = ''): string {
  const { body } = run.find((delivery) => delivery.event === event && delivery.body.includes(about))!
  const shift = start - STARTS_AT
  return body
    .replace(zoomsTime, (_, time) => `"${zoomTime(Date.parse(time) + shift)}"`)
    .replace(/(?<="event_ts":)\d+/, (time) => String(Number(time) + shift))
}

/** The same of people: cut into pieces once, so that a body costs no more than putting them together. */
export function bodiesOf(event: string, start: number): (about: Particulars) => string {
  const pieces = slots.reduce<Piece[]>(
    (cut, slot) => cut.flatMap((piece) => cutAt(slot, piece)),
    [bodyOf(event, start, `"reg${model}"`)],
  )
  return (about) => {
    let body = ''
    for (const piece of pieces) body += typeof piece === 'string' ? piece : piece(about)
    return body
  }
}

type Piece = string | ((about: Particulars) => string)

function cutAt([shape, say]: (typeof slots)[number], piece: Piece): Piece[] {
  if (typeof piece !== 'string') return [piece]
  return piece.split(shape).flatMap((text, at) => (at === 0 ? [text] : [say, text]))
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0')
}
