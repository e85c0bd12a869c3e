import { expect, test } from 'vitest'
import { addCostly } from '../../../src/store/source-apis.ts'
import { listSources } from '../../../src/workspace/list-sources.ts'
import { needBackfill, startBackfill, stopBackfill } from '../../../src/workspace/pulls/backfill.ts'
import { costlyForBackfill, dayOf } from '../../../src/workspace/pulls/costly-api.ts'
import { dueSources, nextPullAt } from '../../../src/workspace/pulls/due.ts'
import { pullPage } from '../../../src/workspace/pulls/pull-page.ts'
import { showPulls } from '../../../src/workspace/pulls/show-pulls.ts'
import { webinars } from '../../../src/workspace/webinars.ts'
import { makeWorkspace } from '../../workspaces.ts'
import { DAY, HOUR } from '../../zoom/story.ts'
import { tellPast } from '../../zoom/tell.ts'
import { ended, scheduled, start, started, take } from '../told.ts'
import { overZoom } from './over-zoom.ts'
import { connected, fetchUntil, problem, scripted } from './scripted.ts'

const now = Date.parse('2026-11-02T09:00:00Z')

test('a backfill of six months finds all webinars that Zoom still knows, and fetches each once, the latest first', async () => {
  const count = 9
  const story = tellPast(now, { count, everyDays: 18, people: 6 })
  const { ws, zoom, until, source, connect, reported } = overZoom(story, now)
  await connect()
  expect(startBackfill(ws, source, 6)).toMatchObject({
    state: 'finding',
    found: 0,
    fetched: 0,
    from: expect.stringMatching(/^2026-05-02T09:00:00/),
  })
  await until(now + HOUR)
  expect(needBackfill(ws, source)).toMatchObject({ state: 'done', found: count, fetched: count, failed: 0 })
  expect(webinars(ws).items).toHaveLength(count)
  const fetched = showPulls(ws).items.filter(({ reason, extent }) => reason === 'backfill' && extent === 'all')
  const begins = fetched.map(({ beganAt, webinar }) => [
    beganAt,
    webinars(ws).items.find(({ id }) => id === webinar!.id)!.startsAt,
  ])
  const inOrder = begins.sort().map(([, startsAt]) => startsAt!)
  expect(inOrder).toEqual([...inOrder].sort().reverse())
  expect(zoom.counted).toMatchObject({ tooFast: 0 })
  expect(zoom.counted.byPath['/report/webinars/{uuid}/participants']).toBe(count)
  expect(reported).toEqual([])

  const before = zoom.counted.byPath['/report/webinars/{uuid}/participants']
  startBackfill(ws, source, 6)
  await until(now + 2 * HOUR)
  expect(needBackfill(ws, source)).toMatchObject({ state: 'done', found: count, fetched: count })
  expect(zoom.counted.byPath['/report/webinars/{uuid}/participants']).toBe(before)
})

const room = (at: number, days: number) => ({
  platformId: String(81_000_000_000 + at),
  uuid: `room${at}==`,
  startedAt: start - days * DAY,
})

/** An account with so many webinars, one every day; the platform lists them on pages of three. */
async function past(count: number) {
  const { ws, clock } = makeWorkspace(start + HOUR)
  const fetching = scripted(clock)
  const rooms = Array.from({ length: count }, (_, at) => room(at, 1 + at))
  fetching.found = ({ at = 0 }) => ({
    rooms: rooms.slice(at * 3, at * 3 + 3),
    next: (at + 1) * 3 < rooms.length ? { at: at + 1 } : null,
  })
  const id = await connected(ws, fetching)
  await fetchUntil(ws, clock, clock.now, fetching)
  fetching.asked.length = 0
  return { ws, clock, fetching, id, until: (at: number) => fetchUntil(ws, clock, at, fetching) }
}

test('it is told how far it is, and goes on where it stopped', async () => {
  const { ws, fetching, id } = await past(7)
  startBackfill(ws, id, 6)
  const seen: string[] = []
  for (;;) {
    const { state, found, fetched } = needBackfill(ws, id)
    seen.push(`${state} ${fetched}/${found}`)
    // Nothing of it is in memory: asked for again it goes on.
    startBackfill(ws, id, 6)
    for (let page = 0; page < 6; page++) await pullPage(ws, 1, undefined, fetching)
    if (state !== 'finding' && fetched === found) break
  }
  expect(seen[0]).toBe('finding 0/0')
  expect(fetching.asked.filter((step) => step.startsWith('rooms')).slice(0, 3)).toEqual(['rooms', 'rooms@1', 'rooms@2'])
  expect(new Set(seen)).toContain('fetching 3/7')
  expect(fetching.asked.filter((step) => step === 'webinar')).toHaveLength(7)
})

test('one that is stopped asks for nothing more, keeps what it has, and goes on where it stopped', async () => {
  const { ws, clock, fetching, id, until } = await past(7)
  startBackfill(ws, id, 6)
  while (needBackfill(ws, id).fetched < 3) await pullPage(ws, 1, undefined, fetching)
  expect(stopBackfill(ws, id)).toMatchObject({ state: 'stopped', found: 7, fetched: 3, goesOnAt: null })
  const asked = fetching.asked.length
  await until(clock.now + 3 * HOUR)
  expect(fetching.asked).toHaveLength(asked)
  expect(needBackfill(ws, id)).toMatchObject({ state: 'stopped', fetched: 3 })
  startBackfill(ws, id, 6)
  await until(clock.now + HOUR)
  expect(needBackfill(ws, id)).toMatchObject({ state: 'done', found: 7, fetched: 7 })
  expect(fetching.asked.filter((step) => step === 'webinar').length).toBeLessThanOrEqual(8)
})

test('it can be stopped while it is still looked for webinars, and while one is being asked for', async () => {
  const { ws, clock, fetching, id, until } = await past(7)
  startBackfill(ws, id, 6)
  const underWay = pullPage(ws, 1, undefined, fetching)
  stopBackfill(ws, id)
  await underWay
  await until(clock.now + HOUR)
  expect(needBackfill(ws, id)).toMatchObject({ state: 'stopped', fetched: 0 })
  expect(showPulls(ws).items.every(({ state }) => state === 'stopped')).toBe(true)
})

test('what a webinar that ends now needs comes first', async () => {
  const { ws, clock, fetching, id, until } = await past(5)
  startBackfill(ws, id, 6)
  await pullPage(ws, 1, undefined, fetching)
  take(ws, scheduled(), started(), ended())
  clock.now = start + 90 * 60_000
  await pullPage(ws, 1, undefined, fetching)
  const running = () => showPulls(ws).items.find(({ state }) => state === 'running')
  while (running()?.reason !== 'after_15_minutes') await pullPage(ws, 1, undefined, fetching)
  expect(
    showPulls(ws).items.filter(({ reason, state }) => reason === 'backfill' && state === 'done').length,
  ).toBeLessThan(3)
  await until(clock.now)
  expect(needBackfill(ws, id)).toMatchObject({ state: 'done', found: 5, fetched: 5 })
})

test('half of what an account may ask for on a day is left to all else', async () => {
  const { ws, clock, fetching, id, until } = await past(4)
  startBackfill(ws, id, 6)
  await pullPage(ws, 1, undefined, fetching)
  ws.transaction(() => addCostly(ws.db, 1, dayOf(clock.now), costlyForBackfill))
  await until(clock.now + HOUR)
  expect(fetching.asked).toEqual(['rooms'])
  const midnight = Date.UTC(2026, 4, 13)
  expect(nextPullAt(ws)).toBe(midnight)
  expect(needBackfill(ws, id).goesOnAt).toBe(new Date(midnight).toISOString())
  take(ws, scheduled(), started(), ended())
  await until(start + 2 * HOUR)
  expect(fetching.asked.filter((step) => step === 'webinar')).toHaveLength(1)
  await until(midnight)
  expect(needBackfill(ws, id)).toMatchObject({ state: 'done', fetched: 4 })
})

test('a webinar that cannot be had keeps the others from nothing, and is fetched when it is asked for again', async () => {
  const { ws, fetching, id, until, clock } = await past(3)
  fetching.answers.webinar = (_, { uuid }) =>
    uuid === 'room1==' ? problem('unavailable') : { statements: [], next: null }
  fetching.answers.registrants = (_, { uuid }) =>
    uuid === 'room1==' ? problem('unavailable') : { statements: [], next: null }
  startBackfill(ws, id, 6)
  await until(clock.now + 3 * HOUR)
  expect(needBackfill(ws, id)).toMatchObject({ state: 'done', found: 3, fetched: 2, failed: 1 })
  fetching.answers = {}
  startBackfill(ws, id, 6)
  await until(clock.now + HOUR)
  expect(needBackfill(ws, id)).toMatchObject({ state: 'done', found: 3, fetched: 3, failed: 0 })
})

test('months that Zoom does not keep are refused, and so is a source that may not ask', async () => {
  const { ws, id, fetching } = await past(1)
  for (const months of [0, 7, 1.5]) expect(() => startBackfill(ws, id, months)).toThrow('from 1 to 6')
  expect(() => startBackfill(ws, 's9', 6)).toThrow('There is no source "s9"')
  expect(() => needBackfill(ws, id)).toThrow('Nobody has asked yet')
  fetching.found = () => problem('revoked')
  startBackfill(ws, id, 6)
  for (const source of dueSources(ws)) await pullPage(ws, source, undefined, fetching)
  expect(listSources(ws).items[0]!.api!.problem).toMatchObject({ kind: 'revoked' })
  expect(() => startBackfill(ws, id, 6)).toThrow('Zoom says no.')
})
