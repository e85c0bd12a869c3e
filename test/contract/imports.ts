import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { attendeeReport } from '../zoom-report.ts'
import { zoomRun } from '../zoom-run.ts'
import { viewed } from './activity.ts'
import { type Company, makeCompany } from './company.ts'
import { moment, problemOf, statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'

const folder = join(import.meta.dirname, '..', 'fixtures', 'zoom', 'files')
const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)))

type Bytes = Uint8Array<ArrayBuffer>

function post(company: Company, bytes: Bytes, fields: Record<string, string> = {}): Promise<Response> {
  const form = new FormData()
  form.set('file', new Blob([bytes]), 'report.csv')
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return company.call('POST', '/imports', form)
}

async function imported(company: Company, bytes: Bytes, fields?: Record<string, string>) {
  const answer = await post(company, bytes, fields)
  const { files } = (await answer.json()) as { files: Record<string, unknown>[] }
  expect([answer.status, files.length]).toEqual([200, 1])
  return files[0]!
}

/** What is brought in with `POST /api/v1/imports`. */
export function imports(host: () => RunningHost): void {
  test('a report is known for what it is, its people are there, and importing it again changes nothing', async () => {
    const kiwi = await makeCompany(host())
    const report = read('attendees-2026.csv')
    const first = await imported(kiwi, report)
    expect(first).toMatchObject({
      ...{ file: 'report.csv', kind: 'zoom-attendees', rows: expect.any(Number), people: expect.any(Number) },
      webinar: { id: expect.stringMatching(/^w_/), platform: 'zoom', platformId: '84211905573', startsAt: moment },
    })
    for (const { row, reason } of first.skipped as { row: unknown; reason: unknown }[])
      expect([row, reason]).toEqual([expect.any(Number), expect.any(String)])
    expect(first.warnings).toEqual(expect.any(Array))
    expect(first.facts).toBeGreaterThan(0)
    await kiwi.settled()
    const before = await kiwi.get('/people?limit=500')
    expect((before.items as object[]).length).toBeGreaterThan(5)
    expect(await imported(kiwi, report)).toMatchObject({ facts: 0, rows: first.rows })
    await kiwi.settled()
    expect(await kiwi.get('/people?limit=500')).toEqual(before)
    expect(await kiwi.get('/webinars')).toMatchObject({ items: [{ platformId: '84211905573' }] })
  })

  test('a registration report is told apart from an attendee report, and the kind may be said', async () => {
    const kiwi = await makeCompany(host())
    const registrations = read('registrations-2026.csv')
    expect(await imported(kiwi, registrations)).toMatchObject({ kind: 'zoom-registrations' })
    expect(await imported(kiwi, registrations, { kind: 'zoom-registrations' })).toMatchObject({ facts: 0 })
    expect(await problemOf(post(kiwi, registrations, { kind: 'zoom-attendees' }))).toMatchObject({ status: 400 })
    expect(await problemOf(post(kiwi, registrations, { kind: 'tarot' }))).toMatchObject({ status: 400 })
  })

  test('the kind of the webinar may be said with the file', async () => {
    const kiwi = await makeCompany(host())
    await imported(kiwi, read('attendees-2026.csv'), { webinarKind: 'demo' })
    expect(await kiwi.get('/webinars')).toMatchObject({ items: [{ kind: 'demo' }] })
  })

  test('a preview says what would be and stores nothing', async () => {
    const kiwi = await makeCompany(host())
    const preview = await imported(kiwi, read('attendees-2026.csv'), { preview: 'true' })
    expect(preview).toMatchObject({ known: false, sample: expect.any(Array) })
    expect(await kiwi.get('/webinars')).toEqual({ items: [] })
    expect(await imported(kiwi, read('attendees-2026.csv'))).toMatchObject({ facts: preview.facts, rows: preview.rows })
  })

  test('polls come into the webinar that the attendee report told of, once, and a preview shows who said what', async () => {
    const kiwi = await makeCompany(host())
    await imported(kiwi, read('attendees-2026.csv'))
    const polls = read('poll-report-2021.csv')
    const preview = await imported(kiwi, polls, { preview: 'true', kind: 'zoom-polls' })
    expect(preview).toMatchObject({
      ...{ kind: 'zoom-polls', known: true, said: { count: 1, questions: 1, unnamed: 0 } },
      questions: [{ text: 'Do you score your leads?', open: false }],
    })
    const answer = { question: 'Do you score your leads?', answer: 'Not yet', at: '2026-04-01T12:09:41.000Z' }
    expect(preview.sample).toEqual([{ name: 'Tom Becker', email: 'tom.becker@quince.example', ...answer }])
    expect(await imported(kiwi, polls)).toMatchObject({ facts: preview.facts, warnings: preview.warnings })
    expect(await imported(kiwi, polls)).toMatchObject({ facts: 0 })
    await kiwi.settled()
    const { items } = await kiwi.get<{ items: { id: string }[] }>('/webinars')
    expect(items.length).toBe(1)
    const ranking = await kiwi.get<{ items: object[] }>(`/webinars/${items[0]!.id}/ranking?q=tom.becker`)
    expect(ranking.items).toMatchObject([{ pollAnswers: 1 }])
  })

  test('what a file does not say is asked for by its field, and nothing is stored before', async () => {
    const kiwi = await makeCompany(host())
    const survey = read('survey-report-2026.csv')
    expect(await problemOf(post(kiwi, survey))).toMatchObject({ status: 400, field: 'webinar' })
    expect(await problemOf(post(kiwi, survey, { webinar: 'w_0' }))).toMatchObject({ status: 400, field: 'webinar' })
    expect(await kiwi.get('/webinars')).toEqual({ items: [] })
    const { webinar } = await imported(kiwi, read('attendees-2026.csv'))
    const { id } = webinar as { id: string }
    const open = { webinar: id, openQuestion: 'Was it worth your time?' }
    expect(await imported(kiwi, survey, open)).toMatchObject({ kind: 'zoom-survey', webinar: { id }, facts: 1 })
    expect(await problemOf(post(kiwi, survey, { ...open, openQuestion: 'Why?' }))).toMatchObject({
      field: 'openQuestion',
    })
  })

  test('a table of questions is read by its columns, which may be chosen; it is anonymous where somebody says so', async () => {
    const kiwi = await makeCompany(host())
    const { webinar } = await imported(kiwi, read('attendees-2026.csv'))
    const own = new TextEncoder().encode('Wer\tKontakt\tWhat\nTom\ttom.becker@quince.example\tHow much?\n')
    const fields = { kind: 'zoom-qa', webinar: (webinar as { id: string }).id }
    expect(await problemOf(post(kiwi, own, fields))).toMatchObject({
      ...{ status: 400, field: 'columns', headers: ['Wer', 'Kontakt', 'What'] },
      roles: { question: null, email: null, name: null, time: null, answer: null },
    })
    const columns = (given: object) => ({ ...fields, columns: JSON.stringify(given) })
    expect(await problemOf(post(kiwi, own, columns({ question: 'Was' })))).toMatchObject({ field: 'columns' })
    expect(await problemOf(post(kiwi, own, { ...fields, columns: '[1' }))).toMatchObject({
      status: 400,
      field: 'columns',
    })
    expect(await problemOf(post(kiwi, own, columns({ question: 'What' })))).toMatchObject({ field: 'columns' })
    const named = { question: 'What', email: 'Kontakt' }
    const preview = await imported(kiwi, own, { ...columns(named), preview: 'true' })
    expect(preview).toMatchObject({
      ...{ kind: 'zoom-qa', facts: 1, people: 1 },
      columns: { headers: ['Wer', 'Kontakt', 'What'], roles: { ...named, name: null } },
      sample: [{ email: 'tom.becker@quince.example', question: 'How much?', answer: null, at: null }],
    })
    const nobody = await imported(kiwi, own, { ...columns({ question: 'What', email: '', name: '' }), preview: 'true' })
    expect(nobody).toMatchObject({ facts: 1, people: 0, said: { unnamed: 1 } })
    expect(await imported(kiwi, own, columns(named))).toMatchObject({ facts: 1 })
    expect(await imported(kiwi, own, columns(named))).toMatchObject({ facts: 0 })
  })

  test('a table of deals won and lost comes in by itself; unknown people are listed with row and column', async () => {
    const kiwi = await makeCompany(host())
    await kiwi.tell(viewed('1'))
    const table =
      'Email,Outcome,Date,Amount\nDana@Lime.example,Closed Won,2026-04-05,"€ 1,500"\nomar@lime.example,lost,2026-04-05,\n'
    const deals = await imported(kiwi, new TextEncoder().encode(table))
    expect(deals).toMatchObject({ kind: 'outcomes', webinar: null, rows: 2, facts: 1, people: 1 })
    expect(deals.skipped).toMatchObject([{ row: 3, column: 1, reason: expect.stringContaining('omar@lime.example') }])
    await kiwi.settled()
    expect(await kiwi.get('/people?email=dana@lime.example')).toMatchObject({ items: [{ stage: 'customer' }] })
    expect(await imported(kiwi, new TextEncoder().encode(table), { kind: 'outcomes' })).toMatchObject({ facts: 0 })
  })

  test('where no time zone is known it is asked for, and a zone that is none is refused', async () => {
    const kiwi = await makeCompany(host(), [])
    const report = read('attendees-2026.csv')
    expect(await problemOf(post(kiwi, report))).toMatchObject({ status: 400, field: 'timezone' })
    expect(await problemOf(post(kiwi, report, { timezone: 'Kiwi/Grove' }))).toMatchObject({ field: 'timezone' })
    const { webinar } = await imported(kiwi, report, { timezone: 'America/New_York' })
    expect(webinar).toMatchObject({ startsAt: '2026-04-01T18:58:00.000Z' })
  })

  test('what is no report is refused with the place and the reason, and nothing of it is stored', async () => {
    const kiwi = await makeCompany(host())
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const cutOff = read('attendees-2026.csv').slice(0, 700)
    for (const bytes of [picture, cutOff, new Uint8Array(), new TextEncoder().encode('a,b\n1,2\n')]) {
      const problem = await problemOf(post(kiwi, bytes))
      expect(problem).toMatchObject({ status: 400, file: 'report.csv', detail: expect.any(String) })
    }
    const noFile = new FormData()
    noFile.set('kind', 'zoom-attendees')
    expect(await problemOf(kiwi.call('POST', '/imports', noFile))).toMatchObject({ status: 400, field: 'file' })
    expect(await problemOf(kiwi.call('POST', '/imports', { file: 'x' }))).toMatchObject({ status: 400 })
    expect(await kiwi.get('/webinars')).toEqual({ items: [] })
  })

  test('a report of some megabytes comes in whole, and over 64 MB is 413', async () => {
    const kiwi = await makeCompany(host())
    const remark = 'How much is it for five hundred users? '.repeat(40)
    const text = new TextDecoder().decode(attendeeReport(zoomRun(1_000)))
    const long = new TextEncoder().encode(text.replaceAll(',CTO,', `,CTO,${remark}`))
    expect(long.byteLength).toBeGreaterThan(1024 * 1024)
    expect(await imported(kiwi, long)).toMatchObject({ kind: 'zoom-attendees', people: expect.any(Number) })
    await kiwi.settled()
    const { items } = await kiwi.get<{ items: { registrants: number }[] }>('/webinars')
    expect(items[0]!.registrants).toBe(999)
    expect(await statusOf(kiwi.call('POST', '/imports', new Uint8Array(64 * 1024 * 1024 + 1)))).toBe(413)
  })
}
