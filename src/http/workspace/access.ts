import { createMiddleware } from 'hono/factory'
import { Refused } from '../../domain/refusal.ts'
import { type allScopes, checkApiKey } from '../../workspace/api-keys.ts'
import { callerHeader } from '../caller.ts'
import type { WorkspaceEnv } from './app.ts'

/** What an API key may be allowed to do. */
export type Scope = (typeof allScopes)[number]

const managing = /^\/api\/v1\/(model|sources|quarantine|workspace)(\/|$)/

/** The scope a call needs: reading, bringing in facts, or changing how the workspace works. */
export function scopeFor(method: string, path: string): Scope {
  if (method === 'GET' || method === 'HEAD') return 'read'
  return managing.test(path) ? 'manage' : 'write'
}

/** The one place where a caller's rights are looked at: a key of this workspace, or the machine's own command line. */
export const guard = createMiddleware<WorkspaceEnv>(async (c, next) => {
  if (c.req.header(callerHeader) !== 'local') {
    const key = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const scopes = key ? checkApiKey(c.env.ws, key) : null
    if (!scopes) throw new Refused('unauthorized', 'Give a valid API key: "Authorization: Bearer rk_…".')
    const scope = scopeFor(c.req.method, c.req.path)
    if (!scopes.includes(scope)) throw new Refused('forbidden', `This API key lacks the scope "${scope}".`, { scope })
  }
  await next()
})
