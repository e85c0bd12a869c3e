import { z } from 'zod'

const base = {
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  points: z.int().min(-10_000).max(10_000),
  /** `given` rows come with the method, `house` rows are Ripen's own and may be switched off. */
  origin: z.enum(['given', 'house']),
  enabled: z.boolean().default(true),
}
const seconds = z.number().nonnegative()
const contentKinds = z.array(z.string()).min(1).optional()

const kinds = {
  /** Registered for the webinar; each condition narrows it. */
  registered: z.strictObject({
    ...base,
    kind: z.literal('registered'),
    webinarKind: z.string().optional(),
    cobranded: z.literal(true).optional(),
    withQuestion: z.literal(true).optional(),
    withRealDetails: z.literal(true).optional(),
    afterTakingPart: z.literal(true).optional(),
  }),
  /** Seen live or on replay. Of the rules of this kind the first that holds pays. Without a bound: anything above 0. */
  attended: z.strictObject({
    ...base,
    kind: z.literal('attended'),
    share: z.number().positive().max(1).optional(),
    seconds: seconds.optional(),
  }),
  attended_live: z.strictObject({
    ...base,
    kind: z.literal('attended_live'),
    webinarKind: z.string().optional(),
    seconds,
  }),
  /** Replay seconds alone: so many, or the share of a shorter media; not beside the rule it names. */
  replayed: z.strictObject({
    ...base,
    kind: z.literal('replayed'),
    webinarKind: z.string().optional(),
    seconds,
    share: z.number().positive().max(1),
    notBeside: z.string().optional(),
  }),
  /** Did something in a webinar: while it ran, in the days after it, or at any time where the fact names it. */
  did: z.strictObject({
    ...base,
    kind: z.literal('did'),
    act: z.enum([
      'question',
      'poll',
      'webinar_chat',
      'survey',
      'open_answer',
      'site_chat',
      'mail_opened',
      'mail_clicked',
    ]),
    place: z.enum(['during', 'after', 'any']),
  }),
  visited: z.strictObject({
    ...base,
    kind: z.literal('visited'),
    /** Known length at least this. */
    seconds: seconds.optional(),
    /** At least this long, or of unknown length. */
    secondsOrUnknown: seconds.optional(),
    pageGroup: z.string().optional(),
    again: z.literal(true).optional(),
  }),
  bounced: z.strictObject({ ...base, kind: z.literal('bounced'), underSeconds: seconds }),
  /** Person rows. `contentKinds` left out: every kind that no other download rule names. */
  downloaded: z.strictObject({ ...base, kind: z.literal('downloaded'), contentKinds }),
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
  }),
  inactive: z.strictObject({ ...base, kind: z.literal('inactive'), businessDays: z.int().positive() }),
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
