import { expect, test } from 'vitest'
import { listChannels, removeChannel, switchChannel } from '../../../src/workspace/alerts/channels.ts'
import { tellEvent } from '../../../src/workspace/alerts/events.ts'
import { setRoutes } from '../../../src/workspace/alerts/routing.ts'
import { dueChannels, nextSendAt, sendNext } from '../../../src/workspace/alerts/send-due.ts'
import { type ShownSend, showSends } from '../../../src/workspace/alerts/sends.ts'
import { showAlerts, showOpen } from '../../../src/workspace/alerts/show-alerts.ts'
import { release, take as takeIt } from '../../../src/workspace/alerts/take.ts'
import { showWaits } from '../../../src/workspace/alerts/waits.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { makeWorkspace } from '../../workspaces.ts'
import { day, joined, minute, registered, scheduled, start, started, take, zoom } from '../told.ts'
import { rule, told, withRules } from './company.ts'
import { hookOf, mailOf, outside, sendAll, slackOf } from './outside.ts'

const names = ['dana', 'noa', 'roy', 'sara', 'olga', 'tal']
const address = (name: string) => `${name}@kiwi.example`

/** A demo that has run for ten minutes and for which some people registered; nobody is in it yet. */
function company() {
  const { ws, clock } = makeWorkspace(start - 60 * minute)
  const people = names.map((name, at) =>
    registered(`R${at}`, address(name), { firstName: name, country: at < 2 ? 'IL' : 'US' }),
  )
  take(ws, scheduled(), started(), ...people)
  clock.now = start + 10 * minute
  return { ws, clock, out: outside(ws) }
}

const joins = (ws: Workspace, ...people: number[]) => {
  take(ws, ...people.map((at) => joined(`s${at}`, 10, zoom(`R${at}`))))
  return told(ws)
}

test('an alert goes out by each channel of its rule, under an id of its own that stays the same', async () => {
  const { ws, out } = company()
  const [slack, hook] = [await slackOf(ws), await hookOf(ws)]
  withRules(ws, rule('joins_live', { channels: [slack.id, hook.id] }))
  joins(ws, 0)
  expect(await sendAll(ws)).toBe(2)
  expect(out.posts.map(({ url }) => new URL(url).host)).toEqual(['hooks.slack.com', 'hook.example'])
  expect(await sendAll(ws)).toBe(0)
  const { items } = showAlerts(ws)
  expect(items[0]!.sends.map(({ channel, state, tries }) => [channel!.name, state, tries])).toEqual([
    ['slack', 'sent', 1],
    ['hook', 'sent', 1],
  ])
})

test('who comes in a storm is told in one message to a chat and one by one to a program', async () => {
  const { ws, out } = company()
  const [slack, hook] = [await slackOf(ws), await hookOf(ws)]
  withRules(ws, rule('joins_live', { channels: [slack.id, hook.id] }))
  joins(ws, 0, 1, 2, 3, 4, 5)
  expect(await sendAll(ws)).toBe(7)
  const bodies = out.posts.filter(({ url }) => url.includes('slack')).map(({ body }) => body)
  expect(names.filter((name) => bodies[0]!.includes(name))).toEqual(names)
  expect(showAlerts(ws).items.map(({ sends }) => sends.map(({ state }) => state))).toEqual(
    names.map(() => ['sent', 'sent']),
  )
})

test('the log of a channel names the first of those whom a message is about, and says of how many it tells', async () => {
  const { ws } = company()
  const slack = await slackOf(ws)
  const [first, second] = ['One', 'Two'].map((name) => ({ name, channels: [slack.id] }))
  withRules(ws, rule('joins_live', first), rule('joins_live', second))
  joins(ws, 4)
  expect(showSends(ws, slack.id).items).toMatchObject([
    { about: 'alerts', rules: ['Two'], people: [{ name: 'olga', email: 'olga@kiwi.example' }], peopleCount: 1 },
    { about: 'alerts', rules: ['One'], people: [{ name: 'olga' }], peopleCount: 1 },
  ])
  joins(ws, 0, 1, 2, 3)
  await sendAll(ws)
  const [{ rules, people, peopleCount }] = showSends(ws, slack.id).items as [ShownSend]
  expect(rules).toEqual(['One', 'Two'])
  expect(people.map(({ name }) => name)).toEqual(['olga', 'dana', 'noa'])
  expect(peopleCount).toBe(5)
})

test('a digest goes out once, at its time, with all that was raised until then', async () => {
  const { ws, clock, out } = company()
  const slack = await slackOf(ws)
  withRules(ws, rule('joins_live', { channels: [slack.id], digest: { everyMinutes: 30 } }))
  joins(ws, 0)
  clock.now += 5 * minute
  joins(ws, 1)
  expect(await sendAll(ws)).toBe(0)
  expect(nextSendAt(ws)).toBe(start + 30 * minute)
  clock.now = start + 30 * minute
  expect(await sendAll(ws)).toBe(1)
  expect(out.posts[0]!.body).toContain('dana')
  expect(out.posts[0]!.body).toContain('noa')
})

test('in quiet hours nothing goes out before they are over', async () => {
  const { ws, clock } = company()
  const slack = await slackOf(ws)
  withRules(ws, rule('joins_live', { channels: [slack.id], quietHours: { from: '17:00', to: '18:00' } }))
  joins(ws, 0)
  expect(await sendAll(ws)).toBe(0)
  clock.now = start + 60 * minute
  expect(await sendAll(ws)).toBe(1)
})

test('mail for the owner goes to whoever looks after the person by territory or account, else to whoever is named', async () => {
  const { ws, out } = company()
  const mail = await mailOf(ws, 'sales@kiwi-vendor.example, owner')
  const il = { attribute: 'country', oneOf: ['IL'] }
  setRoutes(ws, {
    routes: [
      { owner: 'Noa', email: 'noa@vendor.example', when: il },
      { owner: 'Roy', email: 'roy@vendor.example', accounts: ['other.example'] },
    ],
    otherwise: { owner: 'Tal', email: 'tal@vendor.example' },
  })
  withRules(ws, rule('joins_live', { channels: [mail.id] }))
  joins(ws, 0)
  await sendAll(ws)
  joins(ws, 3)
  await sendAll(ws)
  expect(out.mails.map(({ to }) => to)).toEqual([
    ['sales@kiwi-vendor.example', 'noa@vendor.example'],
    ['sales@kiwi-vendor.example', 'tal@vendor.example'],
  ])
  expect(showAlerts(ws).items.map(({ owner }) => owner)).toEqual(['Tal', 'Noa'])
})

test('mail for the owner of people whom nobody looks after goes to nobody, says so, and leaves the channel on', async () => {
  const { ws, out } = company()
  const mail = await mailOf(ws, 'owner')
  withRules(ws, rule('joins_live', { channels: [mail.id] }))
  for (const one of [0, 1, 2, 3]) {
    joins(ws, one)
    await sendAll(ws)
  }
  expect(out.mails).toEqual([])
  expect(showSends(ws, mail.id).items.map(({ state }) => state)).toEqual(['dropped', 'dropped', 'dropped', 'dropped'])
  expect(showSends(ws, mail.id).items[0]!.answer).toContain('Nobody looks after these people')
  expect(listChannels(ws).items[0]).toMatchObject({ state: 'untried' })
})

test('a target that is down is tried ten times in three days, then the send is given up; after five days it is switched off', async () => {
  const { ws, clock, out } = company()
  const hook = await hookOf(ws)
  withRules(ws, rule('joins_live', { channels: [hook.id] }))
  out.answers(503, 'down')
  joins(ws, 0)
  for (let tries = 0; tries < 20 && nextSendAt(ws) !== null; tries++) {
    clock.now = Math.max(clock.now, nextSendAt(ws)!)
    await sendAll(ws)
  }
  expect(out.posts).toHaveLength(10)
  expect(new Set(out.posts.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  const days = (clock.now - start) / day
  expect(days).toBeGreaterThan(3)
  expect(days).toBeLessThan(4)
  expect(showSends(ws, hook.id).items[0]).toMatchObject({ state: 'refused', tries: 10, answer: '503 down' })
  expect(listChannels(ws).items[0]).toMatchObject({ state: 'failing', last: { answer: '503 down' } })
})

test('what a removed channel or one that was off for long has to send does not go out', async () => {
  const { ws, clock, out } = company()
  const [slack, hook] = [await slackOf(ws), await hookOf(ws)]
  withRules(ws, rule('joins_live', { channels: [slack.id, hook.id] }))
  switchChannel(ws, hook.id, false)
  joins(ws, 0)
  removeChannel(ws, slack.id)
  expect(await sendAll(ws)).toBe(0)
  clock.now += 2 * day
  expect(switchChannel(ws, hook.id, true)).toMatchObject({ state: 'untried', waiting: 0 })
  expect(await sendAll(ws)).toBe(0)
  expect(out.posts).toEqual([])
  expect(showSends(ws, hook.id).items.map(({ state }) => state)).toEqual(['dropped'])
})

test('whoever takes an alert has it until they give it back, and the time until then is known', () => {
  const { ws, clock } = company()
  withRules(ws, rule('joins_live'))
  joins(ws, 0, 1)
  const [second, first] = showAlerts(ws).items
  clock.now += 2 * minute
  expect(takeIt(ws, first!.id, 'Noa').taken).toMatchObject({ by: 'Noa', afterSeconds: 120 })
  expect(takeIt(ws, first!.id, 'Noa').taken).toMatchObject({ afterSeconds: 120 })
  expect(() => takeIt(ws, first!.id, 'Roy')).toThrow('Noa has taken it already.')
  clock.now += 4 * minute
  expect(showWaits(ws, 7)).toMatchObject({ raised: 2, taken: 1, medianSeconds: 120, overFiveMinutes: 1 })
  expect(showWaits(ws, 7).waiting.map(({ id }) => id)).toEqual([second!.id])
  expect(release(ws, first!.id).taken).toBeNull()
  expect(takeIt(ws, first!.id, 'Roy').taken).toMatchObject({ by: 'Roy' })
})

test('whoever takes an alert has taken all of the person, who waited once, and gives all of them back together', () => {
  const { ws, clock } = company()
  withRules(ws, rule('joins_live'), rule('joins_live', { name: 'Anybody in the demo' }))
  joins(ws, 0, 1)
  const alertsOf = (name: string) => showAlerts(ws).items.filter(({ person }) => person.email === address(name))
  const takenBy = (name: string) => alertsOf(name).map(({ taken }) => taken?.by ?? null)
  const [one, other] = alertsOf('dana')
  clock.now += 6 * minute
  expect(showWaits(ws, 7)).toMatchObject({ raised: 2, taken: 0, overFiveMinutes: 2 })
  expect(showOpen(ws)).toMatchObject({ untaken: 2 })
  expect(showWaits(ws, 7).waiting.map(({ person }) => person.email)).toEqual([address('noa'), address('dana')])
  takeIt(ws, one!.id, 'Tal')
  expect([takenBy('dana'), takenBy('noa')]).toEqual([
    ['Tal', 'Tal'],
    [null, null],
  ])
  expect(showWaits(ws, 7)).toMatchObject({ raised: 2, taken: 1, medianSeconds: 360, overFiveMinutes: 2 })
  expect(showWaits(ws, 7).waiting).toHaveLength(1)
  expect(release(ws, other!.id).taken).toBeNull()
  expect(takenBy('dana')).toEqual([null, null])
})

test('a target that asks to be left alone is left alone with everything, for as long as it says', async () => {
  const { ws, clock, out } = company()
  const hook = await hookOf(ws)
  withRules(ws, rule('joins_live', { channels: [hook.id] }))
  joins(ws, 0, 1)
  out.answers(429, 'too many', '60')
  const [channel] = dueChannels(ws)
  await sendNext(ws, channel!)
  expect(dueChannels(ws)).toEqual([])
  expect(nextSendAt(ws)).toBe(clock.now + minute)
  clock.now += minute
  expect(dueChannels(ws)).toEqual([channel])
  await sendNext(ws, channel!)
  switchChannel(ws, hook.id, true)
  joins(ws, 2)
  expect(dueChannels(ws)).toEqual([channel])
})

test('what is decided of a channel while its target is waited for holds', async () => {
  for (const [decided, states] of [
    [switchChannel, ['waiting']],
    [removeChannel, ['dropped']],
  ] as const) {
    const { ws } = company()
    const hook = await hookOf(ws)
    withRules(ws, rule('joins_live', { channels: [hook.id] }))
    joins(ws, 0)
    Object.assign(ws, {
      waysOut: {
        ...ws.waysOut,
        post: async () => {
          decided(ws, hook.id, false)
          return { status: 503, retryAfter: null, text: 'down' }
        },
      },
    })
    await sendAll(ws)
    expect(listChannels(ws).items.map(({ state, offReason }) => [state, offReason])).toEqual(
      decided === switchChannel ? [['off', 'by_hand']] : [],
    )
    expect(showAlerts(ws).items[0]!.sends.map(({ state }) => state)).toEqual(states)
  }
})

test('the log of a channel goes back half a year, and what is older goes as more is sent', async () => {
  const { ws, clock } = company()
  const hook = await hookOf(ws, ['webinar.final'])
  withRules(ws, rule('joins_live', { channels: [hook.id] }))
  joins(ws, 0, 1)
  await sendAll(ws)
  const log = () => showSends(ws, hook.id).items.map(({ about }) => about)
  const tell = async (about: string) => {
    ws.transaction(() => tellEvent(ws, 'webinar.final', about, {}))
    await sendAll(ws)
  }
  clock.now += 182 * day
  await tell('w1')
  expect(log()).toEqual(['webinar.final', 'alerts', 'alerts'])
  clock.now += 2 * day
  await tell('w2')
  expect(log()).toEqual(['webinar.final', 'webinar.final'])
  expect(showAlerts(ws).items.map(({ sends }) => sends)).toEqual([[], []])
})
