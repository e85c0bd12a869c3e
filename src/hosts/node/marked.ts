import type { Db } from '../../store/db.ts'
import { openSqlite } from './sqlite.ts'

/** How far a database has come: so many of its commits waited for the disk. `database` tells it from any other. */
export interface Position {
  database: string
  commits: number
  /** The last number given in each table that was asked for. */
  last: Record<string, number>
}

export interface Marked extends ReturnType<typeof openSqlite> {
  /** How far it has come; all of it is on disk. */
  position(): Position
}

/**
 * Opens a database that counts its commits in a row of its own, so that a loss of the last ones can be noticed: SQLite
 * passes over whatever follows a damage in a write-ahead log, without a word. Commits that do not wait for the disk and
 * those that changed nothing do not count. `tables`: those whose last number is told.
 */
export function openMarked(path: string, tables: readonly string[], options: { checkpointAt?: number } = {}): Marked {
  const db = openSqlite(path, options)
  db.exec(
    `CREATE TABLE IF NOT EXISTS commit_count
       (one INTEGER PRIMARY KEY CHECK (one = 1), database TEXT NOT NULL, commits INTEGER NOT NULL) STRICT;
     INSERT OR IGNORE INTO commit_count VALUES (1, lower(hex(randomblob(8))), 0)`,
  )
  const changes = db.prepare<{ total: number }>('SELECT total_changes() AS total')
  const countUp = db.prepare('UPDATE commit_count SET commits = commits + 1')
  let inside = false
  let changed = true
  let known: Position | undefined

  function within<T>(run: () => T): T {
    inside = true
    try {
      return run()
    } finally {
      inside = false
    }
  }

  function counted<T>(run: () => T): T {
    const before = changes.get()!.total
    const result = run()
    if (changes.get()!.total !== before) {
      countUp.run()
      changed = true
    }
    return result
  }

  return {
    ...db,
    transaction: (run) => (inside ? db.transaction(run) : within(() => db.transaction(() => counted(run)))),
    relaxed: (run) => (inside ? db.relaxed(run) : within(() => db.relaxed(run))),
    position() {
      if (changed || !known) known = positionOf(db, tables)!
      changed = false
      return known
    },
  }
}

/** Null in a database that has never counted. */
export function positionOf(db: Pick<Db, 'prepare'>, tables: readonly string[]): Position | null {
  const counts = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'commit_count'").get() !== undefined
  const found = counts && db.prepare<Omit<Position, 'last'>>('SELECT database, commits FROM commit_count').get()
  if (!found) return null
  const last = (table: string) =>
    db.prepare<{ last: number }>(`SELECT ifnull(max(number), 0) AS last FROM ${table}`).get()!
  return { ...found, last: Object.fromEntries(tables.map((table) => [table, last(table).last])) }
}
