import type { Db, Value } from './db.ts'

/** A Durable Object binds no more to one statement. */
const mostParameters = 100

export interface TableToWrite {
  table: string
  key: readonly string[]
  /** What is overwritten where the key is there already. */
  rest: readonly string[]
  /** How a column's value is bound, where it is not as it is. */
  bound?: Readonly<Record<string, string>>
}

/** A function that writes rows, given as one list of values. Several go in one call, for a call costs as much as half a row. */
export function rowWriter({ table, key, rest, bound = {} }: TableToWrite): (db: Db, values: readonly Value[]) => void {
  const columns = [...key, ...rest]
  const row = `(${columns.map((column) => bound[column] ?? '?')})`
  const textFor = (rows: number) => `INSERT INTO ${table} (${columns}) VALUES ${Array(rows).fill(row)}
    ON CONFLICT (${key}) DO UPDATE SET ${rest.map((column) => `${column} = excluded.${column}`)}`
  const most = Math.floor(mostParameters / columns.length)
  const [one, many] = [textFor(1), textFor(most)]
  return (db, values) => {
    for (let at = 0; at < values.length; ) {
      const rows = values.length - at >= most * columns.length ? most : 1
      const end = at + rows * columns.length
      db.prepare(rows === most ? many : one).run(...values.slice(at, end))
      at = end
    }
  }
}
