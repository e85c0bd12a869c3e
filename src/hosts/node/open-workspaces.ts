import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isWorkspaceId } from '../../directory/workspaces.ts'
import { createWorkspaceApp } from '../../http/workspace/app.ts'
import { Ahead } from '../../workspace/ahead.ts'
import { storeSeen } from '../../workspace/source-seen.ts'
import { openWorkspace, type Workspace, type WorkspaceOptions } from '../../workspace/workspace.ts'
import { errorFields, log } from '../log.ts'
import { Checkpoints, lastResort } from './checkpoints.ts'
import { type Inspected, inspect } from './inspect.ts'
import { type Marked, openMarked } from './marked.ts'
import { readMigrations } from './migrations.ts'
import { Scorers } from './scorers.ts'
import { acceptLoss, type Loss, lossOf, markOf, numbered, refusedFor, Watermark } from './watermark.ts'

interface Opened extends ReturnType<typeof createWorkspaceApp> {
  ws: Workspace
  path: string
  db: Marked
  watermark: Watermark
  scorers: Scorers
}

/** How workspaces reach what is outside, and are reached. */
type Ways = Pick<WorkspaceOptions, 'outside' | 'waysOut' | 'address'>

const second = 1_000

/** The workspaces of a data folder: `<data>/workspaces/<id>.db`, each opened when it is first asked for. */
export class OpenWorkspaces {
  readonly #folder: string
  readonly #secret: Uint8Array
  readonly #ways: Ways
  readonly #opened = new Map<string, Opened>()
  readonly #migrations = readMigrations('workspace')
  readonly #checkpoints = new Checkpoints()
  /** Those that lack something acknowledged: they stay closed until somebody decides. */
  readonly #lost = new Map<string, Loss>()
  readonly #clock = setInterval(() => this.#note(), second)
  #unopened: string[]

  constructor(data: string, secret: Uint8Array, ways: Ways) {
    this.#folder = join(data, 'workspaces')
    this.#secret = secret
    this.#ways = ways
    mkdirSync(this.#folder, { recursive: true })
    this.#unopened = [...idsIn(this.#folder)]
  }

  /**
   * Null when there is no such workspace; with `create` a new one is begun. Throws what `openWorkspace` throws, and
   * Refused `unavailable` where something is missing that was acknowledged.
   */
  get(id: string, create = false): Opened | null {
    const before = this.#opened.get(id)
    if (before) return before
    if (!isWorkspaceId(id)) return null
    const path = join(this.#folder, `${id}.db`)
    if (!create && !existsSync(path) && !existsSync(markOf(path))) return null
    this.#refuseLoss(id, path)
    const db = openMarked(path, numbered, { checkpointAt: lastResort })
    const scorers = new Scorers(path)
    const ws = openWorkspace(db, {
      id,
      ahead: new Ahead(scorers),
      now: Date.now,
      secret: this.#secret,
      migrations: this.#migrations,
      soon: setImmediate,
      ...this.#ways,
      report: (event, error) => log(event, { workspace: id, ...errorFields(error) }),
      notice: (event, code) => log(event, { workspace: id, code }),
    })
    const app = createWorkspaceApp(ws, (error) => log('request failed', { workspace: id, ...errorFields(error) }))
    const opened = { ws, path, db, watermark: new Watermark(db, path), scorers, ...app }
    this.#opened.set(id, opened)
    const checkpoint = () => void db.prepare('PRAGMA wal_checkpoint(PASSIVE)').all()
    this.#checkpoints.watch(path, () => scorers.between(checkpoint))
    this.#unopened = this.#unopened.filter((each) => each !== id)
    return opened
  }

  #refuseLoss(id: string, path: string): void {
    const loss = this.#lost.get(id) ?? lossOf(path, numbered)
    if (!loss) return
    this.#lost.set(id, loss)
    throw refusedFor(`workspace ${id}`, loss)
  }

  /** Opens what lacks something, as it is, where there is anything to go on with. The ids. */
  acceptLosses(): string[] {
    const accepted = [...this.#lost].flatMap(([id, { mark, found }]) => {
      if (found?.database !== mark.database) return []
      acceptLoss(join(this.#folder, `${id}.db`), found)
      this.#lost.delete(id)
      return id
    })
    this.#unopened.push(...accepted)
    return accepted
  }

  /** All there are, those too that cannot be opened. */
  inspect(): Inspected[] {
    const ids = new Set([...this.#opened.keys(), ...this.#lost.keys(), ...idsIn(this.#folder)])
    return [...ids].toSorted().map((id) => {
      try {
        const opened = this.get(id)
        return opened ? { id, ...inspect(opened.ws) } : { id, closed: 'Its database is missing. Restore a backup.' }
      } catch (error) {
        return { id, closed: (error as Error).message }
      }
    })
  }

  /** Copies a workspace's database into a new file, see `copyTo`; null when there is none. */
  async copy(id: string, to: string): Promise<number | null> {
    return this.get(id)?.db.copyTo(to) ?? null
  }

  #note(): void {
    for (const { watermark } of this.#opened.values()) watermark.note()
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
    void opened.scorers.close()
    opened.db.close()
    void opened.watermark.remove()
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
    clearInterval(this.#clock)
    await this.#checkpoints.close()
    for (const { ws, db, watermark, scorers } of this.#opened.values()) {
      await scorers.close()
      storeLastSeen(ws)
      db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
      watermark.settle()
      db.close()
    }
    this.#opened.clear()
  }
}

/** What came since the last drain and is no delivery: Zoom was told that it is good, or that its signature is not. */
function storeLastSeen(ws: Workspace): void {
  try {
    storeSeen(ws)
  } catch (error) {
    log('what was seen of the sources cannot be stored', { workspace: ws.id, ...errorFields(error) })
  }
}

/** A mark without its database is a workspace too: one whose database is missing. */
function idsIn(folder: string): Set<string> {
  const ids = readdirSync(folder).flatMap((file) => /^([a-z0-9]+)\.(?:db|mark)$/.exec(file)?.[1] ?? [])
  return new Set(ids.filter(isWorkspaceId))
}
