import { normaliseEmail } from '../domain/address.ts'
import { Refused } from '../domain/refusal.ts'
import type { Stage, Temperature } from '../domain/stage.ts'
import { type CardRow, cardsAfter, findCard } from '../store/cards.ts'
import { keyId } from '../store/fact-id.ts'
import { findKey, idOfKey } from '../store/person-keys.ts'
import { stageOfNumber, temperatureOfNumber } from '../store/stage.ts'
import { currentVersion } from './live-models.ts'
import { bytesOfPersonId, personId } from './person-id.ts'
import { readWhole } from './ranking-query.ts'
import type { Workspace } from './workspace.ts'

/** A person as listed: who it is, and the card of the present moment. */
export interface PersonRow {
  id: string
  email: string | null
  name: string | null
  company: string | null
  jobTitle: string | null
  score: number
  grade: string | null
  stage: Stage
  temperature: Temperature
  velocity: number
}

export interface PeopleQuery {
  email?: string | undefined
  limit?: string | number | undefined
  cursor?: string | undefined
}

/** Who has an e-mail address (one person or none), or everybody, page by page. Throws `Refused('invalid')`. */
export function findPeople(ws: Workspace, query: PeopleQuery): { items: PersonRow[]; nextCursor: string | null } {
  const model = currentVersion(ws)
  if (query.email !== undefined) {
    const person = personByEmail(ws, query.email)
    const card = person === null ? undefined : findCard(ws.db, model, person)
    return { items: card ? [personRow(personId(idOfKey(ws.db, person!)), card)] : [], nextCursor: null }
  }
  const limit = query.limit ? readWhole('limit', query.limit, 1, 500) : 50
  const after = query.cursor ? bytesOfPersonId(query.cursor) : new Uint8Array()
  if (!after) throw new Refused('invalid', 'cursor: expected the nextCursor of an earlier page', { field: 'cursor' })
  const found = cardsAfter(ws.db, model, after, limit + 1)
  const items = found.slice(0, limit).map((card) => personRow(personId(card.id), card))
  return { items, nextCursor: found.length > limit ? items.at(-1)!.id : null }
}

/** The number of the person with an address; null when nobody has it. */
export function personByEmail(ws: Workspace, email: string): number | null {
  return findKey(ws.db, keyId(`e:${normaliseEmail(email)}`))?.person ?? null
}

/** A card as it is listed, under the id of its person. */
export function personRow(id: string, card: CardRow): PersonRow {
  const { score, grade, velocity } = card
  return {
    id,
    email: card.email || null,
    name: card.name,
    company: card.company,
    jobTitle: card.job_title,
    ...{ score, grade, velocity },
    stage: stageOfNumber(card.stage),
    temperature: temperatureOfNumber(card.temperature),
  }
}
