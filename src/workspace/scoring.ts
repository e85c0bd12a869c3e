import { type CardRow, cardsOfPeople, deleteCard, isAnyCard, isSameCard, writeCards } from '../store/cards.ts'
import { CountChanges } from '../store/counts.ts'
import { deleteListing, hasSameListing, isSameListing, type ListingRow } from '../store/listings.ts'
import { idsOfPeople } from '../store/person-facts.ts'
import { deletePlace, hasSamePlace, isSamePlace, type PlaceRow } from '../store/places.ts'
import {
  deleteStanding,
  isSameStanding,
  type StandingRow,
  standingsOfPeople,
  writeStandings,
} from '../store/standings.ts'
import { deleteUnscored, unscoredPeople } from '../store/unscored.ts'
import { Raising } from './alerts/raising.ts'
import { SegmentMoves } from './alerts/segment-events.ts'
import { currentVersion } from './live-models.ts'
import { type NumberedPersonFacts, peopleFacts } from './person-facts.ts'
import { type Made, noRows, type PersonRows, RowMaker } from './person-rows.ts'
import type { PlaceFill } from './place-fill.ts'
import { nowhere, type Places, placesOf, storeRows } from './places.ts'
import type { ScoredPerson, ScoredRange } from './scored-range.ts'
import { markUnscored } from './unscored.ts'
import type { Workspace } from './workspace.ts'

/** What is to be written of a handful of people, each table at once. */
interface Written {
  readonly cards: Map<number, CardRow>
  readonly standings: [person: number, row: StandingRow][]
  readonly rankings: PlaceRow[]
  readonly list: ListingRow[]
}

function nothingWritten(): Written {
  return { cards: new Map(), standings: [], rankings: [], list: [] }
}

/** Scores people under one version of the model, as of one moment, in one transaction. */
export class Scoring {
  /** Numbers of the webinars in whose rankings anything was written. */
  readonly changed = new Set<number>()
  readonly version: number
  readonly now: number
  /** Where the places go of whoever is scored for the first time; null unless the version is being built. */
  readonly fill: PlaceFill | null
  readonly #ws: Workspace
  readonly #maker: RowMaker
  readonly #unscored: ReadonlySet<number>
  readonly #counts = new CountChanges()
  /** Null under a version that is not in force: what is built in silence tells nobody anything. */
  readonly #raising: Raising | null
  readonly #moves: SegmentMoves | null

  constructor(ws: Workspace, version: number, now: number, fill: PlaceFill | null) {
    this.version = version
    this.now = now
    this.fill = fill
    this.#ws = ws
    this.#maker = new RowMaker(ws, version, now)
    const { model } = this.#maker
    this.#unscored = unscoredPeople(ws.db, version)
    const raising = version === currentVersion(ws) ? new Raising(ws, model, now) : null
    this.#raising = raising?.isOn ? raising : null
    this.#moves = raising ? new SegmentMoves(ws, model, now) : null
  }

  /**
   * Scores people and stores what differs from before. `behind`: they are all there are behind this one, in the order of
   * their numbers, so that their places can be gathered; else each is stored at once.
   */
  score(people: readonly number[], behind: number | null = null): void {
    if (people.length === 0) return
    const begin = performance.now()
    this.#ws.ahead?.scored(this.version, people)
    const before = this.#stored(people)
    const written = nothingWritten()
    for (const known of peopleFacts(this.#ws, people)) {
      const stored = before.get(known.person) ?? noRows
      const scored = this.#scored(known, stored.card)
      if (scored) this.#store(scored, stored, behind, written, known.facts.at(-1)?.id)
    }
    this.#raising?.raise()
    this.#write(written)
    if (this.fill?.readTo === behind) this.fill.readTo = people.at(-1)!
    this.#ws.handfuls.people.took(people.length, performance.now() - begin)
  }

  /** Stores what was scored ahead of all people behind one, up to another. */
  keep({ people, failed, to }: ScoredRange & { to: number }, behind: number): void {
    const before = this.#stored(people.map(({ person }) => person))
    const written = nothingWritten()
    for (const scored of people) {
      this.#forgetFailure(scored.person)
      this.#store(scored, before.get(scored.person) ?? noRows, behind, written)
    }
    this.#write(written)
    this.score(failed)
    if (this.fill?.readTo === behind) this.fill.readTo = to
  }

  /** To be called at the end of the transaction. */
  finish(): void {
    this.#counts.store(this.#ws.db, this.version)
  }

  #write(written: Written): void {
    const { db } = this.#ws
    this.#ws.counted.scored++
    writeCards(db, this.version, written.cards)
    writeStandings(db, this.version, written.standings)
    storeRows(db, this.version, written)
  }

  #stored(people: readonly number[]): Map<number, PersonRows> {
    const { db } = this.#ws
    const { version } = this
    const stored = new Map<number, { card: CardRow; standings: StandingRow[] }>()
    if (people.length > 1 && !isAnyCard(db, version, Math.min(...people), Math.max(...people))) return stored
    for (const card of cardsOfPeople(db, version, people)) stored.set(card.person, { card, standings: [] })
    if (stored.size === 0) return stored
    for (const standing of standingsOfPeople(db, version, people)) stored.get(standing.person)!.standings.push(standing)
    return stored
  }

  /** Null where scoring fails: the others must not wait for that. */
  #scored(known: NumberedPersonFacts, before: CardRow | null): ScoredPerson | null {
    const { person, id } = known
    const made = this.#made(known)
    if (!made) return null
    this.#forgetFailure(person)
    const { rows, history, stored } = made
    if (history) this.#raising?.look({ person, id, history, card: stored, before })
    return { person, id, ...rows }
  }

  #made(known: NumberedPersonFacts): Made | null {
    try {
      return this.#maker.make(known)
    } catch (error) {
      markUnscored(this.#ws, this.version, known.person, error, this.now)
      return null
    }
  }

  #forgetFailure(person: number): void {
    if (this.#unscored.has(person)) deleteUnscored(this.#ws.db, this.version, person)
  }

  /** `fact`: the last one that is known of the person. */
  #store(after: ScoredPerson, before: PersonRows, behind: number | null, written: Written, fact = ''): void {
    const { person, id, card } = after
    const { db } = this.#ws
    const sameCard = before.card !== null && card !== null && isSameCard(before.card, card)
    if (!card) deleteCard(db, this.version, person)
    else if (!sameCard) written.cards.set(person, card)
    if (!sameCard) for (const reader of this.#ws.readers) if (reader.webinar === null) reader.moves(person)
    const sameStandings = this.#storeStandings(person, before, after, written)
    if (sameCard && sameStandings) return
    this.#moves?.look(`p_${id}`, fact, before, after)
    const [old, places] = [this.#places(after, before), this.#places(after, after)]
    if (before.card || !this.#gathers(person, places, behind)) this.#storePlaces(person, old, places, written)
  }

  /** Whether places of somebody scored for the first time may wait: in the fill, or until the fill reads them itself. */
  #gathers(person: number, places: Places, behind: number | null): boolean {
    const fill = this.fill
    if (!fill || behind === null || person <= fill.readTo) return false
    if (fill.readTo === behind) fill.add(places)
    return true
  }

  /** True when they are as they were. */
  #storeStandings(person: number, before: PersonRows, after: PersonRows, written: Written): boolean {
    const { db } = this.#ws
    const { version } = this
    const sameStage = before.card?.stage === after.card?.stage
    let changes = 0
    for (const old of before.standings) {
      if (after.standings.some(({ webinar }) => webinar === old.webinar)) continue
      this.#counts.add(old, before.card!.stage, -1)
      deleteStanding(db, version, person, old.webinar)
      this.changed.add(old.webinar)
      changes++
    }
    for (const row of after.standings) {
      const old = before.standings.find(({ webinar }) => webinar === row.webinar)
      const same = old !== undefined && isSameStanding(old, row)
      if (same && sameStage) continue
      if (old) this.#counts.add(old, before.card!.stage, -1)
      this.#counts.add(row, after.card!.stage, 1)
      if (!same) written.standings.push([person, row])
      this.changed.add(row.webinar)
      changes++
    }
    return changes === 0
  }

  #storePlaces(person: number, before: Places, after: Places, written: Written): void {
    const sameListing = isSameListing(before.listing, after.listing)
    const sameRankings =
      before.rankings.length === after.rankings.length &&
      before.rankings.every((old, at) => isSamePlace(old, after.rankings[at]!))
    if (sameListing && sameRankings) return
    // What was gathered of the person is forgotten: all of it is stored here.
    const all = this.fill?.forget(person) ?? false
    if (all || !sameListing) this.#storeListing(before.listing, after.listing, written)
    if (all || !sameRankings) this.#storeRankings(person, before.rankings, after.rankings, all, written)
  }

  #storeListing(before: ListingRow | null, after: ListingRow | null, { list }: Written): void {
    if (before && !(after && hasSameListing(before, after))) deleteListing(this.#ws.db, this.version, before)
    if (after) list.push(after)
  }

  #storeRankings(
    person: number,
    before: readonly PlaceRow[],
    after: readonly PlaceRow[],
    all: boolean,
    { rankings }: Written,
  ): void {
    const { db, readers } = this.#ws
    for (const reader of readers)
      if ([...before, ...after].some(({ webinar }) => webinar === reader.webinar)) reader.moves(person)
    for (const old of before) if (!after.some((place) => hasSamePlace(old, place))) deletePlace(db, this.version, old)
    for (const place of after) {
      if (!all && before.some((old) => isSamePlace(old, place))) continue
      rankings.push(place)
      this.changed.add(place.webinar)
    }
  }

  #places({ person, id }: ScoredPerson, { card, standings }: PersonRows): Places {
    if (!card) return nowhere
    return placesOf(card, standings, { person, id: id || idsOfPeople(this.#ws.db, [person]).get(person)! })
  }
}
