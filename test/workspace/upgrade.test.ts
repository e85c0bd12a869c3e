import { expect, test } from 'vitest'
import { AlertRuleSchema } from '../../src/domain/alert/rule.ts'
import { parseModel } from '../../src/domain/model.ts'
import { ScheduleSchema } from '../../src/domain/schedule.ts'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { listQuarantined } from '../../src/store/deliveries.ts'
import { keyId, stayOf } from '../../src/store/fact-id.ts'
import { hexOf } from '../../src/store/hex.ts'
import { writeSourceApi } from '../../src/store/source-apis.ts'
import { addSource } from '../../src/workspace/add-source.ts'
import { addChannel, listChannels } from '../../src/workspace/alerts/channels.ts'
import { addRule } from '../../src/workspace/alerts/rules.ts'
import { dueChannels, sendNext } from '../../src/workspace/alerts/send-due.ts'
import { showAlerts } from '../../src/workspace/alerts/show-alerts.ts'
import { apiKeys, makeApiKey } from '../../src/workspace/api-keys.ts'
import { listLog } from '../../src/workspace/audit/list.ts'
import { saveDraft, showDraft } from '../../src/workspace/draft.ts'
import { backlog, drain } from '../../src/workspace/drain.ts'
import { listSources } from '../../src/workspace/list-sources.ts'
import { currentModel, modelVersions } from '../../src/workspace/models.ts'
import { momentOf } from '../../src/workspace/moment.ts'
import { personId } from '../../src/workspace/person-id.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { planSource } from '../../src/workspace/pulls/plan.ts'
import { forgetSourceApis, sealedAccess } from '../../src/workspace/pulls/source-api.ts'
import { webinarPulls } from '../../src/workspace/pulls/webinar-pulls.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { countUnread } from '../../src/workspace/read-deliveries.ts'
import { receiveZoom } from '../../src/workspace/receive-zoom.ts'
import { mergePeople, unmergePeople } from '../../src/workspace/repair/merge-people.ts'
import { mergesOf } from '../../src/workspace/repair/merges-of-person.ts'
import { tieStays, untieStay } from '../../src/workspace/repair/tie-stay.ts'
import { setReplay, showReplay } from '../../src/workspace/replay/setting.ts'
import { addSchedule } from '../../src/workspace/schedules/schedules.ts'
import { listSchedules } from '../../src/workspace/schedules/show.ts'
import { signDraft } from '../../src/workspace/sign-draft.ts'
import { SIDES } from '../../src/workspace/signatures.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { leaveBehind, leftBehind, newest } from '../left-behind.ts'
import { drained, makeWorkspace, SECRET } from '../workspaces.ts'
import { signatureOf, signed, WEBINAR_ID, zoomRun } from '../zoom-run.ts'
import { outside } from './alerts/outside.ts'
import { day, ended, joined, left, minute, registered, scheduled, start, started, take, visited, zoom } from './told.ts'

const migrations = readMigrations('workspace')

/** A database as the release of a migration left it, opened by today's. */
function opened(migration: string): Workspace {
  const db = leftBehind('workspace', migration)
  return openWorkspace(db, { id: 'acme0000', now: () => start + day, secret: new Uint8Array(32), migrations })
}

const dana = { by: 'Dana Levi', email: 'dana@kiwi.example', sides: SIDES }

const eighth = zoomRun(1)
  .find(({ event }) => event === 'webinar.registration_created')!
  .body.replaceAll(String(WEBINAR_ID), '87123456789')

/** Each person of the room: how many minutes after the start they came and went. */
const stays: [number, number][] = [
  [0, 60],
  [2, 60],
  [10, 40],
  [20, 35],
  [30, 60],
]

/**
 * Seven people, five of them in the room, under a second version of the model that is half built; a draft of a third; a
 * source with a secret, and an eighth person in a webhook that nobody has read yet.
 */
async function companyOfToday(): Promise<Workspace> {
  const { ws, clock } = makeWorkspace(start - day)
  const hook = {
    kind: 'webhook',
    name: 'CRM',
    address: 'https://crm.kiwi.example/in',
    language: 'en',
    events: [],
  } as const
  const { id } = await addChannel(ws, { ...hook, events: [] })
  addRule(ws, AlertRuleSchema.parse({ name: 'Was there', on: 'attended', channels: [id] }))
  const when = { every: 'week', weekday: 1, at: '08:00' }
  addSchedule(ws, ScheduleSchema.parse({ name: 'Everybody', when, channel: id }), 'Dana Levi')
  clock.now = start + day
  const { path } = addSource(ws, { platform: 'zoom', secret: SECRET })
  const key = path.split('/').at(-1)!
  const post = (body: string) => receiveZoom(ws, key, signatureOf(signed(body, SECRET)), new TextEncoder().encode(body))
  await post('{"event":')
  take(ws, scheduled(), started(), ended())
  for (let i = 0; i < 7; i++) take(ws, registered(`R${i}`, `person${i}@kiwi.example`))
  for (const [i, [from, to]] of stays.entries())
    take(ws, joined(`s${i}`, from, zoom(`R${i}`)), left(`s${i}`, to, zoom(`R${i}`)))
  const asked = {
    ...visited('x', 30, zoom('R2')),
    id: 'asked',
    type: 'question.asked',
    data: { text: 'Ripe?' },
  } as const
  take(ws, { ...asked, webinar: { platform: 'zoom', platformId: '87123456789', instance: 'roomA==' } })
  take(ws, visited('v0', 90, { email: 'person0@kiwi.example' }))
  drained(ws)
  publishModel(ws, currentModel(ws).model)
  drain(ws, 0)
  expect(backlog(ws)).toBeGreaterThan(0)
  mend(ws)
  connect(ws)
  await setReplay(ws, webinars(ws).items[0]!.id, { kind: 'file', address: recording }, 'https://ripen.example')
  saveDraft(ws, { model: { ...currentModel(ws).model, followUpDays: 20 }, note: 'Shorter' }, dana)
  signDraft(ws, { side: 'marketing', revision: 1 }, dana)
  makeApiKey(ws, { name: 'CRM', scopes: ['read'] }, dana)
  await post(eighth)
  expect(countUnread(ws)).toBe(1)
  return ws
}

const idOf = (email: string) => personId(keyId(`e:${email}`))
const ofNobody = hexOf(stayOf('roomA==/nobody'))

const recording = 'https://media.kiwi.example/ripe-fruit.mp4'

/** The source may ask Zoom's API, and it is planned what for. */
function connect(ws: Workspace): void {
  const access = { account: 'aB3cD4eF5gH6iJ7k', client: 'cLiEnT', secret: sealedAccess(ws, 1, 'client secret') }
  writeSourceApi(ws.db, { source: 1, ...access, hosts: '[]', connectedAt: ws.now(), lacks: '[]' })
  forgetSourceApis(ws)
  planSource(ws, 1)
}

/** Somebody without a key is said to be the last of the seven, and the first two are said to be one. */
function mend(ws: Workspace): void {
  take(ws, joined('nobody', 10), left('nobody', 50))
  const [webinar] = webinars(ws).items
  tieStays(ws, webinar!.id, { connections: [ofNobody], person: idOf('person6@kiwi.example') }, 'Dana Levi')
  mergePeople(ws, idOf('person1@kiwi.example'), idOf('person0@kiwi.example'), 'Dana Levi')
}

const expected: [string, Record<'registrants' | 'attendees' | 'noShows' | 'stayed' | 'questions' | 'live', number>][] =
  [
    ['0001', { registrants: 8, attendees: 6, noShows: 2, stayed: 2, questions: 1, live: 255 * minute }],
    ['0003', { registrants: 7, attendees: 5, noShows: 2, stayed: 3, questions: 1, live: 193 * minute }],
    ['0004', { registrants: 8, attendees: 5, noShows: 3, stayed: 3, questions: 1, live: 193 * minute }],
    ['0005', { registrants: 8, attendees: 5, noShows: 3, stayed: 3, questions: 1, live: 193 * minute }],
    ['0006', { registrants: 8, attendees: 5, noShows: 3, stayed: 3, questions: 1, live: 193 * minute }],
    ['0007', { registrants: 7, attendees: 5, noShows: 2, stayed: 2, questions: 1, live: 175 * minute }],
    ['0008', { registrants: 7, attendees: 5, noShows: 2, stayed: 2, questions: 1, live: 175 * minute }],
    ['0009', { registrants: 7, attendees: 5, noShows: 2, stayed: 2, questions: 1, live: 175 * minute }],
    ['0013', { registrants: 7, attendees: 5, noShows: 2, stayed: 2, questions: 1, live: 175 * minute }],
    ['0014', { registrants: 7, attendees: 5, noShows: 2, stayed: 2, questions: 1, live: 175 * minute }],
  ]

test('the newest migration has a fixture of what its release leaves behind', async () => {
  const words =
    'What this release leaves behind: seven people, five of whom came, and an eighth in a webhook that is not read yet; a second version of the model is half built, and marketing has signed a draft of a third. Two people are merged, and somebody who came without a key is tied to one. An alert rule has told of those who came, and a webhook waits to be sent. There is an API key, and the log says who made it; everybody goes out as a list each Monday.'
  leaveBehind('workspace', (await companyOfToday()).db, words)
  expect(expected.map(([migration]) => migration)).toContain(newest('workspace'))
  leftBehind('workspace', newest('workspace')).close()
})

test.each(expected)('what the release of migration %s left behind comes out right', (migration, figures) => {
  const { registrants, attendees, noShows, stayed, questions, live } = figures
  const ws = opened(migration)
  expect(backlog(ws)).toBeGreaterThan(0)
  const [webinar] = webinars(drained(ws)).items
  expect(webinar).toMatchObject({ registrants, attendees, noShows })
  const page = ranking(ws, webinar!.id, {})
  expect(page).toMatchObject({ modelVersion: 2, total: registrants })
  expect(page.items).toEqual(ranking(ws, webinar!.id, { asOf: momentOf(start + day) }).items)
  const sums = ws.db.prepare(
    'SELECT sum(people) AS people, sum(stayed) AS stayed, sum(questions) AS questions, sum(live_ms) AS live FROM webinar_count',
  )
  expect(sums.get()).toEqual({ people: registrants, stayed, questions, live })
  const list = 'SELECT model, person, score_down, email, stage, temperature, grade FROM listing ORDER BY model, person'
  const cards = list
    .replace('score_down', '0 - score AS score_down')
    .replace('FROM listing', 'FROM card WHERE staff = 0')
  expect(ws.db.prepare(list).all()).toEqual(ws.db.prepare(cards).all())
})

test('a source that an earlier release stored takes deliveries with the same secret, and its quarantine is kept', async () => {
  const ws = opened('0003')
  const key = ws.db.prepare<{ hook_key: string }>('SELECT hook_key FROM source').get()!.hook_key
  const body = '{"event":"webinar.unheard_of"}'
  const answer = await receiveZoom(ws, key, signatureOf(signed(body, SECRET)), new TextEncoder().encode(body))
  expect(answer.status).toBe(204)
  expect(listQuarantined(ws.db, 10)).toHaveLength(1)
})

test('a draft that an earlier release stored can be signed on, and versions say since when they have been in force', () => {
  const ws = drained(opened('0006'))
  expect(showDraft(ws).draft).toMatchObject({
    ...{ revision: 1, basedOn: 1, updatedBy: 'Dana Levi', note: 'Shorter', model: { followUpDays: 20 } },
    signed: { marketing: { by: 'Dana Levi' }, sales: null },
  })
  const sam = { by: 'Sam Ortiz', email: 'sam@kiwi.example', sides: SIDES }
  expect(signDraft(ws, { side: 'sales', revision: 1 }, sam).draft?.signed.sales).toMatchObject({ by: 'Sam Ortiz' })
  const since = (release: string) => modelVersions(drained(opened(release))).items.map(({ switchedAt }) => switchedAt)
  for (const release of ['0004', '0006']) expect(since(release)).toEqual([momentOf(start + day), momentOf(start + day)])
})

test('what an earlier release mended can be undone', () => {
  const ws = drained(opened('0007'))
  const { id } = webinars(ws).items[0]!
  const { merge } = mergesOf(ws, idOf('person0@kiwi.example')).items[0]!
  unmergePeople(ws, idOf('person0@kiwi.example'), merge, 'Dana Levi')
  untieStay(ws, id, ofNobody, 'Dana Levi')
  expect(webinars(drained(ws)).items[0]).toMatchObject({ registrants: 8, attendees: 5, noShows: 3 })
})

test('what an earlier release was to fetch is still to be fetched, and its replay plays', () => {
  const ws = drained(opened('0007'))
  const { id } = webinars(ws).items[0]!
  expect(listSources(ws).items[0]!.api).toMatchObject({ account: 'aB3cD4eF5gH6iJ7k', problem: null })
  expect(webinarPulls(ws, id)).toMatchObject({ isConnected: true, items: [{ reason: 'after_15_minutes' }] })
  expect(showReplay(ws, id, 'https://ripen.example')).toMatchObject({ kind: 'file', address: recording })
})

test.for(expected)(
  'the model that release %s published is given out with all that a model says today',
  ([migration]) => {
    const { model } = currentModel(opened(migration))
    expect(model).toMatchObject({ goals: [], groups: {}, roles: [], buyingWords: expect.any(Array), tests: [] })
    expect(parseModel(model)).toEqual(model)
  },
)

test('what an earlier release told of is not told again, and what it was to send goes out', async () => {
  const ws = opened('0009')
  const before = showAlerts(ws).items.map(({ id }) => id)
  expect(before).toHaveLength(5)
  // Somebody was tied to a stay and not scored yet.
  const after = showAlerts(drained(ws)).items
  expect(after.map(({ id }) => id)).toEqual([expect.any(String), ...before])
  // Two of the six are one by now.
  expect(new Set(after.map(({ person }) => person.id)).size).toBe(5)
  const [channel] = listChannels(ws).items
  const out = outside(ws)
  for (const number of dueChannels(ws)) while (await sendNext(ws, number));
  expect(out.posts).toHaveLength(channel!.waiting)
  expect(out.posts[0]!.url).toBe('https://crm.kiwi.example/in')
})

test('a key that was made, and the log that says by whom, are there after an upgrade', () => {
  const ws = opened('0013')
  const made = { name: 'CRM', scopes: ['read'], createdBy: 'Dana Levi', lastUsedOn: null }
  expect(apiKeys(ws).items).toMatchObject([{ name: 'First key' }, made])
  expect(listLog(ws, {}).items).toMatchObject([{ act: 'key.made', by: { name: 'Dana Levi', key: null } }])
})

test('what an earlier release was to send regularly is still due', () => {
  const made = { name: 'Everybody', createdBy: 'Dana Levi', channelName: 'CRM', last: null }
  expect(listSchedules(opened('0013')).items).toMatchObject([{ ...made, nextAt: expect.any(String) }])
})

test('the key of an earlier release is listed without its end', () => {
  const ws = opened('0008')
  expect(apiKeys(ws).items.every(({ name, ending }) => name === '' && ending === null)).toBe(true)
  expect(listLog(ws, {}).items).toEqual([])
})
