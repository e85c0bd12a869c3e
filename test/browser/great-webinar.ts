import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { readSecret } from '../../src/hosts/node/secret.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { drain } from '../../src/workspace/drain.ts'
import { ingest } from '../../src/workspace/ingest.ts'
import { rescore } from '../../src/workspace/rescore.ts'
import { webinars as listed } from '../../src/workspace/webinars.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { storeNew } from '../bench/bulk.ts'
import { companyOf, history, webinars } from '../bench/company.ts'

export const attendees = 100_000

/**
 * Puts a webinar with 100,000 attendees into the only workspace of a data folder, and scores everybody; no server may
 * have the folder. Over HTTP it would take minutes. Returns the webinar's topic.
 */
export function fillGreatWebinar(data: string): string {
  const folder = join(data, 'workspaces')
  const file = readdirSync(folder).find((name) => name.endsWith('.db'))!
  const db = openSqlite(join(folder, file))
  const ws = openWorkspace(db, {
    id: file.replace(/\.db$/, ''),
    now: Date.now,
    secret: readSecret(data, undefined),
    migrations: readMigrations('workspace'),
    soon: setImmediate,
  })
  db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -524288')
  const company = companyOf(attendees)
  ws.transaction(() => {
    ingest(ws, webinars(company).slice(0, 3), ws.now())
    for (let person = 0; person < attendees; person++) storeNew(ws, history(company, person).slice(0, 3), ws.now())
  })
  rescore(ws)
  while (drain(ws, 2_000).remaining > 0);
  const { topic } = listed(ws).items[0]!
  db.close()
  return topic!
}
