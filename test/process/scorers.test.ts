import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { Scorers } from '../../src/hosts/node/scorers.ts'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { Ahead } from '../../src/workspace/ahead.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { drain } from '../../src/workspace/drain.ts'
import { currentVersion } from '../../src/workspace/live-models.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { called, scoredAnew, stored, tell } from '../workspace/building.ts'
import { day, start, take, visited } from '../workspace/told.ts'
import { drained } from '../workspaces.ts'
import { temporaryFolder } from './running.ts'

/** Of how many ranges the threads were awaited. */
class Counted extends Scorers {
  answers = 0

  override answer() {
    const answer = super.answer()
    if (answer) this.answers++
    return answer
  }
}

function openWith(path: string, scorers: Scorers) {
  const db = openSqlite(path)
  const ws = openWorkspace(db, {
    ...{ id: 'acme0000', now: () => start + day, secret: new Uint8Array(32), soon: globalThis.setImmediate },
    migrations: readMigrations('workspace'),
    ahead: new Ahead(scorers, { fewest: 1, length: 16, most: 8 }),
  })
  createWorkspace(ws, { slug: 'acme', timezone: 'Asia/Jerusalem', weekend: 'fri-sat', observes: ['mail'] })
  tell(ws)
  const publish = () => publishModel(ws, { ...currentModel(ws).model, thresholds: { mql: 25, sql: 60 } }).version
  return { ws, publish, close: () => db.close() }
}

test('threads score everybody for a new version while facts come in and the webinar turns out to be of another kind', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'acme.db')
  const scorers = new Counted(path, 2)
  const { ws, publish, close } = openWith(path, scorers)
  const version = publish()
  drain(ws, 0)
  while (!scorers.areHere) await setTimeout(10)
  for (let turn = 0; currentVersion(ws) !== version; turn++) {
    drain(ws, 0)
    if (turn % 3 === 1) take(ws, visited(`${turn}`, 90, { email: `person${(turn * 37) % 400}@kiwi.example` }))
    if (turn === 10) take(ws, called(0))
    await setImmediate()
  }
  const { derived, derivedList, ...built } = stored(drained(ws))
  expect(built.cards).toHaveLength(400)
  expect(built.places).toEqual(derived)
  expect(built.list).toEqual(derivedList)
  expect(scoredAnew(ws)).toEqual({ ...built, derived, derivedList })
  expect(scorers.answers).toBeGreaterThanOrEqual(10)
  await scorers.close()
  close()
  expect(readdirSync(folder)).toEqual(['acme.db'])
})

test('a version is built also where the threads break', async () => {
  const folder = temporaryFolder()
  const scorers = new Counted(join(folder, 'elsewhere.db'), 2)
  const { ws, publish, close } = openWith(join(folder, 'acme.db'), scorers)
  const version = publish()
  while (currentVersion(ws) !== version) {
    drain(ws, 0)
    await setTimeout(20)
  }
  expect(scorers.answers).toBe(0)
  expect(scoredAnew(ws).cards).toHaveLength(400)
  await scorers.close()
  close()
})
