import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { migrate } from '../../src/store/migrate.ts'
import { backlog } from '../../src/workspace/drain.ts'
import { momentOf } from '../../src/workspace/moment.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { drained } from '../workspaces.ts'
import { day, start } from './told.ts'

const migrations = readMigrations('workspace')

/** A database as the release of a migration left it, opened by today's. */
function opened(left: string): Workspace {
  const db = openSqlite(':memory:')
  migrate(
    db,
    migrations.filter(({ name }) => name.slice(0, 4) <= left),
    0,
  )
  const rows = readFileSync(new URL(`../fixtures/workspace/${left}.sql`, import.meta.url), 'utf8')
  db.transaction(() => db.exec(`PRAGMA defer_foreign_keys = ON;${rows}`))
  return openWorkspace(db, { id: 'acme0000', now: () => start + day, secret: new Uint8Array(32), migrations })
}

test.each(['0001'])('what the release of migration %s left behind comes out right', (left) => {
  const ws = opened(left)
  expect(backlog(ws)).toBeGreaterThan(0)
  const [webinar] = webinars(drained(ws)).items
  expect(webinar).toMatchObject({ registrants: 8, attendees: 6, noShows: 2 })
  const page = ranking(ws, webinar!.id, {})
  expect(page).toMatchObject({ modelVersion: 2, total: 8 })
  expect(page.items).toEqual(ranking(ws, webinar!.id, { asOf: momentOf(start + day) }).items)
  const sums = ws.db.prepare(
    'SELECT sum(people) AS people, sum(stayed) AS stayed, sum(questions) AS questions, sum(live_ms) AS live FROM webinar_count',
  )
  expect(sums.get()).toEqual({ people: 8, stayed: 2, questions: 1, live: 255 * 60_000 })
})
