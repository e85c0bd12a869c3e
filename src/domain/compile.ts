import { type BuyingIn, buyingIn } from './buying.ts'
import type { Calendar } from './calendar.ts'
import { makeCalendar } from './calendar.ts'
import type { Characteristic, Model } from './model.ts'
import { type RoleOf, rolesOf } from './role.ts'
import type { Channel, Rule, RuleKind, RuleOf } from './rule.ts'
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
  /** The same of one of them, and of social networks. */
  observedOf(channel: Channel): number | null
  readonly roleOf: RoleOf
  /** What somebody says about buying; null: the model has no words for it. */
  readonly buyingIn: BuyingIn | null
  readonly rules: ReadonlyMap<string, Rule>
  /** What its enabled rules do, in order. */
  readonly steps: readonly Step[]
  /** What rules do that look at the lines of all others. */
  readonly lateSteps: readonly Step[]
  /** Some rule has a cap, or points that fade. */
  readonly adjusts: boolean
  rulesOf<K extends RuleKind>(kind: K): readonly RuleOf<K>[]
}

const none: readonly Rule[] = []

/** The channels of which one at least has to be seen before anybody can be called inactive. */
const OBSERVING: readonly Channel[] = ['mail', 'phone', 'whatsapp', 'site']

/** Compiles once per version. Throws `Refused('invalid')` for an unknown time zone. */
export function compile(model: Model, version = 0): CompiledModel {
  const byKind = new Map<RuleKind, Rule[]>()
  for (const rule of model.rules) {
    if (rule.enabled) byKind.set(rule.kind, [...(byKind.get(rule.kind) ?? []), rule])
  }
  const rulesOf = <K extends RuleKind>(kind: K) => (byKind.get(kind) ?? none) as unknown as readonly RuleOf<K>[]
  const sinceOf = (channel: Channel) => {
    const since = model.observes[channel]
    return since === undefined ? null : since === 'ever' ? -Infinity : Date.parse(since)
  }
  const observed = OBSERVING.map(sinceOf).filter((since) => since !== null)
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
    observedSince: observed.length > 0 ? Math.min(...observed) : null,
    observedOf: sinceOf,
    roleOf: rolesOf(model.roles),
    buyingIn: buyingIn(model.buyingWords),
    rules: new Map(model.rules.map((rule) => [rule.id, rule])),
    ...stepsOf(rulesOf),
    adjusts: model.rules.some(isAdjusted),
    rulesOf,
  }
}

function isAdjusted({ enabled, kind, cap, group, expiresDays, halfLifeDays }: Rule): boolean {
  return enabled && Boolean(cap || group || expiresDays || (halfLifeDays && kind !== 'inactive'))
}
