import type { Blob } from '../store/db.ts'
import { bytesOfHex, hexOf } from '../store/hex.ts'

/** How a person is called outside: `p_` and 24 hex digits. */
export function personId(id: Blob): string {
  return `p_${hexOf(id)}`
}

/** Null for a text that is no person's id. */
export function bytesOfPersonId(id: string): Uint8Array | null {
  return id.startsWith('p_') && id.length === 26 ? bytesOfHex(id.slice(2)) : null
}
