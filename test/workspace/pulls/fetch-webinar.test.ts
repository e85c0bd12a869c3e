import { expect, test } from 'vitest'
import { addSource } from '../../../src/workspace/add-source.ts'
import { backlog } from '../../../src/workspace/drain.ts'
import { connectSource, disconnectSource } from '../../../src/workspace/pulls/connect.ts'
import { nextPullAt } from '../../../src/workspace/pulls/due.ts'
import { fetchWebinar } from '../../../src/workspace/pulls/fetch-webinar.ts'
import { pullPage } from '../../../src/workspace/pulls/pull-page.ts'
import { showPulls } from '../../../src/workspace/pulls/show-pulls.ts'
import { shutApis } from '../../../src/workspace/pulls/source-api.ts'
import { webinarPulls } from '../../../src/workspace/pulls/webinar-pulls.ts'
import { webinars } from '../../../src/workspace/webinars.ts'
import { drained, makeWorkspace } from '../../workspaces.ts'
import { day, ended, minute, registered, scheduled, start, started, take } from '../told.ts'
import { connected, fetchUntil, problem, type Scripted, scripted } from './scripted.ts'

const hour = 60 * minute
const over = start + hour
const access = { account: 'a', client: 'c', secret: 's' }

/** A webinar that was over ten days before a source was connected. */
async function long(answers: Scripted['answers'] = {}) {
  const { ws, clock } = makeWorkspace(over + 10 * day)
  take(ws, scheduled(), started(), ended())
  const fetching = scripted(clock, answers)
  const source = await connected(ws, fetching)
  await fetchUntil(ws, clock, clock.now, fetching)
  fetching.asked.length = 0
  const until = (at: number) => fetchUntil(ws, clock, at, fetching)
  return { ws, clock, fetching, source, until, id: webinars(ws).items[0]!.id }
}

test('who asks gets all of a webinar at once, and joins what is under way', async () => {
  const { ws, clock, fetching, until, id } = await long()
  expect(nextPullAt(ws)).toBeNull()
  expect(fetchWebinar(ws, id)).toMatchObject({
    isRunning: false,
    fetchedAt: null,
    items: [{ reason: 'asked', state: 'waiting' }],
  })
  await pullPage(ws, 1, undefined, fetching)
  expect(fetchWebinar(ws, id)).toMatchObject({
    isRunning: true,
    items: [{ state: 'running', step: { id: 'registrants', number: 2 } }],
  })
  await until(clock.now)
  expect(fetching.asked).toEqual(['webinar', 'registrants', 'participants', 'polls', 'recordings', 'replay_views'])
  expect(webinarPulls(ws, id)).toMatchObject({
    isRunning: false,
    fetchedAt: new Date(clock.now).toISOString(),
    nextAt: null,
  })
})

test('what waits until Zoom answers again is tried at once when somebody asks', async () => {
  const { ws, clock, fetching, until, id } = await long({ webinar: () => problem('unavailable') })
  fetchWebinar(ws, id)
  await until(clock.now + 10 * minute)
  const before = fetching.asked.length
  fetching.answers = {}
  fetchWebinar(ws, id)
  await until(clock.now)
  expect(fetching.asked.slice(before)[0]).toBe('webinar')
  expect(webinarPulls(ws, id).items).toMatchObject([{ state: 'done', lacks: [] }])
})

test('what is fetched of a webinar in parts is a pull of each room', async () => {
  const { ws, clock, fetching, until, id } = await long()
  const webinar = { platform: 'zoom', platformId: '87123456789', instance: 'roomB==' }
  take(ws, { ...started(), id: 'b', webinar, time: over + 5 * minute }, { ...ended(90), id: 'be', webinar })
  fetchWebinar(ws, id)
  await until(clock.now)
  expect(fetching.asked.filter((step) => step === 'webinar')).toHaveLength(2)
  expect(webinarPulls(ws, id).items).toHaveLength(2)
})

test('nobody is asked where there is nobody to ask, or nothing yet to ask for', async () => {
  const { ws } = makeWorkspace(start - day)
  take(ws, scheduled(), registered('R1', 'dana@kiwi.example'))
  const { id } = webinars(drained(ws)).items[0]!
  expect(() => fetchWebinar(ws, id)).toThrow('no access to the API of Zoom yet')
  expect(webinarPulls(ws, id)).toMatchObject({ isConnected: false, items: [] })
  await connected(ws, scripted({ now: start }))
  expect(() => fetchWebinar(ws, id)).toThrow('has not begun')
  expect(() => fetchWebinar(ws, 'w_none')).toThrow('There is no webinar')
})

test('what waits to be fetched is no backlog: all answers are up to date', async () => {
  const { ws, id } = await long()
  drained(ws)
  fetchWebinar(ws, id)
  expect(backlog(ws)).toBe(0)
})

test('of two accounts the one that had a webinar goes on being asked, and the other no more', async () => {
  const { ws, clock } = makeWorkspace(start - day)
  const fetching = scripted(clock)
  await connected(ws, fetching)
  await connected(ws, fetching)
  take(ws, scheduled(), started(), ended())
  let asked = 0
  fetching.answers.webinar = () => (++asked === 2 ? { statements: [], next: null } : problem('not_found'))
  await fetchUntil(ws, clock, over + 20 * minute, fetching)
  expect(
    showPulls(ws)
      .items.map(({ source, state, reason }) => [source, state, reason])
      .sort(),
  ).toEqual([
    ['s1', 'missing', 'after_15_minutes'],
    ['s2', 'done', 'after_15_minutes'],
    ['s2', 'waiting', 'after_2_hours'],
  ])
})

test('a source that is disconnected forgets its access and what it was to fetch, and nothing that it has fetched', async () => {
  const { ws, clock, fetching, until, id, source } = await long()
  fetchWebinar(ws, id)
  await until(clock.now)
  fetchWebinar(ws, id)
  const page = pullPage(ws, 1, undefined, fetching)
  disconnectSource(ws, source)
  await page
  expect(ws.db.prepare('SELECT * FROM source_api').all()).toEqual([])
  expect(showPulls(ws).items).toEqual([])
  expect(webinars(ws).items).toHaveLength(1)
  await expect(connectSource(ws, 's9', access, fetching)).rejects.toMatchObject({ code: 'not_found' })
})

test('a client secret is sealed, and opens in its own place only', async () => {
  const { ws, clock } = makeWorkspace(start)
  const fetching = scripted(clock)
  await connected(ws, fetching)
  const stored = ws.db.prepare<{ secret: Uint8Array }>('SELECT secret FROM source_api').get()!
  expect(Buffer.from(stored.secret).toString('latin1')).not.toContain('sec')
  expect(shutApis(ws)).toEqual([])
  addSource(ws, { platform: 'zoom' })
  ws.db
    .prepare(
      'INSERT INTO source_api (source, account, client, secret, connected_at) SELECT 2, account, client, secret, 0 FROM source_api',
    )
    .run()
  expect(shutApis(ws)).toEqual(['s2'])
})
