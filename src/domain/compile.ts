import type { Calendar } from './calendar.ts'
import { makeCalendar } from './calendar.ts'
import type { Characteristic, Model } from './model.ts'
import type { Rule, RuleKind, RuleOf } from './rule.ts'
import { type Step, stepsOf } from './rules/rules.ts'

/** A model made ready to score millions of people: sets instead of lists, rules by kind, one calendar. */
export interface CompiledModel {
  readonly model: Model
  readonly version: number
  readonly calendar: Calendar
  readonly followUpMs: number
  readonly visitGapMs: number
  /** Place of a rule in the model: the order of lines of one moment. */
  readonly order: ReadonlyMap<string, number>
  readonly characteristics: readonly Characteristic[]
  readonly freeMailboxes: ReadonlySet<string>
  readonly disposableMailboxes: ReadonlySet<string>
  readonly staffDomains: readonly string[]
  /** Earliest moment since which mail, phone, WhatsApp or site is observed; null when none is. */
  readonly observedSince: number | null
  /** What its enabled rules do, in order. */
  readonly steps: readonly Step[]
  rulesOf<K extends RuleKind>(kind: K): readonly RuleOf<K>[]
}

const none: readonly Rule[] = []

/** Compiles once per version. Throws `Refused('invalid')` for an unknown time zone. */
export function compile(model: Model, version = 0): CompiledModel {
  const byKind = new Map<RuleKind, Rule[]>()
  for (const rule of model.rules) {
    if (rule.enabled) byKind.set(rule.kind, [...(byKind.get(rule.kind) ?? []), rule])
  }
  const rulesOf = <K extends RuleKind>(kind: K) => (byKind.get(kind) ?? none) as unknown as readonly RuleOf<K>[]
  const since = Object.values(model.observes).map((moment) => (moment === 'ever' ? -Infinity : Date.parse(moment)))
  return {
    model,
    version,
    calendar: makeCalendar(model.calendar),
    followUpMs: model.followUpDays * 86_400_000,
    visitGapMs: model.visitGapMinutes * 60_000,
    order: new Map(model.rules.map(({ id }, index) => [id, index])),
    characteristics: model.fit.characteristics,
    freeMailboxes: new Set(model.freeMailboxes),
    disposableMailboxes: new Set(model.disposableMailboxes),
    staffDomains: model.staffDomains,
    observedSince: since.length > 0 ? Math.min(...since) : null,
    steps: stepsOf(rulesOf),
    rulesOf,
  }
}
