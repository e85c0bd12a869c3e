import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { type AtEnd, ripenIn, temporaryFolder } from '../process/running.ts'
import type { Mood } from './failing-worker.ts'

const wrangler = join(import.meta.dirname, '..', '..', 'node_modules', 'wrangler', 'bin', 'wrangler.js')
const secret = 'a secret for the tests of the queue'

export interface Failing {
  address: string
  path: string
  apiKey: string
  be(mood: Mood): Promise<void>
}

/** Ripen in Cloudflare's engine, with a workspace `kiwi` that fails when it is told to. */
export async function startFailing(hookSecret: string, atEnd: AtEnd): Promise<Failing> {
  const folder = temporaryFolder(atEnd)
  const vars = join(folder, 'vars')
  writeFileSync(vars, `RIPEN_SECRET=${secret}\n`)
  const config = join(import.meta.dirname, 'wrangler.toml')
  const args = [
    'dev',
    '--config',
    config,
    '--port',
    '0',
    '--ip',
    '127.0.0.1',
    '--persist-to',
    folder,
    '--env-file',
    vars,
  ]
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' }
  const child = spawn(process.execPath, [wrangler, ...args], { env, detached: true })
  atEnd(() => process.kill(-child.pid!, 'SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part))
  const address = await vi.waitUntil(() => /Ready on (http:\/\/\S+)/.exec(output)?.[1], { timeout: 60_000 })
  const command = async (...given: string[]) => {
    const { stdout, stderr } = await ripenIn({ RIPEN_SERVER: address, RIPEN_SECRET: secret }, ...given, '--json')
    if (stderr) throw new Error(stderr)
    return JSON.parse(stdout)
  }
  const { workspace, apiKey } = await command('workspace', 'create', 'kiwi')
  const { path } = await command('source', 'add', 'zoom', '--workspace', 'kiwi', '--secret', hookSecret)
  return {
    address,
    path,
    apiKey,
    be: async (mood) => void (await fetch(`${address}/be?workspace=${workspace.id}&mood=${mood}`)),
  }
}
