import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { errorFields, log } from '../log.ts'
import type { Inspected } from './inspect.ts'

/** What the host asks of the workspaces' thread beside requests, with the answers. */
export interface Chores {
  /** Copies a workspace's database into a new file: until when all is in it; null when there is no such workspace. */
  copy(of: { workspace: string; to: string }): Promise<number | null>
  inspect(): Inspected[]
  /** Opens what lacks something acknowledged, as it is; the ids. */
  acceptLosses(): string[]
}

type Chore = keyof Chores
interface Question {
  number: number
  chore: Chore
  input: unknown
}
type Answer = { number: number; output: unknown } | { number: number; failed: string }

/** The host's side. `far` is for the thread. */
export class Upkeep {
  readonly far: MessagePort
  readonly #near: MessagePort
  readonly #waiting = new Map<number, { resolve: (output: never) => void; reject: (error: Error) => void }>()
  #number = 0

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.#near = port1
    this.far = port2
    port1.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.number)
      this.#waiting.delete(answer.number)
      if ('failed' in answer) waiting?.reject(new Error(answer.failed))
      else waiting?.resolve(answer.output as never)
    })
    port1.unref()
  }

  ask<C extends Chore>(chore: C, ...[input]: Parameters<Chores[C]>): Promise<Awaited<ReturnType<Chores[C]>>> {
    const number = ++this.#number
    this.#near.postMessage({ number, chore, input } satisfies Question)
    return new Promise((resolve, reject) => this.#waiting.set(number, { resolve, reject }))
  }
}

/** The thread's side. */
export function answerChores(port: MessagePort, chores: Chores): void {
  port.on('message', async ({ number, chore, input }: Question) => {
    try {
      port.postMessage({ number, output: await chores[chore](input as never) } satisfies Answer)
    } catch (error) {
      log(`${chore} failed`, errorFields(error))
      port.postMessage({ number, failed: error instanceof Error ? error.message : String(error) } satisfies Answer)
    }
  })
}
