import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AtEnd, ripenIn, temporaryFolder } from '../process/running.ts'
import { startEngine } from './engine.ts'
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
  const env = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' }
  const { address } = await startEngine(wrangler, args, env, atEnd)
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
