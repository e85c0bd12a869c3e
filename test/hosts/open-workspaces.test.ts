import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { OpenWorkspaces } from '../../src/hosts/node/open-workspaces.ts'
import { signatureHeaders } from '../../src/sources/zoom/verify.ts'
import { addSource } from '../../src/workspace/add-source.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { listSources } from '../../src/workspace/list-sources.ts'
import { receiveZoom } from '../../src/workspace/receive-zoom.ts'
import { temporaryFolder } from '../process/running.ts'
import { signed } from '../zoom-run.ts'

test('an address that Zoom was told is good is known as such after a stop, however soon that came', async () => {
  const data = temporaryFolder()
  const key = randomBytes(32)
  const open = new OpenWorkspaces(data, key, {})
  const { ws } = open.get('kiwi00000000', true)!
  createWorkspace(ws, { slug: 'kiwi', timezone: 'UTC' })
  const { path } = addSource(ws, { platform: 'zoom', secret: 'kiwi-secret' })
  const challenge = JSON.stringify({ event: 'endpoint.url_validation', payload: { plainToken: 'abc' } })
  const headers = signed(challenge, 'kiwi-secret')
  const signature = signatureHeaders.map((name) => headers[name]!)
  const answer = await receiveZoom(ws, path.split('/').at(-1)!, signature, Buffer.from(challenge))
  expect(answer.status).toBe(200)
  await open.close()

  const again = new OpenWorkspaces(data, key, {})
  const { items } = listSources(again.get('kiwi00000000')!.ws)
  expect(items).toMatchObject([{ state: 'validated' }])
  await again.close()
})
