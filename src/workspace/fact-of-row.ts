import type { Fact } from '../domain/fact.ts'
import { emailOf } from '../domain/identity.ts'
import { bytesOf } from '../store/db.ts'
import { stayOfFact } from '../store/fact-id.ts'
import { typeOfNumber } from '../store/fact-type.ts'
import type { FactRow } from '../store/facts.ts'
import { hexOf } from '../store/hex.ts'

/** A stored fact as the domain reads it; its webinar is filled in by whoever knows the names. */
export function factOf(row: FactRow, keyText?: string): Fact & { webinar?: string } {
  const id = bytesOf(row.id)
  const stay = stayOfFact(id)
  const email = keyText && emailOf(keyText)
  return {
    id: hexOf(id),
    type: typeOfNumber(row.type),
    time: row.time,
    data: row.data === null ? {} : JSON.parse(row.data),
    ...(stay && { connection: hexOf(stay) }),
    ...(email && { email }),
    ...(row.profile !== null && { profile: JSON.parse(row.profile) }),
  } as Fact
}
