import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export interface Started {
  pid: number
  /** What the pattern of the wait found in the output. */
  found: RegExpExecArray
  /** When each text first stood in the output, ms since the process was started. */
  firstSeen(text: string): number | null
  /** Ends it in good order. */
  stop(): Promise<void>
}

interface Wish {
  env?: NodeJS.ProcessEnv
  execArgv?: readonly string[]
}

/** Starts a program of src/hosts/node and waits until it says something; it does not outlive this process. */
export async function startHost(script: string, until: RegExp, { env = {}, execArgv = [] }: Wish): Promise<Started> {
  const { RIPEN_SECRET: _, RIPEN_URL: __, ...inherited } = process.env
  const child = spawn(process.execPath, [...execArgv, join(root, 'src/hosts/node', script)], {
    cwd: root,
    env: { ...inherited, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => void child.kill('SIGKILL')
  process.on('exit', kill)
  const exit = once(child, 'exit')
  const begin = performance.now()
  const said: { at: number; text: string }[] = []
  const output = () => said.map(({ text }) => text).join('')
  const found = await new Promise<RegExpExecArray>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said.push({ at: performance.now() - begin, text: String(text) })
        const match = until.exec(output())
        if (match) resolve(match)
      })
    exit.then(() => reject(new Error(`${script} ended: ${output()}`)))
  })
  return {
    pid: child.pid!,
    found,
    firstSeen: (text) => said.find((each) => each.text.includes(text))?.at ?? null,
    async stop() {
      child.kill('SIGTERM')
      await exit
      process.off('exit', kill)
    },
  }
}

/** `npm start` on a data folder, on any free port. */
export async function startServer(
  folder: string,
  execArgv: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ port: number; pid: number; stop(): Promise<void> }> {
  const until = /on http:\/\/localhost:(\d+)/
  const { found, pid, stop } = await startHost('server.ts', until, { env: { ...env, RIPEN_DATA: folder }, execArgv })
  return { port: Number(found[1]), pid, stop }
}
