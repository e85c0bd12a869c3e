import { expect, test } from 'vitest'
import { stayOf } from '../../src/store/fact-id.ts'
import { hexOf } from '../../src/store/hex.ts'
import { insertReported } from '../../src/store/reported.ts'
import { findName } from '../../src/store/webinar-names.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import { importFile } from '../../src/workspace/import-file.ts'
import { gatheredBefore, gathering } from '../../src/workspace/reconciliation/job.ts'
import { type Sheet, showSheet } from '../../src/workspace/reconciliation/show-sheet.ts'
import { mergePeople } from '../../src/workspace/repair/merge-people.ts'
import { tieStays } from '../../src/workspace/repair/tie-stay.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { attendeeReport, came, stayedAway } from '../sources/zoom-files-writer.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { bound, day, ended, joined, left, minute, registered, scheduled, start, started, take, zoom } from './told.ts'

const emails = {
  dana: 'dana@kiwi.example',
  dana2: 'd.levi@gmail.example',
  noa: 'noa.cohen@plum.example',
  ben: 'ben@fig.example',
  uri: 'uri@fig.example',
  host: 'host@melon.example',
  ours: 'sam@ripe.example',
}

const room = (session: string) => hexOf(stayOf(`roomA==/${session}`))
const under = <T extends { data: object }>(statement: T, name: string): T => ({
  ...statement,
  data: { ...statement.data, name },
})

/** Five registrants and one of our own: two came as they should, one lost a leave, one all webhooks, some came unnamed. */
function webhooksTold(now = start + day) {
  const { ws, clock } = makeWorkspace(now, { staffDomains: ['ripe.example'] })
  take(
    ws,
    ...[scheduled(), started()],
    registered('R1', emails.dana, { firstName: 'Dana', lastName: 'Levi' }),
    registered('R2', emails.noa, { firstName: 'Noa', lastName: 'Cohen' }),
    registered('R3', emails.ben, { firstName: 'Ben', lastName: 'Katz' }),
    registered('R4', emails.uri, { firstName: 'Uri', lastName: 'Ami' }),
    registered('R5', emails.dana2, { firstName: 'Dana', lastName: 'Levi' }),
    registered('R6', emails.ours, { firstName: 'Sam', lastName: 'Own' }),
    ...[joined('1', 0, zoom('R1')), left('1', 60, zoom('R1'))],
    joined('3', 5, zoom('R3')),
    ...[under(joined('7', 20), 'Uri Ami'), under(left('7', 40), 'Uri Ami')],
    ...[under(joined('8', 0), '+1 202 555 0147'), left('8', 30)],
    ...[under(joined('9', 10), 'Noa Cohen'), left('9', 50)],
    ended(),
  )
  return { ws: drained(ws), clock, id: webinars(ws).items[0]!.id }
}

/** What Zoom's report says of it. */
function reportOf(generated: string): Uint8Array {
  const text = attendeeReport({
    ...{ topic: 'Ripe fruit', id: '871 2345 6789', start: '"Apr 20, 2026 2:00 PM"', generated },
    hosts: ['Yes,Host,host@melon.example,"Apr 20, 2026 14:00:00","Apr 20, 2026 15:00:00",60,No,Israel'],
    attendees: [
      came('Dana Levi', emails.dana, '14:00:00', '15:00:00', 60),
      came('Ben Katz', emails.ben, '14:05:00', '14:30:00', 25),
      came('Uri Ami', emails.uri, '14:20:00', '14:40:00', 20),
      stayedAway('Noa Cohen', emails.noa),
      stayedAway('Dana Levi', emails.dana2),
    ],
    others: ['Noa Cohen,"Apr 20, 2026 02:10 PM","Apr 20, 2026 02:50 PM",40,Israel'],
  })
  return new TextEncoder().encode(text.replaceAll('Apr 20, 2026', 'May 12, 2026'))
}

async function sheetOf(ws: Workspace, id: string): Promise<Sheet> {
  const job = gathering(drained(ws), id)
  await job.ended
  if (job.error) throw job.error
  return showSheet(ws, id, job.result!)
}

const importAt = (ws: Workspace, generated: string) =>
  importFile(ws, { file: 'report.csv', bytes: reportOf(generated), timezone: 'UTC' })

test('by webhooks alone the sheet is provisional and says what to do', async () => {
  const { ws, id } = webhooksTold()
  const sheet = await sheetOf(ws, id)
  expect(sheet).toMatchObject({
    ...{
      state: 'provisional',
      since: '2026-05-12T15:00:00.000Z',
      completeFrom: '2026-05-12T15:30:00.000Z',
      reports: [],
    },
    why: { code: 'no_report', text: 'The platform’s own report of who was there has not come in.' },
    toDo: [{ action: 'connect' }, { action: 'import' }],
    webinar: { topic: 'Ripe fruit', platformId: '87123456789', liveSeconds: 3600 },
    sources: { webhooks: true, report: false, reportSeconds: null },
    headline: {
      ...{ registered: 5, attended: 2, matched: 2, unregistered: 0, noShows: 3, clashes: 1, staff: 1, repairs: 0 },
      ...{ unidentified: { connections: 3, people: 3, named: 0 }, dialIns: { bound: 0, unbound: 1 } },
      ...{ differing: null, webhooksLost: null, rowsMissing: null },
    },
  })
})

test('with the finished report it is final, and says of each person which source has which minutes', async () => {
  const { ws, id } = webhooksTold()
  await importAt(ws, '"May 12, 2026 3:30 PM"')
  const sheet = await sheetOf(ws, id)
  expect(sheet).toMatchObject({
    ...{ state: 'final', since: '2026-05-13T14:00:00.000Z', why: { code: 'reported' }, toDo: [] },
    reports: [{ by: 'file', generatedAt: '2026-05-12T15:30:00.000Z', receivedAt: '2026-05-13T14:00:00.000Z', rows: 7 }],
    sources: { webhooks: true, report: true, reportSeconds: false },
    headline: {
      ...{ registered: 5, attended: 3, matched: 3, noShows: 2, clashes: 1, staff: 2 },
      // Of Noa the report has a row without an address; Uri's connection came by webhook without a name.
      ...{ unidentified: { connections: 4, people: 3, named: 1 }, dialIns: { bound: 0, unbound: 1 } },
      ...{ differing: 2, webhooksLost: 0, rowsMissing: 1 },
    },
  })
  expect(
    sheet.people.items.map(({ person, ...row }) => [
      person.email,
      row.webhookSeconds,
      row.reportSeconds,
      row.togetherSeconds,
      row.differenceSeconds,
      row.onlyWebhooks,
      row.onlyReport,
      row.open,
    ]),
  ).toEqual([
    [emails.ben, 3300, 1500, 1500, 1800, [[1800, 3600]], [], true],
    [emails.uri, 0, 1200, 1200, 1200, [], [[1200, 2400]], false],
    [emails.dana, 3600, 3600, 3600, 0, [], [], false],
  ])
  expect(sheet.unidentified.items).toEqual([
    {
      ...{ name: 'Uri Ami', seconds: 1200 },
      connections: [
        {
          connection: room('7'),
          name: 'Uri Ami',
          isPhone: false,
          sources: ['webhook'],
          joinedAt: '2026-05-12T14:20:00.000Z',
          leftAt: '2026-05-12T14:40:00.000Z',
        },
      ],
      suggestions: [{ person: expect.objectContaining({ email: emails.uri }), because: 'same_stay' }],
    },
    {
      ...{ name: 'Noa Cohen', seconds: 2400 },
      connections: [
        expect.objectContaining({ connection: room('9'), sources: ['webhook'] }),
        expect.objectContaining({ name: 'Noa Cohen', sources: ['report'] }),
      ],
      suggestions: [{ person: expect.objectContaining({ email: emails.noa }), because: 'same_name' }],
    },
    {
      name: '+1 202 555 0147',
      seconds: 1800,
      connections: [expect.objectContaining({ isPhone: true })],
      suggestions: [],
    },
  ])
  expect(sheet.clashes.items).toMatchObject([{ name: 'Dana Levi', count: 2 }])
  expect(sheet.clashes.items[0]!.people.map(({ email }) => email).sort()).toEqual([emails.dana2, emails.dana])
  expect(sheet.staff.items.map(({ person, why, attended }) => [person?.email, why, attended]).sort()).toEqual([
    [emails.host, 'host', true],
    [emails.ours, 'staff_domain', false],
  ])
  expect(sheet.dialIns.items).toEqual([{ person: null, name: '+1 202 555 0147', connection: room('8') }])
})

test('a report made before the platform had finished it leaves the sheet provisional until a later one comes', async () => {
  const { ws, id } = webhooksTold()
  await importAt(ws, '"May 12, 2026 3:29 PM"')
  expect(await sheetOf(ws, id)).toMatchObject({ state: 'provisional', why: { code: 'early_report' } })
  await importAt(ws, '"May 13, 2026 9:00 AM"')
  expect(await sheetOf(ws, id)).toMatchObject({ state: 'final', reports: [{ rows: 7 }, { rows: 7 }] })
})

test('the report of Zoom’s API makes it final as a file does', async () => {
  const { ws, id } = webhooksTold()
  const name = findName(ws.db, { platform: 'zoom', platformId: '87123456789', instance: 'roomA==' })!
  const times = { generatedAt: start + 91 * minute, receivedAt: start + 92 * minute }
  insertReported(ws.db, { name, by: 'api', ...times, rows: 4 })
  expect(await sheetOf(ws, id)).toMatchObject({
    state: 'final',
    since: '2026-05-12T15:32:00.000Z',
    reports: [{ by: 'api' }],
  })
})

test('a report that does not say when it was made makes nothing final', async () => {
  const { ws, id } = webhooksTold()
  await importAt(ws, '')
  expect(await sheetOf(ws, id)).toMatchObject({ state: 'provisional', why: { code: 'undated_report' } })
})

test('before and while the webinar runs nobody is missing', async () => {
  const { ws, id, clock } = webhooksTold(start - minute)
  expect(await sheetOf(ws, id)).toMatchObject({
    state: 'scheduled',
    headline: { registered: 5, attended: 0, noShows: null },
  })
  clock.now = start + 10 * minute
  expect(await sheetOf(ws, id)).toMatchObject({ state: 'running', headline: { attended: 2, noShows: null } })
})

test('600 rows of a report are three people, each as long as the union of their rows', async () => {
  const { ws } = makeWorkspace(start + day)
  const names = ['Dana Levi', 'Ben Katz', 'Noa Cohen']
  const two = (value: number) => String(value).padStart(2, '0')
  const rows = names.flatMap((name, index) =>
    Array.from({ length: 200 }, (_, at) => {
      const from = 10 * index + (at % 30)
      return came(name, `${name[0]}@kiwi.example`, `14:${two(from)}:30`, `14:${two(from + 2)}:30`, 2)
    }),
  )
  const report = attendeeReport({ attendees: rows, minutes: '60' })
  await importFile(ws, { file: 'rows.csv', bytes: new TextEncoder().encode(report), timezone: 'UTC' })
  const sheet = await sheetOf(ws, webinars(drained(ws)).items[0]!.id)
  expect(sheet.headline).toMatchObject({ attended: 3, matched: 3, unidentified: { people: 0 } })
  expect(sheet.reports).toMatchObject([{ rows: 600 }])
  expect(sheet.people.items.map(({ togetherSeconds }) => togetherSeconds)).toEqual([1860, 1860, 1860])
})

test('a phone and a computer that were bound are no dial-in that somebody must look for', async () => {
  const { ws, id } = webhooksTold()
  take(ws, ...bound('8', '1'))
  const { headline, dialIns } = await sheetOf(ws, id)
  expect(headline).toMatchObject({ dialIns: { bound: 1, unbound: 0 }, unidentified: { people: 2 } })
  expect(dialIns.items).toMatchObject([{ person: { email: emails.dana }, name: '+1 202 555 0147' }])
})

test('repairs by hand stand on the sheet with who made them, and change its figures', async () => {
  const { ws, id } = webhooksTold()
  const idOf = (email: string) => findPeople(ws, { email }).items[0]!.id
  tieStays(ws, id, { connections: [room('9')], person: idOf(emails.noa) }, 'Maya')
  mergePeople(ws, idOf(emails.dana), idOf(emails.dana2), 'Maya')
  const sheet = await sheetOf(ws, id)
  expect(sheet.headline).toMatchObject({
    registered: 4,
    attended: 3,
    noShows: 1,
    clashes: 0,
    unidentified: { people: 2 },
    repairs: 2,
  })
  expect(sheet.ties.items).toEqual([
    {
      person: expect.objectContaining({ email: emails.noa }),
      connections: [room('9')],
      name: 'Noa Cohen',
      at: '2026-05-13T14:00:00.000Z',
      by: 'Maya',
    },
  ])
  expect(sheet.merges).toMatchObject([{ mergedBy: 'Maya', sides: [{ email: emails.dana }, { email: emails.dana2 }] }])
})

test('the same sheet is given while nothing changes, another when something has, and one that is forgotten is refused', async () => {
  const { ws, id } = webhooksTold()
  const job = gathering(ws, id)
  expect(gathering(ws, id)).toBe(job)
  await job.ended
  expect(gathering(ws, id)).toBe(job)
  expect(gatheredBefore(ws, id, job.id)).toBe(job.result)
  take(ws, registered('R7', 'new@plum.example'))
  drained(ws)
  expect(gathering(ws, id)).not.toBe(job)
  expect(() => gatheredBefore(ws, id, 'sheet_x')).toThrow('There is no sheet "sheet_x" any more: ask for it again.')
})
