import { expect, test } from 'vitest'
import { importFile } from '../../../src/workspace/import-file.ts'
import { rescore } from '../../../src/workspace/rescore.ts'
import { makeWorkspace } from '../../workspaces.ts'
import { attendeeReport } from '../../zoom-report.ts'
import { STARTS_AT, zoomRun } from '../../zoom-run.ts'
import { take } from '../told.ts'
import { rule, told, withRules } from './company.ts'

const day = 86_400_000
const report = { file: 'attendees.csv', bytes: attendeeReport(zoomRun(5)) }

/** A company that makes its rules two days after the webinar of the report. */
function company() {
  const { ws, clock } = makeWorkspace(STARTS_AT + 2 * day)
  withRules(ws, rule('attended'), rule('joins_live'), rule('crosses_mql'))
  clock.now += 1_000
  return { ws, clock }
}

test('the report of a webinar that is over raises alerts of who attended where they are asked for, each once', async () => {
  const { ws, clock } = company()
  const { people } = await importFile(ws, { ...report, alerts: true })
  const first = told(ws)
  const attended = first.filter((each) => each.startsWith('attended'))
  expect(attended.length).toBeGreaterThan(1)
  expect(attended.length).toBeLessThanOrEqual(people)
  expect(new Set(first).size).toBe(first.length)
  expect(first.filter((each) => each.startsWith('joins_live'))).toEqual([])
  clock.now += 30 * day
  await importFile(ws, { ...report, alerts: true })
  rescore(ws)
  expect(told(ws)).toEqual(first)
})

test('a report of last year is told of too, but not by a rule that was made when it was in', async () => {
  const { ws, clock } = company()
  clock.now += 365 * day
  await importFile(ws, { ...report, alerts: true })
  const first = told(ws)
  expect(first.filter((each) => each.startsWith('attended')).length).toBeGreaterThan(1)
  clock.now += 1_000
  withRules(ws, rule('attended', { name: 'late' }))
  rescore(ws)
  expect(told(ws)).toEqual(first)
})

test('imported without a word nobody is told of it, and with alerts once more nobody either', async () => {
  const { ws, clock } = company()
  await importFile(ws, report)
  expect(told(ws)).toEqual([])
  await importFile(ws, { ...report, alerts: true })
  expect(told(ws)).toEqual([])
  take(ws, { id: 'v', type: 'meeting.booked', time: clock.now, person: { email: 'new@fig.example' }, data: {} })
  expect(told(ws)).toEqual(['crosses_mql new@fig.example'])
})
