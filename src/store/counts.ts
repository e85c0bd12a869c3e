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

const alike = ['registered', 'attended', 'replayed', 'no_show', 'took_part', 'stage'] as const
const sums = ['people', 'stayed', 'in_room', 'live_ms', 'questions', 'poll_answers'] as const
const nobody = { people: 0, stayed: 0, in_room: 0, live_ms: 0, questions: 0, poll_answers: 0 }

const added = `INSERT INTO webinar_count (model, webinar, ${[...alike, ...sums]})
  VALUES (?, ?, ${[...alike, ...sums].map(() => '?')})
  ON CONFLICT DO UPDATE SET ${sums.map((sum) => `${sum} = ${sum} + excluded.${sum}`)}`

/** Differences of counts, gathered while many standings are written and stored in one go. */
export class CountChanges {
  readonly #changes = new Map<number, CountRow & { webinar: number }>()

  /** One person more or less, who is at a stage. */
  add(row: StandingRow, stage: number, people: 1 | -1): void {
    const { webinar, registered, attended, replayed, no_show, took_part } = row
    const flags = registered + 2 * attended + 4 * replayed + 8 * no_show + 16 * took_part
    const key = (webinar * 32 + flags) * 16 + stage
    let change = this.#changes.get(key)
    if (!change) {
      change = { webinar, registered, attended, replayed, no_show, took_part, stage, ...nobody }
      this.#changes.set(key, change)
    }
    change.people += people
    change.stayed += people * row.stayed
    change.in_room += people * row.in_room
    change.live_ms += people * row.live_ms
    change.questions += people * row.questions
    change.poll_answers += people * row.poll_answers
  }

  store(db: Db, model: number): void {
    for (const change of this.#changes.values()) {
      if (sums.every((sum) => change[sum] === 0)) continue
      const values = [...alike, ...sums].map((column) => change[column])
      db.prepare(added).run(model, change.webinar, ...values)
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
