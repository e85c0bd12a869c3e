import { cpSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMigrations } from '../../src/hosts/node/migrations.ts'
import { openReader, openSqlite } from '../../src/hosts/node/sqlite.ts'
import type { Db } from '../../src/store/db.ts'
import { Ahead, type Helpers } from '../../src/workspace/ahead.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { type ScoredRange, scoreRange } from '../../src/workspace/scored-range.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { openInObject } from '../object-storage.ts'
import { temporaryFolder } from '../process/running.ts'
import { breakable, build, type Step, scoredAnew, steps, stored, tell, type World } from './building.ts'
import { day, start } from './told.ts'
import { undone } from './undone.ts'

/** A minute is enough for the usual number of runs. */
const patience = 3_600_000
const migrations = readMigrations('workspace')

function worldIn(file: Db, ahead?: Ahead): World {
  const { db, breaks } = breakable(file)
  const clock = { now: start + day }
  const ws = openWorkspace(db, {
    ...{ id: 'acme0000', now: () => clock.now, secret: new Uint8Array(32), migrations, soon: setImmediate },
    ...(ahead && { ahead }),
  })
  return { ws, clock, breaks }
}

function create(ws: Workspace): void {
  createWorkspace(ws, { slug: 'acme', timezone: 'Asia/Jerusalem', weekend: 'fri-sat', observes: ['mail'] })
  tell(ws)
}

function comesOutAsFromNothing(world: World, steps: readonly Step[]): void {
  build(world, steps)
  const { ws } = world
  const { derived, derivedList, ...built } = stored(ws)
  expect(built.places).toEqual(derived)
  expect(built.list).toEqual(derivedList)
  expect(built.byScore).toEqual({ rows: derived.length })
  expect(new Set(built.standings.map(({ model }) => model))).toEqual(new Set([2]))
  expect(scoredAnew(ws)).toEqual({ ...built, derived, derivedList })
}

test(
  'whatever happens while a version is built, and whatever is lost on the way, it comes out as if scored from nothing',
  () => {
    const world = worldIn(openInObject())
    create(world.ws)
    fc.assert(
      fc.property(steps, (steps) => {
        world.clock.now = start + day
        undone(world.ws, () => comesOutAsFromNothing(world, steps))
      }),
      { numRuns: 60 },
    )
  },
  patience,
)

/** Answers as early as can be: all that happens between a question and its turn makes the answer old. */
class Hasty implements Helpers {
  readonly areHere = true
  answered = 0
  readonly #reader: ReturnType<typeof openReader>
  #answers: ScoredRange[] = []

  constructor(path: string) {
    this.#reader = openReader(path)
  }

  come(): void {}

  ask(range: Parameters<Helpers['ask']>[0]): void {
    const remembered = { series: new Map(), seriesOfName: new Map(), webinarNumbers: new Map() }
    this.#answers.push(scoreRange({ db: this.#reader, now: Date.now, models: new Map(), remembered }, range))
  }

  answer(): ScoredRange {
    this.answered++
    return this.#answers.shift()!
  }

  drop(): void {
    this.#answers = []
  }

  leave(): void {}

  close(): void {
    this.#reader.close()
  }
}

test(
  'the same where others have scored ahead, of whom some have changed since',
  () => {
    const folder = temporaryFolder()
    const told = join(folder, 'told.db')
    const first = openSqlite(told)
    create(worldIn(first).ws)
    first.close()
    let [answered, runs] = [0, 0]
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 20 }), (steps, length, most) => {
        const path = join(folder, `${runs++}.db`)
        cpSync(told, path)
        const hasty = new Hasty(path)
        const file = openSqlite(path)
        comesOutAsFromNothing(worldIn(file, new Ahead(hasty, { fewest: 1, length, most })), steps)
        answered += hasty.answered
        hasty.close()
        file.close()
      }),
      { numRuns: 40 },
    )
    expect(answered).toBeGreaterThan(200)
  },
  patience,
)
