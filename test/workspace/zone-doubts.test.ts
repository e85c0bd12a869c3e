import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findWebinar } from '../../src/workspace/find-webinar.ts'
import { importFile } from '../../src/workspace/import-file.ts'
import { makeWorkspace } from '../workspaces.ts'
import { attendeeReport } from '../zoom-report.ts'
import { STARTS_AT, zoomRun } from '../zoom-run.ts'

const bytes = attendeeReport(zoomRun(8))

test('a report that seems to have been read in another time zone before gives a warning', async () => {
  const { ws } = makeWorkspace(STARTS_AT + 86_400_000)
  const right = await importFile(ws, { file: 'a.csv', bytes })
  expect(right.warnings.join()).not.toContain('time zone')
  const again = await importFile(ws, { file: 'a.csv', bytes })
  expect(again.warnings).toEqual(right.warnings)
  const wrong = await importFile(ws, { file: 'a.csv', bytes, timezone: 'UTC' })
  expect(wrong.webinar!.id).not.toBe(right.webinar!.id)
  expect(wrong.warnings.at(-1)).toBe(
    'A webinar of this id and length is already there, 3 h earlier. Was one of the two read in the wrong time zone?',
  )
})

test('a report read an hour off is noticed too, though the two then are one webinar that ran longer', async () => {
  const { ws } = makeWorkspace(STARTS_AT + 86_400_000)
  const right = await importFile(ws, { file: 'a.csv', bytes, timezone: 'Asia/Jerusalem' })
  const wrong = await importFile(ws, { file: 'a.csv', bytes, timezone: 'Europe/Berlin' })
  expect(wrong.webinar!.id).toBe(right.webinar!.id)
  const words = (hours: number, way: string) =>
    `A webinar of this id and length is already there, ${hours} h ${way}. Was one of the two read in the wrong time zone?`
  expect(wrong.warnings.at(-1)).toBe(words(1, 'earlier'))
  const far = await importFile(ws, { file: 'a.csv', bytes, timezone: 'America/New_York' })
  expect(far.warnings.slice(-2).sort()).toEqual([words(6, 'earlier'), words(7, 'earlier')])
})

test('a list of registrants that was read in two zones is noticed by when the webinar was to be', async () => {
  const { ws } = makeWorkspace(STARTS_AT + 86_400_000)
  const file = readFileSync(join(import.meta.dirname, '../fixtures/zoom/files/registrations-2026.csv'))
  expect((await importFile(ws, { file: 'r.csv', bytes: file })).warnings).toEqual([])
  const { warnings } = await importFile(ws, { file: 'r.csv', bytes: file, timezone: 'UTC' })
  expect(warnings.join()).toContain('3 h earlier')
})

test('the kind of a webinar is what was said last with a file of it', async () => {
  const { ws, clock } = makeWorkspace(STARTS_AT + 86_400_000)
  const said: string[] = []
  for (const webinarKind of [undefined, 'demo', 'educational', 'demo', undefined]) {
    clock.now += 1000
    const { webinar } = await importFile(ws, { file: 'a.csv', bytes, webinarKind })
    said.push(findWebinar(ws, webinar!.id)!.webinar.kind)
  }
  expect(said).toEqual(['educational', 'demo', 'educational', 'demo', 'demo'])
})

test('the kind of a file is taken as people type it, and refused where it is no word', async () => {
  const { ws } = makeWorkspace(STARTS_AT + 86_400_000)
  await importFile(ws, { file: 'a.csv', bytes, webinarKind: 'Demo' })
  const refused = importFile(ws, { file: 'a.csv', bytes, webinarKind: '20 minutes!' })
  await expect(refused).rejects.toThrow('webinarKind: expected a word of a-z, 0-9 and _, such as demo or educational')
})
