import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drain } from '../../src/workspace/drain.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { PlaceFill } from '../../src/workspace/place-fill.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { startRescore } from '../../src/workspace/rescore.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { day, ended, joined, left, registered, scheduled, start, started, take, visited, zoom } from './told.ts'
import { undone } from './undone.ts'

/** A minute is enough for the usual number of runs. */
const patience = 3_600_000
const people = 400
const mail = (index: number) => `person${(index * 37) % people}@kiwi.example`
/** A webinar for which a registration earns nothing: one more place, and no other changes. */
const another = { platform: 'zoom', platformId: '81000000000', slot: '' }
const { ws } = makeWorkspace(start + day)
take(
  ws,
  ...[scheduled(), started(), ended()],
  ...Array.from({ length: people }, (_, index) => [
    registered(`R${index}`, mail(index)),
    ...(index % 3 > 0 ? [joined(`${index}`, index % 20, zoom(`R${index}`)), left(`${index}`, 25 + (index % 30))] : []),
  ]).flat(),
)
drained(ws)

/** What may happen between two steps of building; `lose`: what a restart would lose, `little`: how much may be held. */
const step = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constant('drain') },
    { weight: 5, arbitrary: fc.constantFrom('visit', 'second', 'merge', 'come', 'lose', 'little') },
  ),
  person: fc.nat(people - 1),
})

function act({ what, person }: { what: string; person: number }, index: number): void {
  if (what === 'drain') drain(ws, 0)
  else if (what === 'lose') ws.held.fill = null
  else if (what === 'little') hold(1 + (person % 120))
  else {
    const email = what === 'come' ? `new${index}@fig.example` : mail(person)
    if (what === 'second') take(ws, { ...registered(`S${person}`, email), webinar: another })
    else if (what === 'merge') take(ws, registered(`R${(person + 1) % people}`, email))
    else take(ws, { ...visited(`v${index}`, 90, { email }), type: 'meeting.booked', data: {} })
  }
}

/** Only while nothing is held, which a new fill would lose. */
function hold(most: number): void {
  const building = ws.db.prepare<{ version: number }>("SELECT version FROM model WHERE state = 'building'").get()
  if (building && ws.held.fill === null) ws.held.fill = new PlaceFill(building.version, { most, sorted: 16 })
}

/** Everything that readers see of the version in force, and what it comes to when worked out from other tables. */
function stored(ws: Workspace) {
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

test(
  'whatever happens while a version is built, and whatever is lost on the way, it comes out as if scored from nothing',
  () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) =>
        undone(ws, () => {
          publishModel(ws, { ...currentModel(ws).model, thresholds: { mql: 25, sql: 60 } })
          for (const [index, step] of steps.entries()) act(step, index)
          const { derived, derivedList, ...built } = stored(drained(ws))
          expect(built.places).toEqual(derived)
          expect(built.list).toEqual(derivedList)
          expect(built.byScore).toEqual({ rows: derived.length })
          expect(new Set(built.standings.map(({ model }) => model))).toEqual(new Set([2]))
          for (const table of ['card', 'standing', 'place', 'listing', 'webinar_count'])
            ws.db.exec(`DELETE FROM ${table}`)
          startRescore(ws)
          expect(stored(drained(ws))).toEqual({ ...built, derived, derivedList })
        }),
      ),
      { numRuns: 60 },
    )
  },
  patience,
)
