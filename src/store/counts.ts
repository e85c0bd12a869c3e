import type { Db } from './db.ts'
import type { StandingRow } from './standings.ts'

/**
 * So many people of a webinar are alike in what its counts and funnel ask, and what they come to together.
 * `stayed`: in the room at 95 % of the live time; while the webinar runs: in the room. `live_ms` leaves out what of
 * the live time had passed when those `in_room` were counted: `liveMsOf` adds it as of any moment.
 */
export interface CountRow {
  registered: number
  attended: number
  replayed: number
  no_show: number
  took_part: number
  stage: number
  people: number
  stayed: number
  in_room: number
  live_ms: number
  questions: number
  poll_answers: number
}

type Alike = Pick<StandingRow, 'webinar' | (typeof alike)[number]>
type Summed = Pick<StandingRow, (typeof summed)[number]>

const alike = ['registered', 'attended', 'replayed', 'no_show', 'took_part', 'stage'] as const
const summed = ['stayed', 'in_room', 'live_ms', 'questions', 'poll_answers'] as const
const sums = ['people', ...summed] as const

const added = `INSERT INTO webinar_count (model, webinar, ${[...alike, ...sums]})
  VALUES (?, ?, ${[...alike, ...sums].map(() => '?')})
  ON CONFLICT DO UPDATE SET ${sums.map((sum) => `${sum} = ${sum} + excluded.${sum}`)}`

/** Differences of counts, gathered while many standings are written and stored in one go. */
export class CountChanges {
  readonly #changes = new Map<string, { of: Alike; people: number; sums: number[] }>()

  add(row: Alike & Summed, people: 1 | -1): void {
    const key = `${row.webinar}/${alike.map((column) => row[column]).join('/')}`
    let change = this.#changes.get(key)
    if (!change) {
      change = { of: row, people: 0, sums: summed.map(() => 0) }
      this.#changes.set(key, change)
    }
    change.people += people
    for (const [index, column] of summed.entries()) change.sums[index]! += people * row[column]
  }

  store(db: Db, model: number): void {
    for (const { of, people, sums } of this.#changes.values()) {
      if (people === 0 && sums.every((sum) => sum === 0)) continue
      db.prepare(added).run(model, of.webinar, ...alike.map((column) => of[column]), people, ...sums)
    }
  }
}

export function countsOfWebinar(db: Db, model: number, webinar: number): CountRow[] {
  return db
    .prepare<CountRow>(
      `SELECT ${[...alike, ...sums]} FROM webinar_count WHERE model = ? AND webinar = ? AND people <> 0`,
    )
    .all(model, webinar)
}

/** The counts of all webinars, by the webinar's number. */
export function countsByWebinar(db: Db, model: number): Map<number, CountRow[]> {
  const rows = db
    .prepare<CountRow & { webinar: number }>(
      `SELECT webinar, ${[...alike, ...sums]} FROM webinar_count WHERE model = ? AND people <> 0`,
    )
    .all(model)
  return Map.groupBy(rows, ({ webinar }) => webinar)
}

/** Ms of live presence of all people of a count, when so much of the live time has passed. */
export function liveMsOf({ live_ms, in_room }: CountRow, passedMs: number): number {
  return in_room === 0 ? live_ms : live_ms + in_room * passedMs
}
