import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export interface StartedServer {
  port: number
  /** Ends it in good order. */
  stop(): Promise<void>
}

/** `npm start` on a data folder, as a process of its own that does not outlive this one. */
export async function startServer(folder: string, execArgv: readonly string[]): Promise<StartedServer> {
  const { RIPEN_SECRET: _, ...env } = process.env
  const child = spawn(process.execPath, [...execArgv, join(root, 'src/hosts/node/server.ts')], {
    cwd: root,
    env: { ...env, PORT: '0', RIPEN_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => void child.kill('SIGKILL')
  process.on('exit', kill)
  const exit = once(child, 'exit')
  let output = ''
  child.stderr.on('data', (text) => (output += text))
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      output += text
      const found = /on http:\/\/localhost:(\d+)/.exec(output)
      if (found) resolve(Number(found[1]))
    })
    exit.then(() => reject(new Error(`the server did not start: ${output}`)))
  })
  return {
    port,
    async stop() {
      child.kill('SIGTERM')
      await exit
      process.off('exit', kill)
    },
  }
}
