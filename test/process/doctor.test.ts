import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isLow } from '../../src/hosts/node/free-space.ts'
import { signed, zoomRun } from '../zoom-run.ts'
import { newWorkspace, ripen, ripenJson, startServer, temporaryFolder } from './running.ts'

const secret = 'kiwi-secret'
const { body } = zoomRun(1)[0]!

interface Check {
  name: string
  state: 'ok' | 'warning' | 'fault'
  value: unknown
  words: string
}

/** What the doctor says, by name, and with which code it ends. */
async function asked(data: string, ...more: string[]) {
  const { code, stdout, stderr } = await ripen(data, 'doctor', '--json', ...more)
  if (!stdout) throw new Error(stderr)
  const { checks } = JSON.parse(stdout) as { checks: Check[] }
  return { code, checks: new Map(checks.map((check) => [check.name, check])), all: checks }
}

const faults = (checks: Check[]) => checks.filter(({ state }) => state === 'fault').map(({ name }) => name)

test('a healthy Ripen has no fault, with its server and without, and every check says something', async () => {
  const data = temporaryFolder()
  await newWorkspace(data, secret)
  const without = await asked(data, '--full')
  const server = await startServer(data)
  const during = await asked(data)
  for (const { code, all } of [without, during]) {
    expect([code, faults(all)]).toEqual([0, []])
    for (const { name, words } of all) expect([name, words.length > 5]).toEqual([name, true])
  }
  const about = ['commits', 'scoring', 'deliveries', 'key', 'clock', 'integrity', 'form', 'watermark']
  for (const what of about) expect(during.checks.get(`kiwi ${what}`)?.state).toBe('ok')
  for (const name of ['release', 'disk speed', 'free space', 'size', 'logs', 'file modes'])
    expect([name, during.checks.has(name)]).toEqual([name, true])
  expect(during.checks.get('backup')).toMatchObject({
    state: 'warning',
    words: expect.stringContaining('None was made'),
  })
  expect(await server.end('SIGTERM')).toBe(0)

  await ripenJson(data, 'backup', '--to', join(temporaryFolder(), 'ripen.tar'))
  expect((await asked(data)).checks.get('backup')?.state).toBe('ok')
})

test('a damaged database and data that others may read are faults, and the exit code says so', async () => {
  const data = temporaryFolder()
  await newWorkspace(data, secret)
  const [file] = readdirSync(join(data, 'workspaces')).filter((name) => name.endsWith('.db'))
  const path = join(data, 'workspaces', file!)
  const bytes = readFileSync(path)
  for (let at = 4096 * 3; at < 4096 * 12; at += 4096) bytes.fill(0x55, at + 8, at + 300)
  writeFileSync(path, bytes)
  chmodSync(join(data, 'secret'), 0o644)
  const { code, all } = await asked(data)
  expect(code).toBe(1)
  expect(faults(all)).toEqual(expect.arrayContaining([expect.stringMatching(/ integrity$/), 'file modes']))
})

test('with another key the server says so, refuses with 503 until the secret is given anew, and loses nothing', async () => {
  const data = temporaryFolder()
  const { path } = await newWorkspace(data, secret)
  const server = await startServer(data, { RIPEN_SECRET: 'a-key-of-another-machine' })
  const send = () => fetch(server.address + path, { method: 'POST', headers: signed(body, secret), body })
  const refused = await send()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
  expect(server.output()).toContain('it was sealed with another RIPEN_SECRET or secret file')
  const { code, checks } = await asked(data)
  expect(code).toBe(1)
  expect(checks.get('kiwi key')).toMatchObject({ state: 'fault', value: 's1' })
  expect(checks.get('kiwi key')!.words).toContain('source secret <id> --workspace kiwi')

  await ripenJson(data, 'source', 'secret', 's1', '--workspace', 'kiwi', '--secret', secret)
  expect((await send()).status).toBe(204)
  expect((await asked(data)).checks.get('kiwi key')?.state).toBe('ok')
})

test('a disk is nearly full below 2 GB and below a tenth', () => {
  const gigabyte = 1024 ** 3
  expect(isLow({ free: 3 * gigabyte, total: 20 * gigabyte })).toBe(false)
  expect(isLow({ free: 3 * gigabyte, total: 40 * gigabyte })).toBe(true)
  expect(isLow({ free: 1.9 * gigabyte, total: 4 * gigabyte })).toBe(true)
})
