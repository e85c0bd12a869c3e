import { joinBytes } from '../../http/body.ts'
import type { Hook } from '../../http/hook.ts'

/** A request on its way to the workspaces' thread: a call or a webhook. */
export type WireRequest = WireHead & { body: Uint8Array<ArrayBuffer> | null }

interface WireHead {
  number: number
  workspace: string
  call?: WireCall
  hook?: Omit<Hook, 'body'>
}

/** `create` lets it open a workspace that has no file yet. */
export interface WireCall {
  create: boolean
  method: string
  url: string
  headers: [string, string][]
}

/** `status` 0: there is no such workspace. With `more` the rest of the body is fetched by `pull`, piece by piece. */
export interface WireAnswer {
  number: number
  status: number
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer> | null
  more: boolean
}

/**
 * Many requests as two values: what is cloned member by member costs more to send than all the rest of a request.
 * `pressed`: more wait already than this batch could take.
 */
export interface Batch {
  kind: 'batch'
  heads: string
  bodies: ArrayBuffer
  pressed: boolean
}

export type ToWorkspaces =
  | Batch
  | { kind: 'pull'; number: number }
  | { kind: 'cancel'; number: number }
  | { kind: 'backlog'; number: number }
  | { kind: 'discard'; workspace: string }
  | { kind: 'address'; address: string }
  | { kind: 'close' }

/**
 * `stored`: the requests that are answered by a bare 204. `ready`: the batch has been committed, the next one may come.
 * `piece` without bytes is the end of a body. A backlog is null when a database could not tell it.
 */
export type FromWorkspaces =
  | { kind: 'answers'; stored: number[]; answers: WireAnswer[]; ready: boolean }
  | { kind: 'piece'; number: number; bytes: Uint8Array<ArrayBuffer> | null; failed: boolean }
  | { kind: 'backlog'; number: number; backlog: number | null }
  | { kind: 'closed' }

type Head = WireHead & { size: number | null }

/** A single body that has its buffer for itself is handed over as it is. */
export function packBatch(requests: readonly WireRequest[], pressed: boolean): Batch {
  const heads: Head[] = []
  const bodies: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (const { body, ...head } of requests) {
    heads.push({ ...head, size: body?.byteLength ?? null })
    if (!body) continue
    bodies.push(body)
    length += body.byteLength
  }
  const [first] = bodies
  const alone = bodies.length === 1 && first!.byteLength === first!.buffer.byteLength
  const all = alone ? first! : joinBytes(bodies, length)
  return { kind: 'batch', heads: JSON.stringify(heads), bodies: all.buffer, pressed }
}

/** The bodies stay where they are: each is a view of the whole. */
export function unpackBatch({ heads, bodies }: Pick<Batch, 'heads' | 'bodies'>): WireRequest[] {
  let at = 0
  return (JSON.parse(heads) as Head[]).map(({ size, ...head }) => {
    const body = size === null ? null : new Uint8Array(bodies, at, size)
    at += size ?? 0
    return { ...head, body }
  })
}
