import type { Db } from './db.ts'

/** A saved segment. `filters`: JSON of `domain/segment-filters.ts`; `folded`: the name as two are compared. Times are ms UTC. */
export interface SegmentRow {
  number: number
  id: string
  name: string
  folded: string
  filters: string
  createdAt: number
  createdBy: string | null
  changedAt: number
}

const columns = `number, id, name, folded, filters, created_at AS createdAt, created_by AS createdBy,
  changed_at AS changedAt`

/** All of them, by name. */
export function allSegments(db: Db): SegmentRow[] {
  return db.prepare<SegmentRow>(`SELECT ${columns} FROM segment ORDER BY folded`).all()
}

export function findSegment(db: Db, id: string): SegmentRow | undefined {
  return db.prepare<SegmentRow>(`SELECT ${columns} FROM segment WHERE id = ?`).get(id)
}

export function segmentOfName(db: Db, folded: string): SegmentRow | undefined {
  return db.prepare<SegmentRow>(`SELECT ${columns} FROM segment WHERE folded = ?`).get(folded)
}

export function countSegments(db: Db): number {
  return db.prepare<{ count: number }>('SELECT count(*) AS count FROM segment').get()!.count
}

export function insertSegment(db: Db, segment: Omit<SegmentRow, 'number'>): void {
  const { id, name, folded, filters, createdAt, createdBy, changedAt } = segment
  db.prepare(
    `INSERT INTO segment (id, name, folded, filters, created_at, created_by, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, name, folded, filters, createdAt, createdBy, changedAt)
}

export function updateSegment(
  db: Db,
  { id, name, folded, filters, changedAt }: Pick<SegmentRow, 'id' | 'name' | 'folded' | 'filters' | 'changedAt'>,
): void {
  db.prepare('UPDATE segment SET name = ?, folded = ?, filters = ?, changed_at = ? WHERE id = ?').run(
    ...[name, folded, filters, changedAt, id],
  )
}

export function deleteSegment(db: Db, id: string): void {
  db.prepare('DELETE FROM segment WHERE id = ?').run(id)
}
