import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { zoomRun } from '../zoom-run.ts'
import { makeCompany, makeHouse, secret } from './company.ts'

const [delivery] = zoomRun(1).filter(({ event }) => event === 'webinar.registration_created')
const body = delivery!.body

test('a signed delivery is answered by 204 without a body, and counts once however often it comes', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  for (let times = 0; times < 3; times++) {
    const response = await house.hook(kiwi, body)
    expect([response.status, await response.text()]).toEqual([204, ''])
  }
  kiwi.settle()
  expect(await house.get(kiwi, '/webinars')).toMatchObject({ items: [{ registrants: 1 }] })
})

test('a bad signature is 401, and nothing of it is kept', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  expect((await house.hook(kiwi, body, 'another secret')).status).toBe(401)
  const unsigned = await house.fetch(kiwi.hook, { method: 'POST', body })
  expect(unsigned.status).toBe(401)
  expect(unsigned.headers.get('content-type')).toBe('application/problem+json')
  expect(await unsigned.json()).toMatchObject({ title: 'Signature refused' })
  kiwi.settle()
  expect(await house.get(kiwi, '/webinars')).toEqual({ items: [] })
  expect(await house.get(kiwi, '/quarantine')).toEqual({ items: [] })
})

test('an unknown key is 404, whether its workspace exists or not, and whatever it looks like', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const hooks = [
    'kiwi00000001.aaaaaaaaaaaaaaaaaaaaaa',
    'lime00000001.aaaaaaaaaaaaaaaaaaaaaa',
    'x',
    '../kiwi00000001.a',
    '%2e%2e%2f.a',
    '',
  ]
  for (const key of hooks)
    expect([key, (await house.hook({ ...kiwi, hook: `/hooks/zoom/${key}` }, body)).status]).toEqual([key, 404])
  const otherPlatform = kiwi.hook.replace('/zoom/', '/teams/')
  expect((await house.hook({ ...kiwi, hook: otherPlatform }, body)).status).toBe(404)
  expect((await house.fetch(kiwi.hook)).status).toBe(404)
})

test('while a secret is changed both are valid, and after the next change the first no longer is', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const change = (to: string) => house.send(kiwi, 'PUT', `/sources/${kiwi.source}/secret`, { secret: to })
  const statuses = async () => {
    const answers: number[] = []
    for (const by of [secret, 'second', 'third']) answers.push((await house.hook(kiwi, body, by)).status)
    return answers
  }
  expect(await statuses()).toEqual([204, 401, 401])
  expect((await change('second')).status).toBe(204)
  expect(await statuses()).toEqual([204, 204, 401])
  expect((await change('third')).status).toBe(204)
  expect(await statuses()).toEqual([401, 204, 204])
})

test('the challenge of Zoom is answered with the token signed by the secret', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const challenge = {
    event: 'endpoint.url_validation',
    event_ts: 1775041200000,
    payload: { plainToken: 'qgg8vlvZRS6UYooatFL8Aw' },
  }
  const response = await makeHouse(kiwi).hook(kiwi, JSON.stringify(challenge))
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    plainToken: 'qgg8vlvZRS6UYooatFL8Aw',
    encryptedToken: createHmac('sha256', secret).update('qgg8vlvZRS6UYooatFL8Aw').digest('hex'),
  })
})

test('over 1 MB is 413, declared or not, and exactly 1 MB is taken', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const megabyte = 1024 * 1024
  const tooLarge = 'a'.repeat(megabyte + 1)
  const declared = await house.fetch(kiwi.hook, {
    method: 'POST',
    headers: { 'content-length': String(tooLarge.length) },
    body: tooLarge,
  })
  expect(declared.status).toBe(413)
  let pulled = 0
  const endless = new ReadableStream({
    pull(controller) {
      pulled++
      controller.enqueue(new Uint8Array(64 * 1024))
    },
  })
  const chunked = await house.fetch(kiwi.hook, { method: 'POST', body: endless, duplex: 'half' } as RequestInit)
  expect(chunked.status).toBe(413)
  expect(await chunked.json()).toMatchObject({ status: 413, detail: expect.stringContaining('1 MB') })
  expect(pulled).toBeLessThan(20)
  expect((await house.hook(kiwi, ' '.repeat(megabyte))).status).toBe(204)
})

test('what is signed but cannot be read is kept with the reason, shown, and read again on demand', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  expect((await house.hook(kiwi, '{"event":')).status).toBe(204)
  expect((await house.hook(kiwi, '['.repeat(500_000))).status).toBe(204)
  const { items } = await house.get<{ items: { id: string; reason: string }[] }>(kiwi, '/quarantine')
  expect(items.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('nested'),
    expect.stringContaining('not JSON'),
  ])
  const again = await house.send(kiwi, 'POST', `/quarantine/${items[0]!.id}/replay`, {})
  expect(await again.json()).toMatchObject({ outcome: 'quarantined' })
  expect((await house.send(kiwi, 'POST', '/quarantine/d999/replay', {})).status).toBe(404)
})

test('an event that nobody knows is stored and answered by 204', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const response = await makeHouse(kiwi).hook(
    kiwi,
    JSON.stringify({ event: 'webinar.sang', event_ts: 1, payload: { object: {} } }),
  )
  expect(response.status).toBe(204)
})
