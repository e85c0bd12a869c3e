import { expect, test } from 'vitest'
import { ingest } from '../../../src/workspace/ingest.ts'
import { listSources } from '../../../src/workspace/list-sources.ts'
import { connectSource, tryAgain } from '../../../src/workspace/pulls/connect.ts'
import { fetchWebinar } from '../../../src/workspace/pulls/fetch-webinar.ts'
import { showPulls } from '../../../src/workspace/pulls/show-pulls.ts'
import { webinarPulls } from '../../../src/workspace/pulls/webinar-pulls.ts'
import { webinars } from '../../../src/workspace/webinars.ts'
import { drained } from '../../workspaces.ts'
import { DAY, HOUR, MINUTE } from '../../zoom/story.ts'
import { tellAccount, tellWebinar } from '../../zoom/tell.ts'
import { type OverZoom, overZoom } from './over-zoom.ts'

const startsAt = Date.parse('2026-04-01T11:00:00Z')
const story = tellAccount([tellWebinar({ startsAt, people: 20 })])
const [webinar] = story.webinars
const { to: over, uuid } = webinar!.instances[0]!

/** An account of which Ripen knows, by its webhook, that a webinar is over. */
async function connected(options: Parameters<typeof overZoom>[2] = {}): Promise<OverZoom> {
  const made = overZoom(story, over, options)
  await made.connect()
  const { ws } = made
  const room = { platform: 'zoom', platformId: webinar!.id, instance: uuid }
  ws.transaction(() => ingest(ws, [{ id: 'e', type: 'webinar.ended', time: over, webinar: room, data: {} }], over))
  return made
}

const apiOf = ({ ws }: OverZoom) => listSources(ws).items[0]!.api!
const ended = ({ ws }: OverZoom) => showPulls(ws).items.filter(({ endedAt }) => endedAt !== null)

test('what Zoom has of a webinar is fetched as it comes in: at first a part, after two hours all, later who watches', async () => {
  const made = await connected()
  const { ws, until, reported, zoom } = made
  const shown = () => webinars(drained(ws)).items[0]!
  await until(over + 20 * MINUTE)
  expect(shown()).toMatchObject({
    topic: webinar!.topic,
    endsAt: new Date(over).toISOString(),
    registrants: 19,
    attendees: 6,
    questions: 0,
  })
  await until(over + 3 * HOUR)
  expect(shown()).toMatchObject({ attendees: 16, noShows: 3, replayOnly: 0 })
  const { questions } = shown()
  expect(questions).toBeGreaterThan(0)
  expect(webinarPulls(ws, shown().id)).toMatchObject({
    ...{ isConnected: true, isRunning: false, lacks: [], problem: null },
    nextAt: new Date(over + DAY).toISOString(),
  })
  await until(over + 40 * DAY)
  expect(shown()).toMatchObject({ attendees: 16, replayOnly: 2, questions })
  expect(ended(made).map(({ reason, extent, state }) => `${reason} ${extent} ${state}`)).toEqual([
    ...[30, 21, 14, 7, 5, 3, 2].map((days) => `after_${days}_days replay done`),
    ...['after_24_hours', 'after_2_hours', 'after_15_minutes'].map((reason) => `${reason} all done`),
  ])
  expect(reported).toEqual([])
  expect(zoom.counted).toMatchObject({ tooFast: 0, tokens: 11 })
})

test('the attendance is noted as final as of when it was asked for', async () => {
  const { ws, until } = await connected()
  await until(over + 2 * DAY)
  const reported = ws.db.prepare('SELECT by, generated_at AS at, rows FROM reported ORDER BY generated_at').all()
  const minutes = reported.map(({ at }) => Math.round((Number(at) - over) / MINUTE))
  expect(minutes).toEqual([15, 120, 24 * 60])
  expect(reported.map(({ rows }) => rows)).toEqual([15, 30, 30])
})

test('wrong credentials are refused, saying which is wrong as far as Zoom tells, and nothing is stored', async () => {
  const { ws, zoom, source } = overZoom(story, over)
  for (const [wrong, field, words] of [
    [{ account: 'other' }, 'account', /no such account for this app.*Compare the account ID/],
    [{ client: 'other' }, 'client', /“Invalid client_id or client_secret”.*client ID or its client secret is wrong/],
    [{ secret: 'other' }, 'client', /client ID or its client secret is wrong/],
  ] as const) {
    const refused = connectSource(ws, source, { ...zoom.access, ...wrong })
    const message = expect.stringMatching(words)
    await expect(refused).rejects.toMatchObject({ code: 'invalid', message, details: { field } })
  }
  expect(listSources(ws).items[0]!.api).toBeNull()
  expect(zoom.counted.total).toBe(3)
})

test('an app that is deactivated is one line on the source: a request a day, until it is mended and tried again', async () => {
  const made = await connected()
  const { ws, zoom, until, clock, source } = made
  zoom.revoke()
  const before = zoom.counted.total
  await until(over + 20 * MINUTE)
  expect(apiOf(made).problem).toMatchObject({
    kind: 'revoked',
    text: expect.stringMatching(/client secret is wrong, or it is not activated/),
  })
  expect(() => fetchWebinar(ws, webinars(ws).items[0]!.id)).toThrow('it is not activated')
  const first = zoom.counted.total - before
  await until(over + 10 * DAY)
  expect(zoom.counted.total - before - first).toBeLessThanOrEqual(10)
  zoom.restore()
  expect(await tryAgain(ws, source)).toMatchObject({ problem: null, pausedUntil: null })
  await until(clock.now() + MINUTE)
  expect(ended(made)).toMatchObject([{ state: 'done', extent: 'all', lacks: [] }])
})

test('what the app may not read is named when it is connected, is asked for once, and fetched when it may', async () => {
  const made = await connected()
  const { ws, zoom, until, source, clock } = made
  zoom.takeScope('report:read:list_webinar_polls')
  await made.connect()
  expect(apiOf(made).scopesMissing).toMatchObject([
    {
      scope: 'report:read:list_webinar_polls:admin',
      steps: ['polls'],
      text: expect.stringMatching(/answers to polls/),
    },
  ])
  await until(over + 3 * HOUR)
  expect(zoom.counted.byPath['/report/webinars/{uuid}/polls']).toBe(1)
  expect(webinarPulls(ws, webinars(ws).items[0]!.id).lacks).toMatchObject([{ step: 'polls', kind: 'scope' }])
  zoom.giveScope('report:read:list_webinar_polls')
  expect((await tryAgain(ws, source)).scopesMissing).toEqual([])
  fetchWebinar(ws, webinars(ws).items[0]!.id)
  await until(clock.now())
  expect(zoom.counted.byPath['/report/webinars/{uuid}/polls']).toBe(2)
  expect(webinarPulls(ws, webinars(ws).items[0]!.id).lacks).toEqual([])
})

test('a plan without webinars is refused when it is connected', async () => {
  const { connect, ws } = overZoom(story, over, { webinarPlan: false })
  await expect(connect()).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(/paid plan with webinars/),
  })
  expect(listSources(ws).items[0]!.api).toBeNull()
})

test('a plan without reports is one line on the source', async () => {
  const made = await connected({ plan: 'free' })
  await made.until(over + 3 * DAY)
  expect(apiOf(made).problem).toMatchObject({ kind: 'plan', text: expect.stringMatching(/paid plan/) })
  expect(ended(made)).toEqual([])
})

test('at the limit of a day nothing more is asked until Zoom allows it', async () => {
  const made = await connected()
  const { zoom, until } = made
  zoom.limits.spendDay(30_000, over)
  const before = zoom.counted.total
  await until(over + 5 * HOUR)
  const midnight = Date.parse('2026-04-02T00:00:00Z')
  expect(apiOf(made)).toMatchObject({ pausedUntil: new Date(midnight).toISOString(), problem: null })
  expect(zoom.counted.total - before).toBeLessThanOrEqual(2)
  await until(midnight + MINUTE)
  expect(ended(made)).toMatchObject([{ state: 'done', lacks: [] }])
})

test('where Zoom is down it is asked five times in an hour and a half, a few times each, and again at the next time', async () => {
  const made = await connected()
  const { zoom, until } = made
  zoom.fail({ kind: 'error' })
  const before = zoom.counted.total
  await until(over + 15 * MINUTE + 87 * MINUTE)
  // Three tries each time, and what comes next once more.
  expect(zoom.counted.total - before).toBe(6 * 3)
  expect(ended(made)).toMatchObject([
    { state: 'failed', lacks: [{ step: 'webinar', kind: 'unavailable' }, { step: 'registrants' }] },
  ])
  zoom.recover()
  await until(over + 3 * HOUR)
  expect(ended(made)[0]).toMatchObject({ reason: 'after_2_hours', state: 'done', lacks: [] })
})

test('where only the reports are down they are waited for once, and all else is fetched', async () => {
  const made = await connected()
  made.zoom.fail({ kind: 'html', on: /report/ })
  await made.until(over + 15 * MINUTE + 88 * MINUTE)
  const [{ state, lacks }] = ended(made) as [ReturnType<typeof ended>[number]]
  expect(state).toBe('failed')
  expect(lacks.flatMap(({ step, kind }) => (kind === 'unavailable' ? step : []))).toEqual([
    'webinar',
    'participants',
    'polls',
  ])
  expect(webinars(drained(made.ws)).items[0]!.registrants).toBe(19)
})
