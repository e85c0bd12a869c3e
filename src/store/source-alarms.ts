import type { Db } from './db.ts'

/** An alarm about a source. `webinar`: the id of the one that it is about, '' for none; `details` is JSON. */
export interface SourceAlarmRow {
  number: number
  source: number
  kind: string
  webinar: string
  details: string
  beganAt: number
}

const columns = 'number, source, kind, webinar, details, began_at AS beganAt'

/** Those that last, in the order in which they began. */
export function lastingAlarms(db: Db): SourceAlarmRow[] {
  return db.prepare<SourceAlarmRow>(`SELECT ${columns} FROM source_alarm WHERE ended_at IS NULL ORDER BY number`).all()
}

export function insertAlarm(db: Db, { source, kind, webinar, details, beganAt }: Omit<SourceAlarmRow, 'number'>) {
  return db
    .prepare<{ number: number }>(
      'INSERT INTO source_alarm (source, kind, webinar, details, began_at) VALUES (?, ?, ?, ?, ?) RETURNING number',
    )
    .get(source, kind, webinar, details, beganAt)!.number
}

export function endAlarm(db: Db, number: number, endedAt: number): void {
  db.prepare('UPDATE source_alarm SET ended_at = ? WHERE number = ?').run(endedAt, number)
}
