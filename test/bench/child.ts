import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/**
 * What `run` of a module makes of the input, in a process of its own: so no part of the bench inherits the heap of
 * another. What it writes goes to stderr.
 */
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
  const child = fork(join(import.meta.dirname, 'child-main.ts'), [join(import.meta.dirname, path)], {
    stdio: ['ignore', 2, 2, 'ipc'],
    serialization: 'advanced',
  })
  child.send(input)
  return child
}
