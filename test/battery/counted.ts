import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { indexOf } from './bodies.ts'

/** The database of the only workspace in a data folder. */
export function databaseOf(data: string): string {
  const file = readdirSync(join(data, 'workspaces')).find((name) => name.endsWith('.db'))
  return join(data, 'workspaces', file!)
}

/** How often each delivery was counted, read from a database as it grows. A repetition is stored as one that changed nothing. */
export class Counted {
  readonly #path: string
  readonly #times = new Map<number, number>()
  #readTo = 0

  constructor(path: string) {
    this.#path = path
  }

  /** Reads what has come since; beside a server, as any reader may. */
  read(): void {
    const db = new Database(this.#path, { readonly: true })
    const rows = db
      .prepare<[number], { number: number; body: Buffer }>(
        "SELECT number, body FROM delivery WHERE number > ? AND outcome IN ('accepted', 'ignored') ORDER BY number",
      )
      .iterate(this.#readTo)
    for (const { number, body } of rows) {
      const index = indexOf(body.toString())
      this.#times.set(index, (this.#times.get(index) ?? 0) + 1)
      this.#readTo = number
    }
    db.close()
  }

  get stored(): number {
    return this.#times.size
  }

  lost(acknowledged: Iterable<{ index: number }>): number {
    let lost = 0
    for (const { index } of acknowledged) if (!this.#times.has(index)) lost++
    return lost
  }

  twice(): number {
    return [...this.#times.values()].filter((times) => times > 1).length
  }
}

/** 'ok', or what SQLite finds wrong with the file. */
export function integrityOf(path: string): string {
  try {
    return checked(new Database(path, { readonly: true }))
  } catch (error) {
    // Cut off before it had a write-ahead log: the next who opens it rolls back what was begun.
    if ((error as { code?: string }).code !== 'SQLITE_READONLY_ROLLBACK') throw error
    return checked(new Database(path))
  }
}

function checked(db: Database.Database): string {
  try {
    return db.prepare('PRAGMA integrity_check').pluck().all().join('; ')
  } finally {
    db.close()
  }
}
