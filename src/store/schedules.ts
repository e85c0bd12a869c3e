import type { Db } from './db.ts'

/** A schedule; `json` is what `domain/schedule.ts` reads. Times are ms UTC. */
export interface ScheduleRow {
  number: number
  id: string
  json: string
  doneTo: number
  createdAt: number
  createdBy: string | null
  changedAt: number
  deletedAt: number | null
}

const columns = `number, id, json, done_to AS doneTo, created_at AS createdAt, created_by AS createdBy,
  changed_at AS changedAt, deleted_at AS deletedAt`

/** Those that are not deleted, in the order in which they were made. */
export function allSchedules(db: Db): ScheduleRow[] {
  return db.prepare<ScheduleRow>(`SELECT ${columns} FROM schedule WHERE deleted_at IS NULL ORDER BY number`).all()
}

/** Also a deleted one. */
export function scheduleOfNumber(db: Db, number: number): ScheduleRow {
  return db.prepare<ScheduleRow>(`SELECT ${columns} FROM schedule WHERE number = ?`).get(number)!
}

export function insertSchedule(db: Db, row: Pick<ScheduleRow, 'id' | 'json' | 'createdAt' | 'createdBy'>): void {
  const { id, json, createdAt, createdBy } = row
  db.prepare(
    'INSERT INTO schedule (id, json, done_to, created_at, created_by, changed_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(id, json, createdAt, createdAt, createdBy, createdAt)
}

export function updateSchedule(db: Db, row: Pick<ScheduleRow, 'number' | 'json' | 'doneTo' | 'changedAt'>): void {
  const { number, json, doneTo, changedAt } = row
  db.prepare('UPDATE schedule SET json = ?, done_to = ?, changed_at = ? WHERE number = ?').run(
    ...[json, doneTo, changedAt, number],
  )
}

export function noteScheduleDone(db: Db, number: number, doneTo: number): void {
  db.prepare('UPDATE schedule SET done_to = ? WHERE number = ?').run(doneTo, number)
}

/** What waits to go out of it does not go out any more. */
export function deleteSchedule(db: Db, number: number, at: number): void {
  db.prepare('UPDATE schedule SET deleted_at = ? WHERE number = ?').run(at, number)
  db.prepare(
    `UPDATE send SET state = 'dropped', ended_at = ? WHERE state = 'waiting'
     AND id IN (SELECT send FROM schedule_run WHERE schedule = ? AND send IS NOT NULL)`,
  ).run(at, number)
}
