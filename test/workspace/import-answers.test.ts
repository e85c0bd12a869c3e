import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pollsStep } from '../../src/sources/zoom/api/steps/polls.ts'
import { webinarStep } from '../../src/sources/zoom/api/steps/webinar.ts'
import { importFile, type ReportFile } from '../../src/workspace/import-file.ts'
import { ingest } from '../../src/workspace/ingest.ts'
import { previewFile } from '../../src/workspace/preview-file.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { everyRow } from '../previewed.ts'
import { formats } from '../sources/printed-dates.ts'
import { type Generation, generations, pollReport } from '../sources/zoom-answers-writer.ts'
import { drained, explainPerson, makeWorkspace } from '../workspaces.ts'
import { heldAt, opened, pagesOf } from '../zoom/opened.ts'
import { pollReport as zoomPollReport } from '../zoom/report-files.ts'
import { tellAccount, tellWebinar } from '../zoom/tell.ts'

const now = Date.UTC(2026, 3, 2)
const start = Date.UTC(2026, 3, 1, 11, 58, 2)
const at = (minutes: number) => start + minutes * 60_000
const tom = { name: 'Tom Becker', email: 'tom.becker@quince.example' }
const told = [
  { ...tom, at: at(12), answers: [['Do you score\nyour leads?', 'Not yet']] as [string, string][] },
  {
    name: 'Anonymous Attendee',
    email: '',
    at: at(13),
    answers: [['Do you score\nyour leads?', 'Yes']] as [string, string][],
  },
]
const print = (moment: number) => formats['Apr 01, 2026 14:38:06']!('Asia/Jerusalem', moment)

function file(text: string | Uint8Array, more: Partial<ReportFile> = {}): ReportFile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return { file: 'report.csv', bytes, ...more }
}

const polls = (generation: Generation) => file(pollReport(generation, { start, minutes: 63, print }, told))
const attendees = file(readFileSync(join(import.meta.dirname, '../fixtures/zoom/files/attendees-2026.csv')))
const questions = file(`Name,Email,Question,Time
Tom,tom.becker@quince.example,How much is it?,2026-04-01 15:20
Mei,mei.tanaka@persimmon.example,Is there a trial?,2026-04-01 15:21
`)
const survey = file(readFileSync(join(import.meta.dirname, '../fixtures/zoom/files/survey-report-2026.csv')))

/** Brings files in, those that do not say their webinar into the only one there is. */
async function bring(ws: Workspace, ...files: ReportFile[]) {
  for (const each of files) {
    const [only] = webinars(drained(ws)).items
    await importFile(ws, { ...each, ...(each.webinar === '' && { webinar: only!.id }) })
  }
  return drained(ws)
}

const pointsOf = (ws: Workspace, email: string) =>
  Object.fromEntries(explainPerson(ws, email).scorecard.ledger.map(({ rule, points }) => [rule, points]))

test('attendance, polls, questions and the survey of one webinar meet in one webinar, and its seconds stay as they are', async () => {
  const { ws } = makeWorkspace(now)
  await bring(ws, attendees)
  const [alone] = webinars(ws).items
  await bring(ws, polls('2021'), { ...questions, webinar: '' }, { ...survey, webinar: '' })
  const [webinar, another] = webinars(ws).items
  expect(another).toBeUndefined()
  expect(webinar).toEqual({ ...alone, questions: 2, leads: webinar!.leads, mqls: webinar!.mqls })
  expect(pointsOf(ws, tom.email)).toMatchObject({
    poll_answered: 5,
    question_asked: expect.any(Number),
    survey_answered: 5,
  })
  const { items } = ranking(ws, webinar!.id, {})
  const row = items.find(({ person }) => person.email === tom.email)
  expect(row).toMatchObject({ questions: 1, pollAnswers: 1 })
})

test('in whatever order the reports come, everybody ends with the same points', async () => {
  const scores = async (files: ReportFile[]) => {
    const { ws } = makeWorkspace(now)
    await bring(ws, ...files)
    const [webinar] = webinars(ws).items
    return ranking(ws, webinar!.id, {}).items.map(({ person, score }) => [person.email, score])
  }
  const own = { ...questions, webinar: '' }
  const first = await scores([attendees, polls('2021'), own])
  expect(await scores([polls('2021'), attendees, own])).toEqual(first)
  expect(await scores([polls('2021'), own, attendees])).toEqual(first)
})

test('polls alone make a webinar that is over, in which they were answered', async () => {
  const { ws } = makeWorkspace(now)
  await bring(ws, polls('2025'))
  expect(webinars(ws).items).toMatchObject([
    {
      platformId: '84211905573',
      topic: 'Ripe or not? Scoring, live',
      startsAt: '2026-04-01T11:58:02.000Z',
      endsAt: '2026-04-01T13:01:00.000Z',
    },
  ])
  expect(pointsOf(ws, tom.email)).toMatchObject({ poll_answered: 5 })
})

test('the same answers again, in the same report or in one of another generation, change nothing', async () => {
  const { ws } = makeWorkspace(now)
  await bring(ws, polls('2021'))
  const before = everyRow(ws)
  for (const generation of generations) {
    const again = { ...polls(generation), ...(generation === '2020' && { webinar: '84211905573' }) }
    const { facts } = await importFile(ws, again)
    if (generation !== '2020') expect([generation, facts]).toEqual([generation, 0])
  }
  drained(ws)
  expect(everyRow(ws).fact).toHaveLength(before.fact!.length)
  expect(everyRow(ws).card).toEqual(before.card)
})

test('a preview says what is said, by how many, and how it was read; the import then stores that', async () => {
  for (const report of [polls('2021'), { ...questions, webinar: '84211905573' }]) {
    const { ws } = makeWorkspace(now)
    await bring(ws, attendees)
    const before = everyRow(ws)
    const { known, sample, said, columns: _, questions: __, ...preview } = previewFile(ws, report)
    expect(everyRow(ws)).toEqual(before)
    expect(known).toBe(true)
    expect(said!.count).toBe(sample.length)
    expect(await importFile(ws, report)).toEqual(preview)
    const stored = ws.db.prepare<{ many: number }>('SELECT count(*) AS many FROM fact').get()!.many
    expect(stored).toBe(before.fact!.length + preview.facts)
  }
})

test('the sample of a preview is who said what when, in the order of the file', async () => {
  const { ws } = makeWorkspace(now)
  await bring(ws, attendees)
  expect(previewFile(ws, polls('2022')).sample).toEqual([
    { ...tom, question: 'Do you score your leads?', answer: 'Not yet', at: '2026-04-01T12:10:02.000Z' },
    {
      ...{ name: 'Anonymous Attendee', email: null, question: 'Do you score your leads?', answer: 'Yes' },
      at: '2026-04-01T12:11:02.000Z',
    },
  ])
  const own = previewFile(ws, file('Question,Name\nWhy?,Dana\n', { webinar: '84211905573' }))
  expect(own).toMatchObject({
    sample: [{ name: 'Dana', email: null, question: 'Why?', answer: null, at: null }],
    said: { count: 1, questions: 1, unnamed: 1 },
    columns: { headers: ['Question', 'Name'], roles: { question: 'Question', name: 'Name', email: null } },
  })
  expect(previewFile(ws, { ...survey, webinar: '84211905573' })).toMatchObject({
    questions: [{ text: 'Was it worth your time?', open: false }],
  })
})

test('what a file lacks is asked for by the field, and nothing is stored before it is said', async () => {
  const { ws } = makeWorkspace(now, { timezone: undefined })
  await bring(ws, { ...attendees, timezone: 'Asia/Jerusalem' })
  const stored = () => [everyRow(ws).fact, everyRow(ws).person_key, everyRow(ws).webinar_name]
  const before = stored()
  const field = (name: string) =>
    expect.objectContaining({ code: 'invalid', details: expect.objectContaining({ field: name }) })
  await expect(importFile(ws, polls('2020'))).rejects.toEqual(field('webinar'))
  await expect(importFile(ws, { ...survey, webinar: '84211905573' })).rejects.toEqual(field('timezone'))
  await expect(importFile(ws, file('What;Who\nx;y\n', { kind: 'zoom-qa' }))).rejects.toEqual(field('columns'))
  await expect(importFile(ws, { ...questions, webinar: 'w_000000000000000000000000' })).rejects.toEqual(
    field('webinar'),
  )
  expect(stored()).toEqual(before)
})

test('of an open question of a survey the answer counts, also where the survey was there before without that', async () => {
  const { ws } = makeWorkspace(now)
  await bring(ws, attendees, { ...survey, webinar: '' })
  expect(pointsOf(ws, tom.email)).not.toHaveProperty('open_answer')
  await bring(ws, { ...survey, webinar: '', openQuestions: ['Was it worth your time?'] })
  expect(pointsOf(ws, tom.email)).toMatchObject({ survey_answered: 5, open_answer: 5 })
})

test('a report that lacks its webinar ID is taken with the chosen one', async () => {
  const { ws } = makeWorkspace(now)
  const text = new TextDecoder().decode(attendees.bytes).replace('842 1190 5573', '8.42E+10')
  await expect(importFile(ws, file(text))).rejects.toThrow('“8.42E+10” is no webinar ID')
  const { webinar } = await importFile(ws, file(text, { webinar: '842 1190 5573' }))
  expect(webinar).toMatchObject({ platformId: '84211905573' })
})

test('what the API has brought and a report tells again changes nobody’s points, in either order', async () => {
  const { api, room, webinar: told } = opened({ story: tellAccount([tellWebinar({ startsAt: heldAt, people: 60 })]) })
  const pages = [...(await pagesOf(api, webinarStep, room)), ...(await pagesOf(api, pollsStep, room))]
  const fetched = pages.flatMap(({ statements }) => statements)
  const report = zoomPollReport(told, told.instances[0]!)
  const after = told.instances[0]!.to + 86_400_000
  const scores = async (...ways: ('api' | 'file')[]) => {
    const { ws } = makeWorkspace(after)
    for (const way of ways) {
      if (way === 'file') await importFile(ws, report)
      else await ws.commit(() => ingest(ws, fetched, after))
      drained(ws)
    }
    const { items } = webinars(ws)
    expect(items.length).toBe(1)
    return ranking(ws, items[0]!.id, {}).items.map(({ person, score, pollAnswers }) => [
      person.email,
      score,
      pollAnswers,
    ])
  }
  const alone = await scores('api')
  expect(alone.length).toBeGreaterThan(5)
  expect(await scores('file')).toEqual(alone)
  expect(await scores('api', 'file')).toEqual(alone)
  expect(await scores('file', 'api')).toEqual(alone)
})
