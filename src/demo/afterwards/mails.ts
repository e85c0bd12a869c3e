import { type CloudEvent, event } from '../activity.ts'
import { DAY, HOUR, MINUTE, officeTime, SECOND, wakingTime } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import { type After, keyOf } from './after.ts'

const mails = [
  { name: 'reminder', url: 'https://shaked.example/webinars' },
  { name: 'thanks', url: 'https://shaked.example/replays' },
  { name: 'offer', url: 'https://shaked.example/pricing' },
]

/** The mails around a webinar: who gets, opens and clicks them, and who has had enough. */
export function mailed(chance: Chance, after: After): CloudEvent[] {
  const { webinar, registration, calendar } = after
  const { person, at: registeredAt } = registration
  const day = chance.of(webinar.key)
  const sentAt = {
    reminder: webinar.startsAt - DAY,
    thanks: officeTime(calendar, day.of('thanks'), webinar.closesAt, 0.1),
    offer: officeTime(calendar, day.of('offer'), webinar.closesAt + 5 * DAY, 0.5),
  }
  const events: CloudEvent[] = []
  for (const { name, url } of mails) {
    const sent = sentAt[name as keyof typeof sentAt] + person.number * 0.4 * SECOND
    if (sent < registeredAt) continue
    const mail = { messageId: keyOf(after, name) }
    const tell = (type: string, at: number, more: object = {}) =>
      events.push(event(type, `${mail.messageId}-${type}-${events.length}`, at, person.email, { ...mail, ...more }))
    if (person.bounces) {
      tell('email.bounced', sent + MINUTE)
      break
    }
    tell('email.delivered', sent)
    if (person.proxied) tell('email.opened', sent + chance.between(2, 90) * SECOND, { automated: true })
    if (!chance.happens(0.13 + 0.42 * after.warmth)) continue
    const opened = wakingTime(calendar, chance, sent + 3 * MINUTE, 0.5)
    tell('email.opened', opened)
    if (chance.happens(0.03 + 0.3 * after.warmth))
      tell('email.clicked', opened + chance.between(8, 200) * SECOND, { url })
    else if (chance.happens(0.012)) tell('email.unsubscribed', opened + HOUR / 60)
  }
  return events
}

/** All activities in order, without mails to people who have left the mailing list. */
export function untilUnsubscribed(activities: readonly CloudEvent[]): CloudEvent[] {
  const left = new Set<string>()
  return activities
    .toSorted((a, b) => (a.time < b.time ? -1 : 1))
    .filter(({ type, data }) => {
      const { email } = data.person as { email: string }
      const gone = left.has(email) && type.startsWith('email.')
      if (type === 'email.unsubscribed') left.add(email)
      return !gone
    })
}
