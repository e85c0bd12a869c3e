import type { LedgerLine } from './ledger.ts'

/** What lines of one rule, webinar and facts come to under two models. `line` explains it: the newer one where there is one. */
export interface LineMove {
  readonly rule: string
  readonly webinar: string | null
  readonly before: number
  readonly after: number
  readonly line: LedgerLine
}

/**
 * Where two ledgers of one person differ, the largest difference first. Lines are matched by rule, webinar and facts;
 * those that come to the same are left out, so the differences add up to exactly that of the two scores.
 */
export function lineMoves(before: readonly LedgerLine[], after: readonly LedgerLine[]): LineMove[] {
  const [old, now] = [byMatch(before), byMatch(after)]
  const moves: LineMove[] = []
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [left, came] = [old.get(key) ?? [], now.get(key) ?? []]
    const [was, is] = [sumOf(left), sumOf(came)]
    const { rule, webinar = null } = (came[0] ?? left[0])!
    if (was !== is) moves.push({ rule, webinar, before: was, after: is, line: explaining(came) ?? explaining(left)! })
  }
  return moves.sort((a, b) => sizeOf(b) - sizeOf(a) || a.line.at - b.line.at || (a.rule < b.rule ? -1 : 1))
}

function byMatch(lines: readonly LedgerLine[]): Map<string, LedgerLine[]> {
  return Map.groupBy(lines, ({ rule, webinar, facts }) => JSON.stringify([rule, webinar ?? null, [...facts].sort()]))
}

function explaining(lines: readonly LedgerLine[]): LedgerLine | undefined {
  return lines.find(({ points }) => points !== 0) ?? lines[0]
}

function sumOf(lines: readonly LedgerLine[]): number {
  let sum = 0
  for (const { points } of lines) sum += points
  return sum
}

function sizeOf({ before, after }: LineMove): number {
  return Math.abs(after - before)
}
