import { onTestFinished } from 'vitest'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { createFront } from '../../src/http/front.ts'
import { createWorkspaceApp } from '../../src/http/workspace/app.ts'
import { addSource } from '../../src/workspace/add-source.ts'
import { addApiKey } from '../../src/workspace/api-keys.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { backlog, drain } from '../../src/workspace/drain.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { signed } from '../zoom-run.ts'

export const now = Date.parse('2026-04-20T00:00:00Z')

/** A company with a Zoom source, in memory, behind the real front. */
export interface Company {
  ws: Workspace
  apiKey: string
  hook: string
  source: string
  /** Everything on the way to the answers gets there. */
  settle(): void
}

export interface House {
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** With the key of the company. */
  get<T = Record<string, unknown>>(company: Company, path: string): Promise<T>
  send(company: Company, method: string, path: string, body: unknown): Promise<Response>
  /** Signed as Zoom does. */
  hook(company: Company, body: string, secret?: string): Promise<Response>
  /** Errors that nobody meant for the outside. */
  errors: unknown[]
}

export const secret = 'zoom-secret'

export function makeCompany(id: string): Company {
  const db = openSqlite(':memory:')
  onTestFinished(() => db.close())
  const migrations = readMigrations('workspace')
  const ws = openWorkspace(db, {
    id,
    now: () => now,
    secret: new Uint8Array(32).fill(7),
    migrations,
    soon: setImmediate,
  })
  const { apiKey } = createWorkspace(ws, { slug: id, timezone: 'Asia/Jerusalem' })
  const { path, source } = addSource(ws, { platform: 'zoom', secret })
  const settle = () => {
    while (drain(ws, 1_000).remaining > 0);
  }
  return { ws, apiKey, hook: path, source: source.id, settle }
}

export function makeHouse(...companies: Company[]): House {
  const errors: unknown[] = []
  const report = (error: unknown) => void errors.push(error)
  const apps = new Map(companies.map(({ ws }) => [ws.id, createWorkspaceApp(ws, report)]))
  const front = createFront({
    version: '0.1.0',
    workspace: async (id, request) => (await apps.get(id)?.fetch(request)) ?? null,
    backlog: async () => companies.reduce((sum, { ws }) => sum + backlog(ws), 0),
    report,
  })
  const ask = (path: string, init: RequestInit = {}) => front.fetch(new Request(`http://ripen.example${path}`, init))
  const bearer = ({ apiKey }: Company) => ({ authorization: `Bearer ${apiKey}` })
  return {
    errors,
    fetch: ask,
    async get<T>(company: Company, path: string) {
      const response = await ask(`/api/v1${path}`, { headers: bearer(company) })
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
      return (await response.json()) as T
    },
    send: (company, method, path, body) =>
      ask(`/api/v1${path}`, {
        method,
        headers: { ...bearer(company), 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    hook: ({ hook }, body, by = secret) => ask(hook, { method: 'POST', headers: signed(body, by), body }),
  }
}

export function keyWith(company: Company, ...scopes: string[]): Company {
  return { ...company, apiKey: addApiKey(company.ws, scopes) }
}
