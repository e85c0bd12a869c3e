import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Refused } from '../../domain/refusal.ts'
import { Attempts } from '../../http/attempts.ts'
import { createFront, type Front } from '../../http/front.ts'
import { createLocal } from '../../http/local.ts'
import { readOutside, readZoomAddresses } from '../../http/outside.ts'
import { errorFields, log } from '../log.ts'
import { openAssets } from './assets.ts'
import { Crossing } from './crossing.ts'
import { openDirectoryFile } from './directory-file.ts'
import { createHostCalls } from './host-calls.ts'
import { Held, type Holder, takeLock } from './lock.ts'
import { restoring } from './restoring.ts'
import { readSecret } from './secret.ts'
import { Upkeep } from './upkeep.ts'
import { version } from './version.ts'
import { nodeWaysOut } from './ways-out.ts'

export interface Host {
  data: string
  /** What everybody may reach. */
  front: Front
  /** The same and the calls that only this machine's command line may make. */
  local: (request: Request) => Promise<Response>
  /** Says where it listens, for people and for the command line. */
  listens(address: string, socket: string): void
  /** The link by which somebody becomes the owner, new each time and for one use; null when there is one already. */
  ownerLink(): string | null
  /** Ends the streams of those who watch a webinar; they ask again when the server is back. */
  endStreams(): void
  /** Finishes what is under way, closes every database, frees the folder. */
  close(): Promise<void>
}

const largestFile = 64 * 1024 * 1024
const dist = join(import.meta.dirname, '..', '..', '..', 'web', 'dist')

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
    refuseHalfRestored(data)
    const outside = readOutside(process.env)
    const zoom = readZoomAddresses(process.env)
    // Made anew where messages are sent from; here so that what cannot be understood is refused at the start.
    nodeWaysOut(process.env)
    const secret = readSecret(data, process.env.RIPEN_SECRET)
    const file = openDirectoryFile(data, secret)
    const { directory } = file
    const upkeep = new Upkeep()
    const crossing = new Crossing({ data, secret, zoom, upkeep: upkeep.far }, onFault)
    const report = (error: unknown) => log('request failed', errorFields(error))
    const workspace = crossing.fetch.bind(crossing)
    const discard = crossing.discard.bind(crossing)
    const front = createFront({
      version,
      directory,
      attempts: new Attempts(Date.now),
      outside,
      largestFile,
      workspace,
      hook: (id, hook) => crossing.hook(id, hook),
      discard,
      backlog: () => crossing.backlog(),
      asset: openAssets(dist),
      report,
    })
    let address = `http://localhost:${process.env.PORT || '8787'}`
    const linkOf = (token: string) => `${outside.url ?? address}/setup#${token}`
    return {
      data,
      front,
      local: createHostCalls(
        { data, version, file, upkeep },
        createLocal({ directory, workspace, discard, largestFile, front: front.fetch, linkOf, report }),
        report,
      ),
      listens(at, socket) {
        address = at
        crossing.tellAddress(outside.url ?? address)
        lock.describe({ address, socket })
      },
      ownerLink: () => (file.loss || directory.owned() ? null : linkOf(directory.issueLink().token)),
      endStreams: () => crossing.endStreams(),
      async close() {
        await crossing.close()
        file.close()
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

function refuseHalfRestored(data: string): void {
  if (existsSync(join(data, restoring)))
    throw new Refused(
      'conflict',
      `A restore of ${data} was broken off. Run "npm run -s ripen -- restore <file>" again.`,
    )
}
