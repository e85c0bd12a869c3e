import type { LedgerLine } from '../../parts/ledger-sentence.ts'

/** Lines of a ledger, the newest first, and what they come to. */
export interface Part {
  lines: LedgerLine[]
  sum: number
}

/** What of a ledger (the oldest first) belongs to a webinar, and the rest. */
export function apart(ledger: readonly LedgerLine[], webinar: string): { here: Part; elsewhere: Part } {
  const part = (isHere: boolean): Part => {
    const lines = ledger.filter(({ webinarId }) => (webinarId === webinar) === isHere).reverse()
    return { lines, sum: lines.reduce((sum, { points }) => sum + points, 0) }
  }
  return { here: part(true), elsewhere: part(false) }
}
