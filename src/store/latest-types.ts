import type { Db } from './db.ts'

/** The kinds of facts, by number, among so many that came last. */
export function latestTypes(db: Db, most: number): number[] {
  const sql = 'SELECT DISTINCT type FROM (SELECT type FROM fact ORDER BY number DESC LIMIT ?) ORDER BY type'
  return db
    .prepare<{ type: number }>(sql)
    .all(most)
    .map(({ type }) => type)
}

/** How many facts there are, counted no further than `most`. */
export function countLatest(db: Db, most: number): number {
  return db.prepare<{ count: number }>('SELECT count(*) AS count FROM (SELECT 1 FROM fact LIMIT ?)').get(most)!.count
}
