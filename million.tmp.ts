import { readMigrations } from './src/hosts/node/migrations.ts'
import { openSqlite } from './src/hosts/node/sqlite.ts'
import { keyId } from './src/store/fact-id.ts'
import { createWorkspace } from './src/workspace/create-workspace.ts'
import { openWorkspace } from './src/workspace/workspace.ts'
import { existsSync, mkdirSync } from 'node:fs'
import { currentVersion } from './src/workspace/live-models.ts'
import { peoplePageInSteps } from './src/workspace/people/page.ts'
import { segmentsInSteps } from './src/workspace/segments.ts'
import { readPeopleFilters } from './src/workspace/people/filters.ts'
import { atOnce } from './src/workspace/in-steps.ts'
import { inSteps } from './src/workspace/in-steps.ts'
import { exportPeopleInSteps } from './src/workspace/export/listed.ts'
import { peopleCsv } from './src/http/workspace/export/people-files.ts'
mkdirSync('/tmp/seg-million', { recursive: true })
const file = '/tmp/seg-million/ws.sqlite'
const fresh = !existsSync(file)
const db = openSqlite(file)
const now = Date.UTC(2026, 5, 1)
const ws = openWorkspace(db, { id: 'acme0000', now: () => now, secret: new Uint8Array(32), migrations: readMigrations('workspace') })
if (fresh) {
  createWorkspace(ws, { slug: 'acme', timezone: 'Asia/Jerusalem', weekend: 'fri-sat' })
  const model = currentVersion(ws)
  db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -400000')
  const k = db.prepare('INSERT INTO person_key (number, id, text, person) VALUES (?, ?, ?, ?)')
  const c = db.prepare('INSERT INTO card (model, person, score, stage, grade, temperature, velocity, surge, changes_at, email, name, company, job_title, search, last_at, no_mail, score_down) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)')
  const t = performance.now()
  for (let from = 1; from <= 1_000_000; from += 20_000)
    ws.transaction(() => {
      for (let n = from; n < from + 20_000; n++) {
        const r = ((n * 2654435761) >>> 0) / 2 ** 32
        const score = r < 0.5 ? 5 : r < 0.8 ? 12 : Math.round(r * 100)
        const email = r > 0.03 ? `person${(n * 7919) % 1_000_000}@kiwi${n % 9973}.example` : ''
        k.run(n, keyId(`u:${n}`), `u:${n}`, n)
        c.run(model, n, score, score > 90 ? 3 : score > 60 ? 2 : 0, null, score > 90 ? 2 : score > 40 ? 1 : 0, 0, 0, null, email, `Dana Levi ${n}`, `Kiwi ${n % 9973}`, 'CTO', `dana levi ${n}\nkiwi ${n % 9973}`, now - (n % 400) * 86_400_000, n % 50 === 0 ? 1 : 0, 0 - score)
      }
    })
  console.log('fill', (performance.now() - t) / 1000)
}
const med = (f: () => unknown, n = 15) => { const all = []; for (let i = 0; i < n; i++) { const b = performance.now(); f(); all.push(performance.now() - b) } all.sort((a, b) => a - b); return `${all[Math.floor(n / 2)]!.toFixed(2)} ms (max ${all.at(-1)!.toFixed(1)})` }
for (const q of [{}, { temperature: 'hot' }, { temperature: 'hot', activeWithinDays: '90' }, { stage: 'registrant' }, { q: 'dana levi 99' }, { domain: 'kiwi77.example' }, { company: 'kiwi 77' }, { minScore: '50', maxScore: '60' }, { grade: 'A' }, { mail: 'unwanted' }, { q: 'nobody is so' }]) {
  const n = Object.keys(q).some((k) => ['domain', 'company', 'grade', 'q'].includes(k)) ? 3 : 15
  let p: any
  console.log(JSON.stringify(q), med(() => { p = atOnce(peoplePageInSteps(ws, readPeopleFilters(q), { limit: 50 })) }, n), 'matching', p.matching, p.items.length)
}

console.log('segments', med(() => atOnce(segmentsInSteps(ws)), 3))
{ const steps = segmentsInSteps(ws); let worst = 0; for (;;) { const b = performance.now(); const { done } = steps.next(); worst = Math.max(worst, performance.now() - b); if (done) break } console.log('longest step of it', worst.toFixed(1)) }
{ const t = performance.now(); const c: any = { env: { ws }, req: { method: 'GET', header: () => undefined } }; const before = process.memoryUsage.rss(); let peak = 0, bytes = 0, first = 0
  const r = await peopleCsv(c, { filters: {} }, { profile: undefined, segment: null }); for await (const piece of r.body!) { first ||= performance.now() - t; bytes += piece.byteLength; peak = Math.max(peak, process.memoryUsage.rss() - before) } console.log('csv of 1M', ((performance.now() - t) / 1000).toFixed(1), 's, first byte', first.toFixed(0), 'ms,', (bytes / 1e6).toFixed(0), 'MB, memory grown', (peak / 1e6).toFixed(0), 'MB') }
console.log(db.prepare("SELECT name, sum(pgsize) / 1e6 AS mb FROM dbstat WHERE name LIKE 'card%' OR name LIKE 'sqlite_autoindex_card%' GROUP BY name").all())
