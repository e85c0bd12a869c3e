import { cardsOfPeople } from '../store/cards.ts'
import { closeScope, isScopeOpen } from '../store/due.ts'
import { idsOfPeople } from '../store/person-facts.ts'
import { writePlaces } from '../store/places.ts'
import { standingPeopleAfter, standingsOfPeople } from '../store/standings.ts'
import { placeRowOf } from './card-rows.ts'
import { PlaceFill } from './place-fill.ts'
import type { Workspace } from './workspace.ts'

const people = 200
const places = 200

/** The places that wait to be stored under a version that is being built; null for one whose rankings are in use. */
export function fillOf(ws: Workspace, version: number): PlaceFill | null {
  if (!isScopeOpen(ws.db, version, 'arrange')) return null
  if (ws.held.fill?.version !== version) ws.held.fill = new PlaceFill(version)
  return ws.held.fill
}

/** Stores some of what waits. False when nothing does. */
export function storePlaces(ws: Workspace, fill: PlaceFill): boolean {
  const next = fill.take(places)
  writePlaces(ws.db, fill.version, next)
  return next.length > 0
}

/** When everybody is scored: a step towards all places being stored. The last one closes the scope. */
export function arrange(ws: Workspace, fill: PlaceFill): void {
  if (!fill.isFull && readPlaces(ws, fill)) return
  if (storePlaces(ws, fill)) return
  closeScope(ws.db, fill.version, { kind: 'arrange', which: 0, cursor: 0 })
  ws.held.fill = null
}

/** Reads places that were not gathered while people were scored, as after a restart. False when there are none. */
function readPlaces({ db }: Workspace, fill: PlaceFill): boolean {
  const next = standingPeopleAfter(db, fill.version, fill.readTo, people)
  if (next.length === 0) return false
  const ids = idsOfPeople(db, next)
  const cards = new Map(cardsOfPeople(db, fill.version, next).map((card) => [card.person, card]))
  for (const standing of standingsOfPeople(db, fill.version, next)) {
    const { person } = standing
    fill.add(placeRowOf(cards.get(person)!, standing, { person, id: ids.get(person)! }))
  }
  fill.readTo = next.at(-1)!
  return true
}
