import type { Role } from '../directory/members.ts'
import { Refused } from '../domain/refusal.ts'
import { limitBody } from './body.ts'

/** The front sets these headers for callers it has let in itself, and takes nobody's word for them from outside. */
export const callerHeader = 'ripen-caller'
const memberHeader = 'ripen-member'

/** Who was let in: a member with name and address, or the machine's own command line. */
export type Caller = { role: Role; name: string; email: string } | { role: 'local' }

/** Refused `forbidden` where somebody outside claims to have been let in. */
export function refuseClaim(request: Request): void {
  for (const header of [callerHeader, memberHeader])
    if (request.headers.has(header)) throw new Refused('forbidden', `The header ${header} is Ripen's own.`)
}

/** A request as the workspace gets it of somebody who was let in: with who they are, without how they proved it. */
export async function onBehalf(request: Request, url: URL, caller: Caller, limit: number): Promise<Request> {
  const small = await limitBody(request, limit)
  const { method } = small
  const headers = new Headers(small.headers)
  headers.delete('cookie')
  headers.set(callerHeader, caller.role)
  headers.delete(memberHeader)
  // A name has letters that no header takes.
  if (caller.role !== 'local')
    headers.set(memberHeader, new URLSearchParams({ name: caller.name, email: caller.email }).toString())
  const body = method === 'GET' || method === 'HEAD' ? null : await small.arrayBuffer()
  return new Request(url, { method, headers, body })
}

/** The caller of a request that the front has let in; null: it comes from outside, with a key. */
export function callerOf(headers: Headers): { role: string; name: string; email: string | null } | null {
  const role = headers.get(callerHeader)
  if (role === null) return null
  const member = new URLSearchParams(headers.get(memberHeader) ?? '')
  const email = member.get('email')
  return { role, name: member.get('name') || (email ?? role), email }
}
