import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findPeople } from '../../src/workspace/find-people.ts'
import { importFile } from '../../src/workspace/import-file.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import { drained, makeWorkspace } from '../workspaces.ts'

const now = Date.UTC(2026, 4, 1)
const bytes = readFileSync(join(import.meta.dirname, '../fixtures/zoom/files/attendees-2026.csv'))
const report = { file: 'attendees-2026.csv', bytes }

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
  expect(first.people).toBe(findPeople(ws, { limit: 500 }).items.length)
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
