import { cursorOf } from '../store/due.ts'
import { lastKey } from '../store/person-keys.ts'
import { currentVersion, liveModels } from './live-models.ts'
import type { KeyRange, ScoredRange } from './scored-range.ts'
import type { Workspace } from './workspace.ts'

/** Others that score for a workspace, each reading its database by itself. Made by hosts that have threads. */
export interface Helpers {
  /** Has them come; until `areHere` and after `leave` nothing is to be asked of them. */
  come(): void
  readonly areHere: boolean
  /** Asked for in order, answered in order. */
  ask(range: KeyRange): void
  /** Waits for the answer to the oldest question; null where there will be none any more. */
  answer(): ScoredRange | null
  /** All that was asked for and not answered is wanted no more. */
  drop(): void
  leave(): void
}

/**
 * `fewest`: with fewer keys to go it does not pay to have helpers come. `length`: so many numbers of keys are a range,
 * whose rows are stored in a few ms. `most`: so many ranges are asked for ahead that nobody is idle while places are
 * stored, and some ten MB wait at most.
 */
const usual = { fewest: 40_000, length: 256, most: 400 }

/**
 * What is scored ahead for a version that is being built: helpers read and score everybody, range by range behind the
 * cursor of its scope, and the drain stores their answers. Whoever was scored otherwise since a range was asked for is
 * newer than its answer.
 */
export class Ahead {
  readonly #helpers: Helpers
  readonly #sizes: typeof usual
  #asked: KeyRange[] = []
  readonly #newer = new Set<number>()
  #came = false

  constructor(helpers: Helpers, sizes = usual) {
    this.#helpers = helpers
    this.#sizes = sizes
  }

  /** Asks for what comes next. To be called outside of a transaction: helpers see only what was committed. */
  ask(ws: Workspace): void {
    const building = underWay(ws)
    if (!building) {
      this.#end()
      return
    }
    const { version, cursor } = building
    const last = lastKey(ws.db)
    const { fewest, length, most } = this.#sizes
    if (!this.#came && last - cursor >= fewest) {
      this.#came = true
      this.#helpers.come()
    }
    if (!this.#helpers.areHere) return
    if (!this.#isNext(version, cursor)) this.#drop()
    let from = this.#asked.at(-1)?.to ?? cursor
    for (; this.#asked.length < most && from < last; from = this.#asked.at(-1)!.to) {
      const to = Math.min(from + length, last)
      const range = { version, from, to, now: ws.now(), series: ws.changed.series }
      this.#asked.push(range)
      this.#helpers.ask(range)
    }
  }

  /** The people behind a cursor, and how far they reach; null where they were not asked for. */
  take(version: number, cursor: number): (ScoredRange & { to: number }) | null {
    const next = this.#asked[0]
    if (!next || !this.#isNext(version, cursor)) return null
    const answer = this.#helpers.answer()
    if (!answer) {
      this.#asked = []
      return null
    }
    this.#asked.shift()
    const isOld = (person: number) => this.#newer.delete(person)
    return {
      people: answer.people.filter(({ person }) => !isOld(person)),
      failed: answer.failed.filter((person) => !isOld(person)),
      to: next.to,
    }
  }

  /** People were scored otherwise under a version. */
  scored(version: number, people: readonly number[]): void {
    const [first, last] = [this.#asked[0], this.#asked.at(-1)]
    if (!first || !last || first.version !== version) return
    for (const person of people) if (person > first.from && person <= last.to) this.#newer.add(person)
  }

  #isNext(version: number, cursor: number): boolean {
    const next = this.#asked[0]
    return next === undefined || (next.version === version && next.from === cursor)
  }

  #drop(): void {
    this.#asked = []
    this.#newer.clear()
    this.#helpers.drop()
  }

  #end(): void {
    if (!this.#came) return
    this.#came = false
    this.#drop()
    this.#helpers.leave()
  }
}

/** The version that is being built, and how far everybody is scored under it; null where nobody is left. */
function underWay(ws: Workspace): { version: number; cursor: number } | null {
  const version = liveModels(ws).find((each) => each !== currentVersion(ws))
  const cursor = version === undefined ? null : cursorOf(ws.db, version, 'everybody')
  return cursor === null ? null : { version: version!, cursor }
}
