import { createHash } from 'node:crypto'
import { Refused } from '../domain/refusal.ts'

/** The 32 bytes of a server that its text stands for; Refused `invalid` where that is too short to keep anything. */
export function secretOf(text: string): Uint8Array {
  const given = text.trim()
  if (given.length < 16)
    throw new Refused('invalid', 'RIPEN_SECRET is too short: give at least 16 characters, better 32 random ones.')
  return createHash('sha256').update(given).digest()
}
