import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEngine } from '../cloudflare/engine.ts'
import { type AtEnd, ripen, ripenIn, startServer, temporaryFolder } from '../process/running.ts'
import type { RunningHost } from './host.ts'

const root = join(import.meta.dirname, '..', '..')

/** `npm start` on a fresh folder. */
export async function startNode(atEnd: AtEnd): Promise<RunningHost> {
  const data = temporaryFolder(atEnd)
  const { address } = await startServer(data, {}, atEnd)
  return { name: 'node', address, command: (...args) => ripen(data, ...args) }
}

/** `npm run dev:cloudflare` on a fresh folder: Cloudflare's own engine on this machine. */
export async function startCloudflare(atEnd: AtEnd): Promise<RunningHost> {
  const data = temporaryFolder(atEnd)
  const script = join(root, 'src/hosts/cloudflare/dev.ts')
  const address = await startEngine(script, [], { RIPEN_DATA: data, PORT: '0' }, atEnd)
  const env = { RIPEN_SERVER: address, RIPEN_SECRET: readFileSync(join(data, 'secret'), 'utf8').trim() }
  return { name: 'cloudflare', address, command: (...args) => ripenIn(env, ...args) }
}
