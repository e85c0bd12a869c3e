import { expect, test } from 'vitest'
import type { FrontOptions } from '../../src/http/front.ts'
import { type Company, type House, makeCompany, makeHouseWith, now } from './company.ts'

const shell =
  '<!doctype html><title>On demand</title><script type="application/json" id="told">{"state":"unknown"}</script>'
const address = 'https://media.kiwi.example/ripe.mp4?token=a'
const topic = 'Ripe </script><img src=/hurt onerror=alert(1)>$&'

interface Opened {
  house: House
  kiwi: Company
  id: string
  link: string
}

/** A company with one no-show and a replay, behind a front that has the page. */
async function opened(own: Partial<FrontOptions> = {}): Promise<Opened> {
  const kiwi = makeCompany('kiwi0000')
  const asset: FrontOptions['asset'] = async (_, path) =>
    path === '/watch.html' ? new Response(shell, { headers: { 'content-type': 'text/html; charset=utf-8' } }) : null
  const house = makeHouseWith({ asset, ...own }, kiwi)
  const at = (hours: number) => new Date(now - hours * 3_600_000).toISOString()
  const webinar = { platform: 'generic', platformId: '7', startsAt: at(48) }
  const event = (id: string, type: string, time: string, data: object) => ({
    ...{ specversion: '1.0', id, source: 'tests', type, time, data: { webinar, ...data } },
  })
  await house.send(kiwi, 'POST', '/activities', [
    event('1', 'webinar.scheduled', at(60), { webinar: { ...webinar, topic, durationMinutes: 60 } }),
    event('2', 'webinar.started', at(48), {}),
    event('3', 'webinar.ended', at(47), {}),
    event('4', 'person.registered', at(50), { person: { email: 'noa@fig.example', firstName: 'Noa' } }),
  ])
  kiwi.settle()
  const { items } = await house.get<{ items: { id: string }[] }>(kiwi, '/webinars')
  const { id } = items[0]!
  const answer = await house.send(kiwi, 'PUT', `/webinars/${id}/replay`, { address, mediaSeconds: 3600 })
  expect(answer.status).toBe(200)
  return { house, kiwi, id, link: await linkIn(house, kiwi, id) }
}

async function linkIn(house: House, kiwi: Company, id: string): Promise<string> {
  const { items } = await house.get<{ items: { link: string }[] }>(kiwi, `/webinars/${id}/no-shows`)
  return items[0]!.link
}

const pathOf = (link: string) => new URL(link).pathname

/** What the page is told. */
async function toldIn(answer: Response): Promise<Record<string, unknown>> {
  const page = await answer.text()
  expect(page.match(/<script|<\/script>/g)).toHaveLength(2)
  return JSON.parse(/id="told">(.*)<\/script>/s.exec(page)![1]!)
}

const report = (house: House, path: string, body: unknown, headers: Record<string, string> = {}) =>
  house.fetch(`${path}/progress`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

test('a link opens a page without sign-in that is told what it plays, and nothing of the person but a first name', async () => {
  const { house, link } = await opened()
  expect(link).toMatch(/^http:\/\/ripen\.example\/watch\/kiwi0000\.[0-9a-z]+-[0-9a-z]+-[0-9a-f]{24}$/)
  const answer = await house.fetch(link)
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'x-content-type-options': 'nosniff',
  })
  const text = await answer.clone().text()
  for (const secret of ['fig.example', 'p_', '<img']) expect(text).not.toContain(secret)
  expect(await toldIn(answer)).toMatchObject({
    ...{ topic, company: 'kiwi0000', firstName: 'Noa', mediaSeconds: 3600, watched: [], preview: false },
    media: { kind: 'file', address },
  })
  const [origin, token] = link.split('/watch/')
  expect((await house.fetch(`${origin}/watch/${token!.toUpperCase()}`)).status).toBe(200)
  expect((await house.fetch(link, { method: 'HEAD' })).status).toBe(200)
})

test('the policy of this page alone lets the one film play, and from nowhere else', async () => {
  const { house, kiwi, id, link } = await opened()
  const policyOf = async () => (await house.fetch(link)).headers.get('content-security-policy')!
  expect(await policyOf()).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
      "connect-src 'self'; media-src https://media.kiwi.example; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  const set = (body: object) => house.send(kiwi, 'PUT', `/webinars/${id}/replay`, body)
  await set({ address: 'https://youtu.be/dQw4w9WgXcQ' })
  expect(await policyOf()).toContain("connect-src 'self'; frame-src https://www.youtube-nocookie.com; base-uri")
  await set({ address: 'https://vimeo.com/76979871' })
  expect(await policyOf()).toContain("connect-src 'self'; frame-src https://player.vimeo.com; base-uri")
  await house.send(kiwi, 'DELETE', `/webinars/${id}/replay`, undefined)
  expect(await policyOf()).not.toMatch(/media-src|frame-src/)
})

test('links carry the public address where one is set, else the one that they were asked for at', async () => {
  const told = await opened({ outside: { url: 'https://go.kiwi.example', trustProxy: false } })
  expect(told.link).toMatch(/^https:\/\/go\.kiwi\.example\/watch\//)
  const claimed = await told.house.fetch(`/api/v1/webinars/${told.id}/no-shows`, {
    headers: { authorization: `Bearer ${told.kiwi.apiKey}`, 'ripen-address': 'https://hurt.example' },
  })
  expect(await claimed.text()).not.toContain('hurt.example')
  const proxied = await opened({ outside: { url: null, trustProxy: true } })
  const asked = await proxied.house.fetch(`/api/v1/webinars/${proxied.id}/no-shows.csv`, {
    headers: {
      ...{ authorization: `Bearer ${proxied.kiwi.apiKey}` },
      ...{ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'replay.kiwi.example' },
    },
  })
  expect(await asked.text()).toContain('https://replay.kiwi.example/watch/kiwi0000.')
})

test('a link that leads nowhere gets a page that says so, with 404 and in its own state', async () => {
  const { house, kiwi, id, link } = await opened()
  const state = async (path: string) => {
    const answer = await house.fetch(path)
    return [answer.status, (await toldIn(answer)).state]
  }
  const last = link.at(-1) === '0' ? '1' : '0'
  for (const wrong of [link.slice(0, -1) + last, '/watch/nobody00.1-1-000000000000000000000000', '/watch/', '/watch/x'])
    expect([wrong, await state(wrong)]).toEqual([wrong, [404, 'unknown']])
  const set = (body: object) => house.send(kiwi, 'PUT', `/webinars/${id}/replay`, { address, ...body })
  await set({ opensAt: '2026-05-01T10:00:00Z' })
  expect(await toldIn(await house.fetch(link))).toMatchObject({ state: 'early', opensAt: '2026-05-01T10:00:00.000Z' })
  await set({ closesAt: '2026-04-01T10:00:00Z' })
  expect(await state(link)).toEqual([404, 'closed'])
})

test('what the page reports is stored when it is answered with 204', async () => {
  const { house, kiwi, link } = await opened()
  const { sitting } = await toldIn(await house.fetch(link))
  const answer = await report(house, pathOf(link), { sitting, intervals: [[0, 20]], position: 20 })
  expect([answer.status, await answer.text()]).toEqual([204, ''])
  kiwi.settle()
  const { items } = await house.get<{ items: { watched: object; openedAt: string }[] }>(
    kiwi,
    `/webinars/${(await house.get<{ items: { id: string }[] }>(kiwi, '/webinars')).items[0]!.id}/no-shows`,
  )
  expect(items[0]).toMatchObject({ openedAt: '2026-04-20T00:00:00.000Z', watched: { seconds: 20 } })
})

test('a report that is none is refused in words, and changes nothing', async () => {
  const { house, link } = await opened()
  const { sitting } = await toldIn(await house.fetch(link))
  const path = pathOf(link)
  const whole = { sitting, intervals: [[0, 10]] }
  const wrong: [unknown, number][] = [
    ['', 400],
    ['{', 400],
    ['[]', 400],
    [{ sitting }, 400],
    [{ ...whole, sitting: 'mine' }, 400],
    [{ ...whole, intervals: [[10, 10]] }, 400],
    [{ ...whole, intervals: [[0, 1e9]] }, 400],
    [{ ...whole, intervals: [[0, 3600]] }, 400],
    [{ ...whole, intervals: Array.from({ length: 501 }, (_, at) => [at, at + 0.5]) }, 400],
    [{ ...whole, position: -1 }, 400],
    [{ ...whole, score: 100 }, 400],
    [{ ...whole, sitting: 'x'.repeat(70_000) }, 413],
  ]
  for (const [body, status] of wrong) {
    const answer = await report(house, path, body)
    expect([JSON.stringify(body).slice(0, 60), answer.status]).toEqual([JSON.stringify(body).slice(0, 60), status])
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  }
  const form = await report(house, path, whole, { 'content-type': 'text/plain' })
  expect(form.status).toBe(400)
  expect(await toldIn(await house.fetch(link))).toMatchObject({ watched: [] })
})

test('no other site may read the page or report for it, and nothing is asked of cookies', async () => {
  const { house, link } = await opened()
  const from = { origin: 'https://hurt.example', 'access-control-request-method': 'POST' }
  for (const [method, path] of [
    ['OPTIONS', `${pathOf(link)}/progress`],
    ['PUT', pathOf(link)],
    ['GET', `${pathOf(link)}/progress`],
    ['POST', pathOf(link)],
  ] as const) {
    const answer = await house.fetch(path, { method, headers: from })
    expect([method, answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([method, 404, null])
  }
  expect((await house.fetch(link, { headers: from })).headers.has('access-control-allow-origin')).toBe(false)
})

test('who tries out links is stopped; links of a replay that is closed are no tries', async () => {
  const { house, kiwi, id, link } = await opened()
  const from = (remoteAddress: string) => (path: string) => house.fetch(path, {}, { remoteAddress })
  const [guesser, office] = [from('192.0.2.1'), from('192.0.2.2')]
  const guess = (at: number) => `/watch/kiwi0000.1-${at.toString(36)}-000000000000000000000000`
  for (let at = 1; at <= 60; at++) expect((await guesser(guess(at))).status).toBe(404)
  const stopped = await guesser(link)
  expect([stopped.status, (await toldIn(stopped)).status]).toEqual([429, 429])
  expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(60)
  expect((await office(link)).status).toBe(200)
  await house.send(kiwi, 'DELETE', `/webinars/${id}/replay`, undefined)
  for (let at = 1; at <= 70; at++) expect((await office(link)).status).toBe(404)
})
