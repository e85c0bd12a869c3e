import { zoomTime } from '../../../src/demo/zoom/webhook.ts'
import { endsAt, eventsOf, happenings, visitOf } from './crowd.ts'
import { bodiesOf, bodyOf } from './template.ts'

/** One part of what Zoom has to say: how many deliveries, and the body of each, made when it is asked for. */
export interface Part {
  name: 'registrations' | 'room' | 'exit'
  count: number
  bodyOf: (delivery: number) => string
}

/** All that Zoom says of a webinar with so many people that starts, by its schedule, at a moment (ms). */
export function told(people: number, start: number): Part[] {
  const [registered, joined, left] = ['registration_created', 'participant_joined', 'participant_left'].map((event) =>
    bodiesOf(`webinar.${event}`, start),
  )
  const at = (seconds: number) => start + seconds * 1000
  const { room, exit } = eventsOf(people)

  function registration(person: number): string {
    return registered!({ person, at: at(-3_600 - people + person), connection: 0 })
  }

  function inRoom(event: number): string {
    const person = Math.floor(event / happenings.length)
    const what = happenings[event % happenings.length]!
    const visit = visitOf(person)
    const second = what === 'back' || (what === 'leave' && visit.back !== null)
    const connection = person * 2 + (second ? 1 : 0)
    return (what === 'join' || what === 'back' ? joined! : left!)({ person, at: at(visit[what]!), connection })
  }

  const [created, started] = [bodyOf('webinar.created', start), bodyOf('webinar.started', start)]
  const ended = bodyOf('webinar.ended', start)
    .replace(/(?<="end_time":")[^"]+/, zoomTime(at(endsAt)))
    .replace(/(?<="event_ts":)\d+/, String(at(endsAt)))
  return [
    { name: 'registrations', count: people + 1, bodyOf: (to) => (to === 0 ? created : registration(to - 1)) },
    { name: 'room', count: room.length + 1, bodyOf: (to) => (to === 0 ? started : inRoom(room[to - 1]!)) },
    { name: 'exit', count: exit.length + 1, bodyOf: (to) => (to === 0 ? ended : inRoom(exit[to - 1]!)) },
  ]
}
