import { expect, test } from 'vitest'
import { type Model, parseModel } from '../../src/domain/model.ts'
import { currentModel } from '../../src/workspace/models.ts'
import type { Preview } from '../../src/workspace/preview-model.ts'
import { receiveActivities } from '../../src/workspace/receive-activities.ts'
import { showPerson } from '../../src/workspace/show-person.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { everyRow, expectPublished, previewed, storedCards } from '../previewed.ts'
import { drained } from '../workspaces.ts'
import { filled } from './filled.ts'

const now = Date.parse('2026-11-22T08:03:17Z')

/** Attendance and free mailboxes weigh more, questions and silence less, and both thresholds ask for more. */
function changed(model: Model): Model {
  const points: Record<string, number> = { attended_full: 35, question_asked: 5, inactive: -10, free_email: -40 }
  return {
    ...model,
    callsPerDay: 4,
    thresholds: { mql: 45, sql: 80 },
    rules: model.rules.map((rule) => ({ ...rule, points: points[rule.id] ?? rule.points })),
  }
}

/** A quote asked for by every tenth person, and by somebody new. */
function quotes(ws: Workspace): { touched: Set<string>; activities: object[] } {
  const ids = [...storedCards(ws).keys()].sort().filter((_, index) => index % 10 === 0)
  const activities = [...ids, 'p_new'].flatMap((id, index) => {
    const shown = id === 'p_new' ? null : showPerson(ws, id)
    const email = shown && 'person' in shown ? shown.person.email : 'new@pear.example'
    const time = new Date(now - (index + 1) * 3_600_000).toISOString()
    const data = { person: { email }, form: { id: 'quote', kind: 'quote' } }
    return email
      ? [{ specversion: '1.0', id: `quote/${id}`, source: 'https://site.example', type: 'form.submitted', time, data }]
      : []
  })
  return { touched: new Set(ids), activities }
}

function namedIn({ lines }: Preview): string[] {
  return Object.entries(lines).flatMap(([line, { entered, left }]) =>
    Object.entries({ entered, left }).flatMap(([side, { people }]) =>
      people.map(({ person, before, after }) => JSON.stringify([person.id, line, side, before, after])),
    ),
  )
}

test('the preview of a changed model names the same people that the published model then moves', async () => {
  const { ws } = await filled(now)
  const old = currentModel(ws).model
  const model = changed(parseModel(old))
  const before = everyRow(ws)
  const preview = await previewed(ws, model)
  expect(everyRow(ws)).toEqual(before)
  const { mql, sql } = preview.lines
  for (const { count } of [mql.entered, mql.left, sql.entered, sql.left]) expect(count).toBeGreaterThan(2)
  expect(preview.staff).toBeGreaterThan(0)
  expectPublished(ws, preview, model)

  // The same on the way back, with facts that arrive while the preview is worked out.
  const { activities } = quotes(ws)
  const back = await previewed(ws, old, async () => {
    expect((await receiveActivities(ws, activities)).accepted).toBeGreaterThan(100)
  })
  expect([back.notes, back.people]).toEqual([[], preview.people + 1])
  expectPublished(drained(ws), back, old)
})

test('facts that arrive between preview and publishing move only those whom they are about', async () => {
  const { ws } = await filled(now)
  const model = changed(parseModel(currentModel(ws).model))
  const preview = await previewed(ws, model)
  const { touched, activities } = quotes(ws)
  const { accepted } = await receiveActivities(ws, activities)
  expect(accepted).toBeGreaterThan(100)
  const again = await previewed(drained(ws), model)
  const others = (preview: Preview) => namedIn(preview).filter((row) => !touched.has(JSON.parse(row)[0]))
  expect(others(again).length).toBeGreaterThan(20)
  expect(others(again)).toEqual(others(preview))
  expect(namedIn(again)).not.toEqual(namedIn(preview))
  expect(again.people).toBe(preview.people + 1)
  expectPublished(ws, again, model)
})
