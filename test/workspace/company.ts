import { createHmac } from 'node:crypto'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import type { Statement } from '../../src/domain/statement.ts'
import { createWorkspace, type WorkspaceSetup } from '../../src/workspace/create-workspace.ts'
import { drain } from '../../src/workspace/drain.ts'
import { ingest } from '../../src/workspace/ingest.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'

/** 2026-05-12 14:00 UTC, a Tuesday. */
export const start = Date.UTC(2026, 4, 12, 14)
export const minute = 60_000
export const day = 24 * 60 * minute
const migrations = readMigrations('workspace')

/** A workspace on a database of its own whose clock the test sets. */
export interface Company {
  ws: Workspace
  clock: { now: number }
  close: () => void
}

export function openCompany({ path = ':memory:', id = 'acme0001' } = {}): Company {
  const clock = { now: start + day }
  const db = openSqlite(path)
  const secret = new Uint8Array(32).fill(7)
  const ws = openWorkspace(db, { id, now: () => clock.now, secret, migrations })
  return { ws, clock, close: () => db.close() }
}

export function company(setup: Partial<WorkspaceSetup> = {}): Company {
  const opened = openCompany()
  createWorkspace(opened.ws, { slug: 'acme', ...setup })
  return opened
}

/** Takes statements in as one delivery. */
export function take(ws: Workspace, statements: readonly Statement[], receivedAt = ws.now()) {
  return ws.transaction(() => ingest(ws, statements, receivedAt))
}

/** Scores everybody who is due. */
export function settle(ws: Workspace): void {
  while (drain(ws, 1_000).remaining > 0);
}

/** Headers and body of a webhook as Zoom signs it. */
export function signed(body: string | object, secret: string, at: number) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const timestamp = String(Math.floor(at / 1000))
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex')
  const headers = new Headers({ 'x-zm-request-timestamp': timestamp, 'x-zm-signature': `v0=${digest}` })
  return { headers, body: new TextEncoder().encode(text) }
}
