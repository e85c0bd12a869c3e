import { expect, test } from 'vitest'
import type { Statement } from '../../src/domain/statement.ts'
import { describeWebinar } from '../../src/workspace/describe-webinar.ts'
import { funnel } from '../../src/workspace/funnel.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { momentOf } from '../../src/workspace/moment.ts'
import { personHistory } from '../../src/workspace/person-history.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { ranking, rankingRows } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import { drained, explainPerson, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, minute, registered, scheduled, start, started, take, visited, zoom } from './told.ts'

const ann = 'ann@plum.example'
const monday = start + 3 * day
const tuesday = start + 4 * day
const at = (time: number) => ({ knownAt: momentOf(time) })

/** By Monday Ann was in the room for ten minutes; the report that comes on Tuesday says it was the whole hour. */
function lateReport() {
  const { ws, clock } = makeWorkspace(start - 10 * day)
  clock.now = monday
  take(ws, scheduled(), started(), ended(), registered('R1', ann), joined('1', 0, zoom('R1')), left('1', 10))
  drained(ws)
  clock.now = tuesday
  const report: Statement = {
    id: 'report/1',
    type: 'webinar.attended',
    time: start + 60 * minute,
    webinar: { platform: 'zoom', platformId: '87123456789', instance: 'roomA==' },
    person: { platform: 'zoom', email: ann },
    data: { joinedAt: start, leftAt: start + 60 * minute, evidence: 'report' },
  }
  take(ws, report)
  drained(ws)
  clock.now = tuesday + day
  return { ws, clock, id: webinars(ws).items[0]!.id }
}

test('a late report changes what is known now of an earlier moment, but not what was known then', () => {
  const { ws, id } = lateReport()
  const asOf = momentOf(monday)
  const points = (query: object) => ranking(ws, id, query).items.map(({ webinarPoints }) => webinarPoints)
  expect(points({})).toEqual([82])
  expect(points({ asOf })).toEqual([82])
  expect(points(at(monday))).toEqual([74])
  expect(points(at(tuesday))).toEqual([82])
  expect(explainPerson(ws, ann, { asOf }).scorecard.score).toBe(82)
  expect(explainPerson(ws, ann, at(monday)).scorecard.score).toBe(74)
  expect([...rankingRows(ws, id, at(monday))].map(({ score }) => score)).toEqual([74])
})

test('known at a moment means as of that moment, and what would then have been foreseen may be asked too', () => {
  const { ws, id } = lateReport()
  expect(ranking(ws, id, at(monday))).toMatchObject({ asOf: momentOf(monday), knownAt: momentOf(monday) })
  const cold = momentOf(start + 40 * day)
  expect(explainPerson(ws, ann, { ...at(monday), asOf: cold }).scorecard).toMatchObject({
    ...{ asOf: cold, knownAt: momentOf(monday), score: 74 - 50 },
  })
  const before = explainPerson(ws, ann, { ...at(monday), asOf: momentOf(start - minute) }).scorecard
  expect(before.score).toBe(12)
  expect(ranking(ws, id, {})).not.toHaveProperty('knownAt')
})

test('history, ranking, file and funnel are told under any version, and without one under that of the readers of then', async () => {
  const { ws, clock, id } = lateReport()
  const model = currentModel(ws).model as unknown as { rules: { points: number }[] }
  const rules = model.rules.map((rule) => ({ ...rule, points: rule.points * 10 }))
  publishModel(ws, { ...model, rules, thresholds: { mql: 5_000, sql: 6_000 } })
  const published = clock.now
  clock.now += minute
  drained(ws)
  clock.now += minute
  const scores = (query: object) => [
    ...[ranking(ws, id, query).items[0]!.score, explainPerson(ws, ann, query).scorecard.score],
    ...[...rankingRows(ws, id, query)].map(({ score }) => score),
  ]
  const mqls = (query: object) => funnel(ws, id, query).steps[2]!.count
  expect([scores({}), mqls({})]).toEqual([[820, 820, 820], 0])
  expect([scores({ model: '1' }), mqls({ model: '1' })]).toEqual([[82, 82, 82], 1])
  expect([scores({ model: 2 }), mqls({ model: 2 })]).toEqual([[820, 820, 820], 0])
  expect([scores(at(published)), mqls(at(published))]).toEqual([[82, 82, 82], 1])
  expect([scores(at(published + minute)), mqls(at(published + minute))]).toEqual([[820, 820, 820], 0])
  expect([scores({ ...at(monday), model: 2 }), mqls({ ...at(monday), model: 2 })]).toEqual([[740, 740, 740], 0])
  expect(funnel(ws, id, { model: '1' }).modelVersion).toBe(1)
  expect(() => ranking(ws, id, { model: '9' })).toThrow('There is no version 9 of the model')
  expect(await personHistory(ws, explainPerson(ws, ann).person.id, at(monday))).toMatchObject({
    ...{ modelVersion: 1, knownAt: momentOf(monday) },
    steps: expect.arrayContaining([expect.objectContaining({ score: 74 })]),
  })
})

test('the kind of a webinar is that which was known then, although now it holds for earlier moments too', async () => {
  const { ws, clock, id } = lateReport()
  const changed = clock.now
  await describeWebinar(ws, id, { kind: 'educational' })
  drained(ws)
  clock.now += day
  const points = (query: object) => ranking(ws, id, query).items[0]!.webinarPoints
  expect([points({}), points({ asOf: momentOf(tuesday) }), points(at(changed - 1))]).toEqual([20, 20, 82])
})

test('of what was merged later each had their own points', () => {
  const { ws, clock } = makeWorkspace(start - 10 * day)
  clock.now = monday
  take(ws, scheduled(), started(), ended(), joined('1', 0, zoom('R1')), left('1', 60, zoom('R1')))
  take(ws, visited('v', 90, { email: ann }))
  drained(ws)
  const { id } = webinars(ws).items[0]!
  const apart = ranking(ws, id, {})
  clock.now = tuesday
  take(ws, registered('R1', ann))
  drained(ws)
  expect(ranking(ws, id, {}).items.map(({ person }) => person.email)).toEqual([ann])
  expect(ranking(ws, id, at(monday)).items).toEqual(apart.items)
  expect(explainPerson(ws, ann, at(monday)).webinars).toEqual([])
})

test('what was not known then is not found, and what nobody can know is refused in words', () => {
  const { ws, clock, id } = lateReport()
  const early = at(start - 5 * day)
  expect(() => ranking(ws, id, early)).toThrow(`There is no webinar "${id}"`)
  expect(() => funnel(ws, id, early)).toThrow(`There is no webinar "${id}"`)
  expect(() => explainPerson(ws, ann, early)).toThrow('There is no person')
  const since = momentOf(start - 10 * day)
  const before = `knownAt: this workspace exists since ${since}, so at ${momentOf(start - 11 * day)} nothing was known`
  expect(() => ranking(ws, id, at(start - 11 * day))).toThrow(before)
  expect(() => ranking(ws, id, at(clock.now + 1))).toThrow('nobody knows yet')
  expect(() => ranking(ws, id, { knownAt: 'soon' })).toThrow('knownAt: expected a moment like')
})

test('a webinar of a series of which nobody had heard is not taken for another one of the series', () => {
  const { ws, clock } = makeWorkspace(start - 10 * day)
  const slot = (name: string, startsAt: number): Statement => ({
    id: `scheduled/${name}`,
    type: 'webinar.scheduled',
    time: start - 9 * day,
    webinar: { platform: 'zoom', platformId: '1', slot: name },
    data: { startsAt, durationMinutes: 60 },
  })
  clock.now = monday
  take(ws, slot('one', start))
  clock.now = tuesday
  take(ws, slot('two', start + 7 * day))
  drained(ws)
  const [second, first] = webinars(ws).items
  expect(funnel(ws, first!.id, at(monday)).steps).toHaveLength(6)
  expect(() => funnel(ws, second!.id, at(monday))).toThrow('There is no webinar')
  expect(funnel(ws, second!.id, at(tuesday)).steps).toHaveLength(6)
})
