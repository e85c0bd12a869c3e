import { expect, test } from 'vitest'
import { outside } from '../workspace/alerts/outside.ts'
import { zoomRun } from '../zoom-run.ts'
import { type Company, type House, makeCompany, makeHouse } from './company.ts'
import { ownerOf } from './visitor.ts'

interface Entry {
  act: string
  by: { name: string; email: string | null; key: string | null }
  details: Record<string, unknown>
  said: { text: string; key: string }
}

interface Page {
  items: Entry[]
  nextCursor: string | null
}

const inKiwi = { 'ripen-workspace': 'kiwi0000' }

async function makeDay() {
  const kiwi = makeCompany('kiwi0000')
  const house = makeHouse(kiwi)
  for (const { body } of zoomRun(12)) await house.hook(kiwi, body)
  kiwi.settle()
  const { items } = await house.get<{ items: { id: string; topic: string }[] }>(kiwi, '/webinars')
  const log = async (query = '') => (await house.get<Page>(kiwi, `/audit${query}`)).items
  return { kiwi, house, webinar: items[0]!, log }
}

function download(house: House, { apiKey }: Company, path: string, method = 'GET'): Promise<Response> {
  return house.fetch(`/api/v1${path}`, { method, headers: { authorization: `Bearer ${apiKey}` } })
}

test('an export stands in the log with its list, format, filters and number of people, but without what was typed', async () => {
  const { kiwi, house, webinar, log } = await makeDay()
  const path = `/webinars/${webinar.id}/ranking.csv?profile=hubspot&stage=lead&q=person1&unsubscribed=true`
  const rows = (await (await download(house, kiwi, path)).text()).trim().split('\r\n').length - 1
  const [entry] = await log()
  expect(entry).toMatchObject({
    ...{ act: 'export.made', by: { name: 'API key', email: null, key: `…${kiwi.apiKey.slice(-4)}` } },
    details: {
      ...{ list: 'ranking', webinar: webinar.id, format: 'csv', profile: 'hubspot', unsubscribed: true, people: rows },
      filters: { stage: 'lead', q: '…' },
    },
    said: {
      text: `Exported the ranking of “${webinar.topic}” as CSV (hubspot). Filtered by stage: lead, a search: …. Rows: ${rows}. With those who want no mail.`,
    },
  })
  expect(JSON.stringify(await log())).not.toContain('person1')
})

test('every file of people stands there; the head of one, and a file that is refused, do not', async () => {
  const { kiwi, house, webinar, log } = await makeDay()
  const at = `/webinars/${webinar.id}`
  await download(house, kiwi, `${at}/ranking.csv`, 'HEAD')
  expect((await download(house, kiwi, `${at}/ranking.csv?q=nobody`)).status).toBe(409)
  expect((await download(house, kiwi, `${at}/questions.csv?sort=x`)).status).toBe(400)
  expect(await log()).toEqual([])
  for (const file of ['ranking.csv', 'ranking.xlsx', 'no-shows.csv', 'questions.csv', 'reconciliation.csv'])
    await (await download(house, kiwi, `${at}/${file}`)).arrayBuffer()
  expect((await log()).map(({ details: { list, format } }) => [list, format])).toEqual([
    ...[
      ['reconciliation', 'csv'],
      ['questions', 'csv'],
      ['no_shows', 'csv'],
      ['ranking', 'xlsx'],
      ['ranking', 'csv'],
    ],
  ])
})

test('a download that is broken off says so, with the rows that were written', async () => {
  const { kiwi, house, webinar, log } = await makeDay()
  const { body } = await download(house, kiwi, `/webinars/${webinar.id}/ranking.xlsx`)
  const reader = body!.getReader()
  await reader.read()
  expect((await log())[0]).toMatchObject({ details: { people: null } })
  await reader.cancel()
  const [entry] = await log()
  expect(entry!.details).toMatchObject({ brokenOff: true, people: expect.any(Number) })
  expect(entry!.said.text).toMatch(/Broken off after \d+ rows\./)
})

test('publications, ways back, sources, keys and merges stand there in words, with who did it', async () => {
  const { kiwi, house, log } = await makeDay()
  const owner = await ownerOf(house)
  const call = (method: string, path: string, body?: unknown) =>
    owner.call(method, `/api/v1${path}`, { headers: inKiwi, ...(body === undefined ? {} : { body }) })
  const { model } = await house.get<{ model: object }>(kiwi, '/model')
  expect((await call('POST', '/model/publish', { ...model, followUpDays: 9 })).status).toBe(200)
  expect((await call('POST', '/model/rollback', { version: 1 })).status).toBe(200)
  const { source } = (await (await call('POST', '/sources', { platform: 'zoom' })).json()) as { source: { id: string } }
  await call('PUT', `/sources/${source.id}/secret`, { secret: 'top-secret' })
  const made = (await (await call('POST', '/api-keys', { name: 'CRM', scopes: ['read'] })).json()) as {
    key: { id: string; ending: string }
  }
  await call('DELETE', `/api-keys/${made.key.id}`)
  const { items } = await house.get<{ items: { id: string }[] }>(kiwi, '/people?limit=2')
  const [one, other] = items.map(({ id }) => id)
  expect((await call('POST', `/people/${one}/merge`, { into: other })).status).toBe(200)
  const entries = await log()
  expect(entries.map(({ said }) => said.text)).toEqual([
    `Said that two people are one: ${one}, ${other}.`,
    `Revoked the API key “CRM” (${made.key.ending}).`,
    `Made the API key “CRM” (${made.key.ending}) with the scopes read.`,
    `Changed the secret of the source ${source.id}.`,
    `Added the source ${source.id} (Zoom).`,
    'Went back to version 1 of the formula; it is version 3 now.',
    'Published version 2 of the formula, unsigned.',
  ])
  for (const { by } of entries) expect(by).toEqual({ name: 'Noa Barak', email: 'noa@kiwi.example', key: null })
  expect(JSON.stringify(entries)).not.toContain('top-secret')
})

test('rules, owners, channels, segments and regular exports stand there under the names that they had', async () => {
  const { kiwi, house, log } = await makeDay()
  outside(kiwi.ws)
  const call = async <T = unknown>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await house.send(kiwi, method, path, body)
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (response.status === 204 ? null : await response.json()) as T
  }
  const mail = { kind: 'mail', name: 'Marketing', address: 'marketing@kiwi.example' }
  const channel = await call<{ id: string }>('POST', '/channels', mail)
  const rule = { name: 'In the demo', on: 'joins_live', channels: [channel.id] }
  const { id } = await call<{ id: string }>('POST', '/alert-rules', rule)
  await call('PUT', `/alert-rules/${id}`, { ...rule, name: 'In any demo' })
  await call('PUT', '/alert-routing', { routes: [], otherwise: null })
  const segment = await call<{ id: string }>('POST', '/segments', {
    name: 'Hot ones',
    filters: { temperature: ['hot'] },
  })
  await call('PATCH', `/segments/${segment.id}`, { name: 'Hottest' })
  const schedule = await call<{ id: string }>('POST', '/schedules', {
    ...{ name: 'Weekly', segment: segment.id, channel: channel.id },
    when: { every: 'day', at: '08:00', workingDaysOnly: false },
  })
  await call('PATCH', `/schedules/${schedule.id}`, { enabled: false })
  await call('DELETE', `/schedules/${schedule.id}`)
  await call('DELETE', `/segments/${segment.id}`)
  await call('DELETE', `/alert-rules/${id}`)
  await call('PATCH', `/channels/${channel.id}`, { name: 'Marketers' })
  await call('PATCH', `/channels/${channel.id}`, { on: false })
  await call('PATCH', `/channels/${channel.id}`, { on: true })
  await call('DELETE', `/channels/${channel.id}`)
  expect((await log()).map(({ said }) => said.text).reverse()).toEqual([
    'Made the channel “Marketing”.',
    'Made the alert rule “In the demo”.',
    'Changed the alert rule “In any demo”.',
    'Changed who looks after whom.',
    'Saved the segment “Hot ones”.',
    'Changed the segment “Hottest”.',
    'Made the regular export “Weekly”.',
    'Changed the regular export “Weekly”.',
    'Deleted the regular export “Weekly”.',
    'Deleted the segment “Hottest”.',
    'Deleted the alert rule “In any demo”.',
    'Changed the channel “Marketers”.',
    'Switched the channel “Marketers” off.',
    'Switched the channel “Marketers” on.',
    'Deleted the channel “Marketers”.',
  ])
  expect((await log('?act=segment')).map(({ act }) => act)).toEqual([
    ...['segment.deleted', 'segment.changed', 'segment.made'],
  ])
})

test('what is refused leaves no line', async () => {
  const { kiwi, house, log } = await makeDay()
  for (const [method, path, body] of [
    ['POST', '/model/publish', { rules: 1 }],
    ['POST', '/model/rollback', { version: 9 }],
    ['POST', '/sources', { platform: 'zoo' }],
    ['PUT', '/sources/s9/secret', { secret: 'x' }],
    ['DELETE', '/sources/s9/api', undefined],
    ['POST', '/people/p_0/merge', { into: 'p_1' }],
    ['DELETE', '/members/0123', undefined],
  ] as const)
    expect([path, (await house.send(kiwi, method, path, body)).status]).toEqual([path, expect.toBeOneOf([400, 404])])
  expect(await log()).toEqual([])
})

test('the team is changed in the directory, and the log of the workspace tells it once, in the order of the acts', async () => {
  const { kiwi, house, log } = await makeDay()
  const given = { email: 'dana@kiwi.example', name: 'Dana Levi', role: 'marketer' as const }
  house.directory.addMember('kiwi0000', given)
  house.directory.addMember('kiwi0000', { ...given, role: 'sales' })
  // Nobody has told the log yet: it is told before it is read.
  expect((await log('?act=member')).map(({ said, by }) => [by.name, said.text])).toEqual([
    ['command line', 'Changed the role of Dana Levi (dana@kiwi.example) from marketer to sales.'],
    ['command line', 'Invited Dana Levi (dana@kiwi.example) as marketer.'],
  ])
  const [member] = house.directory.team('kiwi0000')
  expect((await house.send(kiwi, 'DELETE', `/members/${member!.id}`, undefined)).status).toBe(204)
  expect((await log()).map(({ act }) => act)).toEqual(['member.removed', 'member.role_changed', 'member.invited'])
  expect(house.directory.untold('kiwi0000')).toEqual([])
})

test('the log is read page by page and by kind, and as a file, which stands in it too', async () => {
  const { kiwi, house, log } = await makeDay()
  for (const name of ['a', '=b', 'c']) await house.send(kiwi, 'POST', '/api-keys', { name, scopes: ['read'] })
  await house.send(kiwi, 'POST', '/sources', { platform: 'zoom' })
  const first = await house.get<Page>(kiwi, '/audit?limit=2&act=key')
  const rest = await house.get<Page>(kiwi, `/audit?limit=2&act=key&cursor=${first.nextCursor}`)
  expect([...first.items, ...rest.items].map(({ details }) => details.name)).toEqual(['c', '=b', 'a'])
  expect(rest.nextCursor).toBeNull()
  expect(await log('?act=source.added')).toHaveLength(1)
  for (const wrong of ['act=keys', 'limit=0', 'limit=501', 'cursor=x', 'who=noa'])
    expect((await download(house, kiwi, `/audit?${wrong}`)).status).toBe(400)
  const text = await (await download(house, kiwi, '/audit.csv?act=key')).text()
  expect(
    text
      .trim()
      .split('\r\n')
      .map((line) => line.split(',')[4]),
  ).toEqual(['Act', 'key.made', 'key.made', 'key.made'])
  expect((await log())[0]).toMatchObject({
    ...{ act: 'export.made', details: { list: 'log', filters: { act: 'key' }, people: 3 } },
    said: { text: 'Exported this log as CSV. Filtered by what was done: key. Rows: 3.' },
  })
})
