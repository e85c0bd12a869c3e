import { expect, test } from 'vitest'
import { addChannel, demoRunning, guest, type ShownChannel, tellOfJoins } from './demo-running.ts'
import { startServer, temporaryFolder } from './running.ts'
import { openTarget } from './target.ts'

interface Shown {
  items: {
    id: string
    person: { email: string }
    taken: { by: string } | null
    sends: { state: string; tries: number }[]
  }[]
}

/** So long a target may take, ms. How fast it is otherwise is measured by the bench. */
const patience = 10_000

test('a signed join of a demo is a message in Slack and a signed webhook long before a third target that hangs is given up', async () => {
  const target = await openTarget()
  target.answers('/hangs', 'hangs')
  const data = temporaryFolder()
  const server = await startServer(data, target.env)
  const dana = guest('Dana Levi')
  const company = await demoRunning(data, server.address, [dana])
  const hangs = await addChannel(company, 'webhook', target.at('/hangs'), 'hanging')
  const slack = await addChannel(company, 'slack', target.at('/services/T0/B0/xyzxyzxyz'))
  const hook = await addChannel(company, 'webhook', target.at('/hook'))
  await tellOfJoins(company, hangs, slack, hook)
  const begin = Date.now()
  expect(await company.joins(dana)).toBe(204)
  await expect
    .poll(() => target.by('/hook').length + target.by('/services/T0/B0/xyzxyzxyz').length, { timeout: 10_000 })
    .toBe(2)
  expect(Math.max(...target.received.map(({ at }) => at)) - begin).toBeLessThan(patience)

  const [message] = target.by('/services/T0/B0/xyzxyzxyz')
  expect(message!.body).toContain('Dana Levi')
  expect(message!.body).toContain(`${server.address}/w/kiwi/people/`)
  const [event] = target.by('/hook')
  const told = JSON.parse(event!.body) as { type: string; data: { person: { email: string } } }
  expect([told.type, told.data.person.email]).toEqual(['alert.raised', dana.email])
  expect(event!.headers['webhook-id']).toMatch(/^sd_[0-9a-f]{24}$/)

  await company.joins(dana, 1)
  const { items } = await company.call<Shown>('GET', '/alerts?untaken=true')
  expect(items.map(({ person }) => person.email)).toEqual([dana.email])
  await company.call('POST', `/alerts/${items[0]!.id}/take`)
  expect((await company.call<Shown>('GET', '/alerts?untaken=true')).items).toEqual([])
  expect(await company.call('GET', '/alerts/waits')).toMatchObject({ raised: 1, taken: 1, overFiveMinutes: 0 })
  const stop = Date.now()
  expect(await server.end('SIGTERM')).toBe(0)
  expect(Date.now() - stop).toBeLessThan(patience)
})

test('what fails is tried again under the same id, what is refused again and again is switched off, and others hear of it', async () => {
  const target = await openTarget()
  const data = temporaryFolder()
  const server = await startServer(data, target.env)
  const guests = ['Dana Levi', 'Noa Barak', 'Roy Alon', 'Sara Lind'].map(guest)
  const company = await demoRunning(data, server.address, guests)
  const hook = await addChannel(company, 'webhook', target.at('/hook'))
  const slack = await addChannel(company, 'slack', target.at('/services/T0/B0/xyzxyzxyz'))
  target.answers('/hook', { status: 503, text: 'down for a minute' })
  await tellOfJoins(company, hook)
  await company.joins(guests[0]!)
  await expect.poll(() => target.by('/hook').length, { timeout: 10_000 }).toBe(1)
  target.answers('/hook', { status: 204 })
  await expect.poll(() => target.by('/hook').length, { timeout: 15_000 }).toBe(2)
  const ids = target.by('/hook').map(({ headers }) => headers['webhook-id'])
  expect(new Set(ids).size).toBe(1)

  target.answers('/hook', { status: 404, text: 'no_service' })
  for (const each of guests.slice(1)) await company.joins(each)
  const channel = async () =>
    (await company.call<{ items: ShownChannel[] }>('GET', '/channels')).items.find(({ id }) => id === hook.id)!
  await expect.poll(async () => (await channel()).state, { timeout: 10_000 }).toBe('off')
  expect(await channel()).toMatchObject({
    offReason: 'refused',
    last: { answer: expect.stringContaining('no_service') },
  })
  await expect.poll(() => target.by('/services/T0/B0/xyzxyzxyz').length, { timeout: 10_000 }).toBe(1)
  expect(target.by('/services/T0/B0/xyzxyzxyz')[0]!.body).toContain('webhook')

  target.answers('/hook', { status: 204 })
  expect(await company.call('POST', `/channels/${hook.id}/test`)).toMatchObject({ outcome: 'sent' })
  expect((await channel()).state).toBe('on')
  const sends = await company.call<{ items: { id: string; state: string }[] }>('GET', `/channels/${hook.id}/sends`)
  const refused = sends.items.filter(({ state }) => state === 'refused')
  expect(refused).toHaveLength(3)
  const before = target.by('/hook').length
  await company.call('POST', `/sends/${refused[0]!.id}/resend`)
  await expect.poll(() => target.by('/hook').length, { timeout: 10_000 }).toBe(before + 1)
  expect(target.by('/hook').at(-1)!.headers['webhook-id']).toBe(refused[0]!.id)
  expect(slack.state).toBe('untried')
})
