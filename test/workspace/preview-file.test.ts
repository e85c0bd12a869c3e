import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backlog } from '../../src/workspace/drain.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import { importFile } from '../../src/workspace/import-file.ts'
import { previewFile } from '../../src/workspace/preview-file.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { attendeeReport, came } from '../sources/zoom-files-writer.ts'
import { drained, makeWorkspace } from '../workspaces.ts'

const now = Date.UTC(2026, 4, 1)

function fixture(file: string) {
  return { file, bytes: readFileSync(join(import.meta.dirname, '../fixtures/zoom/files', file)) }
}

const attendees = fixture('attendees-2026.csv')
const registrations = fixture('registrations-2026.csv')

/** Everything that is stored, table by table. */
function stored(ws: Workspace) {
  const tables = ws.db.prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  return tables.map(({ name }) => [name, ws.db.prepare(`SELECT * FROM ${name}`).all()])
}

test('a preview answers what the import then answers, and stores nothing', async () => {
  for (const report of [attendees, registrations]) {
    const ws = drained(makeWorkspace(now).ws)
    const before = stored(ws)
    const { known, sample, ...preview } = previewFile(ws, report)
    expect(stored(ws)).toEqual(before)
    expect(backlog(ws)).toBe(0)
    expect(findPeople(ws, {}).items).toEqual([])
    expect(known).toBe(false)
    expect(sample.length).toBeGreaterThan(0)
    expect(await importFile(ws, report)).toEqual(preview)
  }
})

test('a preview of what is known already says so, and that nothing would be new', async () => {
  const { ws } = makeWorkspace(now)
  await importFile(ws, attendees)
  const { id } = webinars(drained(ws)).items[0]!
  expect(previewFile(ws, attendees)).toMatchObject({ known: true, facts: 0, webinar: { id } })
  expect(backlog(ws)).toBe(0)
})

test('another webinar of the same number is not known yet', async () => {
  const { ws } = makeWorkspace(now)
  const one = came('Dana', 'dana@almond.example', '14:00:00', '14:10:00', 10)
  const report = (text: string) => ({ file: 'report.csv', bytes: new TextEncoder().encode(text), timezone: 'UTC' })
  const first = attendeeReport({ attendees: [one] })
  await importFile(ws, report(first))
  expect(previewFile(ws, report(first))).toMatchObject({ known: true })
  const later = first.replaceAll('Apr 20, 2026', 'Apr 27, 2026')
  expect(later).not.toBe(first)
  expect(previewFile(ws, report(later))).toMatchObject({ known: false, webinar: { startsAt: expect.any(String) } })
})

test('the sample shows the first people in the order of the file, with their minutes as a union, without staff', () => {
  const { ws } = makeWorkspace(now)
  const text = attendeeReport({
    hosts: [came('Producer', 'producer@almond.example', '14:00:00', '15:00:00', 60)],
    attendees: [
      came('Dana', 'dana@almond.example', '14:00:00', '14:10:00', 10),
      came('Dana', 'dana@almond.example', '14:05:00', '14:20:00', 15),
      came('<b>Noa</b>', '', '14:00:00', '14:30:00', 30),
      ...Array.from({ length: 9 }, (_, i) => came(`No ${i}`, `n${i}@fig.example`, '14:00:00', '14:01:00', 1)),
    ],
  })
  const { sample } = previewFile(ws, { file: 'a.csv', bytes: new TextEncoder().encode(text), timezone: 'UTC' })
  expect(sample).toEqual([
    { name: 'Dana', email: 'dana@almond.example', minutes: 20 },
    { name: '<b>Noa</b>', email: null, minutes: 30 },
    { name: 'No 0', email: 'n0@fig.example', minutes: 1 },
    { name: 'No 1', email: 'n1@fig.example', minutes: 1 },
    { name: 'No 2', email: 'n2@fig.example', minutes: 1 },
  ])
})

test('of a registration report the sample says no minutes, for it does not tell who came', () => {
  const { ws } = makeWorkspace(now)
  const { sample } = previewFile(ws, registrations)
  expect(sample.length).toBe(4)
  const somebody = { name: expect.stringMatching(/./), email: expect.stringContaining('@'), minutes: null }
  for (const person of sample) expect(person).toEqual(somebody)
})

test('what an import refuses its preview refuses too', () => {
  const { ws } = makeWorkspace(now)
  expect(() => previewFile(ws, fixture('usage-participants-2024.csv'))).toThrow("This is Zoom's list of participants")
})
