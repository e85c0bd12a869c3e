import { crossingOf } from '../../domain/alert/crossing.ts'
import { scoreToStore } from '../../domain/score.ts'
import { heightsOfPeople } from '../../store/alert-rules.ts'
import { isToldOf } from '../../store/alerts.ts'
import { findModel } from '../../store/models.ts'
import { compiledModel } from '../live-models.ts'
import { peopleFacts } from '../person-facts.ts'
import type { Workspace } from '../workspace.ts'
import { type CrossedSign, type Crosser, type CrossingRule, crossedSign, crossingRules, heightOf } from './crossed.ts'
import { Crossings } from './crossings.ts'
import { raise } from './raise.ts'

/** From the version that was in force to the one that is now. */
export interface Publication {
  readonly from: number
  readonly to: number
}

/**
 * Brings up to date who of some people is beyond what rules watch since a version came into force, and tells of those who
 * crossed by that alone, where whoever published it asked for that. To be called inside a transaction.
 */
export function settlePublication(ws: Workspace, { from, to }: Publication, people: readonly number[]): void {
  const rules = crossingRules(ws)
  const { thresholds } = compiledModel(ws, to).model
  const before = heightsOfPeople(ws.db, from, people)
  const crossings = new Crossings(ws, people)
  const crossed = new Map<number, CrossingRule[]>()
  for (const [person, after] of heightsOfPeople(ws.db, to, people)) {
    const was = heightOf(before.get(person) ?? null)
    const over = rules.filter((rule) => {
      const { on, margin } = rule.rule
      return crossings.settle(rule, person, crossingOf(on, was, heightOf(after), { thresholds, margin }))
    })
    if (over.length > 0) crossed.set(person, over)
  }
  if (findModel(ws.db, to)!.alerts === 1) tell(ws, to, crossed)
}

function tell(ws: Workspace, version: number, crossed: ReadonlyMap<number, readonly CrossingRule[]>): void {
  const [model, now] = [compiledModel(ws, version), ws.now()]
  for (const { person, facts, webinars, fault } of peopleFacts(ws, [...crossed.keys()])) {
    if (fault !== null || facts.length === 0) continue
    const { history, stored: card } = scoreToStore(model, facts, webinars, now)
    for (const rule of crossed.get(person)!) {
      const found = publishedSign(ws, rule, { person, history, card }, model)
      if (!found) continue
      const sign = { ...found.sign, at: now, about: aboutVersion(version) }
      raise(ws, { rule, person, subject: found.subject, sign, raisedAt: now })
    }
  }
}

/** What a rule is told of somebody who crosses by a publication; null also where it has told of their last fact. */
export function publishedSign(
  ws: Workspace,
  rule: CrossingRule,
  crosser: Crosser,
  model: Parameters<typeof crossedSign>[3],
): CrossedSign | null {
  const found = crossedSign(ws, rule, crosser, model)
  return found && !isToldOf(ws.db, rule.number, found.sign.fact) ? found : null
}

function aboutVersion(version: number): string {
  return `model/${version}`
}
