import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Refused } from '../../domain/refusal.ts'

/** Who holds a data folder: for people and for the command line, which finds the local socket here. */
export interface Holder {
  pid: number
  what: 'server' | 'command'
  since: string
  address?: string
  socket?: string
}

/** Somebody else has the data folder. */
export class Held extends Refused {
  constructor(data: string, holder: Holder | null) {
    super('conflict', `${data} is in use by ${inWords(holder)}. Stop that first, or set RIPEN_DATA to another folder.`)
  }
}

export interface Lock {
  /** Says what became known since: address and socket. */
  describe(holder: Partial<Holder>): void
  release(): void
}

/**
 * Takes the data folder for this process, or says who has it (null when that is not known).
 * The lock is the operating system's, held on an open SQLite file, so it ends with the process whatever kills it.
 */
export function takeLock(data: string, what: Holder['what']): { lock: Lock } | { heldBy: Holder | null } {
  const db = new Database(join(data, 'lock'), { timeout: 0 })
  const note = join(data, 'lock.json')
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return { heldBy: readHolder(data) }
    throw error
  }
  let holder: Holder = { pid: process.pid, what, since: new Date().toISOString() }
  const write = () => writeFileSync(note, JSON.stringify(holder), { mode: 0o600 })
  write()
  return {
    lock: {
      describe(more) {
        holder = { ...holder, ...more }
        write()
      },
      release() {
        rmSync(note, { force: true })
        db.close()
      },
    },
  }
}

/** What the process that holds the folder wrote about itself; null when nothing readable is there. */
export function readHolder(data: string): Holder | null {
  try {
    return JSON.parse(readFileSync(join(data, 'lock.json'), 'utf8')) as Holder
  } catch (error) {
    if (error instanceof SyntaxError || (error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}

function inWords(holder: Holder | null): string {
  if (!holder) return 'another Ripen process'
  const name = holder.what === 'server' ? 'a Ripen server' : 'a Ripen command'
  return `${name} (process ${holder.pid}${holder.address ? `, ${holder.address}` : ''}) since ${holder.since}`
}
