// How long it takes to score everybody under a new version of the model: people with six facts each.
// Run: node launch.mjs node test/bench/rescore.ts [people]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Statement } from '../../src/domain/statement.ts'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { drain } from '../../src/workspace/drain.ts'
import { ingest } from '../../src/workspace/ingest.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { rescore } from '../../src/workspace/rescore.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { bound, ended, joined, left, registered, scheduled, start, started, visited, zoom } from '../workspace/told.ts'

const people = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'ripen-bench-'))
const db = openSqlite(join(folder, 'rescore.db'))
const now = start + 24 * 3_600_000
const ws = openWorkspace(db, {
  id: 'bench000',
  now: () => now,
  secret: new Uint8Array(32),
  migrations: readMigrations('workspace'),
})
createWorkspace(ws, { slug: 'bench', observes: ['mail'] })

function history(person: number): Statement[] {
  const email = `dana.levi${(person * 7919) % people}@kiwi${person % 997}.example`
  const [from, to] = [(person * 31) % 50, 50 + ((person * 17) % 20)]
  const opened = {
    ...visited(`m${person}`, 100, { email }),
    type: 'email.opened',
    data: { messageId: `m${person}` },
  } as Statement
  return [
    registered(`R${person}`, email, { firstName: 'Dana', lastName: `Levi ${person}`, company: `Kiwi ${person % 997}` }),
    ...[joined(`${person}`, from, zoom(`R${person}`)), left(`${person}`, to, zoom(`R${person}`))],
    ...bound(`${person}`, `p${person}`).slice(0, person % 50 === 0 ? 1 : 0),
    {
      ...joined(`${person}`, 30, zoom(`R${person}`)),
      id: `poll/${person}`,
      type: 'poll.answered',
      data: { poll: 'Ripe?', answer: 'Yes' },
    },
    ...[visited(`v${person}`, 90, { email }, person % 300), opened],
  ]
}

const rate = (ms: number) => `${Math.round((people / ms) * 1000)} people/s, ${(ms / 1000).toFixed(1)} s`
let begin = performance.now()
ws.transaction(() => ingest(ws, [scheduled(), started(), ended()], now))
for (let from = 0; from < people; from += 500)
  ws.transaction(() => {
    for (let person = from; person < from + 500; person++) ingest(ws, history(person), now)
  })
console.log(`ingested: ${rate(performance.now() - begin)}`)
for (const what of ['first cards', 'new version', 'nothing changed']) {
  begin = performance.now()
  if (what === 'new version') publishModel(ws, currentModel(ws).model)
  if (what === 'nothing changed') rescore(ws)
  else while (drain(ws, 1_000).remaining > 0);
  console.log(`${what}: ${rate(performance.now() - begin)}`)
}
begin = performance.now()
const rows = db.prepare('SELECT * FROM fact').all().length
console.log(`one pass over ${rows} facts: ${((performance.now() - begin) / 1000).toFixed(2)} s`)
const bytes = db
  .prepare<{ name: string; bytes: number }>(
    'SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 12',
  )
  .all()
for (const { name, bytes: size } of bytes)
  console.log(`${(size / people).toFixed(0).padStart(6)} bytes a person  ${name}`)
db.close()
rmSync(folder, { recursive: true })
