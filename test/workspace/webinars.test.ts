import { expect, test } from 'vitest'
import { audience } from '../../src/workspace/audience.ts'
import { describeWebinar } from '../../src/workspace/describe-webinar.ts'
import { funnel } from '../../src/workspace/funnel.ts'
import { atOnce } from '../../src/workspace/in-steps.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { momentOf } from '../../src/workspace/moment.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { receiveActivities } from '../../src/workspace/receive-activities.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, minute, registered, scheduled, start, started, take, visited, zoom } from './told.ts'

const dana = 'dana@kiwi.example'

function demo(): { ws: Workspace; id: string } {
  const { ws } = makeWorkspace(start + day)
  take(ws, scheduled(), started(), ended(), registered('R1', dana), registered('R2', 'noa@fig.example'))
  take(ws, joined('1', 0, zoom('R1')), left('1', 30), joined('2', 5), left('2', 10.5))
  return { ws, id: webinars(drained(ws)).items[0]!.id }
}

test('a webinar is listed with its counts', () => {
  const { ws, id } = demo()
  expect(webinars(ws).items).toEqual([
    {
      ...{
        id,
        platform: 'zoom',
        platformId: '87123456789',
        series: 'zoom/87123456789',
        topic: 'Ripe fruit',
        kind: 'demo',
      },
      ...{ partner: null, cost: null, funnelStage: null, provisional: false, liveSeconds: 3600 },
      ...{ scheduledAt: '2026-05-12T14:00:00.000Z', startsAt: '2026-05-12T14:00:00.000Z' },
      ...{ endsAt: '2026-05-12T15:00:00.000Z' },
      ...{ registrants: 2, attendees: 1, noShows: 1, replayOnly: 0, leads: 1, mqls: 1, sqls: 1, questions: 0 },
      ...{ state: 'ended', plannedSeconds: 3600 },
    },
  ])
})

test('the advertised start stays known when the room is opened before it', () => {
  const { ws } = makeWorkspace(start + day)
  take(ws, scheduled(), { ...started(), time: start - 8 * 60_000 }, ended())
  expect(webinars(drained(ws)).items[0]).toMatchObject({
    scheduledAt: '2026-05-12T14:00:00.000Z',
    startsAt: '2026-05-12T13:52:00.000Z',
    liveSeconds: 3600,
  })
})

test('webinars are listed the latest first, deleted ones not at all', () => {
  const { ws } = makeWorkspace(start + day)
  const at = (platformId: string, days: number) => ({
    ...scheduled(),
    ...{ id: `scheduled/${platformId}`, webinar: { platform: 'zoom', platformId, slot: '' } },
    ...{ data: { startsAt: start + days * day, durationMinutes: 60 } },
  })
  take(ws, at('1', 0), at('2', 5), at('3', -5), at('4', 1))
  take(ws, { ...at('4', 1), id: 'deleted', type: 'webinar.deleted', time: start, data: {} })
  expect(webinars(drained(ws)).items.map(({ platformId }) => platformId)).toEqual(['2', '1', '3'])
})

test('the funnel narrows from step to step, and the unidentified are counted beside it', () => {
  const { ws, id } = demo()
  expect(funnel(ws, id)).toMatchObject({
    steps: [
      { stage: 'registrant', count: 2, share: 1 },
      { stage: 'lead', count: 1, share: 0.5 },
      { stage: 'mql', count: 1 },
      { stage: 'sql', count: 1 },
      { stage: 'opportunity', count: 0 },
      { stage: 'customer', count: 0 },
    ],
    attendance: { registrants: 2, attendees: 1, noShows: 1, replayOnly: 0, unidentified: 1 },
  })
  expect(funnel(ws, id, { asOf: momentOf(start - minute) }).attendance).toMatchObject({
    attendees: 0,
    noShows: 0,
    unidentified: 0,
  })
})

test('the audience counts who is in the room at each minute, the unidentified too', () => {
  const { ws, id } = demo()
  const { minutes, peak, markers } = atOnce(audience(ws, id))
  expect(minutes.map(({ people }) => people)).toEqual([
    ...Array(5).fill(1),
    ...Array(6).fill(2),
    ...Array(19).fill(1),
    ...Array(30).fill(0),
  ])
  expect(peak).toEqual({ people: 2, at: 300 })
  expect(markers).toEqual([
    { kind: 'started', at: 0, time: '2026-05-12T14:00:00.000Z' },
    { kind: 'ended', at: 3600, time: '2026-05-12T15:00:00.000Z' },
    { kind: 'peak', at: 300, time: '2026-05-12T14:05:00.000Z' },
  ])
})

test('a great audience is counted in steps, and anew where another version of the model is published between two', () => {
  const { ws, id } = demo()
  const sessions = Array.from({ length: 1_200 }, (_, at) => `many${at}`)
  const who = (session: string) => ({ platform: 'zoom', userId: session })
  take(ws, ...sessions.flatMap((each) => [joined(each, 20, who(each)), left(each, 40, who(each))]))
  const steps = audience(drained(ws), id)
  expect([1, 2, 3].map(() => steps.next().done)).toEqual([false, false, false])
  publishModel(ws, currentModel(ws).model)
  drained(ws)
  expect(atOnce(steps)).toMatchObject({ peak: { people: 1_201, at: 1_200 } })
  expect(atOnce(audience(ws, id)).peak).toEqual({ people: 1_201, at: 1_200 })
})

test('whoever comes back this very moment was not there meanwhile', () => {
  const { ws } = makeWorkspace(start + 47 * minute)
  take(ws, scheduled(), started(), joined('1', 0, zoom('R1')), left('1', 1), joined('1', 47, zoom('R1')))
  const { id } = webinars(drained(ws)).items[0]!
  const { minutes, peak } = atOnce(audience(ws, id))
  expect(minutes.filter(({ people }) => people > 0)).toEqual([{ minute: 0, people: 1 }])
  expect(peak).toEqual({ people: 1, at: 0 })
})

test('staff is no audience', () => {
  const { ws, id } = demo()
  const host = { platform: 'zoom', userId: 'HOST' }
  take(ws, joined('9', 0, host), left('9', 60), {
    ...joined('9', 0, host),
    ...{ id: 'staffed', type: 'webinar.staffed', data: { role: 'host' } },
  })
  expect(atOnce(audience(drained(ws), id)).peak.people).toBe(2)
  expect(ranking(ws, id, {}).total).toBe(2)
})

test('what a producer says of a webinar counts, and what is left out stays', async () => {
  const { ws, id } = demo()
  await describeWebinar(ws, id, { partner: 'Fig Works', cost: 1200 })
  await describeWebinar(ws, id, { partner: { name: 'Fig Works', domains: ['Fig.Example'] }, funnelStage: 'bottom' })
  const row = await describeWebinar(ws, id, { kind: 'educational', topic: 'Ripe' })
  expect(row).toMatchObject({
    ...{ id, topic: 'Ripe', kind: 'educational', cost: 1200, funnelStage: 'bottom' },
    partner: { name: 'Fig Works', domains: ['fig.example'] },
  })
  expect(ranking(drained(ws), id, {}).items.map(({ person }) => person.email)).toEqual([dana])
})

test('a live time set by hand is what counts', async () => {
  const { ws, id } = demo()
  await describeWebinar(ws, id, { live: { from: '2026-05-12T14:10:00Z', to: '2026-05-12T14:30:00Z' } })
  expect(ranking(drained(ws), id, {}).items[0]!.attendance).toMatchObject({ liveSeconds: 1200, share: 1 })
})

const wrong: [string, unknown][] = [
  ['kind', { kind: '20 minutes!' }],
  ['topic', { topic: ' ' }],
  ['cost', { cost: -1 }],
  ['partner', { partner: { domains: [] } }],
  ['partner.domains.0', { partner: { name: 'Fig', domains: ['no domain'] } }],
  ['colour', { colour: 'red' }],
  ['live', { live: { from: '2026-05-12T15:00:00Z', to: '2026-05-12T14:00:00Z' } }],
  ['live.from', { live: { from: 'noon', to: '2026-05-12T14:00:00Z' } }],
  ['body', {}],
  ['body', null],
]

for (const [field, patch] of wrong)
  test(`a webinar refuses ${JSON.stringify(patch)} and names the field`, async () => {
    const { ws, id } = demo()
    const refused = { code: 'invalid', details: { field } }
    await expect(describeWebinar(ws, id, patch)).rejects.toThrow(expect.objectContaining(refused))
  })

test('an activity that names a webinar by our id belongs to it, also after the webinar got another id', async () => {
  const { ws } = makeWorkspace(start + day)
  take(ws, started(), joined('1', 0, { platform: 'zoom', email: dana }), left('1', 30), ended())
  const before = webinars(drained(ws)).items[0]!.id
  take(ws, scheduled())
  const after = webinars(drained(ws)).items[0]!.id
  expect(after).not.toBe(before)
  const asked = (webinarId: string) => ({
    ...{ specversion: '1.0', id: `asked ${webinarId}`, source: 'https://shop.example', type: 'question.asked' },
    ...{
      time: '2026-05-12T14:20:00Z',
      data: { person: { email: dana }, webinar: { id: webinarId }, question: { text: 'How?' } },
    },
  })
  const received = await receiveActivities(ws, [asked(before), asked('w_unknown'), asked(after)])
  expect(received).toEqual({
    ...{ accepted: 2, duplicate: 0 },
    rejected: [{ index: 1, id: 'asked w_unknown', reason: 'data.webinar.id: there is no webinar "w_unknown"' }],
  })
  expect(ranking(drained(ws), before, {}).items[0]).toMatchObject({ questions: 2 })
  expect(webinars(ws).items).toHaveLength(1)
})

test('an activity without a webinar follows the one that ended before it', async () => {
  const { ws, id } = demo()
  take(ws, visited('v', 120, { email: dana }))
  expect(ranking(drained(ws), id, {}).items[0]!.parts).toContainEqual({ rule: 'site_visit_long', points: 5 })
})
