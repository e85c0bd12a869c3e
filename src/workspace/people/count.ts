import { countInStretch } from '../../store/people.ts'
import type { PeopleSearch } from '../../store/people-wanted.ts'
import type { Workspace } from '../workspace.ts'
import { stretchesOf } from './search.ts'

const atOnce = 16_000

/** How many match; null where more than `most` would have to be looked at. */
export function* countInSteps(ws: Workspace, search: PeopleSearch, most: number): Generator<void, number | null> {
  let [people, looked] = [0, 0]
  for (const stretch of stretchesOf(ws, search, null, Math.min(atOnce, most))) {
    if (looked >= most) return null
    people += countInStretch(ws.db, search, stretch)
    looked += stretch.looked
    yield
  }
  return people
}
