import { Refused } from '../domain/refusal.ts'
import { searchCards } from '../store/cards.ts'
import { type PersonRow, personRow } from './find-people.ts'
import { currentVersion } from './live-models.ts'
import { personId } from './person-id.ts'
import { readWhole } from './ranking-query.ts'
import type { Workspace } from './workspace.ts'

/** So many people are looked at in one step, and so many are found at most. */
const atATime = 4_000
const [usual, most] = [20, 100]

/**
 * People with a text in their name, address or company, those first of whom Ripen heard first; in steps, for everybody
 * may have to be looked at. There are no pages: who searches types more. Throws `Refused('invalid')`.
 */
export function* searchPeople(
  ws: Workspace,
  {
    q,
    limit,
    ...rest
  }: { q: string; limit?: string | undefined; cursor?: string | undefined; email?: string | undefined },
): Generator<void, { items: PersonRow[]; nextCursor: null }> {
  const [odd] = Object.entries(rest).flatMap(([field, given]) => (given ? field : []))
  if (odd) throw new Refused('invalid', `${odd}: leave it out of a search, or leave out q`, { field: odd })
  const wanted = limit ? readWhole('limit', limit, 1, most) : usual
  const text = q.trim().toLowerCase()
  const items: PersonRow[] = []
  for (let after = 0; text && items.length < wanted; ) {
    const { cards, upTo } = searchCards(ws.db, currentVersion(ws), { text, after, atATime })
    for (const card of cards.slice(0, wanted - items.length)) items.push(personRow(personId(card.id), card))
    if (upTo === null) break
    after = upTo
    yield
  }
  return { items, nextCursor: null }
}
