import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Statement } from '../../src/domain/statement.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { DAY, START } from '../laws/histories.ts'
import { runs } from '../laws/seed.ts'
import { randomStatements } from '../laws/statements.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { type RandomRepair, Repairing, randomRepair, randomRow } from './repairs.ts'
import { take } from './told.ts'
import { undone } from './undone.ts'

/** A minute is enough for the usual number of runs; `RIPEN_RUNS` may ask for many more. */
const patience = 3_600_000
const { ws } = makeWorkspace(START + 30 * DAY)

type Step = { say: Statement } | { repair: RandomRepair } | { score: true }

/** What sources say, some of it again, with repairs by hand and scoring in between at any point. */
const history: fc.Arbitrary<Step[]> = fc
  .tuple(randomStatements, fc.array(randomRow, { maxLength: 3 }))
  .chain(([said, rows]) => {
    const statements = [...said, ...rows]
    return fc.tuple(
      fc.shuffledSubarray([...statements, ...statements], { minLength: statements.length }),
      fc.array(fc.record({ repair: randomRepair, at: fc.nat(40) }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(40), { maxLength: 4 }),
    )
  })
  .map(([statements, repairs, scorings]) => {
    const steps = statements.map((say, index): [number, Step] => [(40 * index) / statements.length, { say }])
    for (const { repair, at } of repairs) steps.push([at, { repair }])
    for (const at of scorings) steps.push([at, { score: true }])
    return steps.sort(([a], [b]) => a - b).map(([, step]) => step)
  })

const human = (key: string) =>
  `(SELECT c.text FROM person_key k JOIN person_key c ON c.number = k.person WHERE k.number = ${key})`
/** Keys that ties made and that hold nothing are nobody's. */
const alive = `(k.text NOT LIKE 's:%' OR EXISTS (SELECT 1 FROM fact f WHERE f.key = k.number))`
const webinar = (number: string) => `(SELECT w.id FROM webinar w WHERE w.number = ${number})`

/** Everything that is stored, without the numbers of rows and without what was said by hand. */
function stored(ws: Workspace) {
  const all = (sql: string) => ws.db.prepare(sql).all()
  return {
    facts: all(`SELECT hex(f.id) AS id, ${human('f.key')} AS person,
      (SELECT n.platform || n.platform_id || n.name FROM webinar_name n WHERE n.number = f.name) AS webinar,
      (SELECT k.text FROM person_key k WHERE k.number = f.key) AS key, type, time, data, profile FROM fact f ORDER BY id`),
    people: all(`SELECT k.text, ${human('k.number')} AS person, ${human('coalesce(k.natural, k.person)')} AS natural
      FROM person_key k WHERE ${alive} ORDER BY k.text`),
    conflicts: all(
      'SELECT hex(f.id) AS id, c.content FROM fact_conflict c JOIN fact f ON f.number = c.fact ORDER BY f.id, c.content',
    ),
    cards: all(`SELECT ${human('c.person')} AS who, c.* FROM card c ORDER BY who`).map(numberless),
    standings: all(
      `SELECT ${human('s.person')} AS who, ${webinar('s.webinar')} AS id, s.* FROM standing s ORDER BY who, id`,
    ).map(numberless),
    places: all(
      `SELECT ${human('p.person')} AS who, ${webinar('p.webinar')} AS w, hex(p.id) AS hex, p.* FROM place p ORDER BY who, w`,
    ).map(numberless),
    list: all(`SELECT ${human('l.person')} AS who, hex(l.id) AS hex, l.* FROM listing l ORDER BY who`).map(numberless),
    counts: all(`SELECT ${webinar('c.webinar')} AS id, c.* FROM webinar_count c WHERE people <> 0
      ORDER BY id, registered, attended, replayed, no_show, took_part, stage`).map(numberless),
    due: all('SELECT * FROM due UNION ALL SELECT model, 0 FROM due_scope'),
  }
}

function numberless(row: Record<string, unknown>) {
  const { person: _, webinar: __, id: ___, ...rest } = row
  // Who only registered is not scored anew while the room's times become known: the share is 0 of none or of some.
  if (typeof rest.detail === 'string' && rest.attended === 0 && rest.replayed === 0)
    rest.detail = rest.detail.replace(/^(\[\d,"none",\d,0,0,)(null|0)/, '$1none')
  return typeof row.id === 'string' ? { ...rest, id: row.id } : rest
}

test(
  'repairs by hand and their undoing, at any point of a history, end where only those had been made that hold',
  () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat(1000)), (steps, order) =>
        undone(ws, () => {
          const [once, net] = undone(ws, () => {
            const repairing = new Repairing(ws)
            for (const step of steps) {
              if ('say' in step) take(ws, step.say)
              else if ('repair' in step) repairing.make(step.repair)
              else drained(ws)
            }
            return [stored(drained(ws)), repairing.net]
          })
          take(ws, ...steps.flatMap((step) => ('say' in step ? [step.say] : [])))
          const others = new Repairing(ws)
          for (const repair of shuffled(net, order)) others.say(repair)
          expect(once).toEqual(stored(drained(ws)))
        }),
      ),
      runs(200),
    )
  },
  patience,
)

function shuffled<T>(items: readonly T[], order: fc.Stream<number>): T[] {
  return [...items]
    .map((item) => ({ item, at: order.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
