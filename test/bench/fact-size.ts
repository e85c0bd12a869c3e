// Bytes a fact takes on disk with everything that is stored beside it: 200,000 joins and leaves as Zoom sends them.
// Run: node launch.mjs node test/bench/fact-size.ts
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { readWebhook } from '../../src/sources/zoom/payload.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { ingest } from '../../src/workspace/ingest.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { webhook } from './webhooks.ts'

const people = Number(process.argv[2] ?? 100_000)
const tables = ['fact', 'fact_conflict', 'mention', 'webinar_name', 'bond']
const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'))
const db = openSqlite(join(folder, 'facts.db'))
const now = Date.UTC(2026, 4, 12, 16)
const ws = openWorkspace(db, {
  id: 'bench000',
  now: () => now,
  secret: new Uint8Array(32),
  migrations: readMigrations('workspace'),
})
createWorkspace(ws, { slug: 'bench' })

for (const kind of ['joined', 'left'] as const) {
  for (let from = 0; from < people; from += 1_000) {
    ws.transaction(() => {
      for (let person = from; person < from + 1_000; person++) {
        const reading = readWebhook(webhook(kind, person))
        if (reading.outcome !== 'read') throw new Error(JSON.stringify(reading))
        ingest(ws, reading.statements, now)
      }
    })
  }
}

const sizes = db
  .prepare<{ name: string; bytes: number; table: string }>(
    `SELECT d.name, sum(d.pgsize) AS bytes, s.tbl_name AS "table" FROM dbstat d JOIN sqlite_schema s ON s.name = d.name
     GROUP BY d.name ORDER BY bytes DESC`,
  )
  .all()
const { facts } = db.prepare<{ facts: number }>('SELECT count(*) AS facts FROM fact').get()!
for (const { name, bytes } of sizes.slice(0, 10)) console.log(`${(bytes / facts).toFixed(1).padStart(7)}  ${name}`)
const own = sizes.filter(({ table }) => tables.includes(table)).reduce((sum, { bytes }) => sum + bytes, 0)
console.log(`${(own / facts).toFixed(1)} bytes a fact, ${facts} facts`)
db.close()
rmSync(folder, { recursive: true })
