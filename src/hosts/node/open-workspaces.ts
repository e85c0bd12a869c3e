import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isWorkspaceId } from '../../directory/workspaces.ts'
import { createWorkspaceApp } from '../../http/workspace/app.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import { errorFields, log } from '../log.ts'
import { Checkpoints, lastResort } from './checkpoints.ts'
import { readMigrations } from './migrations.ts'
import { openSqlite } from './sqlite.ts'

interface Opened extends ReturnType<typeof createWorkspaceApp> {
  ws: Workspace
  path: string
  close: () => void
}

/** The workspaces of a data folder: `<data>/workspaces/<id>.db`, each opened when it is first asked for. */
export class OpenWorkspaces {
  readonly #folder: string
  readonly #secret: Uint8Array
  readonly #opened = new Map<string, Opened>()
  readonly #migrations = readMigrations('workspace')
  readonly #checkpoints = new Checkpoints()
  #unopened: string[]

  constructor(data: string, secret: Uint8Array) {
    this.#folder = join(data, 'workspaces')
    this.#secret = secret
    mkdirSync(this.#folder, { recursive: true })
    const files = readdirSync(this.#folder)
    this.#unopened = files.flatMap((file) => (file.endsWith('.db') ? file.slice(0, -3) : [])).filter(isWorkspaceId)
  }

  /** Null when there is no such workspace; with `create` a new one is begun. Throws what `openWorkspace` throws. */
  get(id: string, create = false): Opened | null {
    const before = this.#opened.get(id)
    if (before) return before
    if (!isWorkspaceId(id)) return null
    const path = join(this.#folder, `${id}.db`)
    if (!create && !existsSync(path)) return null
    const db = openSqlite(path, { checkpointAt: lastResort })
    const ws = openWorkspace(db, {
      id,
      now: Date.now,
      secret: this.#secret,
      migrations: this.#migrations,
      soon: setImmediate,
      report: (event, error) => log(event, { workspace: id, ...errorFields(error) }),
    })
    const app = createWorkspaceApp(ws, (error) => log('request failed', { workspace: id, ...errorFields(error) }))
    const opened = { ws, path, ...app, close: () => db.close() }
    this.#opened.set(id, opened)
    this.#checkpoints.watch(path, () => void db.prepare('PRAGMA wal_checkpoint(PASSIVE)').all())
    this.#unopened = this.#unopened.filter((each) => each !== id)
    return opened
  }

  *all(): Generator<Workspace> {
    for (const { ws } of this.#opened.values()) yield ws
  }

  /** Closes and removes a workspace whose making was refused. */
  discard(id: string): void {
    const opened = this.#opened.get(id)
    if (!opened) return
    this.#opened.delete(id)
    this.#checkpoints.forget(opened.path)
    opened.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(opened.path + suffix, { force: true })
  }

  /** One that nobody has asked for yet; it may have people due from before. */
  nextUnopened(): string | undefined {
    return this.#unopened.shift()
  }

  get unopened(): number {
    return this.#unopened.length
  }

  async close(): Promise<void> {
    await this.#checkpoints.close()
    for (const { ws, close } of this.#opened.values()) {
      ws.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
      close()
    }
    this.#opened.clear()
  }
}
