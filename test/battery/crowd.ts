import { drain } from '../../src/workspace/drain.ts'
import { ingest } from '../../src/workspace/ingest.ts'
import { rescore } from '../../src/workspace/rescore.ts'
import { webinars as list } from '../../src/workspace/webinars.ts'
import { storeNew } from '../bench/bulk.ts'
import { companyOf, history, webinars } from '../bench/company.ts'
import { openStored } from './shown.ts'

/** Stores so many people who all were in one great webinar, and scores them; no server may have the data. The webinar's id. */
export function fillWithCrowd(data: string, database: string, people: number): string {
  const company = companyOf(people)
  const now = Date.now()
  const { ws, close } = openStored(data, database, now)
  ws.transaction(() => ingest(ws, webinars(company), now))
  while (drain(ws, 1_000).remaining > 0);
  ws.transaction(() => {
    for (let person = 0; person < people; person++) storeNew(ws, history(company, person), now)
  })
  rescore(ws)
  const { id } = list(ws).items.toSorted((a, b) => b.attendees - a.attendees)[0]!
  close()
  return id
}
