// Fills the company of the bench by the bulk path and scores everybody, as a process of its own.
import { setImmediate } from 'node:timers/promises'
import { ingest } from '../../src/workspace/ingest.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { storeNew } from './bulk.ts'
import { type Company, history, more, webinars } from './company.ts'
import { type BenchData, drainAll, openData } from './data.ts'
import { progress } from './progress.ts'

export interface Fill {
  data: BenchData
  company: Company
  what: 'history' | 'more'
}

const atOnce = 5_000

/** How long it took. */
export async function run({ data, company, what }: Fill): Promise<{ seconds: number }> {
  const { ws, close } = openData(data)
  // The first commit proves a full wait for the disk. Those of the filling need not wait, for nobody relies on them.
  ws.transaction(() => {})
  ws.db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -524288')
  const said = { history, more }[what]
  const facts = said(company, 0).length
  const now = Date.now()
  if (what === 'history') ws.transaction(() => ingest(ws, webinars(company), now))
  await drainAll(ws, 'filling')
  for (let from = 0; from < company.people; from += atOnce) {
    const to = Math.min(from + atOnce, company.people)
    ws.transaction(() => {
      for (let person = from; person < to; person++) storeNew(ws, said(company, person), now)
    })
    const quarters = Math.floor((to / company.people) * 4)
    progress(`filling: ${facts} facts each of ${company.people.toLocaleString('en')} people, ${quarters * 25} %`)
    await setImmediate()
  }
  progress('filling: scoring everybody')
  publishModel(ws, currentModel(ws).model)
  await drainAll(ws, 'filling')
  ws.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
  const soon = ws.db.prepare<{ at: number | null }>('SELECT min(changes_at) AS at FROM card').get()!.at
  if (soon !== null && soon < now + 3_600_000) progress('filling: some of the people change within the hour')
  close()
  return { seconds: (Date.now() - now) / 1000 }
}
