import type { CardRow } from '../store/cards.ts'
import type { Db } from '../store/db.ts'
import { type ListingRow, writeListings } from '../store/listings.ts'
import { type PlaceRow, writePlaces } from '../store/places.ts'
import type { StandingRow } from '../store/standings.ts'
import { listingRowOf, placeRowOf, type Who } from './card-rows.ts'

/** Where somebody stands: in the rankings of webinars, and in the list of people; null for staff, who are in no list. */
export interface Places {
  readonly rankings: readonly PlaceRow[]
  readonly listing: ListingRow | null
}

export const nowhere: Places = { rankings: [], listing: null }

/** Where somebody stands by what is stored of them. */
export function placesOf(card: CardRow, standings: readonly StandingRow[], who: Who): Places {
  return {
    rankings: standings.map((standing) => placeRowOf(card, standing, who)),
    listing: card.staff ? null : listingRowOf(card, who),
  }
}

export function storeRows(
  db: Db,
  version: number,
  { rankings, list }: { rankings: readonly PlaceRow[]; list: readonly ListingRow[] },
): void {
  writePlaces(db, version, rankings)
  writeListings(db, version, list)
}
