import { z } from 'zod'
import { BuyingTopicSchema } from './buying-topic.ts'
import { AttributeSchema, ConditionSchema, WhoSchema } from './condition-schema.ts'
import { linkProblems } from './model-links.ts'
import { isTooDeep, type ModelProblem, problemsOf } from './model-problems.ts'
import { ModelTestsSchema } from './model-test-schema.ts'
import { wrong } from './model-words.ts'
import { Refused } from './refusal.ts'
import { RuleSchema } from './rule.ts'
import { CapSchema } from './rule-base.ts'
import type { Words } from './words.ts'

const Domains = z.array(z.string().min(1)).describe('Mail domains in lower case')

/** Since when the workspace sees a kind of activity: a moment, or `ever`. */
const Since = z.union([
  z.literal('ever'),
  z.iso.datetime({ offset: true, error: 'expected "ever" or a moment such as 2026-05-12T14:00:00Z' }),
])

export const CharacteristicSchema = AttributeSchema.safeExtend({
  id: z.string().min(1),
  weight: z.number().positive().default(1),
  /** Whose it is: left out, `company`, `country`, `industry` and `employees` are the company's, all else the person's. */
  of: z.enum(['person', 'company']).optional(),
})

/** A role in buying and the job titles that mean it, in any language: the first role with a fitting title counts. */
const RoleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** Whole words in a row; a star at the end of a word stands for any ending. */
  titles: z.array(z.string().min(1)).min(1),
  /** Titles with one of these do not mean it. */
  except: z.array(z.string().min(1)).default([]),
})

/** A standing keeps a bit for each topic. */
const MOST_TOPICS = 30

/** A score, or a condition. */
const ThresholdSchema = z.union([z.number(), ConditionSchema])

/**
 * Everything that can move a score, as one readable JSON file; immutable once published.
 * Days are 24 hours except business days. Points are whole numbers.
 */
export const ModelSchema = z.strictObject({
  template: z.string(),
  name: z.string().optional(),
  /** What the company wants of it, in words. */
  goals: z.array(z.string()).default([]),
  /** From which score on, or under which condition, a lead is accepted (MQL) and ripe for sales (SQL). */
  thresholds: z.strictObject({ mql: ThresholdSchema, sql: ThresholdSchema }),
  /** How many people sales can call on a business day. */
  callsPerDay: z.int().positive().optional(),
  /** A lead whose score was below this for so many days is disqualified. */
  disqualify: z.strictObject({ below: z.number(), days: z.number().positive() }).optional(),
  groups: z.record(z.string(), CapSchema).default({}),
  roles: z.array(RoleSchema).default([]),
  /** Topics of buying, each with the words by which a question is known to be about it. */
  buyingWords: z.array(BuyingTopicSchema).max(MOST_TOPICS).default([]),
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
    social: Since.optional(),
  }),
  pageGroups: z.record(z.string(), z.array(z.string().startsWith('/'))),
  freeMailboxes: Domains,
  disposableMailboxes: Domains,
  staffDomains: Domains,
  fit: z.strictObject({
    characteristics: z.array(CharacteristicSchema),
    /** Target audiences: of the first that somebody belongs to, points for fit are worth so many times as much. */
    audiences: z
      .array(z.strictObject({ id: z.string().min(1), when: WhoSchema, multiplier: z.number().positive().max(100) }))
      .default([]),
  }),
  rules: z.array(RuleSchema),
  tests: ModelTestsSchema.default([]),
})

export type Model = z.infer<typeof ModelSchema>
export type Threshold = z.infer<typeof ThresholdSchema>
export type Role = z.infer<typeof RoleSchema>
export type Characteristic = z.infer<typeof CharacteristicSchema>

const MOST_LISTED = 50

/**
 * Checks a model that is to be stored. Throws `Refused('invalid')` that names the first wrong place and what is allowed
 * there; `problems` lists all.
 */
export function parseModel(json: unknown): Model {
  const checked = isTooDeep(json) ? null : ModelSchema.safeParse(json)
  const problems = checked?.success ? linkProblems(checked.data) : problemsOf(ModelSchema, json)
  if (checked?.success && problems.length === 0) return checked.data
  const listed = problems.slice(0, MOST_LISTED).map(({ path, what: { text: message, key, params } }) => ({
    field: path.join('.'),
    message,
    key,
    params,
  }))
  const [{ path, what }] = problems as [ModelProblem]
  const details = { field: path.join('.'), problems: listed }
  throw new Refused('invalid', wrong('at', { place: placeOf(path, json), what }), details)
}

/** Where it is; of a rule by its id too, since nobody counts the lines. */
function placeOf(path: readonly PropertyKey[], json: unknown): Words {
  const text = path.join('.')
  if (path.length === 0) return wrong('top')
  const rule = path[0] === 'rules' && (json as { rules: { id?: unknown }[] }).rules[Number(path[1])]?.id
  return typeof rule === 'string' ? wrong('inRule', { path: text, rule }) : wrong('words', { text })
}

/** A model that was stored: checked by the release that took it in, whatever today's asks beyond that. */
export function readModel(json: unknown): Model {
  return ModelSchema.parse(json)
}
