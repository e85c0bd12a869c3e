import { expect, test } from 'vitest'
import { importFile } from '../../../src/workspace/import-file.ts'
import { rescore } from '../../../src/workspace/rescore.ts'
import { drained, makeHook, makeWorkspace } from '../../workspaces.ts'
import { attendeeReport } from '../../zoom-report.ts'
import { STARTS_AT, WEBINAR_ID, zoomRun } from '../../zoom-run.ts'
import { joined, minute, registered, scheduled, start, started, take, zoom } from '../told.ts'
import { hookOf, outside, sendAll } from './outside.ts'

const room = [scheduled(), started(), registered('R1', 'dana@kiwi.example', { firstName: 'Dana' })]

interface Event {
  type: string
  data: Record<string, unknown>
}

test('a program is told of each score and stage that becomes another one, once, and of no other event', async () => {
  const { ws, clock } = makeWorkspace(start - 60 * minute)
  const out = outside(ws)
  await hookOf(ws, ['lead.scored', 'lead.stage_changed'], 'both')
  await hookOf(ws, ['lead.stage_changed'], 'stages')
  await hookOf(ws, [], 'alerts')
  clock.now = start + 10 * minute
  take(ws, ...room)
  drained(ws)
  await sendAll(ws)
  out.posts.length = 0
  take(ws, joined('1', 2, zoom('R1')))
  drained(ws)
  rescore(ws)
  drained(ws)
  await sendAll(ws)
  const told = out.posts.map(({ url, body }) => ({ host: new URL(url).host, ...(JSON.parse(body) as Event) }))
  expect(told.map(({ host, type }) => `${host} ${type}`).sort()).toEqual([
    'both.example lead.scored',
    'both.example lead.stage_changed',
    'stages.example lead.stage_changed',
  ])
  expect(told[0]!.data).toMatchObject({
    person: { email: 'dana@kiwi.example', name: 'Dana' },
    before: { score: 12, stage: 'registrant' },
    stage: 'mql',
  })
})

test('a program is told once that the attendance of a webinar is final', async () => {
  const { ws } = makeWorkspace(STARTS_AT + 5 * 60 * minute)
  const out = outside(ws)
  const post = makeHook(ws)
  await hookOf(ws, ['webinar.final'])
  const run = zoomRun(5)
  for (const delivery of run) await post(delivery)
  drained(ws)
  const report = { file: 'attendees.csv', bytes: attendeeReport(run), timezone: 'Asia/Jerusalem' }
  for (let again = 0; again < 2; again++) await importFile(ws, report)
  await sendAll(ws)
  const told = out.posts.map(({ body }) => JSON.parse(body) as Event)
  expect(told.map(({ type }) => type)).toEqual(['webinar.final'])
  expect(told[0]!.data).toMatchObject({ webinar: { platformId: String(WEBINAR_ID) } })
})
