import { z } from 'zod'
import { VisitsSchema, WhoSchema } from './condition-schema.ts'
import { base, LimitSchema, ofWebinar } from './rule-base.ts'

/** What a `did` rule may ask for. */
export const ACTS = [
  'question',
  'poll',
  'webinar_chat',
  'survey',
  'open_answer',
  'site_chat',
  'mail_opened',
  'mail_clicked',
  'mail_studied',
  'page',
  'social',
  'call_answered',
  'message_replied',
  'meeting_booked',
] as const

/** What a workspace may see of people. */
export const CHANNELS = ['mail', 'phone', 'whatsapp', 'site', 'social'] as const
export type Channel = (typeof CHANNELS)[number]

const words = z.array(z.string().min(1)).min(1)
/** About buying at all, or about one of these topics of the model. */
const buying = z.union([z.literal(true), words]).optional()
const seconds = z.number().nonnegative()
const contentKinds = z.array(z.string()).min(1).optional()
const limit = LimitSchema.optional()

const kinds = {
  /** Registered for the webinar; each condition narrows it. */
  registered: z.strictObject({
    ...base,
    ...ofWebinar,
    kind: z.literal('registered'),
    withQuestion: z.literal(true).optional(),
    /** Any of these stands in the question. */
    keywords: words.optional(),
    /** The comment or an answer in the form is about buying. */
    buying,
    withRealDetails: z.literal(true).optional(),
    afterTakingPart: z.literal(true).optional(),
  }),
  /** Seen live or on replay. Of the rules of this kind the first that holds pays. Without a bound: anything above 0. */
  attended: z.strictObject({
    ...base,
    ...ofWebinar,
    kind: z.literal('attended'),
    share: z.number().positive().max(1).optional(),
    seconds: seconds.optional(),
  }),
  attended_live: z.strictObject({
    ...base,
    ...ofWebinar,
    kind: z.literal('attended_live'),
    seconds,
  }),
  /** Replay seconds alone: so many, or the share of a shorter media; not beside the rule it names. */
  replayed: z.strictObject({
    ...base,
    ...ofWebinar,
    kind: z.literal('replayed'),
    seconds,
    share: z.number().positive().max(1),
    notBeside: z.string().optional(),
  }),
  /**
   * Did something: while a webinar ran, in the days after it, at any time where the fact names it, or `ever`, which is
   * a row of the person. Usually pays once a webinar, `ever` once an item; a machine's act never pays.
   */
  did: z.strictObject({
    ...base,
    ...ofWebinar,
    kind: z.literal('did'),
    act: z.enum(ACTS),
    place: z.enum(['during', 'after', 'any', 'ever']),
    /** Any of these stands in what was asked, written or answered. */
    keywords: words.optional(),
    /** What was asked, written or answered in the person's own words is about buying. */
    buying,
    /** The page seen, or the page a clicked link leads to, is of this group. */
    pageGroup: z.string().optional(),
    /** Of a page: seen so long. Of a mail: so long on pages of the group after a click in it. */
    seconds: seconds.optional(),
    /** Of a social act: `like`, `share`, `comment`; of a reply: the channel. */
    actions: words.optional(),
    limit,
  }),
  visited: z.strictObject({
    ...base,
    ...ofWebinar,
    kind: z.literal('visited'),
    /** Known length at least this. */
    seconds: seconds.optional(),
    /** At least this long, or of unknown length. */
    secondsOrUnknown: seconds.optional(),
    pageGroup: z.string().optional(),
    again: z.literal(true).optional(),
    limit,
  }),
  bounced: z.strictObject({ ...base, ...ofWebinar, kind: z.literal('bounced'), underSeconds: seconds }),
  /** Person rows. `contentKinds` left out: every kind that no other download rule names. */
  downloaded: z.strictObject({ ...base, kind: z.literal('downloaded'), contentKinds, limit }),
  /** Saw content and did not download it; a download lifts it. Once each. */
  ignored: z.strictObject({ ...base, kind: z.literal('ignored'), contentKinds }),
  video_watched: z.strictObject({
    ...base,
    kind: z.literal('video_watched'),
    contentKinds,
    share: z.number().positive().max(1),
  }),
  /** Booked a meeting or sent one of these forms. Makes the person SQL for as long. */
  hand_raised: z.strictObject({
    ...base,
    kind: z.literal('hand_raised'),
    forms: z.array(z.enum(['contact', 'quote', 'demo_request', 'other'])),
    onceInDays: z.number().positive(),
    sqlForDays: z.number().nonnegative(),
  }),
  form_submitted: z.strictObject({
    ...base,
    kind: z.literal('form_submitted'),
    forms: z.array(z.enum(['contact', 'quote', 'demo_request', 'other'])),
    limit,
  }),
  /**
   * So many business days without activity, or without any of one channel. `cooling`: what is lost then, the points at
   * once, the last surge in reverse (`mirror`), or half of what was gained every `halfLifeDays`.
   */
  inactive: z
    .strictObject({
      ...base,
      kind: z.literal('inactive'),
      businessDays: z.int().positive(),
      channel: z.enum(CHANNELS).optional(),
      cooling: z.enum(['fixed', 'mirror', 'half_life']).default('fixed'),
    })
    .refine(
      ({ cooling, halfLifeDays }) => (cooling === 'half_life') === (halfLifeDays !== undefined),
      '`halfLifeDays` belongs to the cooling half_life',
    ),
  /** A lead who never did anything of a channel, so many days after becoming one; the first time lifts it. */
  absent: z.strictObject({
    ...base,
    kind: z.literal('absent'),
    channel: z.enum(CHANNELS),
    afterDays: z.number().positive(),
  }),
  /** While true: gained so many points in so many hours, on so many days of the calendar. */
  pace: z.strictObject({
    ...base,
    kind: z.literal('pace'),
    gained: z.int().positive(),
    hours: z.number().positive(),
    days: z.int().positive().default(1),
  }),
  /** While true: who the person is and where they work. */
  profile: z.strictObject({ ...base, kind: z.literal('profile'), when: WhoSchema }),
  /** While true: visits of the site, whatever webinar they follow. */
  site_activity: z.strictObject({ ...base, kind: z.literal('site_activity'), visits: VisitsSchema }),
  fit_complete: z.strictObject({ ...base, kind: z.literal('fit_complete') }),
  free_email: z.strictObject({ ...base, kind: z.literal('free_email') }),
  mails_unopened: z.strictObject({
    ...base,
    kind: z.literal('mails_unopened'),
    last: z.int().positive(),
    afterDays: z.number().nonnegative(),
  }),
  opens_without_clicks: z.strictObject({
    ...base,
    kind: z.literal('opens_without_clicks'),
    mails: z.int().positive(),
  }),
  messages_ignored: z.strictObject({
    ...base,
    kind: z.literal('messages_ignored'),
    channel: z.string(),
    last: z.int().positive(),
    afterDays: z.number().nonnegative(),
  }),
  calls_unanswered: z.strictObject({ ...base, kind: z.literal('calls_unanswered'), last: z.int().positive() }),
  no_human_contact: z.strictObject({ ...base, kind: z.literal('no_human_contact'), attempts: z.int().positive() }),
  unsubscribed: z.strictObject({ ...base, kind: z.literal('unsubscribed') }),
  wrong_fit: z.strictObject({
    ...base,
    kind: z.literal('wrong_fit'),
    lists: z.array(z.strictObject({ attribute: z.string(), oneOf: z.array(z.string()).min(1) })),
    disqualifies: z.boolean().default(false),
  }),
}

/** One row of the point table: what must hold, and what it is worth. The kinds of condition live here alone. */
export const RuleSchema = z.discriminatedUnion(
  'kind',
  Object.values(kinds) as [(typeof kinds)[keyof typeof kinds], ...(typeof kinds)[keyof typeof kinds][]],
)

export type RuleKind = keyof typeof kinds
export type RuleOf<K extends RuleKind> = z.infer<(typeof kinds)[K]>
export type Rule = { [K in RuleKind]: RuleOf<K> }[RuleKind]
