import { expect, test } from 'vitest'
import type { Statement } from '../../../src/domain/statement.ts'
import { changeRule, removeRule } from '../../../src/workspace/alerts/rules.ts'
import { showAlerts } from '../../../src/workspace/alerts/show-alerts.ts'
import { ingest } from '../../../src/workspace/ingest.ts'
import { rescore } from '../../../src/workspace/rescore.ts'
import { drained, makeWorkspace } from '../../workspaces.ts'
import { day, ended, joined, left, minute, registered, scheduled, start, started, take, zoom } from '../told.ts'
import { rule, told, withRules } from './company.ts'

const dana = 'dana@kiwi.example'
const room = [scheduled(), started(), registered('R1', dana, { company: 'Kiwi', country: 'IL' })]
const hour = 60 * minute

/** Ten minutes into a demo, for which one person registered a day ago. */
function company(...rules: Parameters<typeof withRules>[1][]) {
  const { ws, clock } = makeWorkspace(start - hour)
  withRules(ws, ...rules)
  clock.now = start + 10 * minute
  return { ws, clock }
}

const act = (type: string, at: number, data: object, id = `${type}/${at}`): Statement =>
  ({ id, type, time: start + at * minute, person: { email: dana }, data }) as Statement

const asked = (at: number, text: string) => act('question.asked', at, { text })
const booked = (at: number) => act('meeting.booked', at, {})
const watched = (at: number, seconds: number) =>
  ({
    ...act('replay.watched', at, { watchedSeconds: seconds, mediaSeconds: 3600, sessionId: 's' }, 'replay'),
    webinar: room[0]!.webinar,
  }) as Statement

test('somebody joins a demo: once, however often they come and go and whatever comes again', () => {
  const { ws, clock } = company(rule('joins_live', { filters: { webinarKinds: ['demo'] } }))
  take(ws, ...room, joined('1', 4, zoom('R1')))
  expect(told(ws)).toEqual([`joins_live ${dana}`])
  clock.now = start + 30 * minute
  take(ws, left('1', 9), joined('2', 12, zoom('R1')), joined('1', 4, zoom('R1')))
  expect(told(ws)).toEqual([`joins_live ${dana}`])
  rescore(ws)
  expect(told(ws)).toHaveLength(1)
  expect(showAlerts(ws).items[0]).toMatchObject({ at: new Date(start + 4 * minute).toISOString() })
})

test('a join that arrives when the webinar is over is not told of as a join', () => {
  const { ws, clock } = company(rule('joins_live'), rule('attended'))
  clock.now = start + 3 * hour
  take(ws, ...room, ended(), joined('1', 4, zoom('R1')), left('1', 50))
  expect(told(ws)).toEqual([`attended ${dana}`])
})

test('another kind of webinar, another country, another company is not told of', () => {
  const filters = { webinarKinds: ['educational'] }
  const country = (code: string) => ({ who: { attribute: 'country', oneOf: [code] } })
  const { ws } = company(
    rule('joins_live', { name: 'other kind', filters }),
    rule('joins_live', { name: 'other country', filters: country('US') }),
    rule('joins_live', { name: 'this country', filters: country('il') }),
    rule('joins_live', { name: 'high score', filters: { minScore: 1_000 } }),
    rule('target_account', { name: 'by domain', accounts: ['@Kiwi.example'] }),
    rule('target_account', { name: 'by name', accounts: ['KIWI'] }),
    rule('target_account', { name: 'other account', accounts: ['iwi.example'] }),
  )
  take(ws, ...room, joined('1', 4, zoom('R1')))
  expect(told(ws).map((each) => each.replace(` ${dana}`, ''))).toEqual(['this country', 'by domain', 'by name'])
})

test('attended is told of when the webinar has ended, with the minutes that a rule asks for', () => {
  const { ws, clock } = company(
    rule('attended'),
    rule('attended', { name: 'half an hour', filters: { minMinutes: 30 } }),
    rule('attended', { name: 'an hour', filters: { minMinutes: 60 } }),
  )
  take(ws, ...room, joined('1', 4, zoom('R1')))
  expect(told(ws)).toEqual([])
  clock.now = start + 61 * minute
  take(ws, left('1', 40), ended())
  expect(told(ws)).toEqual([`attended ${dana}`, `half an hour ${dana}`])
})

test('the replay, a raised hand and a question about the price are told of', () => {
  const { ws, clock } = company(
    rule('watches_replay', { filters: { minMinutes: 10 } }),
    rule('raises_hand'),
    rule('asks_to_buy', { filters: { topics: ['price'] } }),
    rule('asks_to_buy', { name: 'contract', filters: { topics: ['contract'] } }),
  )
  take(ws, ...room, joined('1', 4, zoom('R1')), asked(8, 'How much does it cost for 200 people?'))
  expect(told(ws)).toEqual([`asks_to_buy ${dana}`])
  clock.now = start + 5 * hour
  take(ws, left('1', 30), ended(), watched(200, 300))
  expect(told(ws)).toHaveLength(1)
  take(ws, watched(220, 900), booked(230))
  expect(told(ws)).toEqual([`asks_to_buy ${dana}`, `watches_replay ${dana}`, `raises_hand ${dana}`])
})

test('who crosses MQL is told of once while the score sways, and anew after it fell below the margin', () => {
  const { ws, clock } = company(rule('crosses_mql'))
  take(ws, ...room, joined('1', 0, zoom('R1')), booked(5), asked(6, 'How much is it?'))
  expect(told(ws)).toEqual([`crosses_mql ${dana}`])
  clock.now += minute
  take(ws, asked(10, 'And what is in the contract?'))
  expect(told(ws)).toHaveLength(1)
})

test('facts older than a day on arrival, imports and backfills raise nothing', async () => {
  const { ws, clock } = company(rule('raises_hand'), rule('crosses_mql'), rule('joins_live'))
  clock.now = start + 2 * day
  take(ws, ...room, joined('1', 4, zoom('R1')), left('1', 50), ended(), booked(30))
  expect(told(ws)).toEqual([])
  ws.transaction(() => ingest(ws, [booked(2 * 24 * 60 - 5)], ws.now(), { isQuiet: true }))
  expect(told(ws)).toEqual([])
  take(ws, booked(2 * 24 * 60 - 4))
  expect(told(ws)).toEqual([`raises_hand ${dana}`])
})

test('a rule tells of what happens from when it was made, switched on, or changed in what it asks', () => {
  const { ws, clock } = company()
  take(ws, ...room, joined('1', 4, zoom('R1')), booked(6))
  drained(ws)
  const [late] = withRules(ws, rule('raises_hand', { name: 'late' }))
  rescore(ws)
  expect(told(ws)).toEqual([])
  clock.now = start + 20 * minute
  changeRule(ws, late!.id, rule('raises_hand', { name: 'late', enabled: false }))
  take(ws, booked(15))
  expect(told(ws)).toEqual([])
  clock.now = start + 30 * minute
  changeRule(ws, late!.id, rule('raises_hand', { name: 'late' }))
  take(ws, booked(16))
  expect(told(ws)).toEqual([])
  clock.now = start + 40 * minute
  take(ws, booked(35))
  expect(told(ws)).toEqual([`late ${dana}`])
  removeRule(ws, late!.id)
  take(ws, booked(36))
  expect(told(ws)).toEqual([`late ${dana}`])
})

test('who presents, and who works for the company itself, is nobody to be told of', () => {
  const { ws } = makeWorkspace(start - hour, { staffDomains: ['kiwi.example'] })
  withRules(ws, rule('joins_live'), rule('raises_hand'))
  Object.assign(ws, { now: () => start + 10 * minute })
  take(ws, ...room, joined('1', 4, zoom('R1')), booked(6))
  expect(told(ws)).toEqual([])
})

test('somebody who is two people until they are merged is not told of again', () => {
  const { ws } = company(rule('joins_live'))
  take(ws, ...room.slice(0, 2), joined('1', 4, zoom('R1')))
  expect(told(ws)).toEqual(['joins_live null'])
  take(ws, room[2]!)
  expect(told(ws)).toEqual([`joins_live ${dana}`])
})
