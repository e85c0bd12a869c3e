import { signatureHeaders } from '../sources/zoom/verify.ts'
import { overTls, plain } from './headers.ts'

/** A webhook: all of it that anybody looks at. `signature`: the values of the headers that sign it, '' where missing. */
export interface Hook {
  key: string
  signature: readonly string[]
  /** When it arrived, ms UTC, where that was not just now. */
  receivedAt?: number
  body: Uint8Array<ArrayBuffer>
}

/** What becomes of a webhook in its workspace: `stored` is a bare 204; null: there is no such source. */
export type HookOutcome = Response | 'stored' | null

/** An answer that needs no Response: on the hot path that would cost more than all the rest of the front. */
export interface HookAnswer {
  status: number
  headers: Readonly<Record<string, string>>
  body: string | null
}

/** So long may the body of a webhook be, in bytes. */
export const hookLimit = 1024 * 1024

const hookPath = /^\/hooks\/zoom\/(([a-z0-9]{8,32})\.[A-Za-z0-9_-]{1,64})$/

/** Whose webhook comes in at a path, and by which key; null where none does. */
export function hookAt(path: string): { workspace: string; key: string } | null {
  const found = hookPath.exec(path)
  return found && { workspace: found[2]!, key: found[1]! }
}

export function signatureOf(header: (name: string) => string | null | undefined): string[] {
  return signatureHeaders.map((name) => header(name) ?? '')
}

/** Made once: in a storm of webhooks even more are refused than taken. */
const bare = { plain: bareAnswers(plain), overTls: bareAnswers(overTls) }

function bareAnswers(guard: HookAnswer['headers']): Record<'stored' | 'overloaded', HookAnswer> {
  return {
    stored: { status: 204, headers: guard, body: null },
    overloaded: { status: 503, headers: { ...guard, 'retry-after': '5', 'content-length': '0' }, body: null },
  }
}

/** The answer with what guards every answer. */
export async function hookAnswerOf(outcome: Response | 'stored' | 'overloaded', tls: boolean): Promise<HookAnswer> {
  if (typeof outcome === 'string') return bare[tls ? 'overTls' : 'plain'][outcome]
  const { status } = outcome
  const headers = { ...(tls ? overTls : plain), ...Object.fromEntries(outcome.headers) }
  return { status, headers, body: await outcome.text() }
}
