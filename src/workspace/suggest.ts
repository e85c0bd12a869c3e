import { refuseThinParts, refuseTooFew } from '../domain/backtest/enough.ts'
import { type Feature, featuresOf } from '../domain/backtest/features.ts'
import { type Case, type Split, splitInTime } from '../domain/backtest/sample.ts'
import type { Weighed } from '../domain/backtest/suggested.ts'
import { type Change, changesOf, draftOf, type Judgement, judgementOf } from '../domain/backtest/suggestion.ts'
import { compile } from '../domain/compile.ts'
import type { Model } from '../domain/model.ts'
import { shownFigures } from './backtest.ts'
import { gatherPast, rescoreCases } from './gather-past.ts'
import { findJob, type Job, part, startJob, type Work } from './jobs.ts'
import { fitLogistic } from './logistic.ts'
import { meantModel } from './meant-model.ts'
import { momentOf } from './moment.ts'
import type { Workspace } from './workspace.ts'

const kind = 'suggest'

/** Each rule holds on to its points as much as some 50 deals speak; how much a point weighs is nearly free. */
const ridges = { score: 0.1, rule: 10 }

/** A suggestion as it goes out. */
export type ShownSuggestion = ReturnType<typeof shown>

/**
 * Starts fitting points of a model on the older part of the past and judging them on the newer one, or joins the fit
 * under way. Nothing is changed: the answer holds a draft. Throws `Refused('invalid')` for no model.
 */
export function startSuggest(ws: Workspace, given: unknown): Job<ShownSuggestion> {
  const model = meantModel(ws, given)
  return startJob(ws, kind, model, () => suggesting(ws, model))
}

export function findSuggest(ws: Workspace, id: string): Job<ShownSuggestion> {
  return findJob(ws, kind, id)
}

function* suggesting(ws: Workspace, model: Model): Work<ShownSuggestion> {
  const asOf = ws.now()
  const { cases } = yield* part(gatherPast(ws, compile(model), asOf), 0, 0.6)
  refuseTooFew(cases)
  const split = splitInTime(cases)
  refuseThinParts(split)
  const { features, staying } = featuresOf(model.rules, split.older)
  const weighed = yield* part(weigh(split.older, features), 0.6, 0.8)
  const changes = changesOf(model.rules, split.older, weighed, staying)
  const draft = draftOf(model, changes)
  const rescored = yield* part(rescoreCases(ws, compile(draft), split.newer), 0.8, 1)
  return shown({ asOf, split, changes, draft, judgement: judgementOf(split, rescored) })
}

/**
 * What each rule weighs beside the others. The score itself is one more column, so that the ridge pulls each rule
 * towards the points that it has and not towards none: a rule of which the past says little keeps them.
 */
function* weigh(older: readonly Case[], features: readonly Feature[]): Work<Weighed[]> {
  const score = { values: older.map((each) => each.score), ridge: ridges.score }
  const rules = features.map(({ times }) => ({ values: times, ridge: ridges.rule }))
  const won = older.map((each) => each.won)
  const [perPoint, ...more] = yield* fitLogistic([score, ...rules], won)
  return features.map((feature, at) => ({ ...feature, weight: perPoint! * feature.rule.points + more[at]! }))
}

interface Suggested {
  asOf: number
  split: Split
  changes: Change[]
  draft: Model
  judgement: Judgement
}

function shown({ asOf, split, changes, draft, judgement }: Suggested) {
  const { verdict, words, before, after } = judgement
  const isSame = changes.every(({ points, suggested }) => points === suggested)
  return {
    ...{ asOf: momentOf(asOf), splitAt: momentOf(split.at) },
    ...{ fittedOn: split.older.length, judgedOn: split.newer.length },
    ...{ verdict, text: words.text, key: words.key, params: words.params },
    ...{ before: shownFigures(before), after: shownFigures(after) },
    changes: changes.map(({ why, ...change }) => ({ ...change, why: why.text, key: why.key, params: why.params })),
    /** Null where nothing was found, or nothing is to be changed. */
    draft: verdict === 'nothing' || isSame ? null : draft,
  }
}
