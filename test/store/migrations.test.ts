import { getAuthTables } from 'better-auth/db'
import { expect, test } from 'vitest'
import { Refused } from '../../src/domain/refusal.ts'
import { migrations as bundled } from '../../src/hosts/cloudflare/migrations.ts'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { migrate } from '../../src/store/migrate.ts'

const kinds = ['workspace', 'directory'] as const
type Kind = (typeof kinds)[number]
const migrations = readMigrations('workspace')

interface Column {
  name: string
  type: string
  notNull: boolean
}

function migrated(kind: Kind = 'workspace') {
  const db = openSqlite(':memory:')
  migrate(db, readMigrations(kind), 0)
  return db
}

for (const kind of kinds)
  test(`every table of a ${kind} is STRICT`, () => {
    const tables = migrated(kind)
      .prepare<{ name: string; strict: number }>('SELECT name, strict FROM pragma_table_list')
      .all()
    const lax = tables.filter(({ name, strict }) => strict === 0 && !name.startsWith('sqlite_'))
    expect(lax).toEqual([])
  })

test('the migrations make the tables with which better-auth works exactly as it knows them', () => {
  const db = migrated('directory')
  const types = { string: 'TEXT', date: 'INTEGER', boolean: 'INTEGER' } as Record<string, string>
  const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const tables = Object.values(getAuthTables({}))
  expect(tables.map(({ modelName }) => modelName).toSorted()).toEqual(['account', 'session', 'user', 'verification'])
  for (const { modelName, fields } of tables) {
    const known = Object.entries(fields).map(
      ([field, { type, required }]): Column => ({
        name: snake(field),
        type: types[type as string]!,
        notNull: required !== false,
      }),
    )
    const made = db
      .prepare<{ name: string; type: string; notnull: number }>('SELECT * FROM pragma_table_xinfo(?)')
      .all(modelName)
      .map(({ name, type, notnull }): Column => ({ name, type, notNull: notnull === 1 }))
    const id: Column = { name: 'id', type: 'TEXT', notNull: true }
    const byName = (a: Column, b: Column) => (a.name < b.name ? -1 : 1)
    expect([id, ...known].toSorted(byName), modelName).toEqual(made.toSorted(byName))
  }
})

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
  for (const kind of kinds) expect(bundled[kind]).toEqual(readMigrations(kind))
})
