import type { CrossingKind, Height } from '../../domain/alert/crossing.ts'
import { passes, type Subject } from '../../domain/alert/passes.ts'
import type { Sign } from '../../domain/alert/sign.ts'
import type { CompiledModel } from '../../domain/compile.ts'
import type { History } from '../../domain/history.ts'
import type { Card } from '../../domain/score.ts'
import { isOnlyStaff } from '../../domain/standing.ts'
import type { HeightRow } from '../../store/alert-rules.ts'
import { lastArrived } from '../../store/alerts.ts'
import { stageOfNumber } from '../../store/stage.ts'
import type { Workspace } from '../workspace.ts'
import { type StandingRule, standingRules } from './standing-rules.ts'

const CROSSINGS: ReadonlySet<string> = new Set(['crosses_mql', 'crosses_sql', 'surges'] satisfies CrossingKind[])

/** A rule that is told by cards and not by what people do. */
export type CrossingRule = StandingRule & { readonly rule: { readonly on: CrossingKind } }

/** Whether a rule is on a threshold or a surge. */
export function isOnCrossing(rule: StandingRule): rule is CrossingRule {
  return CROSSINGS.has(rule.rule.on)
}

/** The rules that are on and on a threshold or a surge. */
export function crossingRules(ws: Workspace): readonly CrossingRule[] {
  return standingRules(ws).filter(isOnCrossing)
}

/** Somebody who crossed, as their card is since. */
export interface Crosser {
  readonly person: number
  readonly history: History
  readonly card: Card
}

/** A crossing that a rule wants to be told of. */
export interface CrossedSign {
  readonly sign: Sign
  readonly subject: Subject
}

/**
 * What a rule is told of somebody who crossed: what arrived last of them made them, or is named where a publication did.
 * Null where nothing is known of that, for staff, and for whom the rule does not ask.
 */
export function crossedSign(
  ws: Workspace,
  { rule }: CrossingRule,
  { person, history, card }: Crosser,
  model: CompiledModel,
): CrossedSign | null {
  const fact = isOnlyStaff(history) ? null : lastArrived(ws.db, person)
  const own = fact === null ? undefined : history.facts.find(({ id }) => id === fact)
  if (!own) return null
  const webinar = own.webinar ?? history.webinarOf(own) ?? null
  const sign: Sign = { kind: rule.on, at: own.time, fact: own.id, about: own.id, webinar }
  const subject = subjectOf(card, history, history.webinars.get(webinar ?? '')?.kind ?? null)
  return passes(rule, sign, subject, model) ? { sign, subject } : null
}

/** Whom a sign is about, as their card is. */
export function subjectOf(card: Card, { profile, addresses }: History, webinarKind: string | null): Subject {
  return { card, profile, addresses: [...addresses.keys()], webinarKind }
}

/** What of a stored card tells whether somebody crossed. */
export function heightOf(card: HeightRow): Height
export function heightOf(card: HeightRow | null): Height | null
export function heightOf(card: HeightRow | null): Height | null {
  return card && { score: card.score, stage: stageOfNumber(card.stage), surge: card.surge === 1 }
}
