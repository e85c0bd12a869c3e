import { expect, test } from 'vitest'
import { readMigrations } from '../../../src/hosts/node/migrations.ts'
import { showAlerts } from '../../../src/workspace/alerts/show-alerts.ts'
import { drain } from '../../../src/workspace/drain.ts'
import { currentModel } from '../../../src/workspace/models.ts'
import { publishModel } from '../../../src/workspace/publish-model.ts'
import { openWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { previewed } from '../../previewed.ts'
import { drained, makeWorkspace } from '../../workspaces.ts'
import { day, ended, joined, left, minute, registered, scheduled, start, started, take, zoom } from '../told.ts'
import { undone } from '../undone.ts'
import { rule, told, withRules } from './company.ts'

const [dana, noa, boss] = ['dana@kiwi.example', 'noa@fig.example', 'boss@acme.example']

/** All three came to a demo for half an hour, which is worth 74 points; crossing MQL takes more. */
function company(...rules: Parameters<typeof withRules>[1][]) {
  const { ws, clock } = makeWorkspace(start - day, { staffDomains: ['acme.example'] })
  publish(ws, 500)
  clock.now = start + 2 * day
  withRules(ws, ...rules)
  const came = [dana, noa, boss].flatMap((email, index) => [
    registered(`R${index}`, email, { country: index === 0 ? 'IL' : 'US' }),
    joined(`${index}`, 0, zoom(`R${index}`)),
    left(`${index}`, 30),
  ])
  take(ws, scheduled(), started(), ...came, ended())
  expect(told(ws)).toEqual([])
  return { ws, clock }
}

function publish(ws: Workspace, mql: number, alerts = false) {
  publishModel(ws, withMql(ws, mql), { alerts })
}

function withMql(ws: Workspace, mql: number) {
  return { ...currentModel(ws).model, thresholds: { mql, sql: 1_000 } }
}

const booked = (at: number, email: string) =>
  ({ id: `b/${at}/${email}`, type: 'meeting.booked', time: at, person: { email }, data: {} }) as const

test('published in silence nobody is told of who crosses by it, neither then nor with what comes next', async () => {
  const { ws, clock } = company(rule('crosses_mql'))
  publish(ws, 30)
  expect(told(ws)).toEqual([])
  take(ws, booked(clock.now, dana))
  expect(told(ws)).toEqual([])
  // A threshold five points and less above them is not far enough away to cross anew.
  for (const [mql, alerts] of [
    [78, false],
    [30, true],
  ] as const)
    publish(drained(ws), mql, alerts)
  expect(told(ws)).toEqual([])
})

test('published with alerts those are told of whom the preview names, once each, about the version', async () => {
  const here = { who: { attribute: 'country', oneOf: ['IL'] } }
  const { ws } = company(rule('crosses_mql'), rule('crosses_mql', { name: 'here', filters: here }), rule('attended'))
  const { alerts } = await previewed(ws, withMql(ws, 30))
  const people = (...emails: string[]) => emails.map((email) => expect.objectContaining({ email }))
  expect(alerts).toEqual([
    { rule: expect.objectContaining({ name: 'crosses_mql', on: 'crosses_mql' }), count: 2, people: people(dana, noa) },
    { rule: expect.objectContaining({ name: 'here' }), count: 1, people: people(dana) },
  ])
  publish(ws, 30, true)
  expect(told(ws)).toEqual([`crosses_mql ${dana}`, `here ${dana}`, `crosses_mql ${noa}`])
  expect(showAlerts(ws).items[0]).toMatchObject({ at: new Date(ws.now()).toISOString(), card: { stage: 'mql' } })
  expect(ws.db.prepare('SELECT DISTINCT about FROM alert').all()).toEqual([{ about: 'model/3' }])
  expect((await previewed(ws, withMql(ws, 30))).alerts.map(({ count }) => count)).toEqual([0, 0])
  for (const mql of [300, 30]) publish(drained(ws), mql, true)
  // What arrived last of them was told of by then.
  expect(told(ws)).toHaveLength(3)
})

test('without a rule on a threshold or a surge the preview names nobody', async () => {
  const { ws } = company(rule('attended'), rule('crosses_mql', { enabled: false }))
  expect(await previewed(ws, withMql(ws, 30))).toMatchObject({ changed: 2, alerts: [] })
})

test('killed while it is built and as it comes into force, each is told of exactly once', () => {
  const { ws, clock } = company(rule('crosses_mql'))
  publish(ws, 30, true)
  drain(ws, 0)
  undone(ws, () => expect(told(ws)).toHaveLength(2))
  const options = { id: 'acme0000', now: () => clock.now, secret: new Uint8Array(32), soon: setImmediate }
  const again = openWorkspace(ws.db, { ...options, migrations: readMigrations('workspace') })
  expect(told(again)).toEqual([`crosses_mql ${dana}`, `crosses_mql ${noa}`])
})

test('a version that another one overtakes tells of nobody', () => {
  const { ws } = company(rule('crosses_mql'))
  publish(ws, 30, true)
  publish(ws, 40)
  expect(told(ws)).toEqual([])
})

test('who falls far below a threshold by a version is told of when they cross it again', () => {
  const { ws, clock } = company(rule('crosses_mql'))
  publish(ws, 30, true)
  expect(told(ws)).toHaveLength(2)
  publish(ws, 100)
  expect(told(ws)).toHaveLength(2)
  take(ws, booked(clock.now - minute, dana))
  expect(told(ws)).toEqual([`crosses_mql ${dana}`, `crosses_mql ${noa}`, `crosses_mql ${dana}`])
})
