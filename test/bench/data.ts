import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { OpenWorkspaces } from '../../src/hosts/node/open-workspaces.ts'
import { readSecret } from '../../src/hosts/node/secret.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { addSource } from '../../src/workspace/add-source.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { backlog, drain } from '../../src/workspace/drain.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { progress } from './progress.ts'

/** A data folder that a server can be started on, with one workspace and its Zoom source. */
export interface BenchData {
  folder: string
  database: string
  hook: string
  secret: string
  apiKey: string
}

const id = 'bench0000000'

/** Makes a data folder with an empty workspace. */
export function makeData(folder: string): BenchData {
  mkdirSync(join(folder, 'workspaces'), { recursive: true })
  const data = { folder, database: databaseIn(folder), hook: '', secret: 'zoom-secret-token', apiKey: '' }
  const { ws, close } = openData(data)
  const { apiKey } = createWorkspace(ws, {
    slug: 'bench',
    timezone: 'Asia/Jerusalem',
    weekend: 'fri-sat',
    observes: ['mail', 'site'],
  })
  const { path } = addSource(ws, { platform: 'zoom', secret: data.secret })
  close()
  return { ...data, hook: path, apiKey }
}

/** The same workspace, with the same hook and secret, in another folder. */
export function copyData(data: BenchData, folder: string): BenchData {
  cpSync(data.folder, folder, { recursive: true })
  return { ...data, folder, database: databaseIn(folder) }
}

/** The workspace itself, in this process; no server may have it. */
export function openData({ folder, database }: Pick<BenchData, 'folder' | 'database'>): {
  ws: Workspace
  close: () => void
} {
  const db = openSqlite(database)
  const ws = openWorkspace(db, {
    id,
    now: Date.now,
    secret: readSecret(folder, undefined),
    migrations: readMigrations('workspace'),
    soon: globalThis.setImmediate,
  })
  return { ws, close: () => db.close() }
}

/** The same as the server has it, with the threads that help it. */
export function openServed({ folder }: Pick<BenchData, 'folder'>): { ws: Workspace; close: () => Promise<void> } {
  const open = new OpenWorkspaces(folder, readSecret(folder, undefined), {})
  return { ws: open.get(id)!.ws, close: () => open.close() }
}

/** Scores everybody who is due. Stops in between, so that the process notices when nobody waits for it any more. */
export async function drainAll(ws: Workspace, what: string): Promise<void> {
  while (drain(ws, 1_000).remaining > 0) {
    progress(`${what}, ${backlog(ws) > 0 ? 'under way' : 'clearing up'}`)
    await setImmediate()
  }
}

function databaseIn(folder: string): string {
  return join(folder, 'workspaces', `${id}.db`)
}
