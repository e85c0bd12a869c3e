import type { CompiledModel } from './compile.ts'
import type { Fact } from './fact.ts'
import { History } from './history.ts'
import { Ledger, type LedgerLine } from './ledger.ts'
import { applyRules } from './rules/rules.ts'
import type { Webinar } from './webinar.ts'

/** All lines of a person as of a moment, in order, and their sum; `history.moments` says when they may change. */
export function ledgerAt(
  model: CompiledModel,
  facts: readonly Fact[],
  webinars: ReadonlyMap<string, Webinar>,
  asOf: number,
): { history: History; lines: LedgerLine[]; total: number } {
  const history = new History(model, facts, webinars, asOf)
  const ledger = new Ledger()
  applyRules(history, ledger)
  const lines = ledger.sorted(model.order)
  let total = 0
  for (const { points } of lines) total += points
  return { history, lines, total }
}
