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

/** False where they were beyond it already. */
export function insertCrossed(db: Db, rule: number, person: number): boolean {
  return (
    db
      .prepare('INSERT INTO alert_crossed (rule, person) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING rule')
      .get(rule, person) !== undefined
  )
}

export function deleteCrossed(db: Db, rule: number, person: number): void {
  db.prepare('DELETE FROM alert_crossed WHERE rule = ? AND person = ?').run(rule, person)
}

/** What of a card tells whether somebody crossed. */
export type HeightRow = Pick<CardRow, 'score' | 'stage' | 'surge'>

/** Who is beyond the threshold of a rule, with their card under a version. */
export function crossedOfRule(db: Db, rule: number, version: number): (HeightRow & { person: number })[] {
  return db
    .prepare<HeightRow & { person: number }>(
      `SELECT a.person, c.score, c.stage, c.surge FROM alert_crossed a
       CROSS JOIN card c ON c.model = ? AND c.person = a.person WHERE a.rule = ?`,
    )
    .all(version, rule)
}

/** Whose stage or surge differs between two versions: their cards, `before` null where there is none. */
export function movedBetween(
  db: Db,
  from: number,
  to: number,
): { person: number; before: HeightRow | null; after: HeightRow }[] {
  return db
    .prepare<HeightRow & { person: number; wasScore: number | null; wasStage: number; wasSurge: number }>(
      `SELECT c.person, c.score, c.stage, c.surge, b.score AS wasScore, b.stage AS wasStage, b.surge AS wasSurge
       FROM card c LEFT JOIN card b ON b.model = ? AND b.person = c.person
       WHERE c.model = ? AND (b.stage IS NOT c.stage OR b.surge IS NOT c.surge) ORDER BY c.person`,
    )
    .all(from, to)
    .map(({ person, score, stage, surge, wasScore, wasStage, wasSurge }) => ({
      ...{ person, after: { score, stage, surge } },
      before: wasScore === null ? null : { score: wasScore, stage: wasStage, surge: wasSurge },
    }))
}
