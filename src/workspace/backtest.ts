import { type Backtest, backtestOf } from '../domain/backtest/backtest.ts'
import type { Figures } from '../domain/backtest/figures.ts'
import { compile } from '../domain/compile.ts'
import type { Model } from '../domain/model.ts'
import { gatherPast, type LeftOut } from './gather-past.ts'
import { findJob, type Job, startJob, type Work } from './jobs.ts'
import { meantModel } from './meant-model.ts'
import { momentOf } from './moment.ts'
import type { Workspace } from './workspace.ts'

const kind = 'backtest'

/** A dry run on the past as it goes out. */
export type ShownBacktest = ReturnType<typeof shown>

/** Starts a dry run of a model on the past, or joins the one under way. Throws `Refused('invalid')` for no model. */
export function startBacktest(ws: Workspace, given: unknown): Job<ShownBacktest> {
  const model = meantModel(ws, given)
  return startJob(ws, kind, model, () => backtesting(ws, model))
}

export function findBacktest(ws: Workspace, id: string): Job<ShownBacktest> {
  return findJob(ws, kind, id)
}

function* backtesting(ws: Workspace, model: Model): Work<ShownBacktest> {
  const asOf = ws.now()
  const { leftOut, ...past } = yield* gatherPast(ws, compile(model), asOf)
  return shown(backtestOf(model.rules, past), asOf, leftOut)
}

function shown({ split, all, older, newer, ...rest }: Backtest, asOf: number, leftOut: LeftOut) {
  return {
    ...{ asOf: momentOf(asOf), leftOut },
    split: { ...split, at: momentOf(split.at) },
    ...{ all: shownFigures(all), older: shownFigures(older), newer: shownFigures(newer) },
    ...rest,
  }
}

export function shownFigures({ from, to, ...figures }: Figures) {
  return { ...figures, from: momentOf(from), to: momentOf(to) }
}
