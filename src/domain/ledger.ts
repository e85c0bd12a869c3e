import { inOrder } from './order.ts'
import type { Rule } from './rule.ts'

/**
 * One explained amount. `reason` is a message key (messages.ts) with its parameters; `facts` are the ids it rests on.
 * `lift` marks the line that takes a penalty back: it is no gain.
 */
export interface LedgerLine {
  readonly rule: string
  readonly points: number
  readonly at: number
  readonly webinar?: string
  readonly facts: readonly string[]
  readonly reason: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly lift?: true
  /** What it was worth when it came, where its points have faded since. */
  readonly earned?: number
}

type Detail = Pick<LedgerLine, 'at' | 'facts'> &
  Partial<Pick<LedgerLine, 'points' | 'webinar' | 'reason' | 'params' | 'lift'>>

/** The ledger of one person while rules write into it. */
export class Ledger {
  lines: LedgerLine[] = []

  /** The rule's points, explained by its own id unless another reason is given. */
  pay(rule: Rule, detail: Detail): void {
    this.lines.push(lineOf(rule, rule.points, detail))
  }

  /** A visible +0 line: an amount that a limit, a doubt or a lift kept back, and why. */
  withhold(rule: Rule, detail: Detail & { reason: string }): void {
    this.lines.push(lineOf(rule, 0, detail))
  }

  paid(ruleId: string, webinar?: string): boolean {
    return this.lines.some((line) => line.rule === ruleId && line.webinar === webinar && line.points !== 0)
  }

  /** By moment, then in the model's order of rules, then by webinar. */
  sorted(order: ReadonlyMap<string, number>): LedgerLine[] {
    return inOrder(
      this.lines,
      (a, b) =>
        a.at - b.at ||
        order.get(a.rule)! - order.get(b.rule)! ||
        compareText(a.webinar ?? '', b.webinar ?? '') ||
        compareText(a.facts[0] ?? '', b.facts[0] ?? ''),
    )
  }
}

/** All lines have the same members, which keeps sorting and adding them up fast. */
function lineOf({ id }: Rule, usual: number, detail: Detail): LedgerLine {
  const { points = usual, at, webinar, facts, reason = id, params, lift } = detail
  return { rule: id, points, at, webinar, facts, reason, params, lift, earned: undefined }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
