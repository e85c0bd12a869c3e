import { crossingOf } from '../../domain/alert/crossing.ts'
import { isFresh, LOOKS_BACK_MS } from '../../domain/alert/fresh.ts'
import type { SignKind } from '../../domain/alert/kind.ts'
import { passes, type Subject } from '../../domain/alert/passes.ts'
import { type Sign, signsOf } from '../../domain/alert/sign.ts'
import type { CompiledModel } from '../../domain/compile.ts'
import type { History } from '../../domain/history.ts'
import type { StoredScore } from '../../domain/score.ts'
import { arrivalsOf, askedOfPerson, isAnyAsked, toldOfPeople } from '../../store/alerts.ts'
import type { CardRow } from '../../store/cards.ts'
import type { Workspace } from '../workspace.ts'
import { type CrossingRule, crossedSign, heightOf, isOnCrossing, subjectOf } from './crossed.ts'
import { Crossings } from './crossings.ts'
import { areLeadsHeard, tellRescored } from './lead-events.ts'
import { raise } from './raise.ts'
import { type StandingRule, standingRules } from './standing-rules.ts'

const DAY_MS = 86_400_000

/** Somebody whose card is being made: as it was stored before, and as it is now. */
export interface Looked {
  readonly person: number
  /** In hex; '' for somebody who was merged into another. */
  readonly id: string
  readonly history: History
  readonly card: StoredScore
  readonly before: CardRow | null
}

interface Candidate {
  readonly rule: StandingRule
  readonly person: number
  readonly sign: Sign
  readonly subject: Subject
  readonly endsAt: number | null
}

interface Crossed {
  readonly rule: CrossingRule
  readonly looked: Looked
  readonly crossing: 'crossed' | 'left'
}

/**
 * Finds what alerts are to be raised on while people are scored under the version in force, and raises them in the same
 * transaction: so an alert is there exactly when the card is that tells of it.
 */
export class Raising {
  readonly #ws: Workspace
  readonly #model: CompiledModel
  readonly #now: number
  readonly #rules: readonly StandingRule[]
  readonly #kinds: ReadonlySet<SignKind>
  readonly #since: number
  readonly #areLeadsHeard: boolean
  readonly #isAnyAsked: boolean
  #candidates: Candidate[] = []
  #crossings: Crossed[] = []

  constructor(ws: Workspace, model: CompiledModel, now: number) {
    this.#ws = ws
    this.#model = model
    this.#now = now
    this.#rules = standingRules(ws)
    this.#kinds = new Set(this.#rules.map(({ rule }) => rule.on))
    this.#areLeadsHeard = areLeadsHeard(ws)
    this.#isAnyAsked = this.#rules.length > 0 && isAnyAsked(ws.db)
    this.#since = Math.max(now - LOOKS_BACK_MS, Math.min(...this.#rules.map(({ since }) => since)))
  }

  /** Whether anybody wants to be told of anything. */
  get isOn(): boolean {
    return this.#rules.length > 0 || this.#areLeadsHeard
  }

  look(looked: Looked): void {
    const { person, id, history, card, before } = looked
    const lastFact = history.facts.at(-1)?.id ?? ''
    if (this.#areLeadsHeard && id !== '')
      tellRescored(this.#ws, { id: `p_${id}`, before, card, lastFact, modelVersion: this.#model.version })
    if (this.#rules.length === 0) return
    const { webinars } = history
    for (const rule of this.#rules) {
      if (!isOnCrossing(rule)) continue
      const { thresholds } = this.#model.model
      const { on, margin } = rule.rule
      const crossing = crossingOf(on, heightOf(before), card, { thresholds, margin })
      if (crossing !== null) this.#crossings.push({ rule, looked, crossing })
    }
    const asked = this.#askedOf(person)
    for (const sign of signsOf(history, this.#kinds, asked.size > 0 ? Number.NEGATIVE_INFINITY : this.#since)) {
      const webinar = sign.webinar === null ? null : (webinars.get(sign.webinar) ?? null)
      const subject = subjectOf(card, history, webinar?.kind ?? null)
      // With what was asked for it counts when it came and not when it happened.
      const from = asked.get(sign.fact) ?? (sign.at >= this.#since ? sign.at : Number.NEGATIVE_INFINITY)
      for (const rule of this.#rules) {
        if (from >= rule.since && passes(rule.rule, sign, subject, this.#model))
          this.#candidates.push({
            rule,
            person,
            sign,
            subject,
            endsAt: webinar?.provisional ? null : (webinar?.endsAt ?? null),
          })
      }
    }
  }

  /** When facts came with which alerts were asked for, by their ids. */
  #askedOf(person: number): ReadonlyMap<string, number> {
    const asked = this.#isAnyAsked ? askedOfPerson(this.#ws.db, person) : []
    return new Map(asked.map(({ id, receivedAt }) => [id, receivedAt]))
  }

  /** Raises what was found since the last time. */
  raise(): void {
    if (this.#crossings.length > 0) this.#settleCrossings()
    if (this.#candidates.length > 0) this.#raiseCandidates()
    this.#crossings = []
    this.#candidates = []
  }

  #settleCrossings(): void {
    const people = [...new Set(this.#crossings.map(({ looked }) => looked.person))]
    const crossings = new Crossings(this.#ws, people)
    for (const { rule, looked, crossing } of this.#crossings) {
      const { person } = looked
      if (!crossings.settle(rule, person, crossing)) continue
      const crossed = crossedSign(this.#ws, rule, looked, this.#model)
      if (crossed) this.#candidates.push({ rule, person, ...crossed, endsAt: null })
    }
  }

  #raiseCandidates(): void {
    const { db } = this.#ws
    const people = [...new Set(this.#candidates.map(({ person }) => person))]
    const told = new Set(toldOfPeople(db, people).map(({ rule, person, about }) => `${rule} ${person} ${about}`))
    const fresh = this.#candidates.filter(
      ({ rule, person, sign }) => !told.has(`${rule.number} ${person} ${sign.about}`),
    )
    if (fresh.length === 0) return
    const facts = [...new Set(fresh.map(({ sign }) => sign.fact))]
    const arrivals = new Map(
      arrivalsOf(db, facts).map(({ quiet, asked, ...each }) => [
        each.id,
        { ...each, quiet: quiet === 1, asked: asked === 1 },
      ]),
    )
    for (const { rule, person, sign, subject, endsAt } of fresh) {
      const arrival = arrivals.get(sign.fact)
      if (!arrival || !isFresh(arrival)) continue
      // Who came is told of while the webinar runs; a join that arrives later is for those who are told who attended.
      if (sign.kind === 'joins_live' && endsAt !== null && arrival.receivedAt > endsAt) continue
      if (isOnCrossing(rule) && this.#now - arrival.receivedAt > DAY_MS) continue
      raise(this.#ws, { rule, person, sign, subject, raisedAt: this.#now })
    }
  }
}
