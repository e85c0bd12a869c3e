import { type Delivery, signed } from '../zoom/webhook.ts'

/** A Ripen seen from outside: what anybody with a session, or Zoom with its secret, can do over HTTP. */
export interface Ripen {
  call<T>(method: string, path: string, body?: unknown): Promise<T>
  /** Sends webhooks in order, several at a time; `onAnswer` hears how many have been taken. */
  deliver(deliveries: readonly Delivery[], onAnswer?: (taken: number) => void): Promise<void>
}

export interface Connection {
  fetch: typeof fetch
  address: string
  /** Ends everything that is under way. */
  signal: AbortSignal
}

/** Who is signed in, and to which workspace. */
export interface Session {
  cookie: string
  slug: string
}

/** The path of the Zoom source and the secret with which Zoom signs. */
export interface Hook {
  path: string
  secret: string
}

const connections = 24

export function connect(connection: Connection, session: Session, hook: () => Hook): Ripen {
  const { address, signal } = connection
  const own = { cookie: session.cookie, 'ripen-workspace': session.slug, origin: address }

  async function post({ body }: Delivery): Promise<void> {
    const { path, secret } = hook()
    const headers = signed(body, secret, String(Math.floor(Date.now() / 1000)))
    const answer = await connection.fetch(address + path, { method: 'POST', headers, body, signal })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`a webhook was answered ${answer.status}`)
  }

  return {
    async call(method, path, body) {
      const form = body instanceof FormData
      const headers = { ...own, ...(body !== undefined && !form && { 'content-type': typeOf(body) }) }
      const content = body === undefined || form ? body : JSON.stringify(body)
      const answer = await connection.fetch(address + path, { method, headers, body: content, signal })
      return answered(answer, `${method} ${path}`)
    },
    async deliver(deliveries, onAnswer = () => {}) {
      let next = 0
      let taken = 0
      async function sendOn(): Promise<void> {
        for (let each = deliveries[next++]; each; each = deliveries[next++]) {
          await post(each)
          onAnswer(++taken)
        }
      }
      await Promise.all(Array.from({ length: connections }, sendOn))
    },
  }
}

/** The JSON of an answer; throws what a refusal says. */
export async function answered<T>(answer: Response, call: string): Promise<T> {
  if (!answer.ok) throw new Error(`${call} was answered ${answer.status}: ${await answer.text()}`)
  return (answer.status === 204 ? null : await answer.json()) as T
}

function typeOf(body: unknown): string {
  return Array.isArray(body) ? 'application/cloudevents-batch+json' : 'application/json'
}
