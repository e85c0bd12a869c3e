import { type CloudEvent, event } from '../activity.ts'
import { SECOND, wakingTime } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import { siteChats } from '../story/words.ts'
import { type After, keyOf } from './after.ts'

const reading = [
  '/',
  '/blog/restore-tests',
  '/blog/ransomware-hour-by-hour',
  '/customers',
  '/about',
  '/replays',
  '/faq',
]
const product = [
  '/product/restore',
  '/products/servers',
  '/pricing',
  '/services/migration',
  '/product/immutable-storage',
]

/** Visits of the website: long ones, passing ones, bounces, and the scanners of mail gateways. */
export function visited(chance: Chance, after: After): CloudEvent[] {
  const { webinar, registration, calendar, warmth } = after
  const { person } = registration
  const events: CloudEvent[] = []
  let at = webinar.closesAt
  for (let count = 0; count < 4; count++) {
    const again = count === 0 ? 0.03 + 0.3 * warmth : 0.1 + 0.35 * warmth
    if (!chance.happens(again)) break
    at = wakingTime(calendar, chance, at + 1800 * SECOND, count === 0 ? 2.5 : 4)
    events.push(...visit(chance, after, at, count))
  }
  if (events.length > 0 && chance.happens(0.02 + 0.06 * warmth)) {
    const text = chance.pick(siteChats[person.language])
    events.push(
      event('chat.sent', keyOf(after, 'site-chat'), at + 60 * SECOND, person.email, { text, channel: 'site' }),
    )
  }
  if (person.number % 29 === 0) {
    const scan = { seconds: 1, pages: ['/replays'], visitId: keyOf(after, 'scan'), automated: true }
    events.push(event('visit.ended', keyOf(after, 'scan'), webinar.closesAt + 70_000_000, person.email, scan))
  }
  return events
}

function visit(chance: Chance, after: After, at: number, count: number): CloudEvent[] {
  const { person } = after.registration
  const key = keyOf(after, 'visit', count)
  const seconds = chance.weighted([
    [chance.whole(4, 18), 26 - 18 * after.warmth],
    [chance.whole(24, 140), 44],
    [chance.whole(155, 900), 18 + 34 * after.warmth],
  ])
  const pages = chance.some(reading, seconds < 20 ? 1 : chance.whole(1, 4))
  if (seconds >= 20 && chance.happens(0.05 + 0.35 * after.warmth))
    pages.push(...chance.some(product, chance.whole(1, 2)))
  if (chance.happens(0.8))
    return [event('visit.ended', key, at + seconds * SECOND, person.email, { seconds, pages, visitId: key })]
  return pages.map((page, index) => {
    const time = at + (index * seconds * SECOND) / pages.length
    const view = { url: `https://shaked.example${page}`, seconds: Math.ceil(seconds / pages.length) }
    return event('page.viewed', `${key}-${index}`, time, person.email, view)
  })
}
