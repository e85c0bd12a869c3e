import type { Db } from './db.ts'

/** The draft of the next version. Times are ms UTC; `signatures` is JSON by side. */
export interface DraftRow {
  revision: number
  json: string
  basedOn: number
  updatedAt: number
  updatedBy: string | null
  note: string | null
  signatures: string
}

/** What is left of a draft that went: its number, who took it away, and when. */
export type DraftTrace = Omit<DraftRow, 'json'> & { json: string | null }

/** The draft, or what is left of the last one; undefined where there never was any. */
export function findDraft(db: Db): DraftTrace | undefined {
  return db
    .prepare<DraftTrace>(
      `SELECT revision, json, based_on AS basedOn, updated_at AS updatedAt, updated_by AS updatedBy, note, signatures
       FROM model_draft`,
    )
    .get()
}

export function writeDraft(db: Db, draft: DraftRow): void {
  const { revision, json, basedOn, updatedAt, updatedBy, note, signatures } = draft
  db.prepare(
    `INSERT OR REPLACE INTO model_draft (only, revision, json, based_on, updated_at, updated_by, note, signatures)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(revision, json, basedOn, updatedAt, updatedBy, note, signatures)
}

export function signDraft(db: Db, signatures: string): void {
  db.prepare('UPDATE model_draft SET signatures = ?').run(signatures)
}

/** Its revision stays, so that the next draft is not taken for this one. */
export function removeDraft(db: Db, removedAt: number, removedBy: string): void {
  db.prepare("UPDATE model_draft SET json = NULL, note = NULL, signatures = '{}', updated_at = ?, updated_by = ?").run(
    removedAt,
    removedBy,
  )
}
