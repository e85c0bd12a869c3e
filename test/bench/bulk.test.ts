import { expect, test } from 'vitest'
import { ingest } from '../../src/workspace/ingest.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { startRescore } from '../../src/workspace/rescore.ts'
import { webinars as shownWebinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { storeNew } from './bulk.ts'
import { companyOf, history, more, webinars } from './company.ts'

const company = companyOf(60)
const now = Date.now()

function filledBy(store: (ws: Workspace, person: number) => void): Workspace {
  const { ws } = makeWorkspace(now)
  ws.transaction(() => {
    ingest(ws, webinars(company), now)
    for (let person = 0; person < company.people; person++) store(ws, person)
  })
  startRescore(ws)
  return drained(ws)
}

function contents(ws: Workspace) {
  const all = (sql: string) => ws.db.prepare(sql).all()
  return {
    facts: all(
      `SELECT hex(f.id), k.text, n.name, f.type, f.time, f.received_after, f.data, f.profile FROM fact f
       LEFT JOIN person_key k ON k.number = f.key LEFT JOIN webinar_name n ON n.number = f.name ORDER BY 1`,
    ),
    people: all(
      'SELECT hex(k.id), k.text, p.text FROM person_key k JOIN person_key p ON p.number = k.person ORDER BY 1',
    ),
    mentions: all(
      `SELECT n.platform_id, n.name, k.text FROM mention m JOIN webinar_name n ON n.number = m.name
       JOIN person_key k ON k.number = m.key ORDER BY 1, 2, 3`,
    ),
    rankings: shownWebinars(ws).items.map(({ id }) => ranking(ws, id, { limit: 500 }).items),
  }
}

test('the fast way to fill the company of the bench stores exactly what the intake would', () => {
  const told = (person: number) => [...history(company, person), ...more(company, person)]
  const slow = contents(filledBy((ws, person) => ingest(ws, told(person), now)))
  const fast = contents(filledBy((ws, person) => storeNew(ws, told(person), now)))
  expect(slow.facts).toHaveLength(33 + 60 * 10)
  expect(slow.rankings[0]).toHaveLength(60)
  expect(fast).toEqual(slow)
})
