import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Role } from '../../directory/members.ts'
import { Refused } from '../../domain/refusal.ts'
import { allScopes, checkApiKey, endOf } from '../../workspace/api-keys.ts'
import { type Author, SIDES, type Side } from '../../workspace/signatures.ts'
import { callerOf } from '../caller.ts'
import { door } from '../words.ts'
import type { WorkspaceEnv } from './routes.ts'

/** What an API key may be allowed to do, and rights that are narrower than that: only roles have those by themselves. */
export type Scope = (typeof allScopes)[number] | Narrow

/**
 * `formula`: a draft of the model, what is tried with it, and publishing it once it is signed. `export`: people as a
 * file. `act`: taking an alert, and what follows from it. `alerts`: rules of alerts and the channels they go to.
 */
type Narrow = 'formula' | 'export' | 'act' | 'alerts'

/** Which scope of a key has a narrow right in it. */
const within: Record<Narrow, (typeof allScopes)[number]> = {
  formula: 'manage',
  export: 'read',
  act: 'write',
  alerts: 'manage',
}

/** Calls that need more than their method says; the first that fits counts. `reads`: to read them needs it, too. */
const special: { path: RegExp; scope: Scope; reads?: true }[] = [
  { path: /^\/api\/v1\/(api-keys|audit|audit\.csv)(\/|$)/, scope: 'manage', reads: true },
  { path: /\.(csv|xlsx)$/, scope: 'export', reads: true },
  { path: /^\/api\/v1\/model\/(draft|publish|preview|lint|test|backtest|suggest)(\/|$)/, scope: 'formula' },
  { path: /^\/api\/v1\/(model|sources|quarantine|workspace|members)(\/|$)/, scope: 'manage' },
  { path: /^\/api\/v1\/(alert-rules|alert-routing|channels|sends)(\/|$)/, scope: 'alerts' },
  { path: /^\/api\/v1\/schedules(\/|$)/, scope: 'export', reads: true },
  { path: /^\/api\/v1\/alerts(\/|$)/, scope: 'act' },
  { path: /^\/api\/v1\/(segments|exports)(\/|$)/, scope: 'export' },
]

/** The right that a call needs: reading, bringing in facts, changing how the workspace works, or a narrower one. */
export function scopeFor(method: string, path: string): Scope {
  const reading = method === 'GET' || method === 'HEAD'
  const found = special.find(({ path: which, reads }) => (reads || !reading) && which.test(path))
  return found?.scope ?? (reading ? 'read' : 'write')
}

const all: readonly Scope[] = [...allScopes, ...(Object.keys(within) as Narrow[])]

/** What each role may do. The machine's own command line may do everything, as an owner may. */
const scopesOfRole: Record<Role | 'local', readonly Scope[]> = {
  local: all,
  owner: all,
  producer: ['read', 'write', 'export', 'act'],
  marketer: ['read', 'write', 'export', 'formula', 'alerts', 'act'],
  sales: ['read', 'formula', 'act'],
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
  const wider = scope in within ? within[scope as Narrow] : scope
  if (!scopes.includes(scope) && !scopes.includes(wider))
    throw new Refused('forbidden', `This API key lacks the scope "${wider}".`, { scope: wider })
}

/** Whether the caller may manage the workspace. */
export function mayManage(c: Context<WorkspaceEnv>): boolean {
  try {
    demand(c, 'manage')
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

function keyOf(c: Context<WorkspaceEnv>): string | undefined {
  return /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
}

/** What let a caller in, after the guard has: the end of an API key, by which its owner knows it, or `session`. */
export function letInBy(c: Context<WorkspaceEnv>): string {
  return callerOf(c.req.raw.headers) ? 'session' : endOf(keyOf(c) ?? '')
}

/** In whose name a call is made, for the formula and for the log, after the guard has let it in. */
export function authorOf(c: Context<WorkspaceEnv>): Author {
  const caller = callerOf(c.req.raw.headers)
  if (!caller) return { by: 'API key', email: null, key: letInBy(c), sides: SIDES }
  const { role, name, email } = caller
  return { by: role === 'local' ? 'command line' : name, email, sides: sidesOfRole[role] ?? [] }
}
