import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AtEnd, RunningServer } from '../process/running.ts'

/** Starts a script that starts Cloudflare's engine, and waits until that answers. Both end when the test ends. */
export async function startEngine(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  atEnd: AtEnd,
): Promise<RunningServer> {
  // A group of its own, for the engine is the child of a child.
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env }, detached: true })
  const pid = child.pid!
  const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals]>
  atEnd(() => process.kill(-pid, 'SIGKILL'))
  let output = ''
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        output += part
        const address = /Ready on (http:\/\/\S+)/.exec(output)?.[1]
        if (address) resolve(address)
      })
  })
  const ended = exit.then(([code]) => {
    throw new Error(`the engine ended with ${code}: ${output}`)
  })
  const address = await Promise.race([ready, ended])
  return {
    address,
    pid,
    output: () => output,
    async end(signal) {
      process.kill(-pid, signal)
      const [code, by] = await exit
      return code ?? by
    },
  }
}
