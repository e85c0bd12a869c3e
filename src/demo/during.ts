import { type CloudEvent, event, named } from './activity.ts'
import { MINUTE } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Stay } from './connections.ts'
import type { Registration } from './registrations.ts'
import { chats, questions } from './story/words.ts'
import type { Planned } from './webinars.ts'
import { chatting } from './zoom/people.ts'
import type { Delivery } from './zoom/webhook.ts'

/** Everybody's longest connection: the one they listen to. */
export function listeners(stays: readonly Stay[]): Map<Registration, Stay> {
  const longest = new Map<Registration, Stay>()
  for (const stay of stays) {
    const before = stay.registration && longest.get(stay.registration)
    if (stay.registration && !(before && before.to - before.from >= stay.to - stay.from))
      longest.set(stay.registration, stay)
  }
  return longest
}

/** What is written in the chat. */
export function chatOf(chance: Chance, webinar: Planned, stays: readonly Stay[]): Delivery[] {
  const lively = webinar.ago === 'now'
  return [...listeners(stays)].flatMap(([{ person, id }, stay]) => {
    const own = chance.of(id)
    const writes = (0.08 + 0.25 * person.keenness) * (lively ? 3 : 1)
    const count = own.happens(writes) ? own.whole(1, lively ? 6 : 2) : 0
    return own.some(chats[languageIn(webinar, person)], count).map((text) => {
      const at = momentIn(own, webinar, stay)
      return chatting(webinar, stay, { at, text, id: own.word(16) })
    })
  })
}

/** Questions and poll answers, which Zoom's webhooks do not carry: a company's own export sends them as activities. */
export function asked(chance: Chance, webinar: Planned, stays: readonly Stay[]): CloudEvent[] {
  const launched = webinar.polls.map((_, index) => {
    const share = (index + 1) / (webinar.polls.length + 1)
    return webinar.startsAt + share * (webinar.endsAt - webinar.startsAt)
  })
  return [...listeners(stays)].flatMap(([{ person, id }, stay]) => {
    const own = chance.of(id)
    const events: CloudEvent[] = []
    for (const [index, { question, options }] of webinar.polls.entries()) {
      const at = launched[index]! + own.between(4, 55) * 1000
      const present = stay.from < at && stay.to > at
      if (!own.happens(0.2 + 0.4 * person.keenness) || !present) continue
      const answer = { ...named(webinar), poll: question, answer: own.pick(options) }
      events.push(event('poll.answered', `poll-${webinar.key}-${index}-${person.number}`, at, person.email, answer))
    }
    if (own.happens(0.04 + 0.18 * person.keenness)) {
      const text = own.pick(questions[languageIn(webinar, person)])
      const at = momentIn(own, webinar, stay)
      events.push(
        event('question.asked', `question-${webinar.key}-${person.number}`, at, person.email, {
          ...named(webinar),
          question: { text },
        }),
      )
    }
    return events
  })
}

/** A moment of somebody's stay in which the webinar runs. */
function momentIn(chance: Chance, { startsAt, endsAt }: Planned, { from, to }: Stay): number {
  const [first, last] = [Math.max(from, startsAt - 2 * MINUTE), Math.min(to, endsAt)]
  return Math.floor(first < last ? chance.between(first, last) : from)
}

/** In English webinars nearly everybody writes English. */
function languageIn({ language }: Planned, person: Registration['person']): 'en' | 'he' | 'ru' {
  if (language === 'en') return person.number % 5 === 0 ? person.language : 'en'
  return person.language === 'en' ? 'en' : person.number % 7 === 0 ? person.language : 'he'
}
