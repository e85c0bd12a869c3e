import { expect, test } from 'vitest'
import { backlog, drain } from '../../src/workspace/drain.ts'
import { currentModel, modelVersions } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { ranking, rankingRows } from '../../src/workspace/ranking.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, explainPerson, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, registered, scheduled, start, started, take, visited, zoom } from './told.ts'

const people = 300
const mail = (index: number) => `person${String(index).padStart(3, '0')}@kiwi.example`

/** A webinar in which everybody has 74 points. */
function crowd(): Workspace {
  const { ws } = makeWorkspace(start + day)
  const everybody = Array.from({ length: people }, (_, index) => [
    registered(`R${index}`, mail(index)),
    joined(`${index}`, 0, zoom(`R${index}`)),
    left(`${index}`, 30),
  ])
  take(ws, scheduled(), started(), ...everybody.flat(), ended())
  return drained(ws)
}

/** The model in force, but registering for a demo is worth so many points. */
function changed(ws: Workspace, points: number): object {
  const { model } = currentModel(ws)
  const rules = model.rules as { id: string }[]
  return { ...model, rules: rules.map((rule) => (rule.id === 'registered_demo' ? { ...rule, points } : rule)) }
}

function scores(ws: Workspace) {
  const page = ranking(ws, webinars(ws).items[0]!.id, { limit: 500 })
  return {
    version: page.modelVersion,
    people: page.items.length,
    scores: [...new Set(page.items.map(({ score }) => score))],
  }
}

function rows(ws: Workspace, table: string) {
  return ws.db.prepare(`SELECT model, count(*) AS rows FROM ${table} GROUP BY model`).all()
}

test('readers see the old version until everybody is scored under the new one, never a mixture', () => {
  const ws = crowd()
  expect(publishModel(ws, changed(ws, 22))).toEqual({ version: 2 })
  const seen = new Map<string, number>()
  while (drain(ws, 0).remaining > 0) {
    const page = JSON.stringify(scores(ws))
    seen.set(page, (seen.get(page) ?? 0) + 1)
  }
  const [old, now] = [
    { version: 1, people, scores: [74] },
    { version: 2, people, scores: [84] },
  ].map((page) => JSON.stringify(page))
  expect([...seen.keys()]).toEqual([old, now])
  expect(seen.get(old!)).toBeGreaterThan(2)
})

test('after the switch the cards of the old version go, its text stays', () => {
  const ws = crowd()
  publishModel(ws, changed(ws, 22))
  drained(ws)
  for (const table of ['card', 'standing']) expect(rows(ws, table)).toEqual([{ model: 2, rows: people }])
  expect(rows(ws, 'webinar_count')).toMatchObject([{ model: 2 }])
  expect(modelVersions(ws).items.map(({ version, state }) => [version, state])).toEqual([
    [2, 'current'],
    [1, 'past'],
  ])
  expect(explainPerson(ws, mail(7), { model: '1' }).scorecard.score).toBe(74)
  expect(explainPerson(ws, mail(7)).scorecard.score).toBe(84)
})

test('what happens while a version is built is scored under both', () => {
  const ws = crowd()
  publishModel(ws, changed(ws, 22))
  drain(ws, 0)
  take(ws, { ...visited('v', 90, { email: mail(7) }), type: 'meeting.booked', data: {} })
  const top = () => ranking(ws, webinars(ws).items[0]!.id, { limit: 1 })
  while (backlog(ws) > 1 && top().items[0]!.score === 74) drain(ws, 0)
  expect(top()).toMatchObject({ modelVersion: 1, items: [{ score: 124, person: { email: mail(7) } }] })
  drained(ws)
  expect(top()).toMatchObject({ modelVersion: 2, items: [{ score: 134, person: { email: mail(7) } }] })
})

test('a version that is published while another is built takes its place', () => {
  const ws = crowd()
  publishModel(ws, changed(ws, 22))
  drain(ws, 0)
  expect(publishModel(ws, changed(ws, 32))).toEqual({ version: 3 })
  drained(ws)
  expect(scores(ws)).toEqual({ version: 3, people, scores: [94] })
  expect(rows(ws, 'card')).toEqual([{ model: 3, rows: people }])
  expect(rows(ws, 'due_scope')).toEqual([])
})

test('a list that is being read when another version comes into force breaks off, it does not just end', () => {
  const { ws } = makeWorkspace(start + day)
  take(
    ws,
    scheduled(),
    ...Array.from({ length: 600 }, (_, index) => registered(`R${index}`, `person${index}@kiwi.example`)),
  )
  const rows = rankingRows(drained(ws), webinars(ws).items[0]!.id, {})
  expect(rows.next().value).toMatchObject({ rank: 1 })
  publishModel(ws, changed(ws, 22))
  drained(ws)
  expect(() => [...rows]).toThrow(expect.objectContaining({ code: 'conflict' }))
})

test('going back is publishing the old text again', () => {
  const ws = crowd()
  const { model } = currentModel(ws)
  publishModel(ws, changed(ws, 22))
  drained(ws)
  publishModel(ws, model)
  drained(ws)
  expect(scores(ws)).toEqual({ version: 3, people, scores: [74] })
})

test('a model that is not valid is refused with the place, and nothing is published', () => {
  const { ws } = makeWorkspace(start)
  const { model } = currentModel(ws)
  expect(() => publishModel(ws, { ...model, followUpDays: -1 })).toThrow('followUpDays')
  expect(() =>
    publishModel(ws, { ...model, calendar: { ...(model.calendar as object), timezone: 'Mars/Base' } }),
  ).toThrow('Mars/Base')
  expect(modelVersions(ws).items).toHaveLength(1)
})

test('a published text cannot be changed by whoever handed it in', () => {
  const { ws } = makeWorkspace(start)
  const { model } = currentModel(ws)
  const given = structuredClone(model) as { thresholds: { mql: number } }
  publishModel(ws, given)
  given.thresholds.mql = -100
  drained(ws)
  expect(currentModel(ws)).toMatchObject({ version: 2, model: { thresholds: { mql: 30 } } })
})
