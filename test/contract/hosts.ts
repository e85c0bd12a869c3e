import { startDev } from '../cloudflare/start.ts'
import { type AtEnd, ripen, ripenIn, startServer, temporaryFolder } from '../process/running.ts'
import type { RunningHost } from './host.ts'

/** `npm start` on a fresh folder. */
export async function startNode(atEnd: AtEnd): Promise<RunningHost> {
  const data = temporaryFolder(atEnd)
  const { address } = await startServer(data, {}, atEnd)
  return { name: 'node', address, command: (...args) => ripen(data, ...args) }
}

/** `npm run dev:cloudflare` on a fresh folder: Cloudflare's own engine on this machine. */
export async function startCloudflare(atEnd: AtEnd): Promise<RunningHost> {
  const { address, env } = await startDev(atEnd)
  return { name: 'cloudflare', address, command: (...args) => ripenIn(env, ...args) }
}
