import type { Db } from './db.ts'
import type { StandingRow } from './standings.ts'

/** So many people of a webinar are alike in what its counts and funnel ask. */
export interface CountRow {
  registered: number
  attended: number
  replayed: number
  no_show: number
  took_part: number
  stage: number
  people: number
}

type Alike = Pick<StandingRow, 'webinar' | 'registered' | 'attended' | 'replayed' | 'no_show' | 'took_part' | 'stage'>

/** Differences of counts, gathered while many standings are written and stored in one go. */
export class CountChanges {
  readonly #changes = new Map<string, number>()

  add(row: Alike, people: 1 | -1): void {
    const { webinar, registered, attended, replayed, no_show, took_part, stage } = row
    const key = JSON.stringify([webinar, registered, attended, replayed, no_show, took_part, stage])
    this.#changes.set(key, (this.#changes.get(key) ?? 0) + people)
  }

  store(db: Db, model: number): void {
    for (const [key, people] of this.#changes) {
      if (people === 0) continue
      db.prepare(
        `INSERT INTO webinar_count (model, webinar, registered, attended, replayed, no_show, took_part, stage, people)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET people = people + excluded.people`,
      ).run(model, ...(JSON.parse(key) as number[]), people)
    }
  }
}

export function countsOfWebinar(db: Db, model: number, webinar: number): CountRow[] {
  return db
    .prepare<CountRow>(
      `SELECT registered, attended, replayed, no_show, took_part, stage, people FROM webinar_count
       WHERE model = ? AND webinar = ? AND people <> 0`,
    )
    .all(model, webinar)
}
