import { expect, test } from 'vitest'
import type { Figures } from '../../src/http/workspace/figures.ts'
import type { WebinarRow } from '../../src/http/workspace/webinars.ts'
import { receiveActivities } from '../../src/workspace/receive-activities.ts'
import { zoomRun } from '../zoom-run.ts'
import { makeCompany, makeHouse, now } from './company.ts'

const hour = 3_600_000

/** A generic webinar of an hour, so many hours ago, with registrants of whom so many came for half of it. */
function webinarOf(platformId: string, hoursAgo: number, registrants: number, attendees: number) {
  const startsAt = now - hoursAgo * hour
  const iso = (time: number) => new Date(time).toISOString()
  const webinar = { platform: 'generic', platformId, startsAt: iso(startsAt) }
  const event = (id: string, type: string, time: number, data: object) => ({
    ...{ specversion: '1.0', id: `${platformId}/${id}`, source: 'https://kiwi.example', type, time: iso(time) },
    data: { webinar, ...data },
  })
  const person = (i: number) => ({ email: `person${i}@firm${i}.example` })
  const stay = { joinedAt: iso(startsAt), leftAt: iso(startsAt + hour / 2) }
  return [
    event('planned', 'webinar.scheduled', startsAt - hour, { webinar: { ...webinar, durationMinutes: 60 } }),
    ...Array.from({ length: registrants }, (_, i) =>
      event(`r${i}`, 'person.registered', startsAt - hour, { person: person(i) }),
    ),
    ...Array.from({ length: attendees }, (_, i) =>
      event(`a${i}`, 'webinar.attended', startsAt + hour / 2, { person: person(i), ...stay }),
    ),
  ]
}

test('the figures of a webinar stand beside the median of the others, all in their order', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  for (const [index, attendees] of [2, 6, 4].entries())
    await receiveActivities(kiwi.ws, webinarOf(`w${index}`, 48 + index * 24, 8, attendees))
  await receiveActivities(kiwi.ws, webinarOf('w-new', 24, 10, 5))
  kiwi.settle()
  const { items } = await house.get<{ items: WebinarRow[] }>(kiwi, '/webinars')
  expect(items.map(({ platformId, state, plannedSeconds }) => [platformId, state, plannedSeconds])).toEqual([
    ['w-new', 'ended', 3600],
    ['w0', 'ended', 3600],
    ['w1', 'ended', 3600],
    ['w2', 'ended', 3600],
  ])
  const figures = await house.get<Figures>(kiwi, `/webinars/${items[0]!.id}/figures`)
  expect(figures).toMatchObject({ state: 'ended', medianOf: 3 })
  expect(figures.figures.map(({ key }) => key)).toEqual([
    ...['registrants', 'attendees', 'stayed', 'averageMinutes', 'questions', 'mqls', 'sqls'],
  ])
  expect(figures.figures.slice(0, 4)).toEqual([
    { key: 'registrants', value: 10, share: null, median: { value: 8, share: null } },
    { key: 'attendees', value: 5, share: 0.5, median: { value: 4, share: 0.5 } },
    { key: 'stayed', value: 0, share: 0, median: { value: 0, share: 0 } },
    { key: 'averageMinutes', value: 30, share: null, median: { value: 30, share: null } },
  ])
})

test('in a running webinar those still in the room have stayed, and minutes count until now', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  await receiveActivities(kiwi.ws, webinarOf('w1', 0.25, 4, 3))
  kiwi.settle()
  const { items } = await house.get<{ items: WebinarRow[] }>(kiwi, '/webinars')
  expect(items).toMatchObject([{ state: 'live', liveSeconds: 900, plannedSeconds: 3600 }])
  const { state, figures } = await house.get<Figures>(kiwi, `/webinars/${items[0]!.id}/figures`)
  expect(state).toBe('live')
  expect(Object.fromEntries(figures.map(({ key, value, share }) => [key, [value, share]]))).toMatchObject({
    attendees: [3, 0.75],
    stayed: [3, 1],
    averageMinutes: [15, null],
  })
})

test('the figures agree with the funnel beside them and with the list', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  await Promise.all(zoomRun(40).map(({ body }) => house.hook(kiwi, body)))
  kiwi.settle()
  const { items } = await house.get<{ items: WebinarRow[] }>(kiwi, '/webinars')
  const [row] = items
  const { figures } = await house.get<Figures>(kiwi, `/webinars/${row!.id}/figures`)
  const values = Object.fromEntries(figures.map(({ key, value }) => [key, value]))
  const funnel = await house.get<{ steps: { stage: string; count: number }[] }>(kiwi, `/webinars/${row!.id}/funnel`)
  const counts = Object.fromEntries(funnel.steps.map(({ stage, count }) => [stage, count]))
  expect([values.mqls, values.sqls]).toEqual([counts.mql, counts.sql])
  expect([values.registrants, values.attendees, values.questions]).toEqual([
    ...[row!.registrants, row!.attendees, row!.questions],
  ])
})

test('a webinar that does not run has no changes to watch, one that nobody knows is not found', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  await receiveActivities(kiwi.ws, [...webinarOf('past', 5, 1, 1), ...webinarOf('next', -5, 1, 0)])
  kiwi.settle()
  const { items } = await house.get<{ items: WebinarRow[] }>(kiwi, '/webinars')
  expect(items.map(({ state }) => state)).toEqual(['scheduled', 'ended'])
  const watch = (id: string) =>
    house.fetch(`/api/v1/webinars/${id}/changes`, { headers: { authorization: `Bearer ${kiwi.apiKey}` } })
  for (const { id } of items) expect((await watch(id)).status).toBe(204)
  expect((await watch('w_nobody')).status).toBe(404)
})

test('the workspace says what it is called and from which scores a lead is warm and hot', async () => {
  const kiwi = makeCompany('kiwi00000001')
  kiwi.settle()
  const answer = await makeHouse(kiwi).get(kiwi, '/workspace')
  expect(answer).toEqual({
    ...{ id: 'kiwi00000001', slug: 'kiwi00000001', name: 'kiwi00000001', timezone: 'Asia/Jerusalem' },
    ...{ backlog: 0, rescored: null, unscored: [], modelVersion: 1, thresholds: { mql: 30, sql: 70 } },
    velocity: { hours: 168, surgePoints: 40, surgeDays: 2 },
  })
})
