import { existsSync, readFileSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { Refused } from '../../domain/refusal.ts'
import { errorFields, log } from '../log.ts'
import { type Marked, type Position, positionOf } from './marked.ts'
import { writeSurely } from './sure-file.ts'

/** What stands in `<database>.mark`: a position that was on disk at a moment (ISO 8601). */
export interface Mark extends Position {
  at: string
}

/** What acknowledged commits a database lacks. `found`: how far it has come; null where nothing can be told. */
export interface Loss {
  mark: Mark
  found: Position | null
}

/** The tables of a workspace by which a loss is told. */
export const numbered = ['delivery']

/**
 * Keeps beside a database, in a small file, how far it has come, once a second at most. It is written behind the
 * commits, so it may be behind the database, never before it.
 */
export class Watermark {
  readonly #db: Marked
  readonly #path: string
  #written = -1
  #writing: Promise<void> | null = null
  #isSettled = false

  constructor(db: Marked, path: string) {
    this.#db = db
    this.#path = markOf(path)
  }

  /** Writes in the background, unless nothing has changed or the last one is still being written. */
  note(): void {
    if (this.#writing) return
    try {
      const position = this.#db.position()
      if (position.commits !== this.#written) this.#writing = this.#write(position)
    } catch (error) {
      log('watermark cannot be written', errorFields(error))
    }
  }

  /** The last one, before the database is closed. */
  settle(): void {
    this.#isSettled = true
    try {
      const position = this.#db.position()
      if (position.commits !== this.#written) writeSurely(this.#path, textOf(position))
    } catch (error) {
      log('watermark cannot be written', errorFields(error))
    }
  }

  async remove(): Promise<void> {
    await this.#writing
    rmSync(this.#path, { force: true })
  }

  async #write(position: Position): Promise<void> {
    try {
      const behind = `${this.#path}.behind`
      const file = await open(behind, 'w')
      await file
        .write(textOf(position))
        .then(() => file.datasync())
        .finally(() => file.close())
      if (this.#isSettled) return rmSync(behind)
      await rename(behind, this.#path)
      this.#written = position.commits
    } catch (error) {
      log('watermark cannot be written', errorFields(error))
    } finally {
      this.#writing = null
    }
  }
}

/** Where the mark of a database stands. */
export function markOf(path: string): string {
  return path.replace(/\.db$/, '.mark')
}

/** Null where there is none, or nothing that could be one. */
export function readMark(path: string): Mark | null {
  try {
    const mark = JSON.parse(readFileSync(markOf(path), 'utf8')) as Mark
    return typeof mark.commits === 'number' ? mark : null
  } catch (error) {
    if (error instanceof SyntaxError || (error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}

/**
 * What a database lacks of what was acknowledged; null when nothing. Looks without changing anything: the next ordinary
 * opening would remove a damaged write-ahead log for good. Throws what SQLite throws at a file that is none of its own.
 */
export function lossOf(path: string, tables: readonly string[]): Loss | null {
  const mark = readMark(path)
  if (!mark) return null
  const found = existsSync(path) ? readPosition(path, tables) : null
  return found?.database === mark.database && found.commits >= mark.commits ? null : { mark, found }
}

/** How far a database has come that nobody has open. */
export function readPosition(path: string, tables: readonly string[]): Position | null {
  try {
    return positionIn(new Database(path, { readonly: true, fileMustExist: true }), tables)
  } catch (error) {
    // The power went while the file was made, before it had a write-ahead log: what was begun then has to be rolled back.
    if ((error as { code?: string }).code !== 'SQLITE_READONLY_ROLLBACK') throw error
    return positionIn(new Database(path, { fileMustExist: true }), tables)
  }
}

function positionIn(sqlite: Database.Database, tables: readonly string[]): Position | null {
  try {
    return positionOf({ prepare: (sql) => sqlite.prepare(sql) as never }, tables)
  } finally {
    sqlite.close()
  }
}

/** From now on this is how far the database has come, whatever was acknowledged. */
export function acceptLoss(path: string, found: Position): void {
  writeSurely(markOf(path), textOf(found))
}

/** What a loss means and what to do about it. `what`: "workspace acme", "directory". */
export function lossInWords(what: string, { mark, found }: Loss): string {
  const begin = `Of the ${what} something is missing that was acknowledged until ${mark.at}`
  if (found?.database !== mark.database)
    return `${begin}: its database, or the write-ahead log beside it, is missing, empty or another one's. Nothing was changed. Put the right files back, or restore a backup.`
  // A mark of an earlier release names tables by which nothing is told any more.
  const tables = Object.entries(found.last).map(
    ([name, last]) => [plural(name), (mark.last[name] ?? 0) - last] as const,
  )
  const lost = tables.filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`)
  const amount = [`${mark.commits - found.commits} commits`, ...lost].join(', ')
  return `${begin}: ${amount}. Its write-ahead log was damaged, cut or removed; nothing was changed. Put the right one back or restore a backup. To go on without what is missing: "npm run -s ripen -- doctor --accept-loss"; then import the reports of the webinars of that time.`
}

export function refusedFor(what: string, loss: Loss): Refused {
  return new Refused('unavailable', lossInWords(what, loss), { loss: true })
}

function plural(table: string): string {
  return { delivery: 'deliveries' }[table] ?? table
}

function textOf(position: Position): string {
  return `${JSON.stringify({ ...position, at: new Date().toISOString() } satisfies Mark)}\n`
}
