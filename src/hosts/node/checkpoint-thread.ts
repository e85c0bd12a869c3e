// A thread of its own that carries what is in write-ahead logs over into the databases, while others write.
import { statSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import Database from 'better-sqlite3'

export type ToCheckpoints = { kind: 'watch' | 'forget'; path: string } | { kind: 'close' }
/** `failed`: SQLite's code of what went wrong; it is tried again. */
export type FromCheckpoints = { kind: 'finish'; path: string } | { kind: 'failed'; code: string }

const pause = 250
const page = 4096
/** From so many pages on that are only in the log it begins. */
const from = 4_000
/** A log of fewer pages need not begin anew. */
const long = 12_000
const shortPasses = 3

const port = parentPort!
/** Each is opened when its log has grown for the first time. */
const watched = new Map<string, Database.Database | null>()

interface Counted {
  log: number
  checkpointed: number
}

function counted(db: Database.Database, mode: 'NOOP' | 'PASSIVE'): { log: number; left: number } {
  const [{ log, checkpointed }] = db.pragma(`wal_checkpoint(${mode})`) as [Counted]
  return { log, left: log - checkpointed }
}

/**
 * A log can begin anew when all of it is in the database, and while somebody writes no pass of this thread gets all of it:
 * the writer has to finish. How long that holds it up depends on what the disk has yet to keep, for SQLite waits for it
 * only where a pass ends before anybody else has committed. So short passes follow the long one: nearly always one of
 * them waits, here, and leaves the writer next to nothing to wait for.
 */
function carryOver(path: string, db: Database.Database): void {
  const { log, left } = counted(db, 'NOOP')
  if (left < from) return
  counted(db, 'PASSIVE')
  if (log < long) return
  for (let pass = 0; pass < shortPasses; pass++) counted(db, 'PASSIVE')
  tell({ kind: 'finish', path })
}

/** What fails, on a full disk for example, is tried again at the next look. */
function look(): void {
  for (const [path, open] of watched) {
    try {
      if (!open && (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) < from * page) continue
      const db = open ?? new Database(path, { fileMustExist: true, timeout: 0 })
      watched.set(path, db)
      carryOver(path, db)
    } catch (error) {
      tell({ kind: 'failed', code: (error as { code?: string }).code ?? 'unknown' })
    }
  }
}

function tell(message: FromCheckpoints): void {
  port.postMessage(message)
}

function forget(path: string): void {
  watched.get(path)?.close()
  watched.delete(path)
}

const clock = setInterval(look, pause)

port.on('message', (message: ToCheckpoints) => {
  if (message.kind === 'watch') watched.set(message.path, null)
  else if (message.kind === 'forget') forget(message.path)
  else {
    clearInterval(clock)
    for (const path of [...watched.keys()]) forget(path)
    port.close()
  }
})
