import { z } from 'zod'
import { Refused } from './refusal.ts'
import { type Rule, RuleSchema } from './rule.ts'

const Domains = z.array(z.string().min(1)).describe('Mail domains in lower case')

/** Since when the workspace sees a kind of activity: a moment, or `ever`. */
const Since = z.union([z.literal('ever'), z.iso.datetime({ offset: true })])

export const CharacteristicSchema = z.strictObject({
  id: z.string().min(1),
  /** `country`, `jobTitle`, `company`, `industry`, `employees`, or the name of a form question. */
  attribute: z.string().min(1),
  weight: z.number().positive().default(1),
  oneOf: z.array(z.string()).optional(),
  contains: z.array(z.string()).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
})

/**
 * Everything that can move a score, as one readable JSON file; immutable once published.
 * Days are 24 hours except business days. Points are whole numbers.
 */
export const ModelSchema = z.strictObject({
  template: z.string(),
  thresholds: z
    .strictObject({ mql: z.number(), sql: z.number() })
    .refine(({ mql, sql }) => mql <= sql, 'the score for MQL may not be above the one for SQL'),
  /** How long after a webinar's end an act still belongs to it. */
  followUpDays: z.number().positive(),
  /** Page views closer together than this are one visit. */
  visitGapMinutes: z.number().positive(),
  /** A visit of fewer seconds is a bounce: it makes nobody a lead. */
  bounceSeconds: z.number().positive(),
  /** A replay as long as the live time within this share of it fills in what was missed live. */
  replayLengthTolerance: z.number().min(0).max(1),
  velocity: z.strictObject({ hours: z.number().positive(), surgePoints: z.number(), surgeDays: z.int().positive() }),
  calendar: z.strictObject({
    timezone: z.string(),
    weekend: z.array(z.int().min(0).max(6)).max(6).describe('0 is Sunday'),
    holidays: z.array(z.iso.date()),
  }),
  observes: z.strictObject({
    mail: Since.optional(),
    phone: Since.optional(),
    whatsapp: Since.optional(),
    site: Since.optional(),
  }),
  pageGroups: z.record(z.string(), z.array(z.string().startsWith('/'))),
  freeMailboxes: Domains,
  disposableMailboxes: Domains,
  staffDomains: Domains,
  fit: z.strictObject({ characteristics: z.array(CharacteristicSchema) }),
  rules: z
    .array(RuleSchema)
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'two rules have the same id')
    .refine((rules) => rules.every((rule) => isRuleNamed(rules, rule)), '`notBeside` names no rule of this model'),
})

function isRuleNamed(rules: readonly Rule[], rule: Rule): boolean {
  return rule.kind !== 'replayed' || !rule.notBeside || rules.some(({ id }) => id === rule.notBeside)
}

export type Model = z.infer<typeof ModelSchema>
export type Characteristic = z.infer<typeof CharacteristicSchema>

/** Checks a model file. Throws `Refused('invalid')` that names the first wrong place and lists all. */
export function parseModel(json: unknown): Model {
  const result = ModelSchema.safeParse(json)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => ({ field: path.join('.') || '(model)', message }))
  throw new Refused('invalid', `The model is not valid: ${problems[0]!.field}: ${problems[0]!.message}`, { problems })
}
