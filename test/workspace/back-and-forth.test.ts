import { expect, test } from 'vitest'
import { drain } from '../../src/workspace/drain.ts'
import { findPeople } from '../../src/workspace/find-people.ts'
import { funnel } from '../../src/workspace/funnel.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { ranking } from '../../src/workspace/ranking.ts'
import { rollBack } from '../../src/workspace/roll-back.ts'
import { SIDES } from '../../src/workspace/signatures.ts'
import { templateModel } from '../../src/workspace/template-model.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, registered, scheduled, start, started, take, visited, zoom } from './told.ts'

const people = 240
const noa = { by: 'Noa Barak', email: 'noa@kiwi.example', sides: SIDES }

/** People who differ in all that the two models look at: who they are, how long they stayed, what they did after. */
function crowd(): Workspace {
  const { ws } = makeWorkspace(start + 3 * day)
  const everybody = Array.from({ length: people }, (_, at) => {
    const email = `person${at}@firm${at % 17}.example`
    const profile = { employees: [20, 500, 5_000][at % 3]!, jobTitle: ['CISO', 'CEO', 'Engineer', 'Gardener'][at % 4]! }
    return [
      registered(`R${at}`, email, profile),
      ...(at % 5 === 0 ? [] : [joined(`s${at}`, at % 20, zoom(`R${at}`)), left(`s${at}`, 25 + (at % 36))]),
      ...(at % 3 === 0 ? [visited(`v${at}`, 90 + at, { email }, 10 + at)] : []),
    ]
  })
  take(ws, scheduled(), started(), ...everybody.flat(), ended())
  return drained(ws)
}

/** Every row that is kept under a version, byte by byte, without the version itself. */
function kept(ws: Workspace, version: number): Record<string, string[]> {
  const tables = ws.db
    .prepare<{ name: string }>(
      `SELECT name FROM sqlite_master AS made WHERE type = 'table' AND name NOT LIKE 'due%'
         AND EXISTS (SELECT 1 FROM pragma_table_info(made.name) AS member WHERE member.name = 'model') ORDER BY name`,
    )
    .all()
  const entries = tables.map(({ name }) => {
    const columns = ws.db.prepare<{ name: string }>('SELECT name FROM pragma_table_info(?)').all(name)
    const values = columns
      .flatMap((column) => (column.name === 'model' ? [] : [`quote("${column.name}")`]))
      .join(" || ' ' || ")
    const rows = ws.db.prepare<{ row: string }>(`SELECT ${values} AS row FROM "${name}" WHERE model = ? ORDER BY 1`)
    return [name, rows.all(version).map(({ row }) => row)] as const
  })
  return Object.fromEntries(entries)
}

/** What readers are shown: a webinar's ranking in both orders, its counts and funnel, and everybody. */
function shown(ws: Workspace): string {
  const [webinar] = webinars(ws).items
  const { modelVersion, ...byPoints } = ranking(ws, webinar!.id, { limit: 500 })
  const { modelVersion: ofScore, ...byScore } = ranking(ws, webinar!.id, { limit: 500, sort: 'score' })
  const { modelVersion: ofFunnel, ...steps } = funnel(ws, webinar!.id)
  expect([ofScore, ofFunnel]).toEqual([modelVersion, modelVersion])
  return JSON.stringify([byPoints, byScore, webinar, steps, findPeople(ws, { limit: 500 }).items])
}

/** Scores everybody slice by slice; what readers saw in turn. */
function watched(ws: Workspace): string[] {
  const seen = [shown(ws)]
  while (drain(ws, 0).remaining > 0) {
    const now = shown(ws)
    if (now !== seen.at(-1)) seen.push(now)
  }
  const last = shown(ws)
  return last === seen.at(-1) ? seen : [...seen, last]
}

test('under two models back and forth everything kept is the same to the byte, and readers never see a mixture', () => {
  const ws = crowd()
  const other = templateModel(ws, 'b2b-it+webinar', 'awareness')
  const first = { kept: kept(ws, 1), shown: shown(ws) }
  expect(Object.keys(first.kept)).toEqual(
    expect.arrayContaining(['card', 'listing', 'place', 'standing', 'webinar_count']),
  )
  for (const table of ['card', 'listing', 'place', 'standing']) expect(first.kept[table]).toHaveLength(people)

  publishModel(ws, other)
  const toOther = watched(ws)
  const second = { kept: kept(ws, 2), shown: shown(ws) }
  expect(second.kept.card).not.toEqual(first.kept.card)
  expect(toOther).toEqual([first.shown, second.shown])

  const back = [2, 1, 2, 1].map((_, turn) => {
    const { version } = rollBack(ws, { version: (turn % 2) + 1 }, noa)
    return { version, seen: watched(ws), kept: kept(ws, version) }
  })
  for (const [turn, { version, seen, kept }] of back.entries()) {
    const [from, to] = turn % 2 === 0 ? [second, first] : [first, second]
    expect(version).toBe(turn + 3)
    expect(kept).toEqual(to.kept)
    expect(seen).toEqual([from.shown, to.shown])
  }
  expect(currentModel(ws)).toMatchObject({ version: 6, rollbackOf: 2 })
})
