import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { factsByPerson, limits, type PeerResult, type PeerTask, points, types } from './task.ts'

/** As much of the package as is used; it is not there when types are checked. */
interface DuckDb {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> }
}

interface Connection {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>
}

const packageName = '@duckdb/node-api'

/** The simple sum of points as one statement of DuckDB over its own copy of the table; making the copy is not timed. */
export async function run({ database, folder, most }: PeerTask): Promise<PeerResult> {
  const { DuckDBInstance } = (await import(packageName)) as DuckDb
  const text = join(folder, 'facts.tsv')
  await pipeline(Readable.from(lines(database)), createWriteStream(text))
  const db = await (await DuckDBInstance.create(join(folder, 'facts.duckdb'))).connect()
  await db.run(`CREATE TABLE fact AS SELECT * FROM read_csv('${text.replaceAll("'", "''")}', header = false, delim = '\\t',
    quote = '', escape = '', columns = {person: 'BIGINT', type: 'INTEGER', time: 'BIGINT', data: 'VARCHAR'})`)
  const begin = performance.now()
  await db.run(statement)
  const seconds = (performance.now() - begin) / 1000
  const [first] = (
    await db.runAndReadAll(`SELECT count(*), (SELECT sum(points) FROM
    (SELECT points FROM score ORDER BY person LIMIT ${most})) FROM score`)
  ).getRows()
  return { people: Number(first![0]), points: Number(first![1]), seconds }
}

const statement = `CREATE TABLE score AS
  SELECT person, points, rank() OVER (ORDER BY points DESC, person) AS rank FROM (
    SELECT person,
      CASE WHEN room >= ${limits.whole} THEN ${points.whole} WHEN room >= ${limits.part} THEN ${points.part}
        WHEN room > 0 THEN ${points.brief} ELSE 0 END
      + CASE WHEN polls > 0 THEN ${points.poll} ELSE 0 END
      + CASE WHEN visit >= ${limits.longVisit} THEN ${points.longVisit} ELSE 0 END
      + CASE WHEN mails > 0 THEN ${points.mail} ELSE 0 END AS points
    FROM (
      SELECT person,
        (max(time) FILTER (type = ${types.left}) - min(time) FILTER (type = ${types.joined})) / 1000 AS room,
        count(*) FILTER (type = ${types.poll}) AS polls,
        max((data->>'seconds')::INTEGER) FILTER (type = ${types.visit}) AS visit,
        count(*) FILTER (type = ${types.mail}) AS mails
      FROM fact GROUP BY person))`

function* lines(database: string): Generator<string> {
  let piece = ''
  for (const { person, type, time, data } of factsByPerson(database)) {
    piece += `${person}\t${type}\t${time}\t${data ?? '{}'}\n`
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  yield piece
}
