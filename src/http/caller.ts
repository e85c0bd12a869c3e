import { Refused } from '../domain/refusal.ts'
import { limitBody } from './body.ts'

/** The front sets this header for callers it has let in itself, and takes nobody's word for it from outside. */
export const callerHeader = 'ripen-caller'

/** Refused `forbidden` where somebody outside claims to have been let in. */
export function refuseClaim(request: Request): void {
  if (request.headers.has(callerHeader)) throw new Refused('forbidden', `The header ${callerHeader} is Ripen's own.`)
}

/** A request as the workspace gets it of somebody who was let in: with what they are, without how they proved it. */
export async function onBehalf(request: Request, url: URL, caller: string, limit: number): Promise<Request> {
  const small = await limitBody(request, limit)
  const { method } = small
  const headers = new Headers(small.headers)
  headers.delete('cookie')
  headers.set(callerHeader, caller)
  const body = method === 'GET' || method === 'HEAD' ? null : await small.arrayBuffer()
  return new Request(url, { method, headers, body })
}
