import { expect, test } from 'vitest'
import type { Step } from '../../src/sources/zoom/api/step.ts'
import { pollsStep } from '../../src/sources/zoom/api/steps/polls.ts'
import { questionsStep } from '../../src/sources/zoom/api/steps/questions.ts'
import { surveyStep } from '../../src/sources/zoom/api/steps/survey.ts'
import { readZoomFile } from '../../src/sources/zoom/files.ts'
import { heldAt, opened, pagesOf } from '../zoom/opened.ts'
import { pollReport as zoomPollReport } from '../zoom/report-files.ts'
import type { ToldInstance, ToldWebinar } from '../zoom/story.ts'
import { tellAccount, tellWebinar } from '../zoom/tell.ts'
import { formats } from './printed-dates.ts'
import { generations, pollReport, type Told } from './zoom-answers-writer.ts'

const zone = 'Asia/Jerusalem'
const print = (at: number) => formats['04/26/2026 10:45:17 AM']!(zone, at)
const story = tellAccount([tellWebinar({ startsAt: heldAt, people: 200 })])
const webinar = story.webinars[0]!
const room = webinar.instances[0]!
const platformId = webinar.id
const known = {
  rooms: () => [{ webinar: { platform: 'zoom', platformId, slot: '' }, from: room.from, to: room.to }],
  chosen: { platformId, topic: null, rooms: null },
}

/** Ids of what is said, with the moments and whose it is. */
async function byApi(step: Step): Promise<string[]> {
  const { api, room } = opened({ story, after: 30 * 86_400_000 })
  const pages = await pagesOf(api, step, room)
  return pages.flatMap(({ statements }) => statements.map(({ id, person }) => `${person?.email} ${id}`)).toSorted()
}

function byFile(bytes: Uint8Array | string, file = 'report.csv'): string[] {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  const reading = readZoomFile(given, { file, timezone: zone, known })
  expect(reading.skipped).toEqual([])
  return reading.statements
    .filter(({ type }) => !type.startsWith('webinar.'))
    .map(({ id, person }) => `${person?.email} ${id}`)
    .toSorted()
}

function pollsTold({ polls }: ToldInstance): Told[] {
  return polls.flatMap(({ question, answers }) =>
    answers.map(({ answer, ...who }) => ({ ...who, answers: [[question, answer]] as [string, string][] })),
  )
}

test('polls have the same ids by API and in every generation of the report', async () => {
  const api = await byApi(pollsStep)
  expect(api.length).toBeGreaterThan(50)
  const { bytes, file } = zoomPollReport(webinar, room)
  expect(byFile(bytes, file)).toEqual(api)
  const told: ToldWebinar & { start: number; print: typeof print } = { ...webinar, start: room.from, print }
  const minutes = Math.round((room.to - room.from) / 60_000)
  for (const generation of generations)
    expect(byFile(pollReport(generation, { ...told, minutes, zone }, pollsTold(room)))).toEqual(api)
})

test('questions have the same ids by API and in a table', async () => {
  const rows = room.questions.map(({ text, name, email, at, answer }) => [text, name, email, print(at), answer])
  const table = [['Question', 'Asker Name', 'Asker Email', 'Asked at', 'Answer'], ...rows]
  expect(byFile(csv(table))).toEqual([...new Set(await byApi(questionsStep))])
})

test('surveys have the same ids by API and in the report', async () => {
  const asked = webinar.survey.map(({ name }) => name)
  const header = [
    '#',
    'User Name',
    'User Email',
    'User ID',
    'Submitted Date/Time',
    'Country',
    'City',
    'State',
    ...asked,
  ]
  const rows = room.survey.map(({ name, email, at, answers }, i) => [
    ...[String(i + 1), name, email, String(i), print(at), '', '', ''],
    ...asked.map((question) => answers.find((each) => each.question === question)?.answer ?? ''),
  ])
  expect(byFile(csv([header, ...rows]))).toEqual(await byApi(surveyStep))
})

function csv(rows: readonly (readonly string[])[]): string {
  return `${rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`
}
