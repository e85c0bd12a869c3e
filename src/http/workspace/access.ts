import { createMiddleware } from 'hono/factory'
import type { Role } from '../../directory/members.ts'
import { Refused } from '../../domain/refusal.ts'
import { allScopes, checkApiKey } from '../../workspace/api-keys.ts'
import { callerHeader } from '../caller.ts'
import { door } from '../words.ts'
import type { WorkspaceEnv } from './routes.ts'

/** What an API key may be allowed to do. */
export type Scope = (typeof allScopes)[number]

const managing = /^\/api\/v1\/(model|sources|quarantine|workspace)(\/|$)/

/** The scope a call needs: reading, bringing in facts, or changing how the workspace works. */
export function scopeFor(method: string, path: string): Scope {
  if (method === 'GET' || method === 'HEAD') return 'read'
  return managing.test(path) ? 'manage' : 'write'
}

/** What each role may do. The machine's own command line may do everything, as an owner may. */
const scopesOfRole: Record<Role | 'local', readonly Scope[]> = {
  local: allScopes,
  owner: allScopes,
  producer: ['read', 'write'],
  marketer: ['read', 'write'],
  sales: ['read'],
  partner: ['read'],
}

/** The one place where a caller's rights are looked at: a role that the front vouches for, or a key of this workspace. */
export const guard = createMiddleware<WorkspaceEnv>(async (c, next) => {
  const role = c.req.header(callerHeader)
  const scope = scopeFor(c.req.method, c.req.path)
  if (role !== undefined) {
    const allowed = Object.hasOwn(scopesOfRole, role) ? scopesOfRole[role as Role] : []
    if (!allowed.includes(scope)) throw new Refused('forbidden', door('role', { role, scope }), { scope })
  } else {
    const key = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const scopes = key ? checkApiKey(c.env.ws, key) : null
    if (!scopes) throw new Refused('unauthorized', 'Give a valid API key: "Authorization: Bearer rk_…".')
    if (!scopes.includes(scope)) throw new Refused('forbidden', `This API key lacks the scope "${scope}".`, { scope })
  }
  await next()
})
