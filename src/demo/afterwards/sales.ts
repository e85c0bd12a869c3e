import { type CloudEvent, event } from '../activity.ts'
import { DAY, officeTime, SECOND, wakingTime } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import { returned } from '../story/words.ts'
import { type After, keyOf } from './after.ts'

/** What sales does about those who look promising, and what comes of it. */
export function sold(chance: Chance, after: After): CloudEvent[] {
  const { webinar, registration, warmth, seconds } = after
  const { person } = registration
  const promising = webinar.kind === 'demo' ? seconds > 300 : seconds > 600 && warmth > 0.72
  if (!promising || !chance.happens(webinar.kind === 'demo' ? 0.45 : 0.35)) return []
  const events: CloudEvent[] = []
  const tell = (type: string, at: number, data: object = {}) =>
    events.push(event(type, keyOf(after, type, events.length), at, person.email, data))
  const reached = contacted(chance, after, tell)
  if (reached === null) return events
  if (chance.happens(0.2)) {
    tell('lead.returned', officeTime(after.calendar, chance, reached, 3), { feedback: chance.pick(returned) })
    return events
  }
  if (!chance.happens(0.5)) return events
  const booked = wakingTime(after.calendar, chance, reached, 1)
  tell('meeting.booked', booked)
  const accepted = officeTime(after.calendar, chance, booked, 4)
  if (!chance.happens(0.85)) return events
  const role = person.title.role !== 'other'
  tell('lead.accepted', accepted, {
    bant: { budget: chance.happens(0.6), authority: role, need: true, timing: 'this year' },
  })
  decided(chance, after, accepted, tell)
  return events
}

type Tell = (type: string, at: number, data?: object) => void

/** Calls and messages until somebody answers; when that was, or null. */
function contacted(chance: Chance, { webinar, calendar, warmth }: After, tell: Tell): number | null {
  let at = webinar.closesAt
  for (let attempt = 1; attempt <= 3; attempt++) {
    at = officeTime(calendar, chance, at, attempt === 1 ? 0.2 : 1.5)
    if (chance.happens(0.35)) {
      tell('message.sent', at, { channel: 'whatsapp' })
      if (!chance.happens(0.25 + 0.4 * warmth)) continue
      const answered = wakingTime(calendar, chance, at, 0.2)
      tell('message.replied', answered, { channel: 'whatsapp' })
      return answered
    }
    const outcome = chance.weighted([
      ['answered', 25 + 40 * warmth],
      ['no_answer', 34],
      ['voicemail', 12],
      ['busy', 7],
      ['failed', 3],
    ])
    const seconds = outcome === 'answered' ? chance.whole(60, 1100) : 0
    tell('call.completed', at + seconds * SECOND, { outcome, seconds })
    if (outcome === 'answered') return at + seconds * SECOND
  }
  return null
}

/** The end of the story, weeks later: a customer, or not this time. */
function decided(chance: Chance, { calendar, registration }: After, accepted: number, tell: Tell): void {
  const at = officeTime(calendar, chance, accepted + chance.between(15, 60) * DAY, 5)
  const size = Number(/\d+/.exec(registration.person.employees.replace(',', ''))?.[0] ?? 60)
  const amount = Math.round((size * chance.between(40, 110) + 4000) / 100) * 100
  const ending = chance.weighted([
    ['won', 50],
    ['lost', 28],
    ['open', 22],
  ])
  if (ending === 'won') tell('deal.won', at, { amount, currency: 'ILS', margin: Math.round(amount * 0.7) })
  if (ending === 'lost') tell('deal.lost', at, { amount, currency: 'ILS' })
}
