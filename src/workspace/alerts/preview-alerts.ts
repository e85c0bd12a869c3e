import { type CrossingKind, crossingOf } from '../../domain/alert/crossing.ts'
import { FirstOf } from '../../domain/first-of.ts'
import type { History } from '../../domain/history.ts'
import type { Card } from '../../domain/score.ts'
import { crossedOfPeople } from '../../store/alert-rules.ts'
import { peopleFacts } from '../person-facts.ts'
import { type Models, type NamedPerson, namedPerson } from '../preview-shown.ts'
import type { Workspace } from '../workspace.ts'
import { type CrossingRule, crossingRules } from './crossed.ts'
import { publishedSign } from './publication.ts'

/** So many of each rule are named. */
const most = 50

/** What a rule would tell of where a model is published with alerts: all are counted, the hottest are named. */
export interface RuleAlerts {
  rule: { id: string; name: string; on: CrossingKind }
  count: number
  people: NamedPerson[]
}

/** Who would be told of because a model is published, by rule; somebody may be looked at again. */
export class PreviewAlerts {
  readonly #ws: Workspace
  readonly #models: Models
  readonly #rules: readonly { rule: CrossingRule; scores: Map<number, number> }[]

  constructor(ws: Workspace, models: Models) {
    this.#ws = ws
    this.#models = models
    this.#rules = crossingRules(ws).map((rule) => ({ rule, scores: new Map() }))
  }

  look(person: number, before: Card, { card, history }: { card: Card; history: History }): void {
    const { after } = this.#models
    const { thresholds } = after.model
    for (const { rule, scores } of this.#rules) {
      const { on, margin } = rule.rule
      if (crossingOf(on, before, card, { thresholds, margin }) !== 'crossed') continue
      if (crossedOfPeople(this.#ws.db, [person]).some((each) => each.rule === rule.number)) continue
      if (publishedSign(this.#ws, rule, { person, history, card }, after)) scores.set(person, card.score)
    }
  }

  leaveOut(person: number): void {
    for (const { scores } of this.#rules) scores.delete(person)
  }

  *gathered(): Generator<number, RuleAlerts[]> {
    const told: RuleAlerts[] = []
    for (const { rule, scores } of this.#rules) {
      const first = new FirstOf<[number: number, score: number]>(most, (a, b) => b[1] - a[1] || a[0] - b[0])
      for (const each of scores) first.add(each)
      const hottest = first.items.map(([person]) => person)
      const known = new Map(peopleFacts(this.#ws, hottest).map((each) => [each.person, each]))
      const people = hottest.flatMap((person) => known.get(person) ?? []).map((each) => namedPerson(each, this.#models))
      const { name, on } = rule.rule
      told.push({ rule: { id: rule.id, name, on }, count: scores.size, people })
      yield 0.97
    }
    return told
  }
}
