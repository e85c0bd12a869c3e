import { expect, test } from 'vitest'
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

test('the kind of a file is taken as people type it, and refused where it is no word', async () => {
  const { ws } = makeWorkspace(STARTS_AT + 86_400_000)
  await importFile(ws, { file: 'a.csv', bytes, webinarKind: 'Demo' })
  const refused = importFile(ws, { file: 'a.csv', bytes, webinarKind: '20 minutes!' })
  await expect(refused).rejects.toThrow('webinarKind: expected a word of a-z, 0-9 and _, such as demo or educational')
})
