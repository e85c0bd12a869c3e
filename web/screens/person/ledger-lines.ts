import type { LedgerLine } from '../../parts/ledger-sentence.ts'

export interface ShownLines {
  lines: LedgerLine[]
  /** The sum after each line, from the oldest on. */
  running: Map<LedgerLine, number>
  sum: number
}

/** The lines of one webinar (`none`: of no webinar), or all, with the sum after each; the ledger has the oldest first. */
export function shownLines(
  ledger: readonly LedgerLine[],
  { webinar, order }: { webinar: string | null; order: 'newest' | 'oldest' },
): ShownLines {
  const lines = ledger.filter(({ webinarId }) => webinar === null || (webinarId ?? 'none') === webinar)
  const running = new Map<LedgerLine, number>()
  let sum = 0
  for (const line of lines) {
    sum += line.points
    running.set(line, sum)
  }
  return { lines: order === 'newest' ? lines.toReversed() : lines, running, sum }
}

/** The sums to choose from: by webinar in the order of the first line, those of no webinar last. */
export function sumsByWebinar(ledger: readonly LedgerLine[]): [webinar: string, points: number][] {
  const sums = new Map<string, number>()
  for (const { webinarId, points } of ledger) {
    const webinar = webinarId ?? 'none'
    sums.set(webinar, (sums.get(webinar) ?? 0) + points)
  }
  const own = sums.get('none')
  sums.delete('none')
  return own === undefined ? [...sums] : [...sums, ['none', own]]
}
