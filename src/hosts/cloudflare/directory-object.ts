import { DurableObject } from 'cloudflare:workers'
import { type Directory, openDirectory } from '../../directory/directory.ts'
import { Attempts } from '../../http/attempts.ts'
import { secretOf } from '../../http/secret.ts'
import type { Env } from './env.ts'
import { migrations } from './migrations.ts'
import { type Carried, carry } from './remote.ts'
import { openSqlite } from './sqlite.ts'

/** The one object that knows who may sign in and which workspaces exist. */
export class DirectoryObject extends DurableObject<Env> {
  readonly #parts: { directory: Directory; attempts: Attempts }

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    const options = { now: Date.now, migrations: migrations.directory, secret: secretOf(env.RIPEN_SECRET ?? '') }
    this.#parts = { directory: openDirectory(openSqlite(ctx.storage), options), attempts: new Attempts(Date.now) }
  }

  /** Calls a method of one of its parts, for the front. */
  call(part: 'directory' | 'attempts', name: string, args: unknown[]): Promise<Carried> {
    const object = this.#parts[part] as unknown as Record<string, (...args: unknown[]) => unknown>
    return carry(() => object[name]!(...args))
  }
}
