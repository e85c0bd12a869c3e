import fc from 'fast-check'
import { expect } from 'vitest'
import { Refused } from '../../src/domain/refusal.ts'
import type { Statement } from '../../src/domain/statement.ts'
import type { Db } from '../../src/store/db.ts'
import { drain } from '../../src/workspace/drain.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { PlaceFill } from '../../src/workspace/place-fill.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { startRescore } from '../../src/workspace/rescore.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained } from '../workspaces.ts'
import { ended, joined, left, minute, registered, scheduled, started, take, visited, zoom } from './told.ts'

const people = 400
const mail = (index: number) => `person${(index * 37) % people}@kiwi.example`
/** A webinar for which a registration earns nothing: one more place, and no other changes. */
const another = { platform: 'zoom', platformId: '81000000000', slot: '' }

/** A webinar with everybody who is scored anew. */
export function tell(ws: Workspace): void {
  take(
    ws,
    ...[scheduled(), started(), ended()],
    ...Array.from({ length: people }, (_, index) => [
      registered(`R${index}`, mail(index)),
      ...(index % 3 > 0
        ? [joined(`${index}`, index % 20, zoom(`R${index}`)), left(`${index}`, 25 + (index % 30))]
        : []),
    ]).flat(),
  )
  drained(ws)
}

/**
 * What may happen between two steps of building; `break`: a transaction of the drain that fails in the end, `lose`: what
 * a restart would lose, `little`: how much may be held.
 */
const events = ['visit', 'second', 'merge', 'come', 'kind', 'later', 'break', 'lose', 'little'] as const
export interface Step {
  what: 'drain' | (typeof events)[number]
  person: number
}

/** A workspace, its clock, and what breaks the next transaction of its drain. */
export interface World {
  ws: Workspace
  clock: { now: number }
  breaks: { next: boolean }
}

/** A database whose next relaxed transaction can be made to fail when all is done. */
export function breakable(db: Db): { db: Db; breaks: World['breaks'] } {
  const breaks = { next: false }
  const relaxed: Db['relaxed'] = (run) =>
    db.relaxed(() => {
      const result = run()
      if (!breaks.next) return result
      breaks.next = false
      throw new Refused('unavailable', 'The disk is full')
    })
  return { db: { ...db, relaxed }, breaks }
}

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.oneof(
      { weight: 7, arbitrary: fc.constant('drain' as const) },
      { weight: 7, arbitrary: fc.constantFrom(...events) },
    ),
    person: fc.nat(people - 1),
  }),
  { maxLength: 25 },
)

/** The webinar is called another kind of webinar than before, the how manieth time. */
export function called(index: number): Statement {
  const said = scheduled(index % 2 === 0 ? 'educational' : 'demo')
  return { ...said, id: `scheduled/${index}`, time: said.time + (1 + index) * minute }
}

/** Publishes another model and lets things happen while it is built. */
export function build(world: World, steps: readonly Step[]): void {
  const { ws } = world
  publishModel(ws, { ...currentModel(ws).model, thresholds: { mql: 25, sql: 60 } })
  for (const [index, step] of steps.entries()) act(world, step, index)
  drained(ws)
}

function act({ ws, clock, breaks }: World, { what, person }: Step, index: number): void {
  if (what === 'drain') drain(ws, 0)
  else if (what === 'break') {
    breaks.next = true
    expect(() => drain(ws, 0)).toThrow('The disk is full')
    // Within another transaction, as in some tests, nothing is forgotten by itself.
    ws.held.fill = null
  } else if (what === 'later') clock.now += (1 + person) * 30 * minute
  else if (what === 'lose') ws.held.fill = null
  else if (what === 'little') hold(ws, 1 + (person % 120))
  else if (what === 'kind') take(ws, called(index))
  else {
    const email = what === 'come' ? `new${index}@fig.example` : mail(person)
    if (what === 'second') take(ws, { ...registered(`S${person}`, email), webinar: another })
    else if (what === 'merge') take(ws, registered(`R${(person + 1) % people}`, email))
    else take(ws, { ...visited(`v${index}`, 90, { email }), type: 'meeting.booked', data: {} })
  }
}

/** Only while nothing is held, which a new fill would lose. */
function hold(ws: Workspace, most: number): void {
  const building = ws.db.prepare<{ version: number }>("SELECT version FROM model WHERE state = 'building'").get()
  if (building && ws.held.fill === null) ws.held.fill = new PlaceFill(building.version, { most, sorted: 16 })
}

/** Everything that readers see of the version in force, and what it comes to when worked out from other tables. */
export function stored(ws: Workspace) {
  const order = 'ORDER BY webinar, person'
  const columns = 'webinar, person, points_down, score_down, email, stage, temperature, attended, replayed, no_show'
  const listed = 'model, score_down, email, person, stage, temperature, grade'
  const key = '(SELECT hex(k.id) FROM person_key k WHERE k.number = standing.person)'
  return {
    cards: ws.db.prepare('SELECT * FROM card ORDER BY person').all(),
    standings: ws.db.prepare(`SELECT * FROM standing ${order}`).all(),
    counts: ws.db.prepare('SELECT * FROM webinar_count WHERE people > 0').all(),
    places: ws.db.prepare(`SELECT model, hex(id) AS id, ${columns} FROM place ${order}`).all(),
    byScore: ws.db.prepare('SELECT count(*) AS rows FROM place INDEXED BY place_by_score').get(),
    list: ws.db.prepare(`SELECT hex(id) AS id, ${listed} FROM listing ORDER BY person`).all(),
    derived: ws.db
      .prepare(
        `SELECT model, ${key} AS id, ${columns.replace('score_down', '0 - score AS score_down')}
         FROM standing JOIN card USING (model, person) ${order}`,
      )
      .all(),
    derivedList: ws.db
      .prepare(
        `SELECT hex(k.id) AS id, ${listed.replace('score_down', '0 - score AS score_down').replace('person', 'card.person')}
         FROM card JOIN person_key k ON k.number = card.person WHERE staff = 0 ORDER BY card.person`,
      )
      .all(),
  }
}

/** Everybody scored from nothing. */
export function scoredAnew(ws: Workspace) {
  for (const table of ['card', 'standing', 'place', 'listing', 'webinar_count']) ws.db.exec(`DELETE FROM ${table}`)
  startRescore(ws)
  return stored(drained(ws))
}
