// How fast signed webhooks are verified, stored and scored: joins of many people, 100 to a commit, scored in between.
// Run: node launch.mjs node test/bench/intake.ts [people]
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { addSource } from '../../src/workspace/add-source.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { backlog, drain } from '../../src/workspace/drain.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { receiveZoom } from '../../src/workspace/receive-zoom.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { webhook } from './webhooks.ts'

const people = Number(process.argv[2] ?? 50_000)
const perCommit = 100
const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'))
const db = openSqlite(join(folder, 'intake.db'))
const now = Date.UTC(2026, 4, 12, 14, 20)
const migrations = readMigrations('workspace')
const ws = openWorkspace(db, {
  id: 'bench000',
  now: () => now,
  secret: new Uint8Array(32),
  migrations,
  soon: setImmediate,
})
createWorkspace(ws, { slug: 'bench' })
const secret = 'zoom-secret'
const key = addSource(ws, { platform: 'zoom', secret }).path.split('/').at(-1)!
const timestamp = String(now / 1000)
const deliveries = Array.from({ length: people }, (_, person) => {
  const body = webhook('joined', person)
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')
  return { body, headers: new Headers({ 'x-zm-request-timestamp': timestamp, 'x-zm-signature': `v0=${digest}` }) }
})

let stored = 0
let scored = 0
const begin = performance.now()
for (let from = 0; from < people; from += perCommit) {
  const before = performance.now()
  const group = deliveries.slice(from, from + perCommit)
  await Promise.all(group.map(({ headers, body }) => receiveZoom(ws, key, headers, body)))
  const middle = performance.now()
  while (drain(ws, 20).remaining > 0);
  stored += middle - before
  scored += performance.now() - middle
}
const all = performance.now() - begin
const rate = (ms: number) => `${Math.round((people / ms) * 1000)}/s`
console.log(
  `${people} joins: ${rate(all)} stored and scored; stored ${rate(stored)}, scored ${rate(scored)}; backlog ${backlog(ws)}`,
)

publishModel(ws, currentModel(ws).model)
const again = performance.now()
while (drain(ws, 200).remaining > 0);
console.log(`a new model for all: ${rate(performance.now() - again)}`)
db.close()
rmSync(folder, { recursive: true })
