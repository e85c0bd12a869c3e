import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Statement } from '../../src/domain/statement.ts'
import { bytesOf } from '../../src/store/db.ts'
import { funnel } from '../../src/workspace/funnel.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { momentOf } from '../../src/workspace/moment.ts'
import { personId } from '../../src/workspace/person-id.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { showPerson } from '../../src/workspace/show-person.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { DAY, MINUTE, START } from '../laws/histories.ts'
import { runs } from '../laws/seed.ts'
import { randomStatements } from '../laws/statements.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { type RandomRepair, Repairing, randomRepair, randomRow } from './repairs.ts'
import { take } from './told.ts'
import { undone } from './undone.ts'

/** A minute is enough for the usual number of runs; `RIPEN_RUNS` may ask for many more. */
const patience = 3_600_000
const { ws, clock } = makeWorkspace(START - 10 * DAY)
const zoom = { platform: 'zoom', platformId: '81' }

/** A second content under an id that another statement has: later, of nobody, of another webinar or another person. */
const withConflicts = randomStatements.chain((statements) =>
  fc
    .array(
      fc.record({
        at: fc.nat(statements.length - 1),
        later: fc.integer({ min: -1, max: 1 }),
        other: fc.constantFrom('nothing', 'nameless', 'webinar', 'series', 'person'),
      }),
      { maxLength: 4 },
    )
    .map((conflicts) => [
      ...statements,
      ...conflicts.map(({ at, later, other }): Statement => {
        const statement = { ...statements[at]!, time: statements[at]!.time + later }
        if (other === 'nameless') return { ...statement, person: undefined } as never
        if (other === 'person' && statement.person) return { ...statement, person: { email: 'new@other.example' } }
        if (other === 'webinar' && statement.webinar) return { ...statement, webinar: { ...zoom, slot: 'second' } }
        if (other === 'series' && statement.webinar)
          return { ...statement, webinar: { ...statement.webinar, platformId: '82' } }
        return statement
      }),
    ]),
)

/** What a producer says of the webinar while deliveries come in. */
const described: fc.Arbitrary<Statement> = fc.constantFrom('demo', 'educational', 'customer_story').chain((kind) =>
  fc.record({
    id: fc.integer({ min: 0, max: 9 }).map((number) => `described/${number}/${kind}`),
    type: fc.constant('webinar.described' as const),
    time: fc.integer({ min: 0, max: 9 }).map((day) => START + day * DAY),
    webinar: fc.constant({ ...zoom, slot: '' }),
    data: fc.constantFrom({ kind }, { kind, partner: { name: 'Fig', domains: ['firm.example'] as string[] } }),
  }),
)

type Step = { statements: Statement[]; minutes: number; publish: boolean; repair: RandomRepair | null }

/** The statements in any order, in deliveries of any size, some again, with time and repairs by hand in between; models are published. */
const deliveries: fc.Arbitrary<Step[]> = fc
  .tuple(withConflicts, fc.array(described, { maxLength: 3 }), fc.array(randomRow, { maxLength: 2 }))
  .chain(([said, kinds, rows]) => {
    const statements: Statement[] = [...said, ...kinds, ...rows]
    return fc.shuffledSubarray([...statements, ...statements], { minLength: statements.length })
  })
  .chain((statements) =>
    fc
      .array(
        fc.record({
          size: fc.integer({ min: 1, max: 4 }),
          minutes: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 60, max: 4 * 1440 })),
          publish: fc.nat(9).map((chance) => chance === 0),
          repair: fc.option(randomRepair),
        }),
        { minLength: statements.length, maxLength: statements.length },
      )
      .map((sizes) => {
        let at = 0
        return sizes.flatMap(({ size, ...rest }) => {
          const part = statements.slice(at, at + size)
          at += size
          return part.length > 0 ? [{ statements: part, ...rest }] : []
        })
      }),
  )

/** The ids of everybody and of every webinar that are known, merged and moved ones too. */
function ids(ws: Workspace) {
  const keys = ws.db.prepare<{ id: ArrayBuffer }>('SELECT id FROM person_key ORDER BY number').all()
  const webinars = ws.db.prepare<{ id: string }>('SELECT id FROM webinar ORDER BY number').all()
  return { people: keys.map(({ id }) => personId(bytesOf(id))), webinars: webinars.map(({ id }) => id) }
}

/** What readers are shown of everybody and everything, as one text without the moment. */
function shown(ws: Workspace, { people, webinars }: ReturnType<typeof ids>, query: { knownAt?: string }): string[] {
  const asked = (name: string, ask: () => object) => {
    try {
      return `${name} ${JSON.stringify(ask(), (key, value) => (key === 'asOf' || key === 'knownAt' ? undefined : value))}`
    } catch (error) {
      return `${name} ${(error as Error).message}`
    }
  }
  return [
    ...people.map((id) => asked(id, () => showPerson(ws, id, query))),
    ...webinars.flatMap((id) => [
      asked(id, () => ranking(ws, id, { ...query, sort: 'webinar' })),
      asked(id, () => ranking(ws, id, { ...query, sort: 'score', temperature: 'cold', limit: 2 })),
      asked(id, () => funnel(ws, id, query)),
    ]),
  ]
}

test(
  'what was shown at a moment is what is answered later as known at that moment: people, rankings, funnels',
  () => {
    const model = currentModel(ws).model as { thresholds: object; rules: { id: string; points: number }[] }
    fc.assert(
      fc.property(deliveries, (steps) =>
        undone(ws, () => {
          clock.now = START - 9 * DAY
          ws.models.clear()
          const repairing = new Repairing(ws)
          const then: { knownAt: string; ids: ReturnType<typeof ids>; shown: string[] }[] = []
          for (const [at, { statements, minutes, publish, repair }] of steps.entries()) {
            take(ws, ...statements)
            if (repair) repairing.make(repair)
            drained(ws)
            // Readers switch when it is built, which is after the next delivery.
            if (publish) {
              const rules = model.rules.map((rule) => ({ ...rule, points: rule.points + at + 1 }))
              publishModel(ws, { ...model, rules })
            }
            const known = ids(ws)
            then.push({ knownAt: momentOf(clock.now), ids: known, shown: shown(ws, known, {}) })
            clock.now += minutes * MINUTE
          }
          drained(ws)
          for (const { knownAt, ids, shown: before } of then) expect(shown(ws, ids, { knownAt })).toEqual(before)
        }),
      ),
      runs(60),
    )
  },
  patience,
)
