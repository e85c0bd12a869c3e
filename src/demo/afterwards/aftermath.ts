import { type CloudEvent, event, named } from '../activity.ts'
import { wakingTime } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import type { Person } from '../people.ts'
import { opinions } from '../story/words.ts'
import { type After, keyOf } from './after.ts'
import { interested } from './interest.ts'
import { mailed } from './mails.ts'
import { replayed } from './replays.ts'
import { sold } from './sales.ts'
import { visited } from './visits.ts'

/** All that one registrant does after a webinar, and what the company does about it. */
export function aftermath(chance: Chance, after: After): CloudEvent[] {
  const parts = { mailed, replayed, visited, interested, sold, surveyed }
  return Object.entries(parts).flatMap(([name, part]) => part(chance.of(name), after))
}

/** How likely somebody is to do anything, by what they want and by what they saw of a webinar. */
export function warmthOf({ keenness }: Person, { seconds, share }: Pick<After, 'seconds' | 'share'>): number {
  const liked = seconds > 0 ? 0.12 + 0.2 * share : 0
  return Math.min(0.68 * keenness + liked, 1)
}

function surveyed(chance: Chance, after: After): CloudEvent[] {
  const { webinar, registration, share, warmth, calendar } = after
  const { email, language } = registration.person
  if (share < 0.3 || !chance.happens(0.03 + 0.18 * warmth)) return []
  const at = wakingTime(calendar, chance, webinar.closesAt, chance.happens(0.6) ? 0.02 : 1)
  const answers: object[] = [{ question: 'How useful was it? (1-5)', answer: String(chance.pick([3, 4, 4, 5, 5])) }]
  const opinion = { question: 'What else?', answer: chance.pick(opinions[language]), open: true }
  if (chance.happens(0.3)) answers.push(opinion)
  return [event('survey.submitted', keyOf(after, 'survey'), at, email, { ...named(webinar), answers })]
}
