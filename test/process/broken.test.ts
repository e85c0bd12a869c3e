import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { signed } from '../zoom-run.ts'
import { newWorkspace, refusedServer, ripenJson, startServer, temporaryFolder } from './running.ts'

const secret = 'kiwi-secret'

test('a workspace of a newer release is left alone: its hook says 503, so that nothing is lost, and the log says why', async () => {
  const data = temporaryFolder()
  const { path, apiKey } = await newWorkspace(data, secret)
  const [file] = readdirSync(join(data, 'workspaces'))
  const db = new Database(join(data, 'workspaces', file!))
  db.prepare("INSERT INTO schema_migration (name, applied_at) VALUES ('9999_future', 0)").run()
  db.close()

  const server = await startServer(data)
  const hook = await fetch(server.address + path, { method: 'POST', headers: signed('{}', secret), body: '{}' })
  expect([hook.status, hook.headers.get('retry-after')]).toEqual([503, '5'])
  const headers = { authorization: `Bearer ${apiKey}` }
  expect((await fetch(`${server.address}/api/v1/webinars`, { headers })).status).toBe(503)
  expect(server.output()).toContain('newer release of Ripen (9999_future)')
  expect(await server.end('SIGTERM')).toBe(0)
})

test('when the thread of the workspaces fails, the process ends with a clear line, so that it is started again', async () => {
  const data = temporaryFolder()
  writeFileSync(join(data, 'workspaces'), 'not a folder')
  const { code, output } = await refusedServer(data)
  expect(code).toBe(1)
  expect(output).toContain('The thread that holds the workspaces failed, so Ripen stops.')
})

test('a secret that is too short is refused, and the data folder is free again', async () => {
  const data = temporaryFolder()
  const { code, output } = await refusedServer(data, { RIPEN_SECRET: 'short' })
  expect([code, output]).toEqual([1, expect.stringContaining('RIPEN_SECRET is too short')])
  await ripenJson(data, 'workspace', 'list')
})

test('two commands at once wait for each other', async () => {
  const data = temporaryFolder()
  const slugs = ['kiwi', 'lime', 'melon']
  await Promise.all(slugs.map((slug) => ripenJson(data, 'workspace', 'create', slug)))
  const { items } = await ripenJson<{ items: { slug: string }[] }>(data, 'workspace', 'list')
  expect(items.map(({ slug }) => slug)).toEqual(slugs)
})

test('a workspace whose making is refused leaves no file behind', async () => {
  const data = temporaryFolder()
  const create = ['workspace', 'create', 'kiwi', '--timezone', 'Mars/Base']
  await expect(ripenJson(data, ...create)).rejects.toThrow('Mars/Base')
  expect(readdirSync(join(data, 'workspaces'))).toEqual([])
})

test('the path of the data may be longer than a socket allows', async () => {
  const data = join(temporaryFolder(), 'a'.repeat(60), 'b'.repeat(60))
  mkdirSync(data, { recursive: true })
  const server = await startServer(data)
  await ripenJson(data, 'workspace', 'create', 'kiwi')
  expect(await ripenJson(data, 'workspace', 'list')).toMatchObject({ items: [{ slug: 'kiwi' }] })
  expect(await server.end('SIGTERM')).toBe(0)
})
