import { stringify } from 'csv-stringify/sync'
import { expect, test } from 'vitest'
import { importFile } from '../../../src/workspace/import-file.ts'
import { startBackfill } from '../../../src/workspace/pulls/backfill.ts'
import type { RankedPerson } from '../../../src/workspace/ranking-row.ts'
import { webinars } from '../../../src/workspace/webinars.ts'
import { deliveriesOf } from '../../zoom/deliveries.ts'
import { attendeeReport, pollReport, registrationReport } from '../../zoom/report-files.ts'
import { DAY } from '../../zoom/story.ts'
import { tellAccount, tellWebinar } from '../../zoom/tell.ts'
import { type OverZoom, overZoom } from './over-zoom.ts'
import { presenceKnown, presenceTold, ranked } from './presence.ts'

const startsAt = Date.parse('2026-04-01T11:00:00Z')
const story = tellAccount([tellWebinar({ startsAt, people: 150 })])
const webinar = story.webinars[0]!
const room = webinar.instances[0]!
const later = room.to + 3 * DAY

const ways = {
  webhooks: ({ deliver }: OverZoom) => deliver(deliveriesOf(webinar)),
  async files({ ws }: OverZoom) {
    for (const report of [registrationReport(webinar), attendeeReport(webinar, room), pollReport(webinar, room)])
      await importFile(ws, { ...report, timezone: 'Asia/Jerusalem' })
  },
  async api({ ws, connect, source, until, clock }: OverZoom) {
    await connect()
    startBackfill(ws, source, 1)
    await until(clock.now())
  },
}

type Way = keyof typeof ways

/** What a company knows of the webinar to which it was told in these ways, three days later. */
async function toldBy(...by: Way[]): Promise<OverZoom> {
  const made = overZoom(story, webinar.createdAt)
  if (by.includes('webhooks')) await ways.webhooks(made)
  await made.until(later)
  for (const way of by) if (way !== 'webhooks') await ways[way](made)
  return made
}

const present = room.stays.filter(({ waiting }) => !waiting)
/** Only webhooks tell that a phone belongs to somebody at a computer. */
const bound = present.map((stay) => {
  const computer = present.find(({ session }) => session === stay.boundTo)
  return computer?.registrant ? { ...stay, registrant: computer.registrant } : stay
})

function differing(known: ReadonlyMap<string, number>, told: ReadonlyMap<string, number>) {
  return [...told].flatMap(([address, seconds]) =>
    known.get(address) === seconds ? [] : [[address, seconds, known.get(address) ?? null]],
  )
}

test('the same webinar by webhooks, by files, by API and by all three gives everybody the same seconds in the room', async () => {
  const [webhooks, files, api, all] = [
    await toldBy('webhooks'),
    await toldBy('files'),
    await toldBy('api'),
    await toldBy('webhooks', 'files', 'api'),
  ]
  const told = presenceTold(webinar, present)
  const whole = presenceTold(webinar, bound)
  expect([told.size, whole.size]).toEqual([120, 120])
  expect(differing(presenceKnown(files!.ws), told)).toEqual([])
  expect(differing(presenceKnown(api!.ws), told)).toEqual([])
  expect(differing(presenceKnown(all!.ws), whole)).toEqual([])
  // One stay in twenty comes in a webhook without any key, and stays nobody's until the API or a report tells whose it is.
  const byWebhooks = presenceKnown(webhooks!.ws)
  const keyed = bound.filter(({ keyless }) => !keyless)
  expect(differing(byWebhooks, presenceTold(webinar, keyed))).toEqual([])
  expect(differing(byWebhooks, whole)).toHaveLength(6)
})

const compared = ({
  rank,
  person,
  score,
  webinarPoints,
  grade,
  stage,
  temperature,
  attendance,
  ...rest
}: RankedPerson) => {
  const { liveSeconds, replaySeconds } = attendance
  const { questions, pollAnswers, buying } = rest
  return {
    rank,
    email: person.email,
    score,
    webinarPoints,
    grade,
    stage,
    temperature,
    liveSeconds,
    replaySeconds,
    questions,
    pollAnswers,
    buying,
  }
}

test("files that are brought in beside webhooks and API change nobody's place, score or figures", async () => {
  const [two, three] = [await toldBy('webhooks', 'api'), await toldBy('webhooks', 'files', 'api')]
  const [one, other] = [ranked(two!.ws).map(compared), ranked(three!.ws).map(compared)]
  const counted = (of: (row: (typeof one)[number]) => number) => one.filter((row) => of(row) > 0).length
  const counts = [
    one.length,
    counted((row) => row.pollAnswers),
    counted((row) => row.questions),
    counted((row) => row.replaySeconds),
  ]
  expect(counts).toEqual([141, 40, 18, 11])
  expect(other).toEqual(one)
})

/** The same webhooks, of which the start's comes a minute and a second before that of Zoom's reports. */
const early = deliveriesOf(webinar).map((delivery) => {
  if (delivery.event !== 'webinar.started') return delivery
  const body = JSON.parse(delivery.body)
  return { ...delivery, body: JSON.stringify({ ...body, event_ts: body.event_ts - 61_000 }) }
})

test('what was said is there once, also where webhooks and reports tell the start in different minutes', async () => {
  const made = overZoom(story, webinar.createdAt)
  await made.deliver(early)
  await made.until(later)
  await ways.files(made)
  const rows = room.questions.filter(({ anonymous }) => !anonymous).map(({ email, text }) => [text, email])
  const table = stringify([['Question', 'Email'], ...rows])
  const { id } = webinars(made.ws).items[0]!
  await importFile(made.ws, { file: 'questions.csv', bytes: Buffer.from(table), kind: 'zoom-qa', webinar: id })
  await ways.api(made)
  const said = (ws: OverZoom['ws']) =>
    ranked(ws).map(({ person, pollAnswers, questions }) => [person.email, pollAnswers, questions])
  expect(said(made.ws).toSorted()).toEqual(said((await toldBy('webhooks', 'api')).ws).toSorted())
})
