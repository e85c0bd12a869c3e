/** Seconds from the scheduled start of the webinar, which runs for an hour. */
export const [opensAt, endsAt, exitSeconds] = [-600, 3_600, 60]

/** One person's time in the room, in seconds from the scheduled start. */
export interface Visit {
  join: number
  /** Lost the connection and came back. */
  away: number | null
  back: number | null
  leave: number
}

/** What happens in the room, one of these of one person: `event` is four times the person plus the place of it here. */
export const happenings = ['join', 'away', 'back', 'leave'] as const

/**
 * The crowd of one webinar: 60 % join within ten minutes around the start, at the peak twice as many as on average; 30 %
 * reconnect once; 20 % leave early, the others within a minute of the end. Always the same for a person.
 */
export function visitOf(person: number): Visit {
  const part = (salt: number) => spread(person * 8 + salt)
  const join = part(0) < 0.6 ? Math.floor(-420 + 300 * (part(1) + part(2))) : Math.floor(180 + part(1) * 2_820)
  const leave = isEarly(person)
    ? Math.floor(join + 60 + part(3) * (3_480 - join))
    : endsAt + Math.floor(part(3) * exitSeconds)
  if (!reconnects(person)) return { join, away: null, back: null, leave }
  const away = join + 20 + Math.floor(part(4) * (Math.min(leave, endsAt) - 60 - join))
  return { join, away, back: away + 5 + Math.floor(part(5) * 10), leave }
}

/** How long the person was in the room while the webinar ran. */
export function liveSecondsOf(person: number): number {
  const { join, away, back, leave } = visitOf(person)
  const live = (from: number, to: number) => Math.min(to, endsAt) - Math.max(from, 0)
  const stays = away === null ? [live(join, leave)] : [live(join, away), live(back!, leave)]
  return stays.reduce((sum, seconds) => sum + Math.max(0, seconds), 0)
}

/** What happens in the room until the end and what when it is over, as events in the order of time. */
export function eventsOf(people: number): { room: Float64Array; exit: Float64Array } {
  const [room, exit]: number[][] = [[], []]
  const events = people * happenings.length
  for (let person = 0; person < people; person++) {
    const visit = visitOf(person)
    for (const [at, what] of happenings.entries()) {
      const second = visit[what]
      if (second === null) continue
      const part = second >= endsAt ? exit : room
      part!.push((second - opensAt) * events + person * happenings.length + at)
    }
  }
  const [inRoom, atExit] = [room, exit].map((keys) => new Float64Array(keys!).sort().map((key) => key % events))
  return { room: inRoom!, exit: atExit! }
}

function isEarly(person: number): boolean {
  return person % 5 === 4
}

function reconnects(person: number): boolean {
  return person % 10 < 3
}

/** A number from 0 up to 1 that looks like chance and is always the same. */
function spread(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}
