import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openDirectory } from '../../directory/workspaces.ts'
import { Refused } from '../../domain/refusal.ts'
import { createFront } from '../../http/front.ts'
import { Crossing } from './crossing.ts'
import { createLocal } from './local.ts'
import { Held, type Holder, type Lock, takeLock } from './lock.ts'
import { errorFields, log } from './log.ts'
import { readMigrations } from './migrations.ts'
import { readSecret } from './secret.ts'
import { openSqlite } from './sqlite.ts'

export interface Host {
  data: string
  lock: Lock
  /** What everybody may reach. */
  front: (request: Request) => Promise<Response>
  /** The same and the calls that only this machine's command line may make. */
  local: (request: Request) => Promise<Response>
  /** Finishes what is under way, closes every database, frees the folder. */
  close(): Promise<void>
}

export const version = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version

/**
 * Opens a data folder with everything in it, for this user's eyes only; throws `Held` when another process has it.
 * `onFault`: the thread of the workspaces died.
 */
export function openHost(folder: string, what: Holder['what'], onFault: (error: Error) => void): Host {
  const data = resolve(folder)
  process.umask(0o077)
  makeFolder(data)
  const taken = takeLock(data, what)
  if ('heldBy' in taken) throw new Held(data, taken.heldBy)
  const { lock } = taken
  try {
    const secret = readSecret(data, process.env.RIPEN_SECRET)
    const db = openSqlite(join(data, 'directory.db'))
    const directory = openDirectory(db, { now: Date.now, migrations: readMigrations('directory') })
    const crossing = new Crossing({ data, secret }, onFault)
    const report = (error: unknown) => log('request failed', errorFields(error))
    const workspace = crossing.fetch.bind(crossing)
    const front = createFront({ version, workspace, backlog: () => crossing.backlog(), report })
    return {
      data,
      lock,
      front: front.fetch,
      local: createLocal({ directory, workspace, front: front.fetch, report }),
      async close() {
        await crossing.close()
        db.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function makeFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true })
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code
    throw new Refused('invalid', `${data} cannot be the data folder (${why}). Set RIPEN_DATA to a folder of your own.`)
  }
}
