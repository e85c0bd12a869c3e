// A thread of its own that carries what is in write-ahead logs over into the databases, while others write.
import { statSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import Database from 'better-sqlite3'

export type ToCheckpoints = { kind: 'watch' | 'forget'; path: string } | { kind: 'close' }
/** `failed`: SQLite's code of what went wrong; it is tried again. */
export type FromCheckpoints = { kind: 'finish'; path: string } | { kind: 'failed'; code: string }

const pause = 250
const page = 4096
/** From so many pages on that are only in the log it begins; what is left below the other is the writer's. */
const [from, rest] = [2_000, 256]
const mostPasses = 8
/** A log of fewer pages need not begin anew. */
const long = 6_000

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

/** While somebody writes no pass of this thread gets all of it, and only then can the log begin anew. */
function carryOver(path: string, db: Database.Database): void {
  let now = counted(db, 'NOOP')
  if (now.left < from) return
  for (let passes = 0; passes < mostPasses && now.left > rest; passes++) now = counted(db, 'PASSIVE')
  if (now.log >= long) tell({ kind: 'finish', path })
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
