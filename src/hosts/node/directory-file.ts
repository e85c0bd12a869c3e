import { join } from 'node:path'
import { type Directory, openDirectory } from '../../directory/directory.ts'
import type { Refused } from '../../domain/refusal.ts'
import { errorFields, log } from '../log.ts'
import { type Marked, openMarked } from './marked.ts'
import { readMigrations } from './migrations.ts'
import { acceptLoss, type Loss, lossInWords, lossOf, refusedFor, Watermark } from './watermark.ts'

/** The directory's database, `<data>/directory.db`. */
export interface DirectoryFile {
  directory: Directory
  /** Null while it is closed, since something is missing in it that was acknowledged. */
  db: Marked | null
  loss: Loss | null
  close(): void
}

const second = 1_000

/**
 * Opens the directory. Where something acknowledged is missing in it every question to it is refused, but webhooks and
 * API keys, which do not need it, go on.
 */
export function openDirectoryFile(data: string, secret: Uint8Array): DirectoryFile {
  const path = directoryPath(data)
  const loss = lossOf(path, [])
  if (loss) {
    log('directory is not opened', { words: lossInWords('directory', loss) })
    return { directory: closedDirectory(refusedFor('directory', loss)), db: null, loss, close: () => {} }
  }
  const db = openMarked(path, [])
  carryOver(db)
  const directory = openDirectory(db, { now: Date.now, migrations: readMigrations('directory'), secret })
  const watermark = new Watermark(db, path)
  const clock = setInterval(() => watermark.note(), second)
  return {
    directory,
    db,
    loss: null,
    close() {
      clearInterval(clock)
      watermark.settle()
      db.close()
    },
  }
}

/** A server that is killed leaves its log behind; killed at each start it would leave ever more to read. */
function carryOver(db: Marked): void {
  try {
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
  } catch (error) {
    log('checkpoint failed', errorFields(error))
  }
}

export function directoryPath(data: string): string {
  return join(data, 'directory.db')
}

/** The next start opens it as it is. False where there is nothing to go on with. */
export function acceptDirectoryLoss(data: string, { mark, found }: Loss): boolean {
  if (found?.database !== mark.database) return false
  acceptLoss(directoryPath(data), found)
  return true
}

function closedDirectory(why: Refused): Directory {
  const refuse = () => {
    throw why
  }
  return new Proxy({} as Directory, { get: () => refuse })
}
