import { expect, test } from 'vitest'
import { scopeFor } from '../../src/http/workspace/access.ts'
import { createWorkspaceApp } from '../../src/http/workspace/app.ts'
import { makeCompany } from './company.ts'

const roles = ['owner', 'producer', 'marketer', 'sales', 'partner'] as const
const everybody = 'owner producer marketer sales partner'

/** Who may do what: one call for each thing that a role may or may not do. */
const table: [what: string, call: string, who: string][] = [
  ['look at rankings', 'GET /webinars/w_none/ranking', everybody],
  ['look at people', 'GET /people', everybody],
  ['see who is in the team', 'GET /members', everybody],
  ['see how sources do', 'GET /sources', everybody],
  ['say of which kind a webinar is', 'PATCH /webinars/w_none', 'owner producer marketer'],
  ['bring in activities', 'POST /activities', 'owner producer marketer'],
  ['repair who is who', 'POST /people/p_none/merge', 'owner producer marketer'],
  ['export a ranking', 'GET /webinars/w_none/ranking.csv', 'owner producer marketer'],
  ['export a workbook', 'GET /webinars/w_none/ranking.xlsx', 'owner producer marketer'],
  ['export no-shows', 'GET /webinars/w_none/no-shows.csv', 'owner producer marketer'],
  ['export questions', 'GET /webinars/w_none/questions.csv', 'owner producer marketer'],
  ['send a list regularly', 'POST /schedules', 'owner producer marketer'],
  ['see what is sent regularly', 'GET /schedules', 'owner producer marketer'],
  ['export a reconciliation', 'GET /webinars/w_none/reconciliation.csv', 'owner producer marketer'],
  ['work on the formula', 'DELETE /model/draft', 'owner marketer sales'],
  ['go back to a version', 'POST /model/rollback', 'owner'],
  ['add a source', 'POST /sources', 'owner'],
  ['change the team', 'POST /members', 'owner'],
  ['see API keys', 'GET /api-keys', 'owner'],
  ['make an API key', 'POST /api-keys', 'owner'],
  ['read the log', 'GET /audit', 'owner'],
  ['export the log', 'GET /audit.csv', 'owner'],
]

test.each(table)('who may %s: %s: %s', async (_, call, who) => {
  const app = createWorkspaceApp(makeCompany('kiwi0000').ws, () => {})
  const [method, path] = call.split(' ') as [string, string]
  const may: string[] = []
  for (const role of roles) {
    const headers = { 'ripen-caller': role, 'content-type': 'application/json' }
    const body = method === 'GET' ? null : '{}'
    const answer = await app.fetch(new Request(`http://ripen.localhost/api/v1${path}`, { method, headers, body }))
    if (answer.status !== 403) may.push(role)
  }
  expect(may.join(' ')).toBe(who)
})

test.each([
  ['POST /alerts/a1/take', 'act'],
  ['GET /alerts', 'read'],
  ['PUT /alert-rules/r1', 'alerts'],
  ['POST /channels', 'alerts'],
  ['POST /segments', 'export'],
  ['GET /segments/g1/people.csv', 'export'],
  ['GET /segments', 'read'],
  ['HEAD /audit.csv', 'manage'],
  ['GET /auditors', 'read'],
])('%s needs the right %s', (call, scope) => {
  const [method, path] = call.split(' ') as [string, string]
  expect(scopeFor(method, `/api/v1${path}`)).toBe(scope)
})
