import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Statement } from '../../src/domain/statement.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { DAY, START } from '../laws/histories.ts'
import { runs } from '../laws/seed.ts'
import { randomStatements } from '../laws/statements.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { take } from './told.ts'
import { undone } from './undone.ts'

/** A minute is enough for the usual number of runs; `RIPEN_RUNS` may ask for many more. */
const patience = 3_600_000
const { ws } = makeWorkspace(START + 30 * DAY)

/** A second content under an id that another statement has. */
const withConflicts = randomStatements.chain((statements) =>
  fc
    .array(fc.tuple(fc.nat(statements.length - 1), fc.integer({ min: -1, max: 1 }), fc.boolean()), { maxLength: 4 })
    .map((conflicts) => [
      ...statements,
      ...conflicts.map(([at, later, nameless]): Statement => {
        const statement = statements[at]!
        return { ...statement, time: statement.time + later, ...(nameless && { person: undefined }) }
      }),
    ]),
)

/** The same statements, some of them again, in another order and in deliveries of other sizes. */
const twoTellings = withConflicts.chain((statements) =>
  fc.record({
    statements: fc.constant(statements),
    others: fc.shuffledSubarray([...statements, ...statements, ...statements], { minLength: statements.length * 3 }),
    size: fc.integer({ min: 1, max: 5 }),
    scoring: fc.boolean(),
  }),
)

/** Everything that is stored of facts and people, without the numbers of rows. */
function stored(ws: Workspace) {
  const canonical = `(SELECT c.text FROM person_key k JOIN person_key c ON c.number = k.person WHERE k.number = f.key)`
  const name = '(SELECT n.platform || n.platform_id || n.name FROM webinar_name n WHERE n.number = f.name)'
  return {
    facts: ws.db
      .prepare(
        `SELECT hex(id) AS id, ${canonical} AS person, ${name} AS webinar, type, time, data, profile FROM fact f ORDER BY id`,
      )
      .all(),
    people: ws.db
      .prepare(
        'SELECT k.text, c.text AS person FROM person_key k JOIN person_key c ON c.number = k.person ORDER BY k.text',
      )
      .all(),
    conflicts: ws.db
      .prepare(
        'SELECT hex(f.id) AS id, c.content FROM fact_conflict c JOIN fact f ON f.number = c.fact ORDER BY f.id, c.content',
      )
      .all(),
    webinars: ws.db
      .prepare('SELECT platform, platform_id, name FROM webinar_name ORDER BY platform, platform_id, name')
      .all(),
  }
}

test(
  'any order, repetition and division into deliveries ends in the same facts, people and conflicts',
  () => {
    fc.assert(
      fc.property(twoTellings, ({ statements, others, size, scoring }) => {
        const once = undone(ws, () => {
          take(ws, ...statements)
          return stored(ws)
        })
        const again = undone(ws, () => {
          for (let at = 0; at < others.length; at += size) {
            take(ws, ...others.slice(at, at + size))
            if (scoring) drained(ws)
          }
          return stored(ws)
        })
        expect(again).toEqual(once)
      }),
      runs(500),
    )
  },
  patience,
)

test(
  'a person is the canonical key, and all facts of a stay and of stays bound to it are one person’s',
  () => {
    fc.assert(
      fc.property(randomStatements, (statements) =>
        undone(ws, () => {
          take(ws, ...statements)
          const split = `SELECT hex(substr(id, 1, 10)) AS stay FROM fact WHERE hex(id) >= '8' GROUP BY stay HAVING count(DISTINCT coalesce(key, 0)) > 1`
          expect(ws.db.prepare(split).all()).toEqual([])
          const bonds = `SELECT 1 FROM bond b JOIN fact f ON substr(f.id, 1, 10) = b.stay JOIN fact g ON substr(g.id, 1, 10) = b.other
          WHERE f.key IS NOT g.key`
          expect(ws.db.prepare(bonds).all()).toEqual([])
          expect(
            ws.db
              .prepare('SELECT 1 FROM person_key k JOIN person_key c ON c.number = k.person WHERE c.person <> c.number')
              .all(),
          ).toEqual([])
        }),
      ),
      runs(500),
    )
  },
  patience,
)
