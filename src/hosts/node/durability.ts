import type { Db } from '../../store/db.ts'

/** How a database is written to. */
export interface Durability {
  journalMode: string
  /** 2: commits wait for the disk. */
  synchronous: number
}

export function durabilityOf(db: Db): Durability {
  const [{ journal_mode: journalMode }] = db.prepare<{ journal_mode: string }>('PRAGMA journal_mode').all() as [
    { journal_mode: string },
  ]
  const [{ synchronous }] = db.prepare<{ synchronous: number }>('PRAGMA synchronous').all() as [{ synchronous: number }]
  return { journalMode, synchronous }
}
