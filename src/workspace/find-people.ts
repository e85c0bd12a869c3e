import { normaliseEmail } from '../domain/address.ts'
import { Refused } from '../domain/refusal.ts'
import { findCard } from '../store/cards.ts'
import { keyId } from '../store/fact-id.ts'
import { findKey, idOfKey } from '../store/person-keys.ts'
import { atOnce } from './in-steps.ts'
import { currentVersion } from './live-models.ts'
import { type PeopleFilterQuery, readPeopleFilters } from './people/filters.ts'
import { type PageQuery, type PeoplePage, peoplePageInSteps } from './people/page.ts'
import { personRow } from './people/row.ts'
import { checkMentioned } from './people/search.ts'
import { personId } from './person-id.ts'
import type { Workspace } from './workspace.ts'

export interface PeopleQuery extends PeopleFilterQuery, PageQuery {
  email?: string | undefined
}

/** Who has an e-mail address (one person or none), or who matches, page by page. Throws `Refused('invalid')`. */
export function findPeople(ws: Workspace, query: PeopleQuery): PeoplePage {
  return atOnce(findPeopleInSteps(ws, query))
}

/** The same in steps, for everybody may have to be looked at. */
export function* findPeopleInSteps(
  ws: Workspace,
  { email, limit, cursor, ...filters }: PeopleQuery,
): Generator<void, PeoplePage> {
  if (email === undefined) {
    const asked = readPeopleFilters(filters)
    checkMentioned(ws, asked)
    return yield* peoplePageInSteps(ws, asked, { limit, cursor })
  }
  const odd = Object.entries({ cursor, ...filters }).find(([, given]) => given)?.[0]
  if (odd)
    throw new Refused('invalid', `${odd}: leave it out where an address is given, which one person has at most`, {
      field: odd,
    })
  const person = personByEmail(ws, email)
  const modelVersion = currentVersion(ws)
  const card = person === null ? undefined : findCard(ws.db, modelVersion, person)
  const items = card ? [personRow(personId(idOfKey(ws.db, person!)), card, ws.now())] : []
  return { items, nextCursor: null, matching: items.length, modelVersion }
}

/** The number of the person with an address; null when nobody has it. */
export function personByEmail(ws: Workspace, email: string): number | null {
  return findKey(ws.db, keyId(`e:${normaliseEmail(email)}`))?.person ?? null
}
