import { crossingOf } from '../../domain/alert/crossing.ts'
import { scoreToStore } from '../../domain/score.ts'
import { crossedOfRule, deleteCrossed, insertCrossed, movedBetween } from '../../store/alert-rules.ts'
import { isToldOf } from '../../store/alerts.ts'
import { compiledModel } from '../live-models.ts'
import { peopleFacts } from '../person-facts.ts'
import type { Workspace } from '../workspace.ts'
import { type CrossedSign, type Crosser, type CrossingRule, crossedSign, crossingRules, heightOf } from './crossed.ts'
import { raise } from './raise.ts'

const handful = 96

/** From the version that was in force to the one that is now. `isTold`: those who crossed by that alone are told of. */
export interface Publication {
  readonly from: number
  readonly to: number
  readonly isTold: boolean
}

/**
 * Brings up to date who is beyond what rules watch when a version comes into force. To be called inside that
 * transaction, when the cards of both versions are there, so that it happens once whatever comes in between.
 */
export function settlePublication(ws: Workspace, { from, to, isTold }: Publication): void {
  const rules = crossingRules(ws)
  if (rules.length === 0) return
  const { thresholds } = compiledModel(ws, to).model
  for (const { number, rule } of rules) {
    for (const { person, ...card } of crossedOfRule(ws.db, number, to)) {
      const { on, margin } = rule
      if (crossingOf(on, null, heightOf(card), { thresholds, margin }) === 'left') deleteCrossed(ws.db, number, person)
    }
  }
  const crossed = new Map<number, CrossingRule[]>()
  for (const { person, before, after } of movedBetween(ws.db, from, to)) {
    const over = rules.filter(({ rule: { on, margin } }) => {
      return crossingOf(on, heightOf(before), heightOf(after), { thresholds, margin }) === 'crossed'
    })
    const anew = over.filter(({ number }) => insertCrossed(ws.db, number, person))
    if (isTold && anew.length > 0) crossed.set(person, anew)
  }
  tell(ws, to, crossed)
}

function tell(ws: Workspace, version: number, crossed: ReadonlyMap<number, readonly CrossingRule[]>): void {
  const [model, now] = [compiledModel(ws, version), ws.now()]
  const people = [...crossed.keys()]
  for (let first = 0; first < people.length; first += handful) {
    for (const { person, facts, webinars, fault } of peopleFacts(ws, people.slice(first, first + handful))) {
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
