import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findPeople } from '../../src/workspace/find-people.ts'
import { needWebinar } from '../../src/workspace/find-webinar.ts'
import { importFile } from '../../src/workspace/import-file.ts'
import { inSteps } from '../../src/workspace/in-steps.ts'
import { questions } from '../../src/workspace/questions.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { finalityNow } from '../../src/workspace/reconciliation/finality.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import { drained, makeWorkspace } from '../workspaces.ts'

const now = Date.UTC(2026, 4, 1)
const bytes = readFileSync(join(import.meta.dirname, '../fixtures/zoom/files/attendees-2026.csv'))
const report = { file: 'attendees-2026.csv', bytes }

test('a finished report that comes once more has been in since it first came', async () => {
  const { ws, clock } = makeWorkspace(now)
  await importFile(ws, report)
  const { id } = webinars(drained(ws)).items[0]!
  const since = () => finalityNow(ws, needWebinar(ws, id), true).finality
  const first = since()
  expect(first).toMatchObject({ state: 'final', since: now })
  clock.now += 3_600_000
  await importFile(ws, report)
  expect(since()).toEqual(first)
})

test('what Zoom itself puts into the columns of a report is nobody’s own words', async () => {
  const { ws } = makeWorkspace(now)
  const folder = join(import.meta.dirname, '../fixtures/zoom/files')
  for (const file of ['attendees-2026.csv', 'registrations-2026.csv'])
    await importFile(ws, { file, bytes: readFileSync(join(folder, file)) })
  const { id } = webinars(drained(ws)).items[0]!
  const { items } = await inSteps(questions(ws, id, { limit: '200' }))
  const asked = items.map((each) => each.asked)
  expect(asked.filter((each) => each === 'Source Name' || each === 'Attendance Type')).toEqual([])
})

test('a report is taken in one commit, and once more it changes nothing', async () => {
  const { ws } = makeWorkspace(now)
  const first = await importFile(ws, report)
  const { id } = webinars(drained(ws)).items[0]!
  expect(first).toMatchObject({
    file: 'attendees-2026.csv',
    kind: 'zoom-attendees',
    webinar: { id, platform: 'zoom' },
    rows: 15,
  })
  // Host and panelist are people of the file and stand in no list.
  expect(first.people).toBe(findPeople(ws, { limit: 500 }).items.length + 2)
  const before = ranking(ws, id, {})
  const again = await importFile(ws, report)
  expect(again).toEqual({ ...first, facts: 0 })
  expect(ranking(drained(ws), id, {})).toEqual(before)
})

test('a report that is refused leaves nothing behind', async () => {
  const { ws } = makeWorkspace(now)
  const broken = new TextEncoder().encode(`${new TextDecoder().decode(bytes)}\n"never closed`)
  await expect(importFile(ws, { file: 'broken.csv', bytes: broken })).rejects.toThrow(
    expect.objectContaining({ code: 'invalid', details: expect.objectContaining({ file: 'broken.csv' }) }),
  )
  expect(ws.db.prepare('SELECT count(*) AS facts FROM fact').get()).toEqual({ facts: 0 })
})

test('a workspace for which nobody chose a zone asks for the zone of a file', async () => {
  const { ws } = makeWorkspace(now, { timezone: undefined })
  await expect(importFile(ws, report)).rejects.toThrow(/zone/i)
  await expect(importFile(ws, { ...report, timezone: 'Asia/Jerusalem' })).resolves.toMatchObject({ rows: 15 })
})

test('the kind of the webinar can be told with its report', async () => {
  const { ws } = makeWorkspace(now)
  await importFile(ws, { ...report, webinarKind: 'demo' })
  expect(webinars(drained(ws)).items[0]).toMatchObject({ kind: 'demo' })
})

const folder = join(import.meta.dirname, '../fixtures/zoom/files')

test.each(['attendees-2026.csv', 'registrations-2026.csv', 'poll-report-2021.csv'])(
  '%s again without the kind that was said with it changes nothing, nor the other way round but for the kind',
  async (file) => {
    const zoom = { file, bytes: readFileSync(join(folder, file)) }
    const { ws } = makeWorkspace(now)
    await importFile(ws, { ...zoom, webinarKind: 'demo' })
    expect(await importFile(drained(ws), zoom)).toMatchObject({ facts: 0 })
    expect(webinars(drained(ws)).items).toMatchObject([{ kind: 'demo' }])

    const { ws: other } = makeWorkspace(now)
    const { facts } = await importFile(other, zoom)
    expect(facts).toBeGreaterThan(0)
    expect(await importFile(drained(other), { ...zoom, webinarKind: 'demo' })).toMatchObject({ facts: 1 })
    expect(webinars(drained(other)).items).toMatchObject([{ kind: 'demo' }])
    expect(await importFile(other, { ...zoom, webinarKind: 'demo' })).toMatchObject({ facts: 0 })
  },
)
