import { expect, test } from 'vitest'
import { makeSample } from '../../src/demo/sample.ts'

const now = Date.parse('2026-11-22T08:03:17Z')
const minute = 60_000
const { webhooks, toCome, webinars, activities, afterwards } = makeSample('shaked', now)
const told = [...webhooks, ...toCome].map(({ event, at, body }) => ({
  event,
  at,
  object: JSON.parse(body).payload.object,
}))
const held = webinars.filter(({ closesAt, fromReport, isLossy }) => closesAt < now && !fromReport && !isLossy)
const running = webinars.find(({ ago }) => ago === 'now')!

function inRoom(platformId: number) {
  const own = told.filter(({ object }) => Number(object.id) === platformId)
  const participants = (event: string) =>
    own
      .filter((one) => one.event === `webinar.participant_${event}`)
      .map(({ at, object }) => ({ at, ...object.participant }))
  return { joins: participants('joined'), leaves: participants('left'), own }
}

test.each([...held, running].map((webinar) => [webinar.key, webinar] as const))(
  'in %s every join has its leave, by the same connection, within the time that the room was open',
  (_, { platformId, opensAt, closesAt }) => {
    const { joins, leaves } = inRoom(platformId)
    const leftBy = new Map(leaves.map(({ user_id, at }) => [user_id, at]))
    expect(leftBy.size).toBe(joins.length)
    for (const { user_id, at } of joins) {
      expect(at).toBeGreaterThanOrEqual(opensAt)
      expect(leftBy.get(user_id)).toBeGreaterThan(at)
      expect(leftBy.get(user_id)).toBeLessThanOrEqual(closesAt + 1000)
    }
  },
)

test.each(held.map((webinar) => [webinar.key, webinar] as const))(
  'to %s come 35 to 45 of a hundred registrants, most of them in the first minutes',
  (_, { platformId, startsAt }) => {
    const { joins, own } = inRoom(platformId)
    const registered = own.filter(({ event }) => event === 'webinar.registration_created').length
    const came = new Set(joins.map(({ registrant_id }) => registrant_id).filter(Boolean))
    expect(came.size / registered).toBeGreaterThan(0.35)
    expect(came.size / registered).toBeLessThan(0.46)
    const early = joins.filter(({ at }) => at < startsAt + 5 * minute)
    expect(early.length / joins.length).toBeGreaterThan(0.55)
  },
)

test('people rejoin, come with two devices, hand links on, dial in without a name', () => {
  const { joins } = inRoom(held[0]!.platformId)
  const byRegistrant = Object.groupBy(joins, ({ registrant_id }) => registrant_id ?? '')
  const all = held.flatMap(({ platformId }) => inRoom(platformId).joins)
  expect(Object.values(byRegistrant).some((own) => own!.length > 1)).toBe(true)
  expect(all.some(({ user_name }) => user_name === 'Meeting room 2')).toBe(true)
  expect(all.filter(({ email }) => email === '').length).toBeGreaterThan(held.length)
})

test('questions and poll answers lie within the stay and the webinar of whoever gave them', () => {
  const during = [...activities, ...afterwards].filter(({ type }) => /^(poll|question)\./.test(type))
  const byId = new Map(webinars.map((webinar) => [String(webinar.platformId), webinar]))
  for (const { time, data } of during) {
    const { startsAt, endsAt } = byId.get((data.webinar as { platformId: string }).platformId)!
    expect(Date.parse(time)).toBeGreaterThanOrEqual(startsAt - 2 * minute)
    expect(Date.parse(time)).toBeLessThanOrEqual(endsAt + minute)
  }
  expect(during.length).toBeGreaterThan(200)
})
