import Database from 'better-sqlite3'

/** A second connection to the same file, for what better-sqlite3 alone makes of it. */
export function openBare(path: string): Database.Database {
  const db = new Database(path, { readonly: true })
  db.pragma('cache_size = -65536')
  return db
}

/** One pass of SELECT over all facts; how many seconds. Rows are dropped as they come, so that memory stays small. */
export function passOverFacts(db: Database.Database): { seconds: number; facts: number } {
  const select = db.prepare('SELECT number, id, key, name, type, time, received_after, data, profile FROM fact')
  const begin = performance.now()
  let facts = 0
  for (const _ of select.iterate()) facts++
  return { seconds: (performance.now() - begin) / 1000, facts }
}
