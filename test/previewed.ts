import { setImmediate } from 'node:timers/promises'
import { expect } from 'vitest'
import { compile } from '../src/domain/compile.ts'
import { parseModel } from '../src/domain/model.ts'
import type { Line } from '../src/domain/preview.ts'
import { isBeyond, type Stage } from '../src/domain/stage.ts'
import { stageOfNumber } from '../src/store/stage.ts'
import { currentVersion } from '../src/workspace/live-models.ts'
import { currentModel } from '../src/workspace/models.ts'
import { type Preview, previewModel } from '../src/workspace/preview-model.ts'
import { publishModel } from '../src/workspace/publish-model.ts'
import { showPerson } from '../src/workspace/show-person.ts'
import type { Workspace } from '../src/workspace/workspace.ts'
import { drained } from './workspaces.ts'

/** Somebody as their stored card says, and whether they are staff. */
interface Stored {
  score: number
  stage: Stage
  staff: boolean
}

interface Both {
  id: string
  was: Stored
  is: Stored
}

/** What a preview says, waited for; `meanwhile` happens when a part of the people has been looked at. */
export async function previewed(ws: Workspace, model?: unknown, meanwhile: () => unknown = () => {}): Promise<Preview> {
  const job = previewModel(ws, model)
  while (job.progress === 0 && job.result === null && job.error === null) await setImmediate()
  await meanwhile()
  await job.ended
  if (job.error !== null) throw job.error
  return job.result!
}

/** Every row of every table. */
export function everyRow(ws: Workspace): Record<string, unknown[]> {
  const tables = ws.db.prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  return Object.fromEntries(tables.map(({ name }) => [name, ws.db.prepare(`SELECT * FROM ${name}`).all()]))
}

/** Everybody's card under the version in force, by id. */
export function storedCards(ws: Workspace): Map<string, Stored> {
  const { staffDomains } = compile(parseModel(currentModel(ws).model))
  const rows = ws.db
    .prepare<{ id: string; score: number; stage: number }>(
      `SELECT 'p_' || lower(hex(k.id)) AS id, c.score, c.stage FROM card c JOIN person_key k ON k.number = c.person
       WHERE c.model = ?`,
    )
    .all(currentVersion(ws))
  return new Map(rows.map(({ id, score, stage }) => [id, { score, stage: stageOfNumber(stage), staff: isStaff(id) }]))

  function isStaff(id: string): boolean {
    if (staffDomains.length === 0) return false
    const shown = showPerson(ws, id)
    return (
      'person' in shown && shown.person.addresses.some((one) => staffDomains.some((own) => one.endsWith(`@${own}`)))
    )
  }
}

/** Publishes the model and compares, one by one, what that does to the stored cards with what the preview said. */
export function expectPublished(ws: Workspace, preview: Preview, model: unknown): void {
  const before = storedCards(ws)
  publishModel(ws, model)
  expectMoved(preview, before, storedCards(drained(ws)))
}

/** Compares, one by one, what happened to everybody with what the preview said. */
export function expectMoved(preview: Preview, before: Map<string, Stored>, after: Map<string, Stored>): void {
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
  const everybody = [...before].map(([id, was]) => ({ id, was, is: after.get(id)! }))
  const shown = everybody.filter(({ was, is }) => !was.staff || !is.staff)
  const changed = shown.filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is))
  expect([preview.people, preview.staff, preview.changed]).toEqual([
    everybody.length,
    everybody.length - shown.length,
    changed.length,
  ])
  for (const line of ['mql', 'sql', 'nurture', 'disqualified'] as const) {
    const entered = changed.filter(({ was, is }) => !isOn(was, line) && isOn(is, line))
    const left = changed.filter(({ was, is }) => isOn(was, line) && !isOn(is, line))
    expectNamed(preview.lines[line].entered, entered, ({ is }) => is.score)
    expectNamed(preview.lines[line].left, left, ({ was }) => was.score)
  }
  const moved = changed.filter(({ was, is }) => was.score !== is.score)
  const sizes = moved.map(({ was, is }) => Math.abs(is.score - was.score)).sort((a, b) => b - a)
  expect(preview.moves.map(({ before, after }) => Math.abs(after.score - before.score))).toEqual(sizes.slice(0, 20))
  for (const { person, before: was, after: is, lines } of preview.moves) {
    expect([person.id, was, is]).toEqual([person.id, before.get(person.id), after.get(person.id)])
    expect(lines.reduce((sum, line) => sum + line.after - line.before, 0)).toBe(is.score - was.score)
  }
  for (const { from, to, before, after } of preview.distribution.bins) {
    const isIn = ({ score, staff }: Stored) => !staff && score >= (from ?? -Infinity) && score < (to ?? Infinity)
    expect([from, before, after]).toEqual([
      from,
      shown.filter(({ was }) => isIn(was)).length,
      shown.filter(({ is }) => isIn(is)).length,
    ])
  }
}

/** All are counted and the hottest 200 named; among those who are as hot as the last of them any may be left out. */
function expectNamed(
  { count, people }: Preview['lines'][Line]['entered'],
  expected: Both[],
  heat: (both: Both) => number,
): void {
  const named = people.map(({ person, before, after }) => ({ id: person.id, was: before, is: after }))
  const hottest = expected.map(heat).sort((a, b) => b - a)
  expect([count, ...named.map(heat)]).toEqual([expected.length, ...hottest.slice(0, 200)])
  const rows = expected.map(row)
  expect(named.map(row).filter((one) => !rows.includes(one))).toEqual([])
  expect(new Set(named.map(row)).size).toBe(named.length)
}

function row({ id, was, is }: Both): string {
  return `${id}: ${was.stage} ${was.score} -> ${is.stage} ${is.score}`
}

function isOn({ stage, staff }: Stored, line: Line): boolean {
  if (staff) return false
  return line === 'mql' || line === 'sql' ? isBeyond(stage, line) : stage === line
}
