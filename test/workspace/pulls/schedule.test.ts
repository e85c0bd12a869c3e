import { expect, test } from 'vitest'
import { showPulls } from '../../../src/workspace/pulls/show-pulls.ts'
import { webinarPulls } from '../../../src/workspace/pulls/webinar-pulls.ts'
import { webinars } from '../../../src/workspace/webinars.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { makeWorkspace } from '../../workspaces.ts'
import { day, ended, joined, minute, registered, scheduled, start, started, take, zoom } from '../told.ts'
import { connected, fetchUntil, pages, problem, scripted } from './scripted.ts'

const hour = 60 * minute
const over = start + hour

async function made(answers = {}) {
  const { ws, clock } = makeWorkspace(start - day)
  const fetching = scripted(clock, answers)
  await connected(ws, fetching)
  fetching.asked.length = 0
  const until = (at: number) => fetchUntil(ws, clock, at, fetching)
  return { ws, clock, fetching, until }
}

const waiting = (ws: Workspace) =>
  showPulls(ws)
    .items.filter(({ endedAt }) => endedAt === null)
    .map(({ reason, dueAt }) => [reason, (Date.parse(dueAt) - over) / minute])

test('the end of a webinar plans what is fetched of it, and nothing is asked before', async () => {
  const { ws, fetching, until } = await made()
  take(ws, scheduled(), started())
  await until(over)
  expect(fetching.asked).toEqual([])
  take(ws, ended())
  expect(waiting(ws)).toEqual([['after_15_minutes', 15]])
  await until(over + 15 * minute - 1)
  expect(fetching.asked).toEqual([])
  await until(over + 15 * minute)
  expect(fetching.asked).toEqual(['webinar', 'registrants', 'participants', 'polls', 'recordings', 'replay_views'])
  expect(waiting(ws)).toEqual([['after_2_hours', 120]])
})

test('a webinar of which no end came is fetched an hour after it was to end', async () => {
  const { ws, fetching, until } = await made()
  take(ws, scheduled(), started())
  expect(waiting(ws)).toEqual([['after_15_minutes', 60]])
  await until(over + hour)
  expect(fetching.asked[0]).toBe('webinar')
})

test('of a webinar of which nothing came at all the rooms are looked up that ran at its time', async () => {
  const { ws, fetching, until } = await made()
  take(ws, scheduled(), registered('R1', 'dana@kiwi.example'))
  const room = { platformId: '87123456789', uuid: 'roomA==', startedAt: start - 2 * minute }
  fetching.instances = () => [room, { ...room, uuid: 'before==', startedAt: start - day }]
  fetching.answers.webinar = pages([started(), ended()])
  fetching.answers.participants = pages([joined('s1', 1, zoom('R1'))])
  await until(over + hour)
  expect(fetching.asked).toEqual([
    'roomsOf',
    'webinar',
    'registrants',
    'participants',
    'polls',
    'recordings',
    'replay_views',
  ])
  const [webinar] = webinars(ws).items
  expect(webinar).toMatchObject({ startsAt: '2026-05-12T14:00:00.000Z', provisional: false })
  expect(webinarPulls(ws, webinar!.id)).toMatchObject({
    isConnected: true,
    lacks: [],
    nextAt: '2026-05-12T17:00:00.000Z',
  })
  await until(over + 40 * day)
  expect(fetching.asked.filter((step) => step === 'roomsOf')).toHaveLength(1)
})

test('where no room ran at the time of a webinar it is looked three times, and then no more', async () => {
  const { ws, fetching, until } = await made()
  take(ws, scheduled())
  await until(over + 40 * day)
  expect(fetching.asked).toEqual(['roomsOf', 'roomsOf', 'roomsOf'])
  expect(showPulls(ws).items.map(({ state }) => state)).toEqual(['missing', 'missing', 'missing'])
})

test('what is planned moves with the end, also when the room is opened again after it was fetched', async () => {
  const { ws, fetching, until } = await made()
  take(ws, scheduled(), started(), ended())
  await until(over + 20 * minute)
  expect(waiting(ws)).toEqual([['after_2_hours', 120]])
  take(ws, { ...started(), id: 'again', time: over + 30 * minute }, { ...ended(150), id: 'over' })
  expect(waiting(ws)).toEqual([['after_15_minutes', 105]])
  fetching.asked.length = 0
  await until(over + 105 * minute)
  expect(fetching.asked[0]).toBe('webinar')
})

test('a deleted webinar is not asked for', async () => {
  const { ws } = await made()
  take(ws, scheduled())
  expect(waiting(ws)).toHaveLength(1)
  take(ws, { ...scheduled(), id: 'deleted', type: 'webinar.deleted', time: start - 2 * day, data: {} })
  expect(waiting(ws)).toEqual([])
})

test('a room in which only was practised is not asked for', async () => {
  const { ws, fetching, until } = await made()
  const webinar = { platform: 'zoom', platformId: '87123456789', instance: 'practice==' }
  const practice = { ...started(), id: 'p', webinar, time: start - 2 * hour }
  take(ws, scheduled(), practice, { ...ended(), id: 'pe', webinar, time: start - hour, data: { practice: true } })
  take(ws, started(), ended())
  await until(over + 15 * minute)
  expect(fetching.asked.filter((step) => step === 'webinar')).toHaveLength(1)
})

test('what was missed while nobody was there is made up for once', async () => {
  const { ws, clock, fetching, until } = await made()
  take(ws, scheduled(), started(), ended())
  clock.now = over + 5 * hour
  await until(over + 5 * hour)
  expect(fetching.asked.filter((step) => step === 'webinar')).toHaveLength(1)
  expect(waiting(ws)).toEqual([['after_24_hours', 24 * 60]])
})

test('the replay alone is looked at while there is one', async () => {
  const recorded = {
    ...{ id: 'rec', type: 'webinar.recorded' as const, time: over, data: { mediaSeconds: 3600 } },
    webinar: { platform: 'zoom', platformId: '87123456789', instance: 'roomA==' },
  }
  const { ws, fetching, until } = await made({ recordings: pages([recorded]) })
  take(ws, scheduled(), started(), ended())
  await until(over + day)
  fetching.asked.length = 0
  await until(over + 6 * day)
  expect(fetching.asked).toEqual([
    'recordings',
    'replay_views',
    'recordings',
    'replay_views',
    'recordings',
    'replay_views',
  ])
  fetching.answers.recordings = () => problem('nothing')
  fetching.asked.length = 0
  await until(over + 40 * day)
  expect(fetching.asked).toEqual(['recordings'])
})

test('of what was over when a source was connected only the last day is fetched by itself', async () => {
  const { ws, clock } = makeWorkspace(over + 3 * hour)
  const fetching = scripted(clock)
  const old = { platform: 'zoom', platformId: '81111111111', instance: 'old==' }
  take(ws, scheduled(), started(), ended())
  take(
    ws,
    { ...started(), id: 'o', webinar: old, time: start - 9 * day },
    { ...ended(), id: 'oe', webinar: old, time: over - 9 * day },
  )
  await connected(ws, fetching)
  fetching.asked.length = 0
  await fetchUntil(ws, clock, over + 4 * hour, fetching)
  expect(showPulls(ws).items.map(({ platformId, state }) => [platformId, state])).toEqual([
    ['87123456789', 'waiting'],
    ['87123456789', 'done'],
  ])
})
