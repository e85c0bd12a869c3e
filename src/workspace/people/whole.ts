import { numbersInStretch, type Stretch } from '../../store/people.ts'
import type { PeopleSearch } from '../../store/people-wanted.ts'
import { RankingReader } from '../ranking-reader.ts'
import type { Workspace } from '../workspace.ts'
import { stretchesOf } from './search.ts'

const atOnce = 4_000

/** The numbers of everybody who matches, in their order: nobody twice and nobody missing, although they move meanwhile. */
export function* wholeInSteps(ws: Workspace, search: PeopleSearch): Generator<void, number[]> {
  const reader = new RankingReader(null)
  const people: number[] = []
  const take = (search: PeopleSearch, stretch: Stretch) => {
    for (const person of numbersInStretch(ws.db, search, stretch)) if (reader.give(person)) people.push(person)
  }
  ws.readers.add(reader)
  try {
    for (const stretch of stretchesOf(ws, search, null, atOnce)) {
      take(search, stretch)
      yield
    }
    // Who moved up past the reader comes last.
    const missed = reader.missed()
    if (missed.length > 0) take({ ...search, among: missed }, { after: null, upTo: null })
  } finally {
    ws.readers.delete(reader)
  }
  return people
}
