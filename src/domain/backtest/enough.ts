import { Refused } from '../refusal.ts'
import { countWon } from './lift.ts'
import type { Case, Split } from './sample.ts'
import { backtest } from './words.ts'

/** The smallest past by which a model is judged. */
export const enough = { won: 20, lost: 20, all: 100 } as const

/** Of each outcome, how many it takes in both parts of the past to suggest points. */
export const enoughOfPart = 5

/** Throws `Refused('conflict')` in words when the past is too small to judge by. */
export function refuseTooFew(cases: readonly Case[]): void {
  const won = countWon(cases)
  const lost = cases.length - won
  if (won >= enough.won && lost >= enough.lost && cases.length >= enough.all) return
  const need = { needWon: enough.won, needLost: enough.lost, needAll: enough.all }
  throw new Refused('conflict', backtest('tooFew', { won, lost, all: cases.length, ...need }), { won, lost })
}

/** The same where points cannot be fitted on the one part and judged on the other. */
export function refuseThinParts({ older, newer }: Split): void {
  if (newer.length === 0) throw new Refused('conflict', backtest('oneMoment'))
  for (const [name, cases] of [
    ['older', older],
    ['newer', newer],
  ] as const) {
    const won = countWon(cases)
    const lost = cases.length - won
    if (Math.min(won, lost) >= enoughOfPart) continue
    const words = backtest('thinPart', { part: backtest(name), won, lost, need: enoughOfPart })
    throw new Refused('conflict', words, { part: name, won, lost })
  }
}
