import { z } from 'zod'
import { WhoSchema } from './condition-schema.ts'

/** At most so many points; `days`: standing at any moment of so many days, `per` webinar: in each of them. */
export const CapSchema = z.strictObject({
  points: z.int().positive(),
  per: z.literal('webinar').optional(),
  days: z.number().positive().optional(),
})

export type Cap = z.infer<typeof CapSchema>

/** What every rule may say, whatever its kind. */
export const base = {
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'a rule id is written like site_visit_long'),
  points: z.int().min(-10_000).max(10_000),
  /** `given` rows come with the method, `house` rows are Ripen's own, `own` ones the company's; all may be switched off. */
  origin: z.enum(['given', 'house', 'own']),
  enabled: z.boolean().default(true),
  /** Under which heading it is shown. */
  section: z.string().optional(),
  /** Why the company has it. */
  note: z.string().optional(),
  /** Only for these people. */
  when: WhoSchema.optional(),
  /** The group whose cap it shares. */
  group: z.string().optional(),
  cap: CapSchema.optional(),
  /** Its points stand for so many days. */
  expiresDays: z.number().positive().optional(),
  /** Its points halve every so many days. */
  halfLifeDays: z.number().positive().optional(),
}

/** Which webinars it looks at; all that are named must fit. */
export const ofWebinar = {
  webinarKind: z.string().optional(),
  /** Held with any partner. */
  cobranded: z.literal(true).optional(),
  /** Held with one of these partners, by name in any case. */
  partners: z.array(z.string()).min(1).optional(),
  /** Of one of these series, by the platform's number of it. */
  series: z.array(z.string()).min(1).optional(),
  /** Any of these words stands in the topic. */
  topics: z.array(z.string()).min(1).optional(),
}

/** How often an act pays: `times` in each webinar, local day or item (a mail, a page group, a file), in `days`, or ever. */
export const LimitSchema = z
  .strictObject({
    times: z.int().positive().default(1),
    per: z.enum(['webinar', 'day', 'item', 'window', 'ever']),
    days: z.number().positive().optional(),
  })
  .refine(({ per, days }) => (per === 'window') === (days !== undefined), '`days` belongs to the limit per window')

export type Limit = z.infer<typeof LimitSchema>
