import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Statement } from '../../src/domain/statement.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import { ingest } from '../../src/workspace/ingest.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { rescore } from '../../src/workspace/rescore.ts'
import { showPerson } from '../../src/workspace/show-person.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { DAY, START } from './histories.ts'
import { runs } from './seed.ts'
import { knownWebinar, randomStatements } from './statements.ts'

const now = START + 30 * DAY

function take(ws: Workspace, statements: readonly Statement[]): void {
  ws.transaction(() => ingest(ws, statements, now))
}

/** All that anybody can see: people with their ledgers, webinars with their counts, rankings in both orders. */
function everything(ws: Workspace): unknown {
  const ids = findPeople(ws, { limit: '500' }).items.map(({ id }) => id)
  const people = ids.sort().map((id) => showPerson(ws, id, {}))
  const { items } = webinars(ws)
  const rankings = items.map(({ id }) => [ranking(ws, id, {}), ranking(ws, id, { sort: 'score' })])
  return { people, items, rankings }
}

describe('the laws through the store', () => {
  it('law 2: order and duplicates of deliveries do not matter', () => {
    const orders = randomStatements.chain((statements) =>
      fc.record({
        statements: fc.constant(statements),
        others: fc.shuffledSubarray([...statements, ...statements], { minLength: statements.length * 2 }),
      }),
    )
    fc.assert(
      fc.property(orders, ({ statements, others }) => {
        const [one, other] = [makeWorkspace(now).ws, makeWorkspace(now).ws]
        take(one, statements)
        for (const statement of others) take(other, [statement])
        expect(everything(drained(other))).toEqual(everything(drained(one)))
      }),
      runs(70),
    )
  })

  it('law 4: taken in one by one and scored each time, all is as if scored anew from nothing', () => {
    fc.assert(
      fc.property(randomStatements, (statements) => {
        const { ws } = makeWorkspace(now)
        for (const statement of statements) {
          take(ws, [statement])
          drained(ws)
        }
        const incremental = everything(ws)
        rescore(ws)
        expect(everything(ws)).toEqual(incremental)
        const fresh = makeWorkspace(now).ws
        take(fresh, statements)
        expect(everything(drained(fresh))).toEqual(incremental)
      }),
      runs(70),
    )
  })

  it('law 5: what others do changes nobody’s scorecard', () => {
    const mine = (statement: Statement) => statement.person?.email === 'me@firm.example'
    const own = randomStatements.map((statements) =>
      statements
        .filter(({ type }) => type !== 'webinar.bound')
        .map((statement) =>
          statement.person
            ? ({
                ...statement,
                id: `mine/${statement.id}`,
                connection: undefined,
                person: { email: 'me@firm.example' },
                profile: { email: 'me@firm.example' },
              } as Statement)
            : statement,
        ),
    )
    fc.assert(
      fc.property(own, randomStatements, (statements, others) => {
        const people = others.filter(({ person }) => person)
        const [alone, among] = [makeWorkspace(now).ws, makeWorkspace(now).ws]
        take(alone, [...knownWebinar, ...statements])
        take(among, [...knownWebinar, ...statements, ...people])
        const card = (ws: Workspace) => {
          const [me] = findPeople(drained(ws), { email: 'me@firm.example' }).items
          return me && showPerson(ws, me.id, {})
        }
        expect(statements.some(mine)).toBe(card(alone) !== undefined)
        expect(card(among)).toEqual(card(alone))
      }),
      runs(70),
    )
  })
})
