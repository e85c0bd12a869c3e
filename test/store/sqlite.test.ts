import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Refused } from '../../src/domain/refusal.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'ripen-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a file is opened so that a commit waits for the disk', () => {
  const db = openSqlite(join(folder, 'pragmas.db'))
  db.transaction(() => db.exec('CREATE TABLE t (x INTEGER) STRICT'))
  const value = (name: string) => Object.values(db.prepare<Record<string, unknown>>(`PRAGMA ${name}`).get()!)[0]
  const found = Object.fromEntries(
    ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'journal_size_limit'].map((name) => [
      name,
      value(name),
    ]),
  )
  expect(found).toEqual({
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    journal_size_limit: 67_108_864,
  })
  db.close()
})

test('a transaction that does not wait for the disk is noticed at the first commit', () => {
  const db = openSqlite(join(folder, 'careless.db'))
  db.exec('PRAGMA synchronous = NORMAL')
  expect(() => db.transaction(() => db.exec('CREATE TABLE t (x INTEGER) STRICT'))).toThrow('does not wait for the disk')
  db.close()
})

test('a relaxed transaction does not wait for the disk, the next ordinary one does', () => {
  const db = openSqlite(join(folder, 'relaxed.db'))
  const waits = () => db.prepare<{ synchronous: number }>('PRAGMA synchronous').get()!.synchronous
  expect(db.relaxed(waits)).toBe(1)
  expect(db.transaction(waits)).toBe(2)
  expect(db.transaction(() => db.relaxed(waits))).toBe(2)
  const fail = () => {
    throw new Error('bad job')
  }
  expect(() => db.relaxed(fail)).toThrow('bad job')
  expect(waits()).toBe(2)
  db.close()
})

test('a transaction within another is undone alone', () => {
  const db = openSqlite(':memory:')
  db.exec('CREATE TABLE t (x INTEGER) STRICT')
  const insert = (x: number) => db.prepare('INSERT INTO t (x) VALUES (?)').run(x)
  db.transaction(() => {
    insert(1)
    expect(() =>
      db.transaction(() => {
        insert(2)
        throw new Error('bad job')
      }),
    ).toThrow('bad job')
    insert(3)
  })
  expect(db.prepare('SELECT x FROM t ORDER BY x').all()).toEqual([{ x: 1 }, { x: 3 }])
  db.close()
})

test('a full disk is refused as unavailable, and the database goes on afterwards', () => {
  const db = openSqlite(join(folder, 'full.db'))
  db.exec('CREATE TABLE t (x BLOB) STRICT')
  const pages = Object.values(db.prepare<Record<string, number>>('PRAGMA page_count').get()!)[0]!
  db.exec(`PRAGMA max_page_count = ${pages + 2}`)
  const fill = () => db.transaction(() => db.prepare('INSERT INTO t (x) VALUES (?)').run(new Uint8Array(100_000)))
  expect(fill).toThrow(Refused)
  expect(fill).toThrow('cannot store anything now')
  db.exec('PRAGMA max_page_count = 1000000')
  fill()
  expect(db.prepare('SELECT count(*) AS rows FROM t').get()).toEqual({ rows: 1 })
  db.close()
})

test('a promise is no transaction', () => {
  const db = openSqlite(':memory:')
  expect(() => db.transaction(async () => 1)).toThrow('promise')
  db.close()
})
