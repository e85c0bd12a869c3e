import { spawnSync } from 'node:child_process'
import type Database from 'better-sqlite3'
import { callerHeader } from '../../../src/http/caller.ts'
import { createWorkspaceApp } from '../../../src/http/workspace/app.ts'
import { openBare } from '../bare-table.ts'
import type { Context } from '../context.ts'
import { openData } from '../data.ts'
import { greatWebinar } from '../great-webinar.ts'
import { profiled } from '../profile.ts'
import { progress } from '../progress.ts'
import { atLeast, atMost, type Beside, median, type Row, rowOf, short } from '../row.ts'

const rounds = 3
const megabyte = 1024 * 1024

/** The whole ranking as a file, through the app that answers GET ranking.csv, beside rows joined with commas. */
export async function run({ filled, profile }: Context): Promise<Row[]> {
  const { ws, close } = openData(filled)
  const { id, number, model, attendees } = greatWebinar(ws)
  const app = createWorkspaceApp(ws, (error) => {
    throw error
  })
  const download = () =>
    app.fetch(
      new Request(`http://localhost/api/v1/webinars/${id}/ranking.csv`, { headers: { [callerHeader]: 'local' } }),
    )
  const bare = openBare(filled.database)
  const seconds = { ripen: [] as number[], bare: [] as number[] }
  let growth = 0
  let bytes = 0
  progress('export: warming up')
  await readWhole(await download())
  for (let round = 0; round < rounds; round++) {
    seconds.bare.push(joinRows(bare, model, number, attendees))
    const read = await readWhole(await download())
    if (read.lines !== attendees + 1) throw new Error(`the file has ${read.lines} lines for ${attendees} people`)
    seconds.ripen.push(read.seconds)
    growth = Math.max(growth, read.growth)
    bytes = read.bytes
    progress(`export: round ${round + 1} of ${rounds}: ${short(attendees / read.seconds)} rows/s`)
  }
  const { costs } = profile ? await profiled(true, async () => readWhole(await download())) : {}
  bare.close()
  close()
  const [value, baseline] = [attendees / median(seconds.ripen), attendees / median(seconds.bare)]
  return [
    rowOf({
      name: 'export',
      what: `CSV of ${attendees.toLocaleString('en')} people, as GET ranking.csv answers it, read to the end`,
      against: 'better-sqlite3: raw rows of the same stored columns in the same order, joined with commas',
      value,
      unit: 'rows/s',
      baseline,
      goal: 0.5,
      goalOf: 'ratio',
      goalIs: 'least',
      must: [atLeast('ratio', value / baseline, 0.35), atMost('MB of memory grown', growth / megabyte, 64)],
      note: `${short(bytes / megabyte)} MB. Memory of the process grew by ${short(growth / megabyte)} MB at most while it was read.`,
      beside: shell(filled.database, model, number, attendees),
      ...(costs && { costs }),
    }),
  ]
}

async function readWhole(response: Response) {
  if (response.status !== 200) throw new Error(`the export was answered by ${response.status}`)
  const before = process.memoryUsage.rss()
  const begin = performance.now()
  const read = { lines: 0, bytes: 0, growth: 0, seconds: 0 }
  for await (const piece of response.body!) {
    read.bytes += piece.byteLength
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) read.lines++
    read.growth = Math.max(read.growth, process.memoryUsage.rss() - before)
  }
  read.seconds = (performance.now() - begin) / 1000
  return read
}

const columns = `SELECT p.email, c.name, c.company, c.job_title, p.score_down, p.points_down, c.grade, p.stage,
  p.temperature, c.velocity, s.detail, p.id
  FROM place p
  CROSS JOIN standing s ON s.model = p.model AND s.person = p.person AND s.webinar = p.webinar
  CROSS JOIN card c ON c.model = p.model AND c.person = p.person`
const order = 'ORDER BY p.points_down, p.score_down, p.email, p.id'

function joinRows(db: Database.Database, model: number, webinar: number, expected: number): number {
  const select = db
    .prepare<[number, number], unknown[]>(`${columns} WHERE p.model = ? AND p.webinar = ? ${order}`)
    .raw()
  const begin = performance.now()
  let rows = 0
  let length = 0
  for (const row of select.iterate(model, webinar)) {
    length += row.join(',').length
    rows++
  }
  if (rows !== expected || length === 0) throw new Error(`the bare SELECT finds ${rows} rows of ${expected}`)
  return (performance.now() - begin) / 1000
}

/** The same by the sqlite3 shell, where this machine has one that can read the file. */
function shell(database: string, model: number, webinar: number, rows: number): Beside[] {
  const sql = `${columns.replace('p.id', 'hex(p.id)')} WHERE p.model = ${model} AND p.webinar = ${webinar} ${order}`
  const begin = performance.now()
  const { status } = spawnSync('sqlite3', ['-readonly', '-csv', database, sql], {
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  if (status !== 0) return []
  const seconds = (performance.now() - begin) / 1000
  return [
    {
      name: 'sqlite3 -csv',
      value: short(rows / seconds),
      unit: 'rows/s',
      note: 'The same SELECT, output thrown away.',
    },
  ]
}
