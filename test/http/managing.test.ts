import { expect, test } from 'vitest'
import { zoomRun } from '../zoom-run.ts'
import { makeCompany, makeHouse } from './company.ts'

async function makeDay() {
  const company = makeCompany('kiwi0000')
  const house = makeHouse(company)
  for (const { body } of zoomRun(20)) expect((await house.hook(company, body)).status).toBe(204)
  company.settle()
  const { items } = await house.get<{ items: { id: string; mqls: number }[] }>(company, '/webinars')
  return { company, house, webinar: items[0]! }
}

test('one webinar is found by its id, with its counts', async () => {
  const { company, house, webinar } = await makeDay()
  expect(await house.get(company, `/webinars/${webinar.id}`)).toEqual(webinar)
  expect((await house.send(company, 'PATCH', '/webinars/w_none', { kind: 'demo' })).status).toBe(404)
})

test('a changed kind is in the counts of the answer, in whatever way it is typed', async () => {
  const { company, house, webinar } = await makeDay()
  const patched = await house.send(company, 'PATCH', `/webinars/${webinar.id}`, { kind: ' Demo ' })
  expect(patched.status).toBe(200)
  const now = (await patched.json()) as { kind: string; mqls: number }
  expect(now.kind).toBe('demo')
  expect(now.mqls).toBeGreaterThan(webinar.mqls)
  expect(await house.get(company, `/webinars/${webinar.id}`)).toEqual(now)
})

test('what GET answers of the model can be edited and sent back as it is', async () => {
  const { company, house } = await makeDay()
  const got = await house.get<{ version: number; model: { followUpDays: number } }>(company, '/model')
  got.model.followUpDays = 14
  const published = await house.send(company, 'POST', '/model/publish', got)
  expect(await published.json()).toEqual({ version: got.version + 1 })
  company.settle()
  expect(await house.get(company, '/model')).toMatchObject({ version: 2, model: { followUpDays: 14 } })
})

test('a rule that refers to none of the model is refused by its place', async () => {
  const { company, house } = await makeDay()
  const { model } = await house.get<{ model: { rules: { notBeside?: string }[] } }>(company, '/model')
  for (const rule of model.rules) if (rule.notBeside) rule.notBeside = 'gone'
  const answer = await house.send(company, 'POST', '/model/publish', model)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('notBeside') })
})

test('the address of a source can be looked up again, its secret cannot', async () => {
  const { company, house } = await makeDay()
  const listed = await house.get(company, '/sources')
  expect(listed).toMatchObject({
    items: [
      {
        id: company.source,
        platform: 'zoom',
        path: company.hook,
        hasSecret: true,
        badSignatures: 0,
        validatedAt: null,
        lastDeliveryAt: '2026-04-20T00:00:00.000Z',
        deliveries: expect.any(Number),
        createdAt: '2026-04-20T00:00:00.000Z',
        api: null,
      },
    ],
  })
  expect(JSON.stringify(listed)).not.toMatch(/zoom-secret|"secret"/)
})
