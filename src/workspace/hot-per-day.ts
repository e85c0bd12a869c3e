import type { CompiledModel } from '../domain/compile.ts'
import { becameRipe, lastDays } from '../domain/hot-leads.ts'
import type { Gathered } from '../domain/preview.ts'
import type { Words } from '../domain/words.ts'
import { type NumberedPersonFacts, peopleFacts } from './person-facts.ts'
import type { Models } from './preview-shown.ts'
import { preview } from './preview-words.ts'
import type { Workspace } from './workspace.ts'

/** How many people become SQL on a business day, by those who are SQL or beyond now, against what sales can call. */
export interface HotPerDay {
  /** Null when none of the days was a business day. */
  before: number | null
  after: number | null
  /** As the previewed model says; null where it says nothing. */
  callsPerDay: number | null
  /** The last so many local dates, this one included; of these so many business days of the previewed calendar. */
  days: number
  businessDays: number
  /** Who is SQL or beyond now, and at how many of them was looked. */
  ripe: { before: number; after: number }
  looked: { before: number; after: number }
}

const days = 28
/** At so many people at most is looked; and at one of them at so many facts, again and again. */
const mostPeople = 2_000
const mostWork = 100_000
const atATime = 50

/** Looks back at who is SQL or beyond; of very many at some, evenly spread. */
export function* hotPerDay(
  ws: Workspace,
  { before, after, asOf }: Models,
  ripe: Gathered['ripe'],
): Generator<number, { hotPerDay: HotPerDay; notes: Words[] }> {
  const { since, businessDays } = lastDays(after.calendar, asOf, days)
  const [was, is] = [new Ripe(before, ripe.before), new Ripe(after, ripe.after)]
  const all = [...new Set([...ripe.before, ...ripe.after])].sort((a, b) => a - b)
  const people = evenly(all, mostPeople)
  for (let from = 0; from < people.length; from += atATime) {
    for (const known of peopleFacts(ws, people.slice(from, from + atATime))) {
      for (const side of [was, is]) side.look(known, asOf, since)
      yield 0.8 + (0.15 * from) / people.length
    }
  }
  const callsPerDay = after.model.callsPerDay ?? null
  const notes = [was, is].some(({ people, looked }) => looked < people.size)
    ? [preview('sampled', { looked: Math.max(was.looked, is.looked), of: all.length })]
    : []
  return {
    hotPerDay: {
      ...{ before: was.perDay(businessDays), after: is.perDay(businessDays), callsPerDay, days, businessDays },
      ...{ ripe: { before: was.people.size, after: is.people.size }, looked: { before: was.looked, after: is.looked } },
    },
    notes,
  }
}

/** Who is SQL or beyond under one model, and how many of those who were looked at became so lately. */
class Ripe {
  readonly people: ReadonlySet<number>
  looked = 0
  readonly #model: CompiledModel
  #became = 0

  constructor(model: CompiledModel, people: readonly number[]) {
    this.#model = model
    this.people = new Set(people)
  }

  look({ person, facts, webinars }: NumberedPersonFacts, asOf: number, since: number): void {
    if (!this.people.has(person)) return
    const became = becameRipe(this.#model, facts, webinars, asOf, { since, most: mostWork })
    if (became === null) return
    this.looked++
    if (became) this.#became++
  }

  perDay(businessDays: number): number | null {
    const { people, looked } = this
    if (businessDays === 0 || (looked === 0 && people.size > 0)) return null
    return people.size === 0 ? 0 : ((this.#became / looked) * people.size) / businessDays
  }
}

/** So many of a list at most, evenly spread over it. */
function evenly<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list
  return Array.from({ length: most }, (_, index) => list[Math.floor((index * list.length) / most)]!)
}
