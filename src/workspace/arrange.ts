import { cardsOfPeople, peopleWithCard } from '../store/cards.ts'
import { closeScope, isScopeOpen } from '../store/due.ts'
import { idsOfPeople } from '../store/person-facts.ts'
import { standingsOfPeople } from '../store/standings.ts'
import { PlaceFill } from './place-fill.ts'
import { placesOf, storeRows } from './places.ts'
import type { Workspace } from './workspace.ts'

/** So many people, or places of people, in one step. */
const atOnce = 200

/** The places that wait to be stored under a version that is being built; null for one whose places are in use. */
export function fillOf(ws: Workspace, version: number): PlaceFill | null {
  if (!isScopeOpen(ws.db, version, 'arrange')) return null
  if (ws.held.fill?.version !== version) ws.held.fill = new PlaceFill(version)
  return ws.held.fill
}

/** Stores some of what waits. False when nothing does. */
export function storePlaces(ws: Workspace, fill: PlaceFill): boolean {
  const next = fill.take(atOnce)
  storeRows(ws.db, fill.version, next)
  return next.rankings.length + next.list.length > 0
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
  const next = peopleWithCard(db, fill.version, fill.readTo, atOnce)
  if (next.length === 0) return false
  const ids = idsOfPeople(db, next)
  const standings = Map.groupBy(standingsOfPeople(db, fill.version, next), ({ person }) => person)
  for (const card of cardsOfPeople(db, fill.version, next)) {
    const { person } = card
    fill.add(placesOf(card, standings.get(person) ?? [], { person, id: ids.get(person)! }))
  }
  fill.readTo = next.at(-1)!
  return true
}
