import { expect, test } from 'vitest'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { rowWriter } from '../../src/store/write-rows.ts'

const columns = Array.from({ length: 12 }, (_, at) => `c${at}`)
const write = rowWriter({ table: 't', key: ['k', 'l'], rest: columns, bound: { c0: 'upper(?)' } })

function written(...batches: number[][]) {
  const db = openSqlite(':memory:')
  db.exec(
    `CREATE TABLE t (k INTEGER, l INTEGER, ${columns.map((column) => `${column} ANY`)}, PRIMARY KEY (k, l)) STRICT`,
  )
  for (const [batch, keys] of batches.entries()) {
    write(
      db,
      keys.flatMap((key) => [1, key, `row ${key} of ${batch}`, ...columns.slice(1).map((_, at) => key * 100 + at)]),
    )
  }
  const rows = db.prepare<Record<string, unknown>>('SELECT * FROM t ORDER BY k, l').all()
  db.close()
  return rows
}

test('however many rows there are, each is written once and whole', () => {
  const all = Array.from({ length: 31 }, (_, at) => at)
  for (let count = 0; count <= all.length; count++) {
    const rows = written(all.slice(0, count))
    expect(rows.map(({ l, c0, c11 }) => [l, c0, c11])).toEqual(
      all.slice(0, count).map((key) => [key, `ROW ${key} OF 0`, key * 100 + 10]),
    )
  }
})

test('a row whose key is there takes the place of the other', () => {
  const rows = written([1, 2, 3, 4, 5, 6, 7, 8, 9], [2, 3, 4, 5, 6, 7, 8, 9])
  expect(rows.map(({ c0 }) => c0)).toEqual(['ROW 1 OF 0', ...[2, 3, 4, 5, 6, 7, 8, 9].map((key) => `ROW ${key} OF 1`)])
})
