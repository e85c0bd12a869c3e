import { expect, test } from 'vitest'
import { receiveActivities } from '../../../src/workspace/receive-activities.ts'
import { drained, explainPerson, makeWorkspace } from '../../workspaces.ts'
import { handedOver, leadsOfTheRealCase } from './leads.ts'

async function vendor() {
  const { ws } = makeWorkspace(handedOver, { template: 'b2b-it' })
  const leads = leadsOfTheRealCase()
  const activities = leads.flatMap((lead) => lead.activities)
  for (let from = 0; from < activities.length; from += 500) {
    const received = await receiveActivities(ws, activities.slice(from, from + 500))
    expect(received.rejected).toEqual([])
  }
  return { ws: drained(ws), leads }
}

test('of 700 inbound leads of a vendor of data security the condition hands exactly the 70 ready ones to sales', async () => {
  const { ws, leads } = await vendor()
  expect(leads).toHaveLength(700)
  const cards = ws.db.prepare<{ email: string; stage: number; temperature: number }>('SELECT * FROM card').all()
  expect(cards).toHaveLength(700)
  const stages = new Map(leads.map(({ email }) => [email, explainPerson(ws, email).scorecard.stage]))
  const handed = leads.filter(({ email }) => stages.get(email) === 'sql').map(({ email }) => email)
  expect(handed).toEqual(leads.filter(({ ready }) => ready).map(({ email }) => email))
  expect(handed).toHaveLength(70)
})

test('why one of them is ready, and what sales says of them, stand beside each other', async () => {
  const { ws } = await vendor()
  const email = 'lead0@firm0.example'
  const { scorecard } = explainPerson(ws, email)
  expect(scorecard.ledger.map(({ rule, points }) => [rule, points])).toEqual([
    ['role_it_decision_maker', 30],
    ['company_large', 30],
    ['site_recent', 10],
    ['site_long', 10],
  ])
  const said = { person: { email }, bant: { budget: true }, feedback: 'Wants an offer until June' }
  const time = new Date(handedOver).toISOString()
  await receiveActivities(ws, { specversion: '1.0', id: '1', source: 'crm', type: 'lead.accepted', time, data: said })
  const shown = explainPerson(drained(ws), email)
  expect(shown.scorecard).toMatchObject({ stage: 'opportunity', score: scorecard.score })
  expect(shown.timeline[0]).toMatchObject({ type: 'lead.accepted', data: { feedback: 'Wants an offer until June' } })
})
