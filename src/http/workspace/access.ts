import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Role } from '../../directory/members.ts'
import { Refused } from '../../domain/refusal.ts'
import { allScopes, checkApiKey } from '../../workspace/api-keys.ts'
import { type Author, SIDES, type Side } from '../../workspace/signatures.ts'
import { callerOf } from '../caller.ts'
import { door } from '../words.ts'
import type { WorkspaceEnv } from './routes.ts'

/** What an API key may be allowed to do. Who may manage may also work on the `formula`. */
export type Scope = (typeof allScopes)[number] | 'formula'

const managing = /^\/api\/v1\/(model|sources|quarantine|workspace)(\/|$)/
const formula = /^\/api\/v1\/model\/(draft|publish|preview|lint|test|backtest|suggest)(\/|$)/

/**
 * The scope a call needs: reading, bringing in facts, working on the formula (a draft and what is tried with it, and
 * publishing it once it is signed), or changing how the workspace works.
 */
export function scopeFor(method: string, path: string): Scope {
  if (method === 'GET' || method === 'HEAD') return 'read'
  if (formula.test(path)) return 'formula'
  return managing.test(path) ? 'manage' : 'write'
}

const all: readonly Scope[] = [...allScopes, 'formula']

/** What each role may do. The machine's own command line may do everything, as an owner may. */
const scopesOfRole: Record<Role | 'local', readonly Scope[]> = {
  local: all,
  owner: all,
  producer: ['read', 'write'],
  marketer: ['read', 'write', 'formula'],
  sales: ['read', 'formula'],
  partner: ['read'],
}

/** For which side of the agreement each role signs. */
const sidesOfRole: Partial<Record<string, readonly Side[]>> = {
  local: SIDES,
  owner: SIDES,
  marketer: ['marketing'],
  sales: ['sales'],
}

/** The one place where a caller's rights are looked at: a role that the front vouches for, or a key of this workspace. */
export const guard = createMiddleware<WorkspaceEnv>(async (c, next) => {
  demand(c, scopeFor(c.req.method, c.req.path))
  await next()
})

/** Refused where the caller may not do that. */
export function demand(c: Context<WorkspaceEnv>, scope: Scope): void {
  const caller = callerOf(c.req.raw.headers)
  if (caller) {
    const { role } = caller
    const allowed = Object.hasOwn(scopesOfRole, role) ? scopesOfRole[role as Role] : []
    if (!allowed.includes(scope)) throw new Refused('forbidden', door('role', { role, scope }), { scope })
    return
  }
  const key = keyOf(c)
  const scopes = key ? checkApiKey(c.env.ws, key) : null
  if (!scopes) throw new Refused('unauthorized', 'Give a valid API key: "Authorization: Bearer rk_…".')
  const needed = scope === 'formula' && scopes.includes('manage') ? 'manage' : scope
  if (!scopes.includes(needed)) throw new Refused('forbidden', `This API key lacks the scope "${scope}".`, { scope })
}

function keyOf(c: Context<WorkspaceEnv>): string | undefined {
  return /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
}

/** What let a caller in, after the guard has: the end of an API key, by which its owner knows it, or `session`. */
export function letInBy(c: Context<WorkspaceEnv>): string {
  return callerOf(c.req.raw.headers) ? 'session' : `…${keyOf(c)?.slice(-4) ?? ''}`
}

/** In whose name a call works on the formula, after the guard has let it in. */
export function authorOf(c: Context<WorkspaceEnv>): Author {
  const caller = callerOf(c.req.raw.headers)
  if (!caller) return { by: 'API key', email: null, sides: SIDES }
  const { role, name, email } = caller
  return { by: role === 'local' ? 'command line' : name, email, sides: sidesOfRole[role] ?? [] }
}
