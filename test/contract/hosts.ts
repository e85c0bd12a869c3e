import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
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
  // A group of its own, for the engine is the child of a child.
  const child = spawn(process.execPath, [join(root, 'src/hosts/cloudflare/dev.ts')], {
    env: { ...process.env, RIPEN_DATA: data, PORT: '0' },
    detached: true,
  })
  let output = ''
  child.stdout.on('data', (part) => (output += part))
  child.stderr.on('data', (part) => (output += part))
  atEnd(() => process.kill(-child.pid!, 'SIGKILL'))
  const address = await vi.waitUntil(
    () => {
      if (child.exitCode !== null) throw new Error(`the engine ended with ${child.exitCode}: ${output}`)
      return /Ready on (http:\/\/\S+)/.exec(output)?.[1]
    },
    { timeout: 60_000, interval: 50 },
  )
  const env = { RIPEN_SERVER: address, RIPEN_SECRET: readFileSync(join(data, 'secret'), 'utf8').trim() }
  return { name: 'cloudflare', address, command: (...args) => ripenIn(env, ...args) }
}
