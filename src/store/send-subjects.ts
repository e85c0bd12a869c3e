import type { Db } from './db.ts'

const ofSends =
  'FROM json_each(?) j CROSS JOIN send_alert s ON s.send = j.value CROSS JOIN alert a ON a.number = s.alert'
const ofSend = 'FROM send_alert s CROSS JOIN alert a ON a.number = s.alert'
const person = 'CROSS JOIN person_key k ON k.number = a.person'

/** Of how many people the alerts of each send tell; sends without alerts are not there. */
export function countPeopleOfSends(db: Db, sends: readonly number[]): { send: number; people: number }[] {
  return db
    .prepare<{ send: number; people: number }>(
      `SELECT s.send, count(DISTINCT k.person) AS people ${ofSends} ${person} GROUP BY s.send`,
    )
    .all(JSON.stringify(sends))
}

/** The rules whose alerts are in each send, as JSON. */
export function rulesOfSends(db: Db, sends: readonly number[]): { send: number; json: string }[] {
  return db
    .prepare<{ send: number; json: string }>(
      `SELECT o.send, r.json FROM (SELECT DISTINCT s.send, a.rule ${ofSends}) o JOIN alert_rule r ON r.number = o.rule
       ORDER BY o.send, o.rule`,
    )
    .all(JSON.stringify(sends))
}

/** Whom the first alerts of a send tell of, in their order; somebody may be there more than once. */
export function firstPeopleOfSend(db: Db, send: number, alerts: number): number[] {
  return db
    .prepare<{ person: number }>(`SELECT k.person ${ofSend} ${person} WHERE s.send = ? ORDER BY s.alert LIMIT +?`)
    .all(send, alerts)
    .map((row) => row.person)
}
