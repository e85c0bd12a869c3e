import { Chance } from './chance.ts'
import { DAY, HOUR, MINUTE, SECOND, type Story, type ToldWebinar, type ZoomUser } from './story.ts'
import { tellPeople } from './tell-people.ts'
import { tellRoom } from './tell-room.ts'

/** What a webinar is like; the rest is chance by `seed`. `startsAt` is on the minute. */
export interface Plan {
  startsAt: number
  people?: number
  seed?: number
  minutes?: number
  type?: ToldWebinar['type']
  host?: ZoomUser
  topic?: string
}

export const producer: ZoomUser = {
  id: 'hOsT0uSeR1dAbCdEfGhIjK',
  email: 'producer@ripen-customer.example',
  licence: 'webinar',
}

/**
 * One webinar with everything that is nasty about Zoom in it: rejoins under another session, second devices, dial-ins,
 * equal names, addresses with blanks and capitals, a guest without anything, staff, somebody promoted, anonymous answers.
 */
export function tellWebinar({
  startsAt,
  people = 40,
  seed = 1,
  minutes = 60,
  type = 5,
  host = producer,
  topic,
}: Plan): ToldWebinar {
  const chance = new Chance(seed)
  const occurrences = type === 9 ? weekly(startsAt, minutes) : []
  const webinar: ToldWebinar = {
    id: String(81_000_000_000 + chance.below(999_999_999)),
    type,
    topic: topic ?? `Backup security in 20 minutes \u{1F512} – “live”, part ${seed}`,
    host,
    createdAt: startsAt - 30 * DAY,
    startsAt,
    minutes,
    timezone: 'Asia/Jerusalem',
    occurrences,
    registrationType: 1,
    registrants: [],
    panelists: [
      { id: chance.word(), email: 'Gil@Ripen-Customer.example', name: 'Gil Harari' },
      { id: chance.word(), email: 'expert@partner.example', name: 'אורי כהן' },
    ],
    sources: [
      { id: '5516482804110', name: 'Newsletter' },
      { id: '5516482804111', name: 'LinkedIn, spring' },
    ],
    survey: [
      { name: 'How useful was this webinar?', type: 'rating_scale' },
      { name: 'What should we show\nnext time?', type: 'long_answer' },
    ],
    instances: [],
  }
  webinar.registrants = tellPeople(chance, webinar, people)
  webinar.instances = [
    tellRoom(chance, webinar, {
      uuid: uuidOf(chance, seed),
      from: startsAt - 10 * MINUTE + 7 * SECOND,
      to: startsAt + minutes * MINUTE + 5 * MINUTE + 11 * SECOND,
    }),
  ]
  return webinar
}

/** An account with these webinars and some users who hold none. */
export function tellAccount(webinars: ToldWebinar[]): Story {
  const hosts = new Map(webinars.map(({ host }) => [host.id, host]))
  const idle: ZoomUser[] = [{ id: 'uSeRwItHoUtLiCeNcE0001', email: 'intern@ripen-customer.example', licence: 'none' }]
  return { users: [...hosts.values(), ...idle], webinars }
}

/** Webinars that were held every `everyDays` days, the last one `endedBefore` ms before `now`. */
export function tellPast(
  now: number,
  {
    count,
    everyDays = 7,
    people = 8,
    endedBefore = 2 * DAY,
  }: { count: number; everyDays?: number; people?: number; endedBefore?: number },
): Story {
  const last = Math.floor((now - endedBefore - 2 * HOUR) / HOUR) * HOUR
  return tellAccount(
    Array.from({ length: count }, (_, at) =>
      tellWebinar({ startsAt: last - (count - 1 - at) * everyDays * DAY, people, seed: at + 1 }),
    ),
  )
}

function weekly(startsAt: number, minutes: number): ToldWebinar['occurrences'] {
  return [0, 1, 2].map((week) => ({
    id: String(startsAt + week * 7 * DAY),
    startsAt: startsAt + week * 7 * DAY,
    minutes,
  }))
}

/** Zoom's uuids are 16 bytes in base64; some begin with `/`, some have `//` or `+` in them. */
function uuidOf(chance: Chance, seed: number): string {
  const uuid = Buffer.from(chance.bytes(16)).toString('base64')
  const rest = uuid.slice(3)
  return [`/a+${rest}`, `b//${rest}`, `c/+${rest}`, uuid][seed % 4]!
}
