import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Statement } from '../../../src/domain/statement.ts'
import { showAlerts } from '../../../src/workspace/alerts/show-alerts.ts'
import { drain } from '../../../src/workspace/drain.ts'
import { currentModel } from '../../../src/workspace/models.ts'
import { publishModel } from '../../../src/workspace/publish-model.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { runs } from '../../laws/seed.ts'
import { previewed, storedCards } from '../../previewed.ts'
import { drained, makeWorkspace } from '../../workspaces.ts'
import { joined, left, minute, registered, scheduled, start, started, take, zoom } from '../told.ts'
import { rule, withRules } from './company.ts'

const patience = 3_600_000
const everybody = [0, 1, 2, 3, 4, 5]
const email = (person: number) => `p${person}@firm${person % 2}.example`

const act = fc.record({
  type: fc.constantFrom('meeting.booked', 'question.asked', 'came', 'came', 'came'),
  person: fc.constantFrom(...everybody),
})

/** Perhaps a version that nobody reaches, what people do, then a version with other thresholds, and what they do while it is built. */
const step = fc.record({
  isHigh: fc.boolean(),
  acts: fc.array(act, { minLength: 1, maxLength: 6 }),
  mql: fc.constantFrom(10, 14, 20, 30, 66, 72),
  above: fc.constantFrom(10, 40, 90),
  alerts: fc.constantFrom(true, true, false),
  steps: fc.integer({ min: 0, max: 2 }),
})

function done({ type, person }: { type: string; person: number }, id: string, at: number): Statement[] {
  if (type === 'came') return [joined(id, 0, zoom(`R${person}`)), left(id, 35)]
  const data = type === 'question.asked' ? { text: 'What does it cost?' } : {}
  return [{ id, type, time: at, person: { email: email(person) }, data } as Statement]
}

/** Alerts of a version by rule and person, in order. */
function toldOf(ws: Workspace, version: number | null): string[] {
  const about = version === null ? "NOT LIKE 'model/%'" : `= 'model/${version}'`
  const ids = ws.db.prepare<{ id: string }>(`SELECT id FROM alert WHERE about ${about}`).all()
  const { items } = showAlerts(ws, { limit: 500 })
  const own = items.filter(({ id }) => ids.some((each) => each.id === id))
  return own.map(({ rule, person }) => `${rule} ${person.id}`).sort()
}

test(
  'published with alerts exactly those are told of whom the preview counts and names, and in silence nobody',
  async () => {
    let some = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
        const { ws, clock } = makeWorkspace(start - minute)
        const who = { who: { attribute: 'country', oneOf: ['IL'] } }
        withRules(
          ws,
          ...(['crosses_mql', 'crosses_sql', 'surges'] as const).map((on) => rule(on)),
          rule('crosses_mql', { name: 'here', margin: 0, filters: who }),
        )
        clock.now = start + 40 * minute
        const people = everybody.map((n) =>
          registered(`R${n}`, email(n), { email: email(n), country: n < 3 ? 'IL' : 'US' }),
        )
        take(ws, scheduled(), started(), ...people)
        for (const [index, { isHigh, acts, mql, above, alerts, steps: during }] of steps.entries()) {
          const withMql = (mql: number) => ({ ...currentModel(ws).model, thresholds: { mql, sql: mql + above } })
          if (isHigh) publishModel(ws, withMql(900))
          clock.now += minute
          take(drained(ws), ...acts.flatMap((act, at) => done(act, `${index}/${at}`, clock.now)))
          drained(ws)
          const model = withMql(mql)
          const preview = await previewed(ws, model)
          const [by, was] = [toldOf(ws, null), storedCards(ws)]
          const { version } = publishModel(ws, model, { alerts })
          for (let each = 0; each < during; each++) drain(ws, 0)
          const named = preview.alerts.flatMap(({ rule, people }) => people.map(({ id }) => `${rule.name} ${id}`))
          expect(preview.alerts.map(({ count }) => count)).toEqual(preview.alerts.map(({ people }) => people.length))
          expect(toldOf(drained(ws), version)).toEqual(alerts ? named.sort() : [])
          // By the cards: nobody is told of who was beyond before, or is not now.
          const is = storedCards(ws)
          const stages = ['mql', 'sql']
          for (const told of toldOf(ws, version).filter((each) => each.startsWith('crosses_mql'))) {
            const [, id] = told.split(' ')
            expect([stages.includes(was.get(id!)!.stage), stages.includes(is.get(id!)!.stage)]).toEqual([false, true])
          }
          // What comes next of those who are beyond is no news.
          clock.now += minute
          const ripe = everybody.filter((n) => stages.includes(is.get(idOf(ws, email(n)))!.stage))
          take(
            ws,
            ...ripe.flatMap((person) => done({ type: 'question.asked', person }, `${index}/n${person}`, clock.now)),
          )
          const isMql = (each: string) => each.startsWith('crosses_mql') || each.startsWith('here')
          expect(toldOf(drained(ws), null).filter(isMql)).toEqual(by.filter(isMql))
          some += alerts ? named.length : 0
        }
      }),
      runs(6),
    )
    expect(some).toBeGreaterThan(5)
  },
  patience,
)

function idOf(ws: Workspace, address: string): string {
  const found = ws.db
    .prepare<{ id: string }>(
      `SELECT 'p_' || lower(hex(k.id)) AS id FROM card c JOIN person_key k ON k.number = c.person WHERE c.email = ?`,
    )
    .get(address)
  return found!.id
}
