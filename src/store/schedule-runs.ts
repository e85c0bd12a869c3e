import type { RunResult } from '../domain/schedule.ts'
import type { Db } from './db.ts'

/** One time that a schedule was seen to. `json`: the schedule as it was then; times are ms UTC. */
export interface ScheduleRunRow {
  number: number
  id: string
  schedule: number
  dueAt: number
  at: number
  json: string
  result: RunResult
  people: number
  send: string | null
  why: string | null
}

const columns = 'number, id, schedule, due_at AS dueAt, at, json, result, people, send, why'

/** Its number; null where the schedule was seen to for that moment already. */
export function insertScheduleRun(db: Db, row: Omit<ScheduleRunRow, 'number' | 'send'>): number | null {
  const { id, schedule, dueAt, at, json, result, people, why } = row
  const inserted = db
    .prepare<{ number: number }>(
      `INSERT INTO schedule_run (id, schedule, due_at, at, json, result, people, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING RETURNING number`,
    )
    .get(id, schedule, dueAt, at, json, result, people, why)
  return inserted?.number ?? null
}

export function hasScheduleRun(db: Db, id: string): boolean {
  return db.prepare('SELECT number FROM schedule_run WHERE id = ?').get(id) !== undefined
}

export function noteRunSend(db: Db, number: number, send: string): void {
  db.prepare('UPDATE schedule_run SET send = ? WHERE number = ?').run(send, number)
}

export function scheduleRunOfNumber(db: Db, number: number): ScheduleRunRow | undefined {
  return db.prepare<ScheduleRunRow>(`SELECT ${columns} FROM schedule_run WHERE number = ?`).get(number)
}

export function lastScheduleRun(db: Db, schedule: number): ScheduleRunRow | undefined {
  return db
    .prepare<ScheduleRunRow>(`SELECT ${columns} FROM schedule_run WHERE schedule = ? ORDER BY number DESC LIMIT 1`)
    .get(schedule)
}
