import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type AtEnd, type RunningServer, temporaryFolder } from '../process/running.ts'
import { startEngine } from './engine.ts'

const script = join(import.meta.dirname, '..', '..', 'src/hosts/cloudflare/dev.ts')

export interface RunningEngine extends RunningServer {
  data: string
  /** With which the command line reaches it. */
  env: { RIPEN_SERVER: string; RIPEN_SECRET: string }
}

/** `npm run dev:cloudflare` on a fresh folder and any free port. */
export async function startDev(atEnd: AtEnd = onTestFinished, env: NodeJS.ProcessEnv = {}): Promise<RunningEngine> {
  const data = temporaryFolder(atEnd)
  const server = await startEngine(
    script,
    [],
    { ...(env as Record<string, string>), RIPEN_DATA: data, PORT: '0' },
    atEnd,
  )
  const secret = readFileSync(join(data, 'secret'), 'utf8').trim()
  return { ...server, data, env: { RIPEN_SERVER: server.address, RIPEN_SECRET: secret } }
}
