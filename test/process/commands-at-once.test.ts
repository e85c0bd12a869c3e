import { join } from 'node:path'
import { expect, test } from 'vitest'
import { zoomRun } from '../zoom-run.ts'
import { deliverAll, newWorkspace, ripen, startServer, temporaryFolder } from './running.ts'

const secret = 'kiwi-secret'
const of = ['--workspace', 'kiwi']

test('commands beside a server under load, many at once, never meet a lock', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { path } = await newWorkspace(data, secret)
  const folder = temporaryFolder()
  const bodies = zoomRun(400).map(({ body }, index) => ({ index, body }))
  const commands = [
    ['backup', '--to', join(folder, 'one.tar')],
    ['backup', '--to', join(folder, 'other.tar')],
    ['doctor'],
    ['doctor', '--full'],
    ['workspace', 'create', 'lime'],
    ['source', 'add', 'zoom', '--secret', 'x', ...of],
    ['rescore', ...of],
    ['person', 'explain', 'person1@customer.example', ...of],
  ]
  const [acknowledged, ...results] = await Promise.all([
    deliverAll(server.address + path, bodies, secret),
    ...commands.map((args) => ripen(data, ...args)),
  ])
  expect(acknowledged.size).toBe(bodies.length)
  for (const [at, { code, stdout, stderr }] of results.entries()) {
    const name = commands[at]![0]!
    expect([name, `${stdout}${stderr}`.match(/SQLITE_\w+|is locked|busy/i)]).toEqual([name, null])
    if (name !== 'person') expect([name, code, code === 0 ? '' : stderr]).toEqual([name, 0, ''])
  }
})
