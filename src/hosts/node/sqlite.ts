import Database from 'better-sqlite3'
import { Refused } from '../../domain/refusal.ts'
import type { Db, Statement } from '../../store/db.ts'

const oldest = '3.51.3'
const failures = /^SQLITE_(FULL|IOERR|BUSY|LOCKED|NOMEM|READONLY|CANTOPEN|CORRUPT|NOTADB|PROTOCOL|INTERRUPT)/

export interface Sqlite extends Db {
  /**
   * Copies the whole database into a new file while others go on. Everything that was committed before the moment that
   * is returned (ms UTC) is in the copy.
   */
  copyTo(path: string): Promise<number>
  close(): void
}

/** So many pages of a copy are taken at once: about as long as a webhook takes. */
const pagesAtOnce = 100

/**
 * Opens a file (or `:memory:`) for one writing process. Throws where SQLite is older than 3.51.3, which may lose
 * committed data in WAL mode, and after the first commit where that did not wait for the disk. A commit that finds
 * `checkpointAt` pages in the write-ahead log carries them over into the database, which takes its time.
 */
export function openSqlite(path: string, { checkpointAt = 4_000 } = {}): Sqlite {
  const sqlite = new Database(path)
  refuseOld(sqlite.prepare('SELECT sqlite_version()').pluck().get() as string)
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'busy_timeout = 5000',
    'foreign_keys = ON',
    'trusted_schema = OFF',
    'cell_size_check = ON',
    `journal_size_limit = ${64 * 1024 * 1024}`,
    'cache_size = -65536',
    `wal_autocheckpoint = ${checkpointAt}`,
  ])
    sqlite.pragma(pragma)
  const immediate = sqlite.transaction((run: () => unknown) => run()).immediate as <T>(run: () => T) => T
  const waits = sqlite.prepare('PRAGMA synchronous').pluck()
  let sure = false
  function assertFull(): void {
    const [mode, synchronous] = ['journal_mode', 'synchronous'].map((name) => sqlite.pragma(name, { simple: true }))
    if (synchronous !== 2 || (mode !== 'wal' && path !== ':memory:'))
      throw new Error(`SQLite does not wait for the disk: journal_mode ${mode}, synchronous ${synchronous}`)
    sure = true
  }
  function transaction<T>(run: () => T): T {
    try {
      return immediate(run)
    } catch (error) {
      if (error instanceof Database.SqliteError && failures.test(error.code))
        throw new Refused('unavailable', `The database cannot store anything now: ${error.message}`, {
          code: error.code,
        })
      throw error
    }
  }
  return {
    prepare: preparing(sqlite),
    exec: (sql) => void sqlite.exec(sql),
    transaction(run) {
      const result = transaction(run)
      if (!sure && !sqlite.inTransaction) assertFull()
      return result
    },
    relaxed(run) {
      if (sqlite.inTransaction || waits.get() !== 2) return transaction(run)
      sqlite.pragma('synchronous = NORMAL')
      try {
        return transaction(run)
      } finally {
        sqlite.pragma('synchronous = FULL')
      }
    },
    async copyTo(path) {
      let before = Date.now()
      const progress = () => {
        before = Date.now()
        return pagesAtOnce
      }
      await sqlite.backup(path, { progress })
      return before
    },
    close: () => void sqlite.close(),
  }
}

/** Opens a file for one who only reads it. Each transaction sees what was committed when it began. */
export function openReader(path: string): Db & { close(): void } {
  const sqlite = new Database(path, { readonly: true, fileMustExist: true })
  for (const pragma of ['busy_timeout = 5000', 'trusted_schema = OFF', 'cache_size = -16384']) sqlite.pragma(pragma)
  const transaction = sqlite.transaction((run: () => unknown) => run()) as <T>(run: () => T) => T
  return {
    prepare: preparing(sqlite),
    exec: (sql) => void sqlite.exec(sql),
    transaction,
    relaxed: transaction,
    close: () => void sqlite.close(),
  }
}

function preparing(sqlite: Database.Database): Db['prepare'] {
  const prepared = new Map<string, Statement<unknown>>()
  return <Row>(sql: string): Statement<Row> => {
    const known = prepared.get(sql)
    if (known) return known as Statement<Row>
    const statement = statementOf(sqlite.prepare(sql))
    prepared.set(sql, statement)
    return statement as Statement<Row>
  }
}

function statementOf(statement: Database.Statement): Statement<unknown> {
  return {
    all: (...values) => statement.all(...values),
    get: (...values) => statement.get(...values),
    run: (...values) => void statement.run(...values),
  }
}

function refuseOld(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const [oldMajor = 0, oldMinor = 0, oldPatch = 0] = oldest.split('.').map(Number)
  const newer = major - oldMajor || minor - oldMinor || patch - oldPatch
  if (newer < 0) throw new Error(`SQLite ${version} is too old: Ripen needs ${oldest} or newer`)
}
