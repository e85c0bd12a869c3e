import type { CompiledModel } from '../domain/compile.ts'
import { positionOf } from '../domain/interval.ts'
import { scoreToStore } from '../domain/score.ts'
import type { Webinar } from '../domain/webinar.ts'
import type { CardRow } from '../store/cards.ts'
import type { StandingRow } from '../store/standings.ts'
import { cardRowOf, standingRowOf, type WebinarNow } from './card-rows.ts'
import { compiledModel } from './live-models.ts'
import { looksAgainAt, type Turns, turnsAfter } from './look-again.ts'
import type { NumberedPersonFacts } from './person-facts.ts'
import { numberOfWebinar } from './series.ts'
import type { FactReader } from './workspace.ts'

/** What is or comes to be stored of a person: nothing of somebody without facts, who was merged into another. */
export interface PersonRows {
  readonly card: CardRow | null
  readonly standings: readonly StandingRow[]
}

export const noRows: PersonRows = { card: null, standings: [] }

/** What came out, and the history and score that it rests on; these are null for somebody without facts. */
export type Made = { rows: PersonRows } & (
  | Pick<ReturnType<typeof scoreToStore>, 'history' | 'stored'>
  | { history: null; stored: null }
)

/** Makes the rows of people under one version of the model, as of one moment. */
export class RowMaker {
  readonly model: CompiledModel
  readonly #reader: FactReader
  readonly #now: number
  readonly #webinars = new Map<Webinar, WebinarNow & Turns>()

  constructor(reader: FactReader, version: number, now: number) {
    this.model = compiledModel(reader, version)
    this.#reader = reader
    this.#now = now
  }

  /** Throws whatever reading or scoring the person throws. */
  make({ facts, webinars, fault }: NumberedPersonFacts): Made {
    if (fault !== null) throw fault
    if (facts.length === 0) return { rows: noRows, history: null, stored: null }
    const { history, stored } = scoreToStore(this.model, facts, webinars, this.#now)
    const standings = stored.standings.map((standing) =>
      standingRowOf(standing, this.#webinarNow(webinars.get(standing.webinar)!), this.model),
    )
    const changesAt = looksAgainAt(stored, facts, webinars, this.#webinarNow, this.#now)
    return { rows: { card: cardRowOf(stored, changesAt), standings }, history, stored }
  }

  readonly #webinarNow = (webinar: Webinar): WebinarNow & Turns => {
    const known = this.#webinars.get(webinar)
    if (known) return known
    const number = numberOfWebinar(this.#reader, webinar)
    const passedMs = positionOf(webinar.live, this.#now)
    const found = { number, passedMs, ...turnsAfter(webinar, this.#now) }
    this.#webinars.set(webinar, found)
    return found
  }
}
