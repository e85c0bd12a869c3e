import { type CloudEvent, event, named } from '../activity.ts'
import { DAY, HOUR, SECOND, wakingTime } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import { type After, keyOf } from './after.ts'

/** On demand: no-shows who were offered it, and people who left early; in pieces, some of them whole. */
export function replayed(chance: Chance, after: After): CloudEvent[] {
  const { webinar, registration, calendar, share, warmth } = after
  const { person, turns } = registration
  const missed = share === 0 ? 0.07 + 0.5 * warmth : share < 0.7 ? 0.12 : 0.03
  if (!chance.happens(missed) || turns.some(({ verb }) => verb === 'denied')) return []
  const length = webinar.mediaSeconds
  const wanted = chance.happens(0.35) ? length : chance.between(0.08, 0.85) * length
  const sittings = wanted > 900 && chance.happens(0.4) ? 2 : 1
  const events: CloudEvent[] = []
  let position =
    share > 0 && share < 0.7 ? Math.floor(share * length) : chance.happens(0.7) ? 0 : Math.floor(length * 0.1)
  let at = wakingTime(calendar, chance, webinar.closesAt + 20 * HOUR, 3)
  for (let sitting = 1; sitting <= sittings; sitting++) {
    const end = Math.min(Math.floor(position + wanted / sittings), length)
    if (end - position < 15) break
    const pause = Math.floor(chance.between(position, end))
    const again = Math.max(pause - chance.whole(5, 40), 0)
    const intervals = chance.happens(0.3)
      ? [
          [position, pause + 1],
          [again, end],
        ]
      : [[position, end]]
    at += (end - position) * SECOND
    const watched = { ...named(webinar), mediaSeconds: length, intervals, sessionId: keyOf(after, 'sitting', sitting) }
    events.push(event('replay.watched', keyOf(after, 'replay', sitting), at, person.email, watched))
    position = end
    at = wakingTime(calendar, chance, at + DAY / 3, 1)
  }
  return events
}
