import { readdirSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signed, zoomRun } from '../zoom-run.ts'
import { deliver, newWorkspace, refusedServer, ripenJson, startServer, temporaryFolder, untilQuiet } from './running.ts'

const secret = 'kiwi-secret'

test('a server makes its folder for its own eyes, says where it listens, and ends with 0 on SIGTERM', async () => {
  const data = join(temporaryFolder(), 'deep', 'data')
  const server = await startServer(data)
  const health = (await (await fetch(`${server.address}/healthz`)).json()) as object
  expect(health).toMatchObject({ ok: true, version: '0.1.0', backlog: 0 })
  expect(statSync(data).mode & 0o777).toBe(0o700)
  for (const file of readdirSync(data).filter((name) => name !== 'workspaces'))
    expect([file, statSync(join(data, file)).mode & 0o077]).toEqual([file, 0])
  expect(await server.end('SIGTERM')).toBe(0)
})

test('a second server on the same folder says in words who has it', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { code, output } = await refusedServer(data)
  expect(code).toBe(1)
  expect(output).toContain(`in use by a Ripen server (process ${server.pid}, ${server.address})`)
})

test('kill -9 frees the folder: the next server starts at once', async () => {
  const data = temporaryFolder()
  const first = await startServer(data)
  expect(await first.end('SIGKILL')).toBe('SIGKILL')
  const second = await startServer(data)
  expect((await fetch(`${second.address}/healthz`)).status).toBe(200)
})

test('a taken port and a wrong one are said in words', async () => {
  const server = await startServer(temporaryFolder())
  const taken = await refusedServer(temporaryFolder(), { PORT: new URL(server.address).port })
  expect(taken).toMatchObject({ code: 1, output: expect.stringMatching(/port \d+ is taken by another program/) })
  const wrong = await refusedServer(temporaryFolder(), { PORT: 'eighty' })
  expect(wrong).toMatchObject({ code: 1, output: expect.stringMatching(/PORT is "eighty"/) })
})

test('a body sent in chunks is cut off at 1 MB with a problem document', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { path } = await newWorkspace(data, secret)
  const answer = await sendChunks(server.address, path, 1024 * 1024 + 1)
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  expect(answer).toContain('application/problem+json')
})

test('a signed body sent in chunks is taken like any other', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { path } = await newWorkspace(data, secret)
  const { body } = zoomRun(1)[0]!
  const chunks = new Blob([body]).stream()
  const init = { method: 'POST', headers: signed(body, secret), body: chunks, duplex: 'half' } as RequestInit
  expect((await fetch(server.address + path, init)).status).toBe(204)
})

test('no log line holds what somebody sent', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { path } = await newWorkspace(data, secret)
  await deliver(
    server.address + path,
    zoomRun(5).map(({ body }, index) => ({ index, body })),
    secret,
  )
  await fetch(server.address + path, { method: 'POST', body: '{"email":"dana@kiwi.example"}' })
  await fetch(`${server.address}/api/v1/people?email=dana@kiwi.example`, {
    headers: { authorization: 'Bearer rk_x_y' },
  })
  await untilQuiet(server.address)
  expect(await server.end('SIGTERM')).toBe(0)
  expect(server.output()).not.toContain('@')
})

test('a command is carried out by the server that has the folder', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const made = await ripenJson<{ workspace: { slug: string }; apiKey: string }>(data, 'workspace', 'create', 'lime')
  expect(made.workspace.slug).toBe('lime')
  const headers = { authorization: `Bearer ${made.apiKey}` }
  expect((await fetch(`${server.address}/api/v1/webinars`, { headers })).status).toBe(200)
})

test('what the command line may do is not served to the network', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { apiKey } = await newWorkspace(data, secret)
  expect((await fetch(`${server.address}/local/workspaces`)).status).toBe(404)
  const headers = { 'ripen-caller': 'local', authorization: `Bearer ${apiKey}` }
  expect((await fetch(`${server.address}/api/v1/webinars`, { headers })).status).toBe(403)
})

/** Sends a chunked body until the server has answered; the answer as text. */
function sendChunks(address: string, path: string, size: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(address).port), 'localhost')
    let answer = ''
    socket.on('data', (text) => (answer += text))
    socket.on('error', (error) => (answer ? resolve(answer) : reject(error)))
    socket.on('close', () => resolve(answer))
    const chunk = 'a'.repeat(64 * 1024)
    socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n`)
    for (let sent = 0; sent < size; sent += chunk.length) socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`)
    socket.write('0\r\n\r\n')
  })
}
