import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import * as directory from '../../src/directory/schema.ts'
import { Refused } from '../../src/domain/refusal.ts'
import { migrations as bundled } from '../../src/hosts/cloudflare/migrations.ts'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { migrate } from '../../src/store/migrate.ts'
import * as workspace from '../../src/store/schema.ts'

const kinds = { workspace, directory }
type Kind = keyof typeof kinds
const migrations = readMigrations('workspace')

interface Column {
  name: string
  type: string
  notNull: boolean
  key: number
}

function migrated(kind: Kind = 'workspace') {
  const db = openSqlite(':memory:')
  migrate(db, readMigrations(kind), 0)
  return db
}

function migratedTables(kind: Kind): Map<string, Column[]> {
  const db = migrated(kind)
  const tables = db.prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  const columns = (table: string) =>
    db
      .prepare<{ name: string; type: string; notnull: number; pk: number }>('SELECT * FROM pragma_table_xinfo(?)')
      .all(table)
      .map(({ name, type, notnull, pk }) => ({ name, type, notNull: notnull === 1 || pk > 0, key: pk }))
  return new Map(tables.map(({ name }) => [name, columns(name)]))
}

function drizzleTables(kind: Kind): Map<string, Column[]> {
  const tables = Object.values(kinds[kind]).filter((table) => is(table, SQLiteTable)) as SQLiteTable[]
  return new Map(
    tables.map((table) => {
      const { name, columns, primaryKeys } = getTableConfig(table)
      const key = primaryKeys[0]?.columns.map((column) => column.name) ?? []
      const keyOf = (column: string, primary: boolean) => (primary ? 1 : key.indexOf(column) + 1)
      const described = columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        notNull: column.notNull || column.primary,
        key: keyOf(column.name, column.primary),
      }))
      return [name, described]
    }),
  )
}

for (const kind of Object.keys(kinds) as Kind[]) {
  test(`the migrations of a ${kind} make exactly the tables that Drizzle knows`, () => {
    const made = migratedTables(kind)
    made.delete('schema_migration')
    expect(new Map([...drizzleTables(kind)].sort())).toEqual(new Map([...made].sort()))
  })

  test(`every table of a ${kind} is STRICT`, () => {
    const tables = migrated(kind)
      .prepare<{ name: string; strict: number }>('SELECT name, strict FROM pragma_table_list')
      .all()
    const lax = tables.filter(({ name, strict }) => strict === 0 && !name.startsWith('sqlite_'))
    expect(lax).toEqual([])
  })
}

test('migrating a database again changes nothing', () => {
  const db = migrated()
  migrate(db, migrations, 5)
  const applied = db.prepare('SELECT name, applied_at FROM schema_migration').all()
  expect(applied).toEqual(migrations.map(({ name }) => ({ name, applied_at: 0 })))
})

test('a database that a newer release has written is refused in words', () => {
  const db = migrated()
  const newer = [...migrations, { name: '9999_future', sql: 'CREATE TABLE future (x INTEGER) STRICT' }]
  migrate(db, newer, 1)
  const open = () => migrate(db, migrations, 2)
  expect(open).toThrow(Refused)
  expect(open).toThrow('written by a newer release of Ripen (9999_future)')
})

test('a migration that fails half-way leaves nothing of itself behind', () => {
  const db = migrated()
  const broken = [
    ...migrations,
    { name: '9999_broken', sql: 'CREATE TABLE half (x INTEGER) STRICT; CREATE TABEL rest' },
  ]
  expect(() => migrate(db, broken, 1)).toThrow('syntax error')
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([])
  migrate(db, migrations, 2)
})

test('a Worker carries exactly the migrations of the folder, word for word', () => {
  for (const kind of ['workspace', 'directory'] as const) expect(bundled[kind]).toEqual(readMigrations(kind))
})
