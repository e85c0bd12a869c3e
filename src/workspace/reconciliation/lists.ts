import { beginOf, canonicalFacts } from '../../domain/fact.ts'
import { type Compared, compared } from '../../domain/reconciliation/compared.ts'
import { Refused } from '../../domain/refusal.ts'
import { cardsOfPeople } from '../../store/cards.ts'
import { idsOfPeople } from '../../store/person-facts.ts'
import { needWebinar } from '../find-webinar.ts'
import { currentVersion } from '../live-models.ts'
import { momentOf } from '../moment.ts'
import { peopleFacts } from '../person-facts.ts'
import { readWhole } from '../ranking-query.ts'
import type { Workspace } from '../workspace.ts'
import { type Gathered, isCompared } from './gather.ts'
import type { Guest } from './guests.ts'

/** Somebody as the sheet names them. */
export interface Named {
  id: string
  name: string | null
  email: string | null
  company: string | null
}

/** A page of a list; `nextCursor` null: it was the last. */
export interface Page<Item> {
  items: Item[]
  total: number
  nextCursor: string | null
}

export interface ListQuery {
  only?: string | undefined
  limit?: string | undefined
  cursor?: string | undefined
}

/** Differences of up to so many seconds are no cause to look. */
export const DIFFERENCE_SECONDS = 60

const usual = 50

/** What there is to say of differences while only one source is in. */
const alone = { differenceSeconds: 0, onlyWebhooks: [], onlyReport: [], lost: 0, missing: 0 }

/** One page of each list of the sheet. */
export class Lists {
  readonly #ws: Workspace
  readonly #webinarId: string
  readonly #sheet: Gathered

  constructor(ws: Workspace, webinarId: string, sheet: Gathered) {
    this.#ws = ws
    this.#webinarId = webinarId
    this.#sheet = sheet
  }

  /** Attendees by each source, the largest difference first. `only=differences`: those of more than 60 s. */
  people(query: ListQuery): Page<{ person: Named } & Compared> {
    const { people } = this.#sheet
    const total = query.only === 'differences' ? countDiffering(this.#sheet) : people.length
    return paged(total, query, (from, to) => {
      const numbers = people.slice(from, to).map(({ person }) => person)
      const [named, compared] = [this.#named(numbers), this.#compared(numbers)]
      return numbers.map((number) => ({ person: named.get(number)!, ...compared.get(number)! }))
    })
  }

  unidentified(query: ListQuery) {
    const { guests } = this.#sheet
    return paged(guests.length, query, (from, to) => {
      const shown = guests.slice(from, to)
      const named = this.#named(shown.flatMap(({ suggestions }) => suggestions.map(({ person }) => person)))
      return shown.map((guest) => ({
        name: guest.name,
        seconds: guest.seconds,
        connections: guest.connections.map((connection) => this.#connection(connection)),
        suggestions: guest.suggestions.map(({ person, because }) => ({ person: named.get(person)!, because })),
      }))
    })
  }

  clashes(query: ListQuery) {
    const { clashes } = this.#sheet
    return paged(clashes.length, query, (from, to) => {
      const shown = clashes.slice(from, to)
      const named = this.#named(shown.flatMap(({ people }) => people.slice(0, usual)))
      return shown.map(({ people }) => {
        const those = people.slice(0, usual).map((number) => named.get(number)!)
        return { name: those[0]!.name, count: people.length, people: those }
      })
    })
  }

  dialIns(query: ListQuery) {
    return this.#ofSomebody(this.#sheet.dialIns, query, ({ name, connection }) => ({ name, connection }))
  }

  staff(query: ListQuery) {
    return this.#ofSomebody(this.#sheet.staff, query, ({ name, why, attended }) => ({ name, why, attended }))
  }

  ties(query: ListQuery) {
    return this.#ofSomebody(this.#sheet.ties, query, ({ connections, name, at, by }) => ({
      ...{ connections, name, by },
      at: momentOf(at),
    }))
  }

  #ofSomebody<Row extends { person: number | null }, Item>(
    rows: readonly Row[],
    query: ListQuery,
    item: (row: Row) => Item,
  ): Page<Item & { person: Named | null }> {
    return paged(rows.length, query, (from, to) => {
      const shown = rows.slice(from, to)
      const named = this.#named(shown.flatMap(({ person }) => person ?? []))
      return shown.map((row) => ({ person: row.person === null ? null : named.get(row.person)!, ...item(row) }))
    })
  }

  #connection({ id, name, stays, isPhone }: Guest['connections'][number]) {
    const sources = new Set(stays.map(({ evidence }) => evidence))
    const [from, to] = [Math.min(...stays.map(({ from }) => from)), Math.max(...stays.map(({ to }) => to))]
    return {
      connection: id,
      name,
      isPhone,
      sources: [...sources].sort(),
      joinedAt: momentOf(from),
      leftAt: to === Infinity ? null : momentOf(to),
    }
  }

  #compared(people: readonly number[]): Map<number, Compared> {
    const { webinar } = needWebinar(this.#ws, this.#webinarId)
    const { asOf } = this.#sheet
    return new Map(
      peopleFacts(this.#ws, people).map(({ person, facts }) => {
        const own = facts.filter((fact) => fact.webinar === webinar.id && beginOf(fact) <= asOf)
        const both = compared(canonicalFacts(own), webinar, asOf)
        return [person, isCompared(this.#sheet) ? both : { ...both, ...alone }]
      }),
    )
  }

  #named(people: readonly number[]): Map<number, Named> {
    const { db } = this.#ws
    const cards = new Map(cardsOfPeople(db, currentVersion(this.#ws), people).map((card) => [card.person, card]))
    const ids = idsOfPeople(db, people)
    return new Map(
      people.map((person) => {
        const { name = null, email, company = null } = cards.get(person) ?? {}
        return [person, { id: `p_${ids.get(person)}`, name, email: email || null, company }]
      }),
    )
  }
}

/** How many attendees differ by more than 60 s: the first of the list. */
export function countDiffering({ people }: Pick<Gathered, 'people'>): number {
  const first = people.findIndex(({ difference }) => difference <= DIFFERENCE_SECONDS)
  return first < 0 ? people.length : first
}

function paged<Item>(
  total: number,
  { limit, cursor, only }: ListQuery,
  slice: (from: number, to: number) => Item[],
): Page<Item> {
  if (only !== undefined && only !== 'differences')
    throw new Refused('invalid', `only: expected differences, got "${only}"`, { field: 'only' })
  const most = limit ? readWhole('limit', limit, 1, 500) : usual
  const from = cursor ? readWhole('cursor', cursor, 0, 1e9) : 0
  const to = Math.min(total, from + most)
  return { items: slice(from, to), total, nextCursor: to < total ? String(to) : null }
}
