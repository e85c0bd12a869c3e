import { expect, test } from 'vitest'
import { openInObject } from './object-storage.ts'

function filled() {
  const db = openInObject()
  db.exec('CREATE TABLE t (x INTEGER, y TEXT) STRICT; CREATE TABLE b (z BLOB) STRICT;')
  db.prepare('INSERT INTO t (x, y) VALUES (?, ?)').run(1, 'kiwi')
  return db
}

test('what an object takes is taken', () => {
  const db = filled()
  expect(db.prepare('SELECT x, y FROM t').all()).toEqual([{ x: 1, y: 'kiwi' }])
  expect(db.prepare("SELECT x FROM t WHERE y LIKE 'K%i'").get()).toEqual({ x: 1 })
  expect(db.prepare("UPDATE t SET y = 'fig' RETURNING x, y").get()).toEqual({ x: 1, y: 'fig' })
})

test('what an object refuses is refused: too much, too long, of another type, transactions and pragmas in SQL', () => {
  const db = filled()
  const many = Array.from({ length: 101 }, (_, at) => at)
  const marks = (count: number) => Array(count).fill('?').join(', ')
  expect(db.prepare(`SELECT x FROM t WHERE x IN (${marks(100)})`).all(...many.slice(1))).toEqual([{ x: 1 }])
  expect(() => db.prepare(`SELECT x FROM t WHERE x IN (${marks(101)})`).all(...many)).toThrow('101 values')
  expect(() => db.prepare(`SELECT ${'1, '.repeat(40_000)} 1`).all()).toThrow('bytes, an object takes')
  const like = db.prepare('SELECT x FROM t WHERE y LIKE ?')
  expect(like.all(`${'k'.repeat(49)}%`)).toEqual([])
  expect(() => like.all(`${'k'.repeat(50)}%`)).toThrow('too complex')
  for (const value of [true, undefined, 1n])
    expect(() => db.prepare('INSERT INTO t (x) VALUES (?)').run(value as never)).toThrow('binds no')
  for (const words of ['BEGIN', 'SAVEPOINT s', 'PRAGMA synchronous = OFF', ' commit'])
    expect(() => db.exec(words)).toThrow('no such statement')
  expect(() => db.prepare('INSERT INTO b (z) VALUES (?)').run(new Uint8Array(2 ** 21 + 1))).toThrow('too big')
})

test('a blob comes back as an ArrayBuffer, and of what `run` did nothing comes back', () => {
  const db = filled()
  db.prepare('INSERT INTO b (z) VALUES (?)').run(new Uint8Array([1, 2]))
  expect(db.prepare<{ z: unknown }>('SELECT z FROM b').get()!.z).toEqual(new Uint8Array([1, 2]).buffer)
  expect(db.prepare('UPDATE t SET y = ?').run('fig')).toBeUndefined()
})

test('a transaction within another is undone alone', () => {
  const db = filled()
  const insert = (x: number) => db.prepare('INSERT INTO t (x) VALUES (?)').run(x)
  const fail = () => {
    insert(3)
    throw new Error('bad job')
  }
  db.transaction(() => {
    insert(2)
    expect(() => db.transaction(fail)).toThrow('bad job')
  })
  expect(() => db.relaxed(fail)).toThrow('bad job')
  expect(db.prepare('SELECT x FROM t ORDER BY x').all()).toEqual([{ x: 1 }, { x: 2 }])
})
