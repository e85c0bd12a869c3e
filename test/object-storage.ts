import Database from 'better-sqlite3'
import { openSqlite } from '../src/hosts/cloudflare/sqlite.ts'
import type { Db } from '../src/store/db.ts'

/** https://developers.cloudflare.com/durable-objects/platform/limits/ (SQL storage limits). */
const most = { parameters: 100, statement: 100_000, pattern: 50, value: 2 * 1024 * 1024 }
const ownWords = /^\s*(?:BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE|PRAGMA|ATTACH|DETACH|VACUUM)\b/i

/** A database in memory as a Durable Object has it: over the driver of that host, with what an object refuses refused. */
export function openInObject(): Db {
  return openSqlite(openStorage())
}

/**
 * The SQL storage of a Durable Object, played by better-sqlite3. Throws for what an object throws for: too many
 * parameters, patterns and statements that are too long, values of other types, transactions and pragmas in SQL.
 */
export function openStorage(): DurableObjectStorage {
  const sqlite = new Database(':memory:')
  sqlite.pragma('foreign_keys = ON')
  // Functions of this module: one made here would be held by the database that it holds, for ever.
  sqlite.function('like', { deterministic: true }, isLike)
  sqlite.function('glob', { deterministic: true }, refuseGlob)
  const prepared = new Map<string, Database.Statement>()

  function exec(text: string, ...values: unknown[]) {
    const known = prepared.get(text)
    if (!known) refuseStatement(text)
    if (!known && values.length === 0 && isScript(text)) {
      sqlite.exec(text)
      return rowsOf([], [])
    }
    const statement = known ?? sqlite.prepare(text)
    prepared.set(text, statement)
    refuseValues(values)
    if (!statement.reader) {
      statement.run(...values)
      return rowsOf([], [])
    }
    const columns = statement.columns().map(({ name }) => name)
    return rowsOf(columns, statement.raw().all(...values) as unknown[][])
  }

  let depth = 0
  /** Nests, as that of an object does. */
  function transactionSync<T>(run: () => T): T {
    const name = `depth${depth++}`
    sqlite.exec(`SAVEPOINT ${name}`)
    try {
      const result = run()
      sqlite.exec(`RELEASE ${name}`)
      return result
    } catch (error) {
      sqlite.exec(`ROLLBACK TO ${name}; RELEASE ${name}`)
      throw error
    } finally {
      depth--
    }
  }

  const unused = async () => {
    throw new Error('only SQL is played here')
  }
  return {
    sql: { exec } as never,
    transactionSync,
    ...{ setAlarm: unused, getAlarm: unused, deleteAlarm: unused, deleteAll: unused },
  }
}

/** What `exec` returns; blobs come back as ArrayBuffer. */
function rowsOf(columns: readonly string[], rows: readonly unknown[][]) {
  const entries = (row: readonly unknown[]) => row.map((value, at) => [columns[at], returned(value)])
  return { toArray: () => rows.map((row) => Object.fromEntries(entries(row))) }
}

function returned(value: unknown): unknown {
  return Buffer.isBuffer(value) ? new Uint8Array(value).buffer : value
}

function refuseStatement(text: string): void {
  if (ownWords.test(text)) throw new Error(`an object has no such statement: ${text.slice(0, 60)}`)
  const bytes = Buffer.byteLength(text)
  if (bytes > most.statement) throw new Error(`the statement has ${bytes} bytes, an object takes ${most.statement}`)
}

function refuseValues(values: readonly unknown[]): void {
  if (values.length > most.parameters)
    throw new Error(`${values.length} values are bound, an object takes ${most.parameters}`)
  for (const value of values) {
    const kind =
      value === null ? 'null' : ArrayBuffer.isView(value) || value instanceof ArrayBuffer ? 'bytes' : typeof value
    if (!['string', 'number', 'null', 'bytes'].includes(kind)) throw new TypeError(`an object binds no ${kind}`)
    const size = typeof value === 'string' ? value.length : ((value as ArrayBuffer | null)?.byteLength ?? 0)
    if (size > most.value) throw new Error(`string or blob too big: SQLITE_TOOBIG`)
  }
}

/** Whether a text holds several statements, as migrations do. */
function isScript(text: string): boolean {
  return /;\s*\S/.test(text.replace(/--[^\n]*/g, ''))
}

function isLike(pattern: string, text: string): number {
  const bytes = Buffer.byteLength(pattern)
  if (bytes > most.pattern) throw new Error(`LIKE or GLOB pattern too complex: ${bytes} bytes`)
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '[^]*')
    .replaceAll('_', '[^]')
  return Number(new RegExp(`^${source}$`, 'i').test(text))
}

function refuseGlob(): never {
  throw new Error('no statement of Ripen uses GLOB, so nothing here plays it')
}
