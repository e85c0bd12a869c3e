import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readOutside } from '../../src/http/outside.ts'
import { refusedServer, ripen, ripenJson, startServer, temporaryFolder } from './running.ts'

const owner = { name: 'Noa Barak', email: 'noa@kiwi.example', password: 'ten letters' }
const workspace = { slug: 'kiwi', name: 'Kiwi', timezone: 'Asia/Jerusalem', weekend: 'fri-sat' }

interface Answer {
  status: number
  body: Record<string, unknown>
  cookie: string
}

async function call(
  address: string,
  method: string,
  path: string,
  init: { cookie?: string; body?: object; headers?: object } = {},
) {
  const { cookie, body, headers } = init
  const response = await fetch(address + path, {
    method,
    headers: {
      origin: address,
      ...(cookie ? { cookie } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    body: body ? JSON.stringify(body) : null,
  })
  const text = await response.text()
  const set = response.headers.get('set-cookie') ?? ''
  return { status: response.status, body: text ? JSON.parse(text) : {}, cookie: set.split(';')[0]! } as Answer
}

function linkIn(output: string): { link: string; token: string } {
  const [link, token] = /http\S+\/setup#(\S+)/.exec(output) ?? []
  return { link: link ?? 'none', token: token ?? 'none' }
}

/** A server whose owner has just used the link that it printed. */
async function ownedServer(data: string) {
  const server = await startServer(data)
  while (linkIn(server.output()).token === 'none') await new Promise((resolve) => setTimeout(resolve, 10))
  const { token } = linkIn(server.output())
  const made = await call(server.address, 'POST', '/setup', { body: { token, ...owner, workspace } })
  return { server, token, made }
}

test('the first start prints a link on stdout; it makes workspace and owner, who stays signed in over a restart', async () => {
  const data = temporaryFolder()
  const { server, token, made } = await ownedServer(data)
  const { link } = linkIn(server.output())
  expect(link).toBe(`${server.address}/setup#${token}`)
  expect(made).toMatchObject({
    status: 201,
    body: { state: 'signed_in', workspaces: [{ slug: 'kiwi', role: 'owner' }] },
  })
  const lines = server.output().split('\n')
  expect(lines.filter((line) => line.startsWith('{')).join()).not.toContain(token)
  expect(await server.end('SIGTERM')).toBe(0)

  const again = await startServer(data, { PORT: new URL(server.address).port })
  const session = await call(again.address, 'GET', '/session', { cookie: made.cookie })
  expect(session.body).toEqual(made.body)
  const headers = { 'ripen-workspace': 'kiwi' }
  expect((await call(again.address, 'GET', '/api/v1/webinars', { cookie: made.cookie, headers })).status).toBe(200)
  expect(linkIn(again.output()).token).toBe('none')
  expect(again.output()).not.toContain('noa@')
})

test('each start without an owner prints a new link and voids the one before; of the data folder nobody can read one', async () => {
  const data = temporaryFolder()
  const first = await startServer(data)
  while (linkIn(first.output()).token === 'none') await new Promise((resolve) => setTimeout(resolve, 10))
  const { token: old } = linkIn(first.output())
  await first.end('SIGTERM')
  const { server, token } = await ownedServer(data)
  expect(token).not.toBe(old)
  const used = await call(server.address, 'POST', '/setup/check', { body: { token: old } })
  expect(used).toMatchObject({ status: 403, body: { detail: expect.stringContaining('outdated') } })
  const db = new Database(join(data, 'directory.db'), { readonly: true })
  const stored = JSON.stringify(db.prepare('SELECT CAST(hash AS TEXT) FROM setup_link').all())
  db.close()
  expect(stored).not.toContain(token)
})

test('what the workspace refuses leaves neither person nor workspace nor file, and the link stays good', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { link } = await ripenJson<{ link: string }>(data, 'owner', 'link')
  const { token } = linkIn(link)
  const body = { token, ...owner, workspace: { ...workspace, timezone: 'Mars/Olympus' } }
  expect((await call(server.address, 'POST', '/setup', { body })).status).toBe(400)
  expect(readdirSync(join(data, 'workspaces'))).toEqual([])
  expect((await call(server.address, 'GET', '/session')).body).toEqual({ state: 'setup' })
  expect((await call(server.address, 'POST', '/setup', { body: { ...body, workspace } })).status).toBe(201)
})

test('of two people who use the link at once one stays, with one workspace and one file', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { token } = linkIn((await ripenJson<{ link: string }>(data, 'owner', 'link')).link)
  const answers = await Promise.all(
    ['kiwi', 'lime'].map((slug) =>
      call(server.address, 'POST', '/setup', { body: { token, ...owner, workspace: { ...workspace, slug } } }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 403])
  const { items } = await ripenJson<{ items: { id: string }[] }>(data, 'workspace', 'list')
  expect(await server.end('SIGTERM')).toBe(0)
  expect(readdirSync(join(data, 'workspaces'))).toEqual(items.flatMap(({ id }) => [`${id}.db`, `${id}.mark`]))
})

test('a session that has ended is told so, and the slug of a workspace of nobody is not found', async () => {
  const data = temporaryFolder()
  const { server, made } = await ownedServer(data)
  const { cookie } = made
  const other = await call(server.address, 'GET', '/api/v1/webinars?workspace=melon', { cookie })
  expect(other).toMatchObject({ status: 404, body: { type: '/docs#problem-not_found' } })
  const db = new Database(join(data, 'directory.db'))
  db.prepare('UPDATE session SET expires_at = 1').run()
  db.close()
  const ended = await call(server.address, 'GET', '/api/v1/webinars?workspace=kiwi', { cookie })
  expect(ended).toMatchObject({ status: 401, body: { detail: expect.stringContaining('has ended') } })
  expect((await call(server.address, 'GET', '/session', { cookie })).body).toEqual({ state: 'signed_out' })
})

test('"owner link" helps whoever forgot the password, with a server and without one', async () => {
  const data = temporaryFolder()
  const { server } = await ownedServer(data)
  const printed = await ripen(data, 'owner', 'link')
  expect(printed.stdout).toContain('a new password for noa@kiwi.example')
  expect(linkIn(printed.stdout).link).toContain(`${server.address}/setup#`)
  expect((await ripen(data, 'owner', 'link', 'dana@kiwi.example')).stderr).toContain('There are: noa@kiwi.example.')
  await server.end('SIGTERM')
  const alone = await ripenJson<{ link: string; purpose: string; email: string }>(data, 'owner', 'link')
  expect(alone).toMatchObject({ purpose: 'password', email: 'noa@kiwi.example' })

  const again = await startServer(data)
  const { token } = linkIn(alone.link)
  const changed = await call(again.address, 'POST', '/setup', { body: { token, password: 'other letters' } })
  expect(changed).toMatchObject({ status: 201, body: { state: 'signed_in' } })
  const old = await call(again.address, 'POST', '/session', { body: owner })
  expect(old.status).toBe(401)
})

test('workspaces that the command line makes belong to the owner too', async () => {
  const data = temporaryFolder()
  const { server, made } = await ownedServer(data)
  await ripenJson(data, 'workspace', 'create', 'lime', '--name', 'Lime')
  const session = await call(server.address, 'GET', '/session', { cookie: made.cookie })
  expect(session.body.workspaces).toEqual([
    { slug: 'kiwi', name: 'Kiwi', role: 'owner' },
    { slug: 'lime', name: 'Lime', role: 'owner' },
  ])
})

test('the public address stands in the links, and behind a trusted proxy the cookie is bound to https', async () => {
  const data = temporaryFolder()
  const env = { RIPEN_URL: 'https://ripen.kiwi.example/', RIPEN_TRUST_PROXY: '1' }
  const server = await startServer(data, env)
  const { link } = await ripenJson<{ link: string }>(data, 'owner', 'link')
  expect(link).toMatch(/^https:\/\/ripen\.kiwi\.example\/setup#/)
  const headers = { 'x-forwarded-proto': 'https', origin: 'https://ripen.kiwi.example' }
  const body = { token: linkIn(link).token, ...owner, workspace }
  const made = await call(server.address, 'POST', '/setup', { body, headers })
  expect([made.status, made.cookie]).toEqual([201, expect.stringMatching(/^__Host-ripen=/)])
})

test('an address, a port or a trust that cannot be understood is refused in words', async () => {
  for (const RIPEN_URL of ['ripen.example', 'https://ripen.example/sub', 'ftp://ripen.example'])
    expect(() => readOutside({ RIPEN_URL })).toThrow(`RIPEN_URL is "${RIPEN_URL}"`)
  const { code, output } = await refusedServer(temporaryFolder(), { RIPEN_TRUST_PROXY: 'maybe' })
  expect([code, output]).toEqual([1, expect.stringContaining('RIPEN_TRUST_PROXY is "maybe": give 1 or 0.')])
  const port = await refusedServer(temporaryFolder(), { PORT: 'abc' })
  expect(port).toEqual({ code: 1, output: 'Ripen does not start: PORT is "abc": give a number from 0 to 65535.\n' })
})
