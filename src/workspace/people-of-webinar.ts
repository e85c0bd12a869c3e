import type { Webinar } from '../domain/webinar.ts'
import type { Knowledge } from './knowledge.ts'
import { type KnownSeries, namesOfWebinar } from './series.ts'

/** A webinar as it is found, with the names that may mean it. */
export interface FoundWebinar {
  webinar: Webinar
  known: KnownSeries
}

/** Everybody who is named with a webinar, each once, so many at a time and in an order that nobody changes meanwhile. */
export function* peopleOfWebinar(
  { peopleMentioned }: Knowledge,
  { webinar, known }: FoundWebinar,
  atATime: number,
): Generator<number[]> {
  const seen = new Set<number>()
  for (const name of namesOfWebinar(known, webinar)) {
    for (const people of peopleMentioned(name, atATime))
      yield people.filter((person) => !seen.has(person) && seen.add(person))
  }
}
