import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type { Host } from './host.ts'
import { stopperOf } from './stop.ts'

// The kernel takes 108 bytes for a socket's path, macOS 104.
const longest = 100

/**
 * Serves the command line of this machine on `<data>/ripen.sock`, for the owner only (on Windows a named pipe).
 * Where that path is too long for a socket, in a private folder for temporary files; lock.json says where.
 */
export async function listenLocally(host: Host): Promise<{ path: string; close(): Promise<void> }> {
  const { path, folder } = placeFor(host.data)
  const server = createAdaptorServer({ fetch: host.local }) as Server
  const stop = stopperOf(server)
  if (process.platform !== 'win32') rmSync(path, { force: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return {
    path,
    async close() {
      await stop()
      if (folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function placeFor(data: string): { path: string; folder?: string } {
  if (process.platform === 'win32') {
    const name = createHash('sha256').update(data).digest('hex').slice(0, 32)
    return { path: `\\\\.\\pipe\\ripen-${name}` }
  }
  const path = join(data, 'ripen.sock')
  if (Buffer.byteLength(path) <= longest) return { path }
  const folder = mkdtempSync(join(tmpdir(), 'ripen-'))
  return { path: join(folder, 'ripen.sock'), folder }
}
