import type { Model } from '../model.ts'
import type { Rule } from '../rule.ts'
import type { Words } from '../words.ts'
import { type Applied, appliedOf } from './applied.ts'
import { rangesOf } from './bands.ts'
import type { Estimate } from './estimate.ts'
import { type Staying, seenEnough } from './features.ts'
import { type Figures, figuresOf } from './figures.ts'
import type { Case, Split } from './sample.ts'
import { isAgainst, pointsOf, type Weighed } from './suggested.ts'
import { backtest } from './words.ts'

/** What the past says of one rule: its points, those that are suggested, and why in a sentence. */
export interface Change extends Applied {
  readonly suggested: number
  readonly why: Words
}

/** Points for every rule of a model, explained by the part on which they were fitted. */
export function changesOf(
  rules: readonly Rule[],
  older: readonly Case[],
  weighed: readonly Weighed[],
  staying: ReadonlyMap<string, Staying>,
): Change[] {
  const points = pointsOf(weighed)
  const against = new Set(weighed.filter(isAgainst).map(({ rule }) => rule.id))
  return appliedOf(rules, older).map((applied) => {
    const suggested = points.get(applied.rule) ?? applied.points
    const stays = staying.get(applied.rule)
    const why = stays ? whyStaying(stays) : whySuggested(applied, suggested, against.has(applied.rule))
    return { ...applied, suggested, why }
  })
}

/** The model with the suggested points. */
export function draftOf(model: Model, changes: readonly Change[]): Model {
  const suggested = new Map(changes.map((change) => [change.rule, change.suggested]))
  const rules = model.rules.map((rule) => ({ ...rule, points: suggested.get(rule.id) ?? rule.points }))
  return { ...model, rules }
}

export type Verdict = 'nothing' | 'notBetter' | 'better'

/** Points fitted on the older part, judged on the newer one: `before` under the model, `after` under the draft. */
export interface Judgement {
  readonly verdict: Verdict
  readonly words: Words
  readonly before: Figures
  readonly after: Figures
}

/** What the newer part says of the draft; `after` are its people scored under that. */
export function judgementOf({ newer }: Split, rescored: readonly Case[]): Judgement {
  const [before, after] = [newer, rescored].map((cases) => figuresOf(cases, rangesOf(cases))) as [Figures, Figures]
  const verdict = verdictOf(before.auc!, after.auc!)
  const { value, from, to } = after.auc!
  const said = { auc: twoDigits(value), from: twoDigits(from), to: twoDigits(to) }
  const words =
    verdict === 'nothing'
      ? backtest(verdict, said)
      : backtest(verdict, { ...said, before: twoDigits(before.auc!.value) })
  return { verdict, words, before, after }
}

function verdictOf(before: Estimate, after: Estimate): Verdict {
  if (after.from <= 0.5) return 'nothing'
  return after.value > before.value ? 'better' : 'notBetter'
}

function whyStaying({ why, people }: Staying): Words {
  return why === 'seldom' ? backtest(why, { people, need: seenEnough }) : backtest(why)
}

function whySuggested({ points, won, lost, difference }: Applied, suggested: number, isAgainst: boolean): Words {
  const sides = { won: won.applied, allWon: won.of, lost: lost.applied, allLost: lost.of }
  const { from, to } = difference!
  const said = { ...sides, from: percents(from), to: percents(to) }
  if (isAgainst) return backtest('opposite', said)
  const [before, now] = [Math.abs(points), Math.abs(suggested)]
  return backtest(now > before ? 'more' : now < before ? 'less' : 'same', said)
}

function twoDigits(value: number): string {
  return value.toFixed(2)
}

function percents(value: number): string {
  const whole = Math.round(value * 100)
  return `${whole > 0 ? '+' : whole < 0 ? '−' : ''}${Math.abs(whole)}`
}
