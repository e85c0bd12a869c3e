import { numberOfType } from '../../../src/store/fact-type.ts'
import { openBare } from '../bare-table.ts'
import { liveSecondsOf, visitOf } from './crowd.ts'
import { personOf } from './template.ts'

/** Something of which there is to be exactly as much as was sent. */
export interface Check {
  what: string
  sent: number
  stored: number
}

/** What a database holds after a webinar of so many people, when its server has ended, beside what was sent. */
export function checksOf(database: string, people: number): Check[] {
  const db = openBare(database)
  const count = (sql: string, ...values: unknown[]) =>
    db
      .prepare(`SELECT count(*) ${sql}`)
      .pluck()
      .get(...values) as number
  const facts = (type: Parameters<typeof numberOfType>[0]) => count('FROM fact WHERE type = ?', numberOfType(type))
  const deliveries = (outcome: string) => count('FROM delivery WHERE outcome = ?', outcome)
  const standings = db
    .prepare<[], { email: string; live: number }>(
      `SELECT c.email, s.live_ms AS live FROM model m JOIN standing s ON s.model = m.version
       JOIN card c ON c.model = s.model AND c.person = s.person WHERE m.state = 'current'`,
    )
    .iterate()
  let [scored, wrong] = [0, 0]
  for (const { email, live } of standings) {
    scored++
    if (live !== liveSecondsOf(personOf(email)) * 1000) wrong++
  }
  const stays = staysOf(people)
  const checks: Check[] = [
    { what: 'registrations', sent: people, stored: facts('person.registered') },
    { what: 'joins', sent: stays, stored: facts('webinar.joined') },
    { what: 'leaves', sent: stays, stored: facts('webinar.left') },
    { what: 'deliveries with something new', sent: people + 2 * stays + 3, stored: deliveries('accepted') },
    { what: 'deliveries ignored', sent: 0, stored: deliveries('ignored') },
    { what: 'deliveries in quarantine', sent: 0, stored: deliveries('quarantined') },
    { what: 'facts in conflict', sent: 0, stored: count('FROM fact_conflict') },
    { what: 'people scored in the webinar', sent: people, stored: scored },
    { what: 'people with wrong live seconds', sent: 0, stored: wrong },
  ]
  db.close()
  return checks
}

function staysOf(people: number): number {
  let stays = 0
  for (let person = 0; person < people; person++) stays += visitOf(person).back === null ? 1 : 2
  return stays
}
