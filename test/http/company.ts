import { type Directory, openDirectory } from '../../src/directory/directory.ts'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { Attempts } from '../../src/http/attempts.ts'
import { createFront, type FrontOptions } from '../../src/http/front.ts'
import type { Peer } from '../../src/http/place.ts'
import { createWorkspaceApp } from '../../src/http/workspace/app.ts'
import { addSource } from '../../src/workspace/add-source.ts'
import { addApiKey } from '../../src/workspace/api-keys.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { backlog, drain } from '../../src/workspace/drain.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { openInObject } from '../object-storage.ts'
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
  /** A path, or an address where it matters under which name the house is reached. */
  fetch(path: string, init?: RequestInit, peer?: Peer): Promise<Response>
  /** With the key of the company. */
  get<T = Record<string, unknown>>(company: Company, path: string): Promise<T>
  send(company: Company, method: string, path: string, body: unknown): Promise<Response>
  /** Signed as Zoom does. */
  hook(company: Company, body: string, secret?: string): Promise<Response>
  /** Who may sign in, and to which of the companies. */
  directory: Directory
  /** The ids of all databases, also of such as the directory does not know. */
  workspaces(): string[]
  /** Errors that nobody meant for the outside. */
  errors: unknown[]
}

export const secret = 'zoom-secret'

function openEmpty(id: string): Workspace {
  const migrations = readMigrations('workspace')
  const secret = new Uint8Array(32).fill(7)
  return openWorkspace(openInObject(), { id, now: () => now, secret, migrations, soon: setImmediate })
}

export function makeCompany(id: string): Company {
  const ws = openEmpty(id)
  const { apiKey } = createWorkspace(ws, { slug: id, timezone: 'Asia/Jerusalem' })
  const { path, source } = addSource(ws, { platform: 'zoom', secret })
  const settle = () => {
    while (drain(ws, 1_000).remaining > 0);
  }
  return { ws, apiKey, hook: path, source: source.id, settle }
}

export function makeHouse(...companies: Company[]): House {
  return makeHouseWith({}, ...companies)
}

/** The same with something of its own: another clock, a proxy that is believed, files. */
export function makeHouseWith(own: Partial<FrontOptions>, ...companies: Company[]): House {
  const errors: unknown[] = []
  const report = (error: unknown) => void errors.push(error)
  const apps = new Map(companies.map(({ ws }) => [ws.id, createWorkspaceApp(ws, report)]))
  const directory = makeDirectory(companies)
  const front = createFront({
    version: '0.1.0',
    directory,
    outside: { url: null, trustProxy: false },
    largestFile: 64 * 1024 * 1024,
    workspace: async (id, request, { create = false } = {}) => {
      if (create && !apps.has(id)) apps.set(id, createWorkspaceApp(openEmpty(id), report))
      return (await apps.get(id)?.fetch(request)) ?? null
    },
    hook: async (id, hook) => (await apps.get(id)?.hook(hook)) ?? null,
    discard: (id) => void apps.delete(id),
    attempts: new Attempts(Date.now),
    asset: async () => null,
    backlog: async () => companies.reduce((sum, { ws }) => sum + backlog(ws), 0),
    report,
    ...own,
  })
  const ask = (path: string, init: RequestInit = {}, peer: Peer = {}) =>
    front.fetch(new Request(new URL(path, 'http://ripen.example'), init), peer)
  const bearer = ({ apiKey }: Company) => ({ authorization: `Bearer ${apiKey}` })
  return {
    errors,
    directory,
    workspaces: () => [...apps.keys()],
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

function makeDirectory(companies: readonly Company[]): Directory {
  const migrations = readMigrations('directory')
  const directory = openDirectory(openInObject(), {
    now: () => Date.now(),
    migrations,
    secret: new Uint8Array(32).fill(9),
  })
  for (const { ws } of companies) directory.enter({ id: ws.id, slug: ws.id, name: ws.id })
  return directory
}

export function keyWith(company: Company, ...scopes: string[]): Company {
  return { ...company, apiKey: addApiKey(company.ws, scopes) }
}
