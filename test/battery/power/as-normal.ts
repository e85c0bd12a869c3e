import type { LogRecord } from './log.ts'

/** A write-ahead log as one thread uses it: that is one connection. */
interface Wal {
  /** Whether frames were written since it was last synced. */
  frames: boolean
  /** The latest sync that would be one of a commit only. */
  doubtful: number | null
}

const walHeader = 32

/**
 * Which syncs of a log SQLite would have made with `synchronous = NORMAL`. In that mode a commit does not sync the
 * write-ahead log; it is synced when it begins anew (only its header was written) and before a checkpoint copies from it
 * into the database. So the control needs no switch in the product: those syncs of a log are left out that follow new
 * frames and that no write into the database follows. The frames before a new header may never have been synced by
 * their writer (commits that need not wait); the sync of the header is not theirs.
 */
export function syncsOfNormal(records: readonly LogRecord[]): (at: number) => boolean {
  const leftOut = new Set<number>()
  const wals = new Map<string, Wal>()
  const paths = new Map<string, string>()
  for (const [at, { op, pid, thread, file, offset, data }] of records.entries()) {
    if (op === 'open') paths.set(`${pid} ${file}`, data.toString())
    if (op !== 'write' && op !== 'sync') continue
    const path = paths.get(`${pid} ${file}`)!
    const key = `${pid} ${thread} ${path.replace(/-wal$/, '')}`
    const wal = wals.get(key) ?? { frames: false, doubtful: null }
    wals.set(key, wal)
    const ofDatabase = !path.endsWith('-wal')
    if (ofDatabase && op === 'sync') continue
    // A second sync without new frames is that of a checkpoint; then the one before it was of a commit.
    if (!ofDatabase && wal.doubtful !== null) leftOut.add(wal.doubtful)
    wal.doubtful = op === 'sync' && wal.frames ? at : null
    wal.frames = op === 'write' && !ofDatabase && offset >= walHeader
  }
  for (const { doubtful } of wals.values()) if (doubtful !== null) leftOut.add(doubtful)
  return (at) => !leftOut.has(at)
}
