import { matches, type RankingFilter } from '../domain/ranking.ts'
import { countsOfWebinar } from '../store/counts.ts'
import { countPlaces } from '../store/rankings.ts'
import { countedPeople } from './funnel.ts'
import type { Workspace } from './workspace.ts'

/** In a ranking of more people only what the kept counts tell is counted. */
const MOST_COUNTED = 20_000

/** How many people of a webinar match a filter; null where counting them would take long. */
export function countMatching(ws: Workspace, model: number, webinar: number, filter: RankingFilter): number | null {
  const people = countedPeople(countsOfWebinar(ws.db, model, webinar))
  const countOf = (groups: typeof people) => groups.reduce((sum, { people = 0 }) => sum + people, 0)
  if (isKept(filter)) return countOf(people.filter((alike) => matches(filter, { ...nobody, ...alike })))
  return countOf(people) <= MOST_COUNTED ? countPlaces(ws.db, { model, webinar, filter }) : null
}

/** Whether it asks only what the kept counts tell apart. */
function isKept({ temperature, grade, minScore, q, buying }: RankingFilter): boolean {
  return !temperature && !grade && minScore === undefined && !q && buying === undefined
}

const nobody = {
  points: 0,
  score: 0,
  email: '',
  id: '',
  temperature: 'cold',
  grade: null,
  name: null,
  company: null,
  buying: 0,
} as const
