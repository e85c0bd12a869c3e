import { once } from 'node:events'
import { type MessagePort, Worker } from 'node:worker_threads'
import { Refused } from '../../domain/refusal.ts'
import type { Hook, HookOutcome } from '../../http/hook.ts'
import type { ZoomAddresses } from '../../http/outside.ts'
import type { CallOptions } from '../../http/sign-in.ts'
import { isEventStream } from './answer.ts'
import { Line } from './line.ts'
import { type FromWorkspaces, packBatch, type ToWorkspaces, type WireAnswer, type WireRequest } from './wire.ts'

/** What a batch leaves behind is garbage as soon as it is answered: with this much room most of it is never looked at. */
const resourceLimits = { maxYoungGenerationSizeMb: 128 }

interface GivenToThread {
  data: string
  secret: Uint8Array
  zoom: ZoomAddresses
  upkeep: MessagePort
}

interface Waiting {
  resolve: (outcome: HookOutcome | 'overloaded') => void
  reject: (error: Error) => void
  writes: boolean
}

/**
 * The way to the thread that holds all workspaces. What arrives while a batch of requests is under way forms the next:
 * so a batch is also what shares one commit.
 */
export class Crossing {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #bodies = new Map<number, ReadableStreamDefaultController<Uint8Array>>()
  readonly #pulls = new Map<number, () => void>()
  readonly #questions = new Map<number, (backlog: number | null) => void>()
  readonly #line = new Line<WireRequest>()
  readonly #eventStreams = new Set<number>()
  /** The batches that the thread has, the older one first. */
  #underWay: { length: number; writes: number; since: number }[] = []
  #sending = false
  #number = 0
  #writes = 0
  #endsStreams = false
  #closing = false
  #fault: Error | null = null

  /** `onFault` is called once when the thread dies of its own accord; everything that waits is refused. */
  constructor(workerData: GivenToThread, onFault: (error: Error) => void) {
    this.#worker = new Worker(new URL('./workspaces.ts', import.meta.url), {
      workerData,
      transferList: [workerData.upkeep],
      resourceLimits,
    })
    this.#worker.on('message', (message: FromWorkspaces) => this.#receive(message))
    const fault = (error: Error) => {
      if (this.#fault || this.#closing) return
      this.#fault = error
      for (const waiting of this.#waiting.values()) waiting.reject(unavailable())
      for (const body of this.#bodies.values()) body.error(error)
      for (const tell of this.#questions.values()) tell(null)
      onFault(error)
    }
    this.#worker.on('error', fault)
    this.#worker.on('exit', (code) => fault(new Error(`the workspaces' thread ended with code ${code}`)))
  }

  /** The workspace's answer, null when there is none of this id. Refused `unavailable` when it would come too late. */
  async fetch(workspace: string, request: Request, options: CallOptions = {}): Promise<Response | null> {
    const { method, url, headers } = request
    const body = method === 'GET' || method === 'HEAD' ? null : await readBody(request)
    const call = { create: options.create ?? false, method, url, headers: [...headers] }
    const answer = await this.#ask({ workspace, call, body })
    if (answer === 'overloaded') throw unavailable({ overloaded: true })
    return answer === 'stored' ? new Response(null, { status: 204 }) : answer
  }

  /** The same for a webhook; `overloaded` when the answer would come too late. */
  hook(workspace: string, { key, signature, body }: Hook): Promise<HookOutcome | 'overloaded'> {
    return this.#ask({ workspace, hook: { key, signature }, body })
  }

  #ask(request: Omit<WireRequest, 'number'>): Promise<HookOutcome | 'overloaded'> {
    if (this.#fault || this.#closing) return Promise.reject(unavailable())
    const number = ++this.#number
    const writes = request.body !== null
    if (!this.#line.join({ number, ...request }, performance.now())) return Promise.resolve('overloaded')
    return new Promise((resolve, reject) => {
      if (writes) this.#writes++
      this.#waiting.set(number, { resolve, reject, writes })
      this.#sendSoon()
    })
  }

  /** How much of what has arrived is not yet in every answer: writes that are under way, and what is due. */
  backlog(): Promise<number> {
    const writes = this.#writes
    if (this.#fault) return Promise.reject(unavailable())
    const number = ++this.#number
    this.#post({ kind: 'backlog', number })
    return new Promise((resolve, reject) =>
      this.#questions.set(number, (backlog) => (backlog === null ? reject(unavailable()) : resolve(backlog + writes))),
    )
  }

  /** Under which address people reach Ripen. */
  tellAddress(address: string): void {
    this.#post({ kind: 'address', address })
  }

  /** Removes a workspace, with all that is in it. */
  discard(workspace: string): void {
    this.#post({ kind: 'discard', workspace })
  }

  /** Ends all event streams, and those that are opened from now on: they would keep a server from stopping. */
  endStreams(): void {
    this.#endsStreams = true
    for (const number of this.#eventStreams) this.#endStream(number)
  }

  /** Lets what is under way finish, closes every workspace and ends the thread. */
  async close(): Promise<void> {
    this.#closing = true
    if (this.#fault) return
    const exit = once(this.#worker, 'exit')
    this.#post({ kind: 'close' })
    await exit
  }

  /** After this turn, for what comes in with the same turn belongs to the same batch. */
  #sendSoon(): void {
    if (this.#sending || !this.#maySend()) return
    this.#sending = true
    setImmediate(() => {
      this.#sending = false
      this.#send()
    })
  }

  #send(): void {
    if (!this.#maySend()) return
    const since = performance.now()
    const { reads, writes, late } = this.#line.take(since)
    for (const { number } of late) this.#settled(number)?.resolve('overloaded')
    const requests = [...reads, ...writes]
    if (requests.length === 0) return
    const batch = packBatch(requests, this.#line.length > 0)
    this.#underWay.push({ length: requests.length, writes: writes.length, since })
    this.#post(batch, [batch.bodies])
  }

  /** The thread begins the second batch, if there is one, when it has done the first. */
  #done(): void {
    const [done, next] = this.#underWay.splice(0, 2)
    const now = performance.now()
    if (done) this.#line.took(done.writes, now - done.since)
    if (next) this.#underWay.push({ ...next, since: now })
  }

  /** A second batch may follow one that is under way as soon as it is as large, so that the thread need not wait. */
  #maySend(): boolean {
    const [first, second] = this.#underWay
    return second === undefined && this.#line.length >= (first?.length ?? 1)
  }

  #post(message: ToWorkspaces, transfer: ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, transfer)
  }

  #receive(message: FromWorkspaces): void {
    switch (message.kind) {
      case 'answers':
        // The thread first gets its next batch: it need not wait until all answers are written.
        if (message.ready) {
          this.#done()
          this.#send()
        }
        for (const number of message.stored) this.#settled(number)?.resolve('stored')
        for (const answer of message.answers) this.#settle(answer)
        break
      case 'piece':
        this.#piece(message.number, message.bytes, message.failed)
        break
      case 'backlog':
        this.#questions.get(message.number)?.(message.backlog)
        this.#questions.delete(message.number)
        break
    }
  }

  /** Whoever waited for this answer, who waits no more. */
  #settled(number: number): Waiting | undefined {
    const waiting = this.#waiting.get(number)
    if (!waiting) return undefined
    this.#waiting.delete(number)
    if (waiting.writes) this.#writes--
    return waiting
  }

  #settle(answer: WireAnswer): void {
    const waiting = this.#settled(answer.number)
    if (!waiting) return
    const { status, headers } = answer
    const body = answer.more ? this.#stream(answer) : answer.body
    if (answer.more && isEventStream(headers)) {
      this.#eventStreams.add(answer.number)
      if (this.#endsStreams) this.#endStream(answer.number)
    }
    waiting.resolve(status === 0 ? null : new Response(body, { status, headers }))
  }

  #endStream(number: number): void {
    this.#bodies.get(number)?.close()
    this.#forget(number)
    this.#post({ kind: 'cancel', number })
  }

  #forget(number: number): void {
    this.#bodies.delete(number)
    this.#pulls.delete(number)
    this.#eventStreams.delete(number)
  }

  /** One piece crosses for each time the reader wants more: a slow reader holds at most two. */
  #stream({ number, body }: WireAnswer): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#bodies.set(number, controller)
          if (body) controller.enqueue(body)
        },
        pull: () => {
          this.#post({ kind: 'pull', number })
          return new Promise<void>((resolve) => this.#pulls.set(number, resolve))
        },
        cancel: () => {
          this.#forget(number)
          this.#post({ kind: 'cancel', number })
        },
      },
      { highWaterMark: 1 },
    )
  }

  #piece(number: number, bytes: Uint8Array<ArrayBuffer> | null, failed: boolean): void {
    const body = this.#bodies.get(number)
    const pulled = this.#pulls.get(number)
    this.#pulls.delete(number)
    if (body) {
      if (bytes) body.enqueue(bytes)
      else {
        this.#forget(number)
        if (failed) body.error(new Error('the workspace could not finish its answer'))
        else body.close()
      }
    }
    pulled?.()
  }
}

async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await request.arrayBuffer())
  } catch {
    throw new Refused('invalid', 'The connection ended before the body did.')
  }
}

/** `overloaded`: nothing of it was begun, and later it may be taken. */
function unavailable(members: { overloaded?: true } = {}): Refused {
  return new Refused('unavailable', 'Ripen cannot take this in just now. Try again in a few seconds.', members)
}
