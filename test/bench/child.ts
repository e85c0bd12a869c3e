// A process of its own for one part of the bench, so that no part inherits the heap of another.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What `run` of the module makes of the input, in a new process. Its output goes to stderr. */
export function inChild<Input extends object, Output>(path: string, input: Input): Promise<Output> {
  const child = startChild(path, input)
  return new Promise((resolve, reject) => {
    let output: { is: Output } | undefined
    child.on('message', (message) => {
      output = { is: message as Output }
    })
    child.on('exit', (code, signal) => {
      if (output) resolve(output.is)
      else reject(new Error(`${path} ended with ${code ?? signal}`))
    })
  })
}

/** The same, and the child stays for further messages. */
export function startChild(path: string, input: object): ChildProcess {
  const child = fork(fileURLToPath(import.meta.url), [join(import.meta.dirname, path)], {
    stdio: ['ignore', 2, 2, 'ipc'],
    serialization: 'advanced',
  })
  child.send(input)
  return child
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [input] = await once(process, 'message')
  process.once('disconnect', () => process.exit())
  const { run } = (await import(process.argv[2]!)) as { run: (input: unknown) => unknown }
  const output = await run(input)
  if (output !== undefined) process.send!(output as object, () => process.exit())
}
