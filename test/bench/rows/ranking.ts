import type Database from 'better-sqlite3'
import { type RankingPage, type RankingQuery, ranking } from '../../../src/workspace/ranking.ts'
import { readCursor } from '../../../src/workspace/ranking-cursor.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { openBare } from '../bare-table.ts'
import type { Context } from '../context.ts'
import { openData } from '../data.ts'
import { greatWebinar } from '../great-webinar.ts'
import { profiled } from '../profile.ts'
import { progress } from '../progress.ts'
import { atMost, median, quantile, type Row, rowOf, short } from '../row.ts'

const calls = 500
const places = 100
const orders = {
  webinar: { index: 'sqlite_autoindex_place_1', columns: ['points_down', 'score_down', 'email', 'id'] },
  score: { index: 'place_by_score', columns: ['score_down', 'points_down', 'email', 'id'] },
} as const

type Order = keyof typeof orders

/** Pages of a great webinar's ranking, the first and deep ones, in both orders, each beside the bare SELECT of its rows. */
export async function run({ filled, profile }: Context): Promise<Row[]> {
  const { ws, close } = openData(filled)
  const bare = openBare(filled.database)
  const rows: Row[] = []
  for (const order of ['webinar', 'score'] as const)
    for (const depth of ['first', 'deep'] as const) {
      progress(`ranking: ${depth} pages by ${order}`)
      rows.push(await pages(ws, bare, order, depth, profile))
    }
  bare.close()
  close()
  return rows
}

async function pages(
  ws: Workspace,
  bare: Database.Database,
  order: Order,
  depth: 'first' | 'deep',
  profile: boolean,
): Promise<Row> {
  const webinar = greatWebinar(ws)
  const cursors = depth === 'first' ? [undefined] : cursorsOf(ws, webinar.id, order, webinar.attendees)
  const queries = cursors.map((cursor): RankingQuery => ({ sort: order, limit: 50, cursor }))
  const verb = (query: RankingQuery) => ranking(ws, webinar.id, query)
  const select = bareSelect(bare, order, depth, [webinar.model, webinar.number])
  for (const query of queries) compare(verb(query), select(query))
  const times = { ripen: [] as number[], bare: [] as number[] }
  const { costs } = await profiled(profile, () => {
    for (let call = 0; call < calls; call++) {
      const query = queries[call % queries.length]!
      const steps = [
        () => times.ripen.push(timeOf(() => verb(query))),
        () => times.bare.push(timeOf(() => select(query))),
      ]
      for (const step of call % 2 ? steps : steps.reverse()) step()
    }
  })
  const [value, baseline] = [median(times.ripen), median(times.bare)]
  const [p99, bareP99] = [quantile(times.ripen, 0.99), quantile(times.bare, 0.99)]
  return rowOf({
    name: `ranking-${order}-${depth}`,
    what:
      `${depth === 'first' ? 'the first page' : `${queries.length} deep pages by cursor`} of a ranking of ` +
      `${webinar.attendees.toLocaleString('en')} attendees by ${order === 'webinar' ? 'webinar points' : 'score'}, 50 rows`,
    against: 'the bare indexed SELECT of the same rows',
    value,
    unit: 'ms',
    baseline,
    goal: 2,
    goalOf: 'ratio',
    goalIs: 'most',
    must: [atMost('p99 ms', p99, 10)],
    note: `Medians of ${calls} calls, one by one beside the other. p99 ${short(p99)} ms, bare ${short(bareP99)} ms.`,
    ...(costs && { costs }),
  })
}

/** Cursors evenly over the whole ranking. */
function cursorsOf(ws: Workspace, id: string, sort: Order, attendees: number): string[] {
  const far = Math.min(Math.floor(attendees * 0.95), attendees - 100)
  return Array.from({ length: places }, (_, at) => {
    const offset = Math.floor((far * (at + 1)) / places)
    return ranking(ws, id, { sort, limit: 1, offset }).nextCursor!
  })
}

/** What SQLite alone takes for the same rows with the same columns. One more row, as to know whether there are more. */
function bareSelect(db: Database.Database, order: Order, depth: 'first' | 'deep', of: number[]) {
  const { index, columns } = orders[order]
  const ordered = columns.map((column) => `p.${column}`).join(', ')
  const statement = db.prepare<unknown[], { email: string }>(
    `SELECT p.points_down, p.score_down, p.email, p.id, p.person, p.stage, p.temperature,
       s.in_room, s.questions, s.poll_answers, s.detail, c.grade, c.velocity, c.name, c.company, c.job_title
     FROM place p INDEXED BY ${index}
     CROSS JOIN standing s ON s.model = p.model AND s.person = p.person AND s.webinar = p.webinar
     CROSS JOIN card c ON c.model = p.model AND c.person = p.person
     WHERE p.model = ? AND p.webinar = ? ${depth === 'deep' ? `AND (${ordered}) > (?, ?, ?, ?)` : ''}
     ORDER BY ${ordered} LIMIT 51`,
  )
  return ({ cursor }: RankingQuery) => {
    const place = cursor ? readCursor(cursor, order) : null
    return statement.all(...of, ...(place ? columns.map((column) => place[column]) : []))
  }
}

function compare(page: RankingPage, rows: { email: string }[]): void {
  const same = page.items.every(({ person }, at) => person.email === rows[at]!.email)
  if (!same || page.items.length !== 50)
    throw new Error('the bare SELECT of the bench finds other rows than the ranking')
}

function timeOf(run: () => unknown): number {
  const begin = performance.now()
  run()
  return performance.now() - begin
}
