import { faded, nextFade } from './fade.ts'
import type { History } from './history.ts'
import type { LedgerLine } from './ledger.ts'
import type { Rule } from './rule.ts'
import type { Cap } from './rule-base.ts'

const DAY_MS = 86_400_000

/** What a cap has let pass so far. */
interface Let {
  readonly line: LedgerLine
  readonly rule: Rule
  readonly points: number
}

/**
 * Lines, given in order, as they stand after caps and fading. A cap looks at what stood when an amount came: what it
 * kept back then does not come later, and what has faded by then makes room.
 */
export function adjusted(lines: readonly LedgerLine[], history: History): LedgerLine[] {
  const passed = new Map<string, Let[]>()
  return lines.map((line) => {
    const rule = history.model.rules.get(line.rule)!
    const passing =
      line.points > 0 && !line.lift ? capped(line, rule, history, passed) : { points: line.points, cap: null }
    const left = faded(passing.points, rule, history.asOf - line.at)
    const next = nextFade(passing.points, rule, history.asOf - line.at)
    if (next !== null && passing.points !== 0) history.moments.maybe(line.at + next)
    return told(line, rule, passing.points, passing.cap, left)
  })
}

function capped(line: LedgerLine, rule: Rule, { model }: History, passed: Map<string, Let[]>) {
  let points = line.points
  let cap: Cap | null = null
  const caps: [string, Cap | undefined][] = [
    [`rule ${rule.id}`, rule.cap],
    [`group ${rule.group}`, rule.group === undefined ? undefined : model.model.groups[rule.group]],
  ]
  for (const [key, one] of caps) {
    if (!one) continue
    const room = Math.max(0, one.points - standing(passed.get(key) ?? [], one, line))
    if (points > room) [points, cap] = [room, one]
  }
  for (const [key, one] of caps) if (one) passed.set(key, [...(passed.get(key) ?? []), { line, rule, points }])
  return { points, cap }
}

function standing(passed: readonly Let[], { per, days = Infinity }: Cap, { at, webinar }: LedgerLine): number {
  let sum = 0
  for (const { line, rule, points } of passed) {
    if (per === 'webinar' && line.webinar !== webinar) continue
    if (line.at >= at - days * DAY_MS) sum += faded(points, rule, at - line.at)
  }
  return sum
}

/** The line with its amount, and why it is less than the rule pays. */
function told(line: LedgerLine, rule: Rule, points: number, cap: Cap | null, left: number): LedgerLine {
  if (left === line.points && !cap) return line
  const { params, points: earned } = line
  if (left === points)
    return { ...line, points: left, reason: 'capped', params: { ...params, earned, cap: cap!.points } }
  const reason = rule.expiresDays !== undefined && left === 0 ? 'expired' : 'faded'
  const days = reason === 'expired' ? rule.expiresDays! : rule.halfLifeDays!
  return { ...line, points: left, earned: points, reason, params: { ...params, earned: points, left, days } }
}
