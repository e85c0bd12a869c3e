import { startDev } from '../cloudflare/start.ts'
import { type AtEnd, ripen, ripenIn, startServer, temporaryFolder } from '../process/running.ts'
import type { RunningHost } from './host.ts'
import { listeningZoom } from './zoom-account.ts'

/** `npm start` on a fresh folder. */
export async function startNode(atEnd: AtEnd): Promise<RunningHost> {
  const data = temporaryFolder(atEnd)
  const { zoom, env } = await listeningZoom(atEnd)
  const { address } = await startServer(data, env, atEnd)
  return { name: 'node', address, zoom, command: (...args) => ripen(data, ...args) }
}

/** `npm run dev:cloudflare` on a fresh folder: Cloudflare's own engine on this machine. */
export async function startCloudflare(atEnd: AtEnd): Promise<RunningHost> {
  const { zoom, env: way } = await listeningZoom(atEnd)
  const { address, env } = await startDev(atEnd, way)
  return { name: 'cloudflare', address, zoom, command: (...args) => ripenIn(env, ...args) }
}
