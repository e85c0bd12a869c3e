// What Ripen uses of Cloudflare's runtime, in its words. The official types would replace those of the browser's
// Request and Response in the whole project.

interface DurableObjectStorage {
  readonly sql: {
    exec(query: string, ...bindings: (string | number | null | ArrayBuffer | ArrayBufferView)[]): SqlRows
  }
  /** Nests. What it throws was rolled back. */
  transactionSync<T>(run: () => T): T
  setAlarm(at: number): Promise<void>
  getAlarm(): Promise<number | null>
  deleteAlarm(): Promise<void>
  deleteAll(): Promise<void>
}

interface SqlRows {
  toArray(): Record<string, string | number | null | ArrayBuffer>[]
}

interface DurableObjectState {
  readonly id: { readonly name?: string }
  readonly storage: DurableObjectStorage
  blockConcurrencyWhile<T>(run: () => Promise<T>): Promise<T>
}

/** Where objects of a class are found. Their methods are called over RPC. */
interface DurableObjectNamespace<Methods> {
  idFromName(name: string): object
  get(id: object): Methods
}

interface Queue<Body> {
  send(body: Body, options?: { contentType?: 'v8' | 'json' }): Promise<unknown>
}

interface QueueMessage<Body> {
  readonly body: Body
  readonly attempts: number
  ack(): void
  retry(options?: { delaySeconds?: number }): void
}

interface QueueBatch<Body> {
  readonly queue: string
  readonly messages: readonly QueueMessage<Body>[]
}

declare module 'cloudflare:workers' {
  export abstract class DurableObject<Env> {
    protected readonly ctx: DurableObjectState
    protected readonly env: Env
    constructor(ctx: DurableObjectState, env: Env)
  }
}

declare module '*.sql' {
  const text: string
  export default text
}
