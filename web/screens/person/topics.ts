import type { PersonAnswer } from '../../../src/http/workspace/people.ts'

/** The topics of a person's webinars, by id. */
export function topicsOf(webinars: PersonAnswer['webinars'], untitled: string): Map<string, string> {
  return new Map(webinars.map(({ id, topic }) => [id, topic ?? untitled]))
}
