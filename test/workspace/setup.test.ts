import { expect, test } from 'vitest'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { addSource } from '../../src/workspace/add-source.ts'
import { addApiKey, checkApiKey } from '../../src/workspace/api-keys.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { cryptOf } from '../../src/workspace/crypt.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import { currentModel, modelVersions } from '../../src/workspace/models.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { receiveZoom } from '../../src/workspace/receive-zoom.ts'
import { showPerson } from '../../src/workspace/show-person.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace, SECRET } from '../workspaces.ts'
import { signatureOf, signed } from '../zoom-run.ts'
import { day, ended, joined, left, scheduled, start, started, take } from './told.ts'

function opened(id = 'acme0001', key = 7): Workspace {
  const secret = new Uint8Array(32).fill(key)
  return openWorkspace(openSqlite(':memory:'), {
    id,
    now: () => start,
    secret,
    migrations: readMigrations('workspace'),
  })
}

test('a new workspace has version 1 of its model, and a key with all scopes that is shown once', () => {
  const ws = opened()
  const { workspace, apiKey } = createWorkspace(ws, { slug: 'acme' })
  expect(workspace).toEqual({ id: 'acme0001', slug: 'acme' })
  expect(apiKey).toMatch(/^rk_acme0001_[\w-]{32,}$/)
  expect(checkApiKey(ws, apiKey)).toEqual(['read', 'write', 'manage'])
  expect(modelVersions(ws).items).toMatchObject([{ version: 1, state: 'current' }])
  const stored = ws.db.prepare('SELECT * FROM api_key').all()
  expect(JSON.stringify(stored)).not.toContain(apiKey.slice(12))
})

test('everything that may move a score is expanded into the model', () => {
  const ws = opened()
  createWorkspace(ws, {
    slug: 'acme',
    timezone: 'Asia/Jerusalem',
    weekend: 'fri-sat',
    holidays: ['IL'],
    observes: ['mail', 'site'],
    staffDomains: ['Acme.Example', '@acme.test.example'],
  })
  const { model } = currentModel(ws)
  expect(model).toMatchObject({
    calendar: { timezone: 'Asia/Jerusalem', weekend: [5, 6] },
    observes: { mail: 'ever', site: 'ever' },
    staffDomains: ['acme.example', 'acme.test.example'],
  })
  const { holidays } = model.calendar as { holidays: string[] }
  expect(holidays).toContain('2026-04-22')
  expect([holidays[0]!.slice(0, 4), holidays.at(-1)!.slice(0, 4)]).toEqual(['2021', '2031'])
  expect(model.freeMailboxes).toContain('gmail.com')
})

const wrong: [string, object][] = [
  ['weekend', { weekend: 'sat-son' }],
  ['observes', { observes: ['mail', 'pigeon'] }],
  ['template', { template: 'constructor' }],
  ['holidays', { holidays: ['XX'] }],
]

for (const [field, setup] of wrong)
  test(`a workspace with ${JSON.stringify(setup)} is refused, and nothing of it stays`, () => {
    const ws = opened()
    const create = () => createWorkspace(ws, { slug: 'acme', ...setup })
    expect(create).toThrow(expect.objectContaining({ code: 'invalid', details: expect.objectContaining({ field }) }))
    expect(ws.db.prepare('SELECT count(*) AS rows FROM setting').get()).toEqual({ rows: 0 })
    createWorkspace(ws, { slug: 'acme' })
  })

test('a workspace in a zone that nobody knows is refused', () => {
  expect(() => createWorkspace(opened(), { slug: 'acme', timezone: 'Mars/Base' })).toThrow('Mars/Base')
})

test('a workspace is created once', () => {
  const { ws } = makeWorkspace(start)
  expect(() => createWorkspace(ws, { slug: 'again' })).toThrow(expect.objectContaining({ code: 'conflict' }))
})

test('a key has the scopes it was given and no key of another workspace fits', () => {
  const [one, other] = [opened('acme0001'), opened('beta0002')]
  const key = addApiKey(one, ['read'])
  expect(checkApiKey(one, key)).toEqual(['read'])
  expect(checkApiKey(other, key)).toBeNull()
  expect(checkApiKey(other, key.replace('acme0001', 'beta0002'))).toBeNull()
  for (const text of ['', 'rk_', `${key}x`, key.slice(0, -1)]) expect(checkApiKey(one, text)).toBeNull()
})

test('nothing of one workspace is seen in another', async () => {
  const [{ ws: one }, { ws: other }] = [makeWorkspace(start + day), makeWorkspace(start + day)]
  const person = { platform: 'zoom', email: 'dana@kiwi.example' }
  take(one, scheduled(), started(), joined('1', 0, person), left('1', 30), ended())
  const [webinar] = webinars(drained(one)).items
  const [dana] = findPeople(one, {}).items
  expect(webinars(drained(other)).items).toEqual([])
  expect(findPeople(other, { email: 'dana@kiwi.example' }).items).toEqual([])
  for (const read of [() => ranking(other, webinar!.id, {}), () => showPerson(other, dana!.id)])
    expect(read).toThrow(expect.objectContaining({ code: 'not_found' }))
  const key = addSource(one, { platform: 'zoom', secret: SECRET }).path.split('/').at(-1)!
  const body = '{"event":"webinar.started"}'
  const answer = await receiveZoom(other, key, signatureOf(signed(body, SECRET)), new TextEncoder().encode(body))
  expect(answer.status).toBe(404)
})

test('a source of a platform that Ripen does not read is refused', () => {
  const { ws } = makeWorkspace(start)
  expect(() => addSource(ws, { platform: 'toString' })).toThrow('expected zoom')
})

test('a hook key carries the id of its workspace', () => {
  const { ws } = makeWorkspace(start)
  expect(addSource(ws, { platform: 'zoom' })).toEqual({
    source: { id: 's1', platform: 'zoom' },
    path: expect.stringMatching(/^\/hooks\/zoom\/acme0000\.[\w-]{22}$/),
  })
})

test('a sealed secret opens with its key in its place only', () => {
  const [crypt, other] = [cryptOf(new Uint8Array(32).fill(1)), cryptOf(new Uint8Array(32).fill(2))]
  const sealed = crypt.seal('sécret', 'acme/source/1')
  expect(crypt.open(sealed, 'acme/source/1')).toBe('sécret')
  expect(crypt.seal('sécret', 'acme/source/1')).not.toEqual(sealed)
  expect(() => crypt.open(sealed, 'acme/source/2')).toThrow()
  expect(() => other.open(sealed, 'acme/source/1')).toThrow()
  sealed[sealed.length - 1]! ^= 1
  expect(() => crypt.open(sealed, 'acme/source/1')).toThrow()
  expect(() => cryptOf(new Uint8Array(16))).toThrow('32 bytes')
})
