import { DurableObject } from 'cloudflare:workers'
import type { Hook, HookOutcome } from '../../http/hook.ts'
import { readOutside, readZoomAddresses } from '../../http/outside.ts'
import { secretOf } from '../../http/secret.ts'
import { createWorkspaceApp } from '../../http/workspace/app.ts'
import { findSettings } from '../../store/settings.ts'
import { backlog } from '../../workspace/drain.ts'
import { quarantineHook } from '../../workspace/quarantine-hook.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import { errorFields, log } from '../log.ts'
import { zoomOutside } from '../zoom-outside.ts'
import { Clock } from './clock.ts'
import { type Env, textsOf } from './env.ts'
import { migrations } from './migrations.ts'
import { openSqlite } from './sqlite.ts'
import { cloudflareWaysOut } from './ways-out.ts'

interface Opened extends ReturnType<typeof createWorkspaceApp> {
  ws: Workspace
}

/** One company: its database, and everything that is done with it. Its name is the workspace's id. */
export class WorkspaceObject extends DurableObject<Env> {
  readonly #clock: Clock
  #opened: Opened | null = null

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#clock = new Clock(ctx.storage)
    if (this.#isMade()) this.#opened = this.#open()
  }

  /** The answer to a call; null when this workspace does not exist. `create`: it is to be. */
  async call(request: Request, create: boolean): Promise<Response | null> {
    if (create) this.#opened ??= this.#open()
    if (!this.#opened) return null
    const response = await this.#opened.fetch(request)
    if (create && !response.ok) await this.discard()
    else this.#clock.wake()
    return response
  }

  hook(hook: Hook): Promise<HookOutcome> {
    return this.#take(hook)
  }

  /** Webhooks that waited in the queue. The status of each: 404 where the workspace or the source is gone. */
  hooks(hooks: Hook[]): Promise<number[]> {
    return Promise.all(hooks.map(async (hook) => statusOf(await this.#take(hook))))
  }

  /** Webhooks that could not be stored again and again: kept, with the reason, where people see them. */
  async quarantine(hooks: Hook[], reason: string): Promise<void> {
    for (const hook of hooks) if (this.#opened) await quarantineHook(this.#opened.ws, hook, reason)
  }

  backlog(): number {
    return this.#opened ? backlog(this.#opened.ws) : 0
  }

  /** Removes everything. */
  async discard(): Promise<void> {
    this.#opened = null
    await this.ctx.storage.deleteAlarm()
    await this.ctx.storage.deleteAll()
  }

  async alarm(): Promise<void> {
    if (this.#opened) await this.#clock.ring(this.#opened.ws)
  }

  async #take(hook: Hook): Promise<HookOutcome> {
    if (!this.#opened) return null
    const outcome = await this.#opened.hook(hook)
    this.#clock.wake()
    return outcome
  }

  #isMade(): boolean {
    const db = openSqlite(this.ctx.storage)
    const table = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'setting'").get()
    return table !== undefined && findSettings(db) !== null
  }

  #open(): Opened {
    const { name: id } = this.ctx.id
    if (!id) throw new Error('this object was not called by a name')
    const texts = textsOf(this.env)
    const ws = openWorkspace(openSqlite(this.ctx.storage), {
      id,
      now: Date.now,
      secret: secretOf(this.env.RIPEN_SECRET ?? ''),
      migrations: migrations.workspace,
      outside: zoomOutside(readZoomAddresses(texts)),
      waysOut: cloudflareWaysOut(texts),
      address: () => readOutside(texts).url,
      report: (event, error) => log(event, { workspace: id, ...errorFields(error) }),
      notice: (event, code) => log(event, { workspace: id, code }),
    })
    const report = (error: unknown) => log('request failed', { workspace: id, ...errorFields(error) })
    return { ws, ...createWorkspaceApp(ws, report) }
  }
}

function statusOf(outcome: HookOutcome): number {
  if (outcome === 'stored') return 204
  return outcome?.status ?? 404
}
