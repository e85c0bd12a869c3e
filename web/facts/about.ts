import type { PersonAnswer } from '../../src/http/workspace/people.ts'

/** What each fact of a person is read with: the topics of the webinars by id, and the person's own name. */
export interface About {
  topics: ReadonlyMap<string, string>
  name: string | null
}

export function aboutOf({ webinars, person }: PersonAnswer, untitled: string): About {
  return { topics: new Map(webinars.map(({ id, topic }) => [id, topic ?? untitled])), name: person.name }
}
