import { basename } from 'node:path'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { readSecret } from '../../src/hosts/node/secret.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { insertDelivery } from '../../src/store/deliveries.ts'
import { addSource } from '../../src/workspace/add-source.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { drain } from '../../src/workspace/drain.ts'
import { rescore } from '../../src/workspace/rescore.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'

export interface Opened {
  ws: Workspace
  close(): void
}

/** A workspace's database with the product's own code and a clock that stands; no server may have it. */
export function openStored(data: string, path: string, now: number): Opened {
  const db = openSqlite(path)
  try {
    const ws = openWorkspace(db, {
      id: basename(path, '.db'),
      now: () => now,
      secret: readSecret(data, undefined),
      migrations: readMigrations('workspace'),
    })
    return { ws, close: () => db.close() }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Rows in which what is shown differs: as it is stored, scored once more, and made anew from the deliveries. */
export function differences({ ws }: Opened): { rescored: number; anew: number } {
  drainAll(ws)
  const shown = shownBy(ws)
  rescore(ws)
  const rescored = different(shown, shownBy(ws))
  return { rescored, anew: different([...shown, ...factsOf(ws)], anew(ws)) }
}

/** The same without making anew, for where it is asked many times; and one of the rows, as it was and as it is then. */
export function rescoredDifferences(ws: Workspace): { rows: number; example: string } {
  drainAll(ws)
  const [shown, moment] = [shownBy(ws), new Date(ws.now()).toISOString()]
  rescore(ws)
  const then = shownBy(ws)
  const [before, after] = [new Set(shown), new Set(then)]
  const [was, is] = [shown.find((row) => !after.has(row)), then.find((row) => !before.has(row))]
  return { rows: different(shown, then), example: `${moment}: ${was} became ${is}` }
}

/** What a workspace shows that got the same deliveries, each once, one after the other. */
function anew(from: Workspace): string[] {
  const db = openSqlite(':memory:')
  const ws = openWorkspace(db, {
    id: from.id,
    now: from.now,
    secret: new Uint8Array(32),
    migrations: readMigrations('workspace'),
  })
  createWorkspace(ws, { slug: 'kiwi', timezone: 'Asia/Jerusalem' })
  addSource(ws, { platform: 'zoom' })
  for (let last = 0, rows = arrivalsAfter(from, last); rows.length > 0; rows = arrivalsAfter(from, last)) {
    last = rows.at(-1)!.number
    ws.transaction(() => {
      for (const { body, receivedAt } of rows) insertDelivery(ws.db, { source: 1, body, receivedAt, late: false })
    })
  }
  drainAll(ws)
  const shown = [...shownBy(ws), ...factsOf(ws)]
  db.close()
  return shown
}

interface Arrival {
  number: number
  body: Uint8Array
  receivedAt: number
}

function arrivalsAfter({ db }: Workspace, last: number): Arrival[] {
  return db
    .prepare<Arrival>(
      `SELECT number, body, received_at AS receivedAt FROM delivery
       WHERE number > ? AND outcome <> 'duplicate' ORDER BY number LIMIT 2000`,
    )
    .all(last)
}

export function drainAll(ws: Workspace): void {
  while (drain(ws, 1_000).remaining > 0);
}

/** Cards, standings, places and the list, by ids and not by the numbers of rows. */
function shownBy({ db }: Workspace): string[] {
  return ['card', 'standing', 'place', 'listing'].flatMap((table) => {
    const webinar = table === 'card' || table === 'listing' ? '' : 'JOIN webinar w ON w.number = t.webinar'
    const sql = `SELECT k.text AS who, ${webinar ? 'w.id' : "''"} AS "where", t.* FROM ${table} t
      JOIN person_key k ON k.number = t.person ${webinar}`
    return linesOf(table, db.prepare(sql).all(), ['person', 'webinar'])
  })
}

function factsOf({ db }: Workspace): string[] {
  const sql = `SELECT k.text AS who, n.platform_id, n.name AS named, f.* FROM fact f
    LEFT JOIN person_key o ON o.number = f.key LEFT JOIN person_key k ON k.number = o.person
    LEFT JOIN webinar_name n ON n.number = f.name`
  return linesOf('fact', db.prepare(sql).all(), ['number', 'key', 'name'])
}

function linesOf(table: string, rows: readonly Record<string, unknown>[], without: readonly string[]): string[] {
  const texts = rows.map((row) => {
    for (const column of without) delete row[column]
    const values = Object.values(row).map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    )
    return `${table} ${JSON.stringify(values)}`
  })
  return texts.sort()
}

function different(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const line of one) counts.set(line, (counts.get(line) ?? 0) + 1)
  for (const line of other) counts.set(line, (counts.get(line) ?? 0) - 1)
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0)
}
