import type { CardRow } from './cards.ts'
import type { Db } from './db.ts'

/** A rule as stored: `json` of the rule, `since` when it tells of what happens. */
export interface AlertRuleRow {
  number: number
  id: string
  json: string
  since: number
  changedAt: number
  deletedAt: number | null
}

const columns = 'number, id, json, since, changed_at AS changedAt, deleted_at AS deletedAt'

/** Those that were not deleted, in the order in which they were made. */
export function alertRules(db: Db): AlertRuleRow[] {
  return db.prepare<AlertRuleRow>(`SELECT ${columns} FROM alert_rule WHERE deleted_at IS NULL ORDER BY number`).all()
}

/** The deleted ones too. */
export function alertRuleOfNumber(db: Db, number: number): AlertRuleRow {
  return db.prepare<AlertRuleRow>(`SELECT ${columns} FROM alert_rule WHERE number = ?`).get(number)!
}

export function insertAlertRule(db: Db, { id, json, since }: Pick<AlertRuleRow, 'id' | 'json' | 'since'>): number {
  return db
    .prepare<{ number: number }>(
      'INSERT INTO alert_rule (id, json, since, changed_at) VALUES (?, ?, ?, ?) RETURNING number',
    )
    .get(id, json, since, since)!.number
}

export function replaceAlertRule(
  db: Db,
  { number, json, since, changedAt }: Pick<AlertRuleRow, 'number' | 'json' | 'since' | 'changedAt'>,
): void {
  db.prepare('UPDATE alert_rule SET json = ?, since = ?, changed_at = ? WHERE number = ?').run(
    json,
    since,
    changedAt,
    number,
  )
}

export function deleteAlertRule(db: Db, number: number, at: number): void {
  db.prepare('UPDATE alert_rule SET deleted_at = ? WHERE number = ?').run(at, number)
  db.prepare('DELETE FROM alert_crossed WHERE rule = ?').run(number)
}

/** Which rules people are beyond the threshold of: pairs of rule and person. */
export function crossedOfPeople(db: Db, people: readonly number[]): { rule: number; person: number }[] {
  return db
    .prepare<{ rule: number; person: number }>(
      'SELECT c.rule, c.person FROM alert_rule r JOIN json_each(?) j JOIN alert_crossed c ON c.rule = r.number AND c.person = j.value',
    )
    .all(JSON.stringify(people))
}

export function insertCrossed(db: Db, rule: number, person: number): void {
  db.prepare('INSERT INTO alert_crossed (rule, person) VALUES (?, ?)').run(rule, person)
}

export function deleteCrossed(db: Db, rule: number, person: number): void {
  db.prepare('DELETE FROM alert_crossed WHERE rule = ? AND person = ?').run(rule, person)
}

/** What of a card tells whether somebody crossed. */
export type HeightRow = Pick<CardRow, 'score' | 'stage' | 'surge'>

/** That of people who have a card under a version. */
export function heightsOfPeople(db: Db, version: number, people: readonly number[]): Map<number, HeightRow> {
  const found = db
    .prepare<HeightRow & { person: number }>(
      'SELECT c.person, c.score, c.stage, c.surge FROM json_each(?) j CROSS JOIN card c ON c.model = ? AND c.person = j.value',
    )
    .all(JSON.stringify(people), version)
  return new Map(found.map(({ person, ...height }) => [person, height]))
}
