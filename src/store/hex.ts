import { type Blob, bytesOf } from './db.ts'

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function hexOf(blob: Blob): string {
  let hex = ''
  for (const byte of bytesOf(blob)) hex += digits[byte]
  return hex
}

/** The bytes of an even number of hex digits in lower case; null for any other text. */
export function bytesOfHex(hex: string): Uint8Array | null {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/.test(hex)) return null
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16))
}
