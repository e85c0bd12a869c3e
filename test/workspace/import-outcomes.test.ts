import { expect, test } from 'vitest'
import { importFile } from '../../src/workspace/import-file.ts'
import { previewFile } from '../../src/workspace/preview-file.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { DAY } from '../make.ts'
import { drained, explainPerson, makeWorkspace } from '../workspaces.ts'
import { begin, mail, tell, told } from './past.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const header = 'email,outcome,date,amount,currency\n'
const table = `${header}${mail(0).toUpperCase()},won,2026-03-05,"1,000",EUR\nstranger@olive.example,lost,2026-03-05,,\n${mail(1)},open,2026-03-05,,\n`

function known(): Workspace {
  const { ws } = makeWorkspace(begin + 100 * DAY)
  for (const index of [0, 1]) tell(ws, told(index, 'page.viewed', 1, { url: 'https://kiwi.example/', seconds: 40 }))
  return ws
}

test('known people are taken, others and wrong rows are listed, and the same file again changes nothing', async () => {
  const ws = known()
  const imported = await importFile(ws, { file: 'deals.csv', bytes: bytes(table) })
  expect(imported).toMatchObject({
    ...{ file: 'deals.csv', kind: 'outcomes', webinar: null, rows: 3, facts: 1, people: 1, warnings: [] },
    skipped: [
      {
        row: 3,
        column: 1,
        reason: 'nobody here has the address stranger@olive.example',
        key: 'outcomeRow.unknownPerson',
      },
      { row: 4, column: 2, reason: '“open” in the column “outcome” is neither won nor lost' },
    ],
  })
  const won = explainPerson(drained(ws), mail(0))
  expect(won.scorecard.stage).toBe('customer')
  // The first moment of the day where the workspace is.
  expect(won.timeline[0]).toMatchObject({
    type: 'deal.won',
    at: '2026-03-04T22:00:00.000Z',
    data: { amount: 1000, currency: 'EUR' },
  })
  expect(await importFile(ws, { file: 'again.csv', bytes: bytes(table) })).toMatchObject({ facts: 0, people: 1 })
  expect(explainPerson(drained(ws), mail(0))).toEqual(won)
})

test('who was unknown is taken from the same file once they are known', async () => {
  const ws = known()
  const deal = `${header}${mail(5)},lost,2026-03-05,,\n`
  expect(await importFile(ws, { file: 'deals.csv', bytes: bytes(deal) })).toMatchObject({
    facts: 0,
    skipped: [{ row: 2 }],
  })
  tell(ws, told(5, 'page.viewed', 1, { url: 'https://kiwi.example/', seconds: 40 }))
  expect(await importFile(ws, { file: 'deals.csv', bytes: bytes(deal) })).toMatchObject({ facts: 1, skipped: [] })
})

test('a preview says the same and stores nothing; the kind may be said, and no report of Zoom is one', async () => {
  const ws = known()
  const preview = previewFile(ws, { file: 'deals.csv', bytes: bytes(table) })
  expect(preview).toMatchObject({
    ...{ kind: 'outcomes', facts: 1, known: false },
    sample: [{ email: mail(0), name: null, minutes: null }, { email: 'stranger@olive.example' }],
  })
  expect(await importFile(ws, { file: 'deals.csv', bytes: bytes(table), kind: 'outcomes' })).toMatchObject({ facts: 1 })
  await expect(importFile(ws, { file: 'x.csv', bytes: bytes('Attendee Report\n'), kind: 'outcomes' })).rejects.toThrow(
    /names no column for the e-mail address/,
  )
  await expect(importFile(ws, { file: 'x.csv', bytes: bytes(table), kind: 'zoom-attendees' })).rejects.toThrow(
    /no English title/,
  )
})

test('days are those of the given zone', async () => {
  const ws = known()
  await importFile(ws, { file: 'deals.csv', bytes: bytes(table), timezone: 'America/New_York' })
  expect(explainPerson(ws, mail(0)).timeline[0]!.at).toBe('2026-03-05T05:00:00.000Z')
  await expect(importFile(ws, { file: 'deals.csv', bytes: bytes(table), timezone: 'Kiwi/Grove' })).rejects.toThrow(
    /Kiwi\/Grove/,
  )
})
