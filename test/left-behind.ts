import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readMigrations } from '../src/hosts/node/migrations.ts'
import { openSqlite } from '../src/hosts/node/sqlite.ts'
import type { Db } from '../src/store/db.ts'
import { migrate } from '../src/store/migrate.ts'

type Kind = 'workspace' | 'directory'

/** The number of the newest migration, such as `0003`: what this release leaves behind. */
export function newest(kind: Kind): string {
  return readMigrations(kind).at(-1)!.name.slice(0, 4)
}

/**
 * A database as the release of a migration left it. The fixture of the newest migration is made by
 * `RIPEN_FIXTURES=write npm test -- upgrade`, by the code of that release; once released, it never changes.
 */
export function leftBehind(kind: Kind, migration: string): Db & { close(): void } {
  const path = new URL(`fixtures/${kind}/${migration}.sql`, import.meta.url)
  if (!existsSync(path)) throw new Error(`${path.pathname} is missing: RIPEN_FIXTURES=write npm test -- upgrade`)
  const db = openSqlite(':memory:')
  migrate(
    db,
    readMigrations(kind).filter(({ name }) => name.slice(0, 4) <= migration),
    0,
  )
  db.transaction(() => db.exec(`PRAGMA defer_foreign_keys = ON;${readFileSync(path, 'utf8')}`))
  return db
}

/** Writes what this release leaves behind, where it is asked to and there is no fixture of it yet. */
export function leaveBehind(kind: Kind, db: Db, words: string): void {
  const path = new URL(`fixtures/${kind}/${newest(kind)}.sql`, import.meta.url)
  if (process.env.RIPEN_FIXTURES === 'write' && !existsSync(path)) writeFileSync(path, `-- ${words}\n${rowsOf(db)}`)
}

function rowsOf(db: Db): string {
  const tables = db
    .prepare<{ name: string }>(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_migration' ORDER BY name",
    )
    .all()
  return tables.flatMap(({ name }) => insertsOf(db, name)).join('')
}

function insertsOf(db: Db, table: string): string[] {
  const columns = db.prepare<{ name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY cid').all(table)
  const values = columns.map(({ name }) => `quote("${name}")`).join(" || ', ' || ")
  const rows = db.prepare<{ row: string }>(`SELECT ${values} AS row FROM "${table}"`).all()
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  return rows.map(({ row }) => `INSERT INTO ${table} (${names}) VALUES (${row});\n`)
}
