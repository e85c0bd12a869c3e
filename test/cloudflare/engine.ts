import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AtEnd } from '../process/running.ts'

/** Starts a script that starts Cloudflare's engine; the address at which that answers. Both end when the test ends. */
export async function startEngine(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  atEnd: AtEnd,
): Promise<string> {
  // A group of its own, for the engine is the child of a child.
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env }, detached: true })
  atEnd(() => process.kill(-child.pid!, 'SIGKILL'))
  let output = ''
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        output += part
        const address = /Ready on (http:\/\/\S+)/.exec(output)?.[1]
        if (address) resolve(address)
      })
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the engine ended with ${code}: ${output}`)
  })
  return Promise.race([ready, ended])
}
