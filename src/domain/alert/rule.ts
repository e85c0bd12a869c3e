import { z } from 'zod'
import { WhoSchema } from '../condition-schema.ts'
import { STAGES } from '../stage.ts'
import { strictObject } from '../strict-object.ts'
import { SIGN_KINDS } from './kind.ts'

const word = z.string().trim().min(1).max(200)
const words = z.array(word).min(1).max(500)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write it as 24 hours: 08:30')

/** When nobody is to be disturbed, by the workspace's clock; from 20:00 to 08:00 goes over midnight. */
const QuietHoursSchema = strictObject({ from: clock, to: clock }).refine(
  ({ from, to }) => from !== to,
  '`from` and `to` may not be the same',
)

/** Together instead of one by one: each so many minutes, or on working days at an hour. */
const DigestSchema = z.union([
  strictObject({ everyMinutes: z.int().min(5).max(1440) }),
  strictObject({ dailyAt: clock }),
])

/** Of whom and of what an alert is raised; what is left out asks nothing. */
const FiltersSchema = strictObject({
  /** Only webinars of these kinds; signs that belong to no webinar pass only where none is named. */
  webinarKinds: words.optional(),
  minScore: z.number().optional(),
  grades: z
    .array(z.enum(['A', 'B', 'C', 'D']))
    .min(1)
    .optional(),
  stages: z.array(z.enum(STAGES)).min(1).optional(),
  /** Seen of the webinar so far, live or on replay. */
  minMinutes: z.number().positive().optional(),
  /** Topics of buying, as the model calls them. */
  topics: words.optional(),
  who: WhoSchema.optional(),
})

/**
 * What a company wants to be told of, and how. `accounts`: mail domains or names of companies. `margin`: after a
 * threshold was crossed the score must fall so many points below it before crossing counts anew.
 */
export const AlertRuleSchema = strictObject({
  name: z.string().trim().min(1).max(100),
  on: z.enum(SIGN_KINDS),
  enabled: z.boolean().default(true),
  filters: FiltersSchema.default({}),
  accounts: words.optional(),
  margin: z.number().min(0).max(1000).default(5),
  channels: z.array(z.string()).max(20).default([]),
  quietHours: QuietHoursSchema.optional(),
  workingDaysOnly: z.boolean().default(false),
  digest: DigestSchema.optional(),
}).superRefine(({ on, accounts, filters }, context) => {
  const wrong = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
  if (on === 'target_account' && !accounts) wrong(['accounts'], 'name the target accounts: mail domains or companies')
  if (filters.topics && on !== 'asks_to_buy') wrong(['filters', 'topics'], 'only a rule on asks_to_buy has topics')
  if (filters.minMinutes && !(on === 'attended' || on === 'watches_replay'))
    wrong(['filters', 'minMinutes'], 'only rules on attended and watches_replay ask for minutes')
})

export type AlertRule = z.infer<typeof AlertRuleSchema>

/** Who looks after whom: the first route whose condition holds. `owner` is a name, `email` where their alerts go. */
export const RouteSchema = strictObject({
  owner: z.string().trim().min(1).max(100),
  email: z.email().optional(),
  accounts: words.optional(),
  when: WhoSchema.optional(),
}).refine(({ accounts, when }) => accounts !== undefined || when !== undefined, {
  path: ['when'],
  message: 'say of whom: accounts, or a condition such as {"attribute": "country", "oneOf": ["IL"]}',
})
export const RoutesSchema = strictObject({
  routes: z.array(RouteSchema).max(200).default([]),
  /** Who looks after everybody else. */
  otherwise: strictObject({ owner: z.string().trim().min(1).max(100), email: z.email().optional() })
    .nullable()
    .default(null),
})
export type Routes = z.infer<typeof RoutesSchema>
