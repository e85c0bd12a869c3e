import { blob, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ModelState } from './models.ts'

// The tables of migrations/workspace as Drizzle knows them; a test compares the two. No foreign keys and indexes here.

type Bytes = Uint8Array<ArrayBuffer>
const bytes = (name: string) => blob(name).$type<Bytes>()

export const setting = sqliteTable('setting', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
})

export const apiKey = sqliteTable('api_key', {
  hash: bytes('hash').primaryKey(),
  scopes: text('scopes').notNull(),
  createdAt: integer('created_at').notNull(),
})

export const source = sqliteTable('source', {
  number: integer('number').primaryKey(),
  platform: text('platform').notNull(),
  hookKey: text('hook_key').notNull(),
  secret: bytes('secret'),
  previousSecret: bytes('previous_secret'),
  badSignatures: integer('bad_signatures').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  validatedAt: integer('validated_at'),
  lastDeliveryAt: integer('last_delivery_at'),
  deliveries: integer('deliveries').notNull().default(0),
  countedTo: integer('counted_to').notNull().default(0),
})

export type Outcome = 'accepted' | 'duplicate' | 'ignored' | 'quarantined'

export const delivery = sqliteTable('delivery', {
  number: integer('number').primaryKey(),
  source: integer('source').notNull(),
  receivedAt: integer('received_at').notNull(),
  outcome: text('outcome').$type<Outcome>().notNull(),
  event: text('event'),
  reason: text('reason'),
  late: integer('late').notNull().default(0),
  body: bytes('body'),
})

export const personKey = sqliteTable('person_key', {
  number: integer('number').primaryKey(),
  id: bytes('id').notNull(),
  text: text('text').notNull(),
  person: integer('person').notNull(),
})

export const webinarName = sqliteTable('webinar_name', {
  number: integer('number').primaryKey(),
  platform: text('platform').notNull(),
  platformId: text('platform_id').notNull(),
  name: text('name').notNull(),
})

export const webinar = sqliteTable('webinar', {
  number: integer('number').primaryKey(),
  id: text('id').notNull(),
  platform: text('platform').notNull(),
  platformId: text('platform_id').notNull(),
  occurrence: text('occurrence').notNull(),
})

export const fact = sqliteTable('fact', {
  number: integer('number').primaryKey(),
  id: bytes('id').notNull(),
  key: integer('key'),
  name: integer('name'),
  type: integer('type').notNull(),
  time: integer('time').notNull(),
  receivedAfter: integer('received_after').notNull(),
  data: text('data'),
  profile: text('profile'),
})

export const factConflict = sqliteTable(
  'fact_conflict',
  {
    fact: integer('fact').notNull(),
    content: text('content').notNull(),
    receivedAt: integer('received_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fact, table.content] })],
)

export const bond = sqliteTable('bond', { stay: bytes('stay').notNull(), other: bytes('other').notNull() }, (table) => [
  primaryKey({ columns: [table.stay, table.other] }),
])

export const mention = sqliteTable(
  'mention',
  { name: integer('name').notNull(), key: integer('key').notNull() },
  (table) => [primaryKey({ columns: [table.name, table.key] })],
)

export const model = sqliteTable('model', {
  version: integer('version').primaryKey(),
  json: text('json').notNull(),
  state: text('state').$type<ModelState>().notNull(),
  publishedAt: integer('published_at').notNull(),
})

export const due = sqliteTable(
  'due',
  { model: integer('model').notNull(), person: integer('person').notNull() },
  (table) => [primaryKey({ columns: [table.model, table.person] })],
)

export const dueScope = sqliteTable(
  'due_scope',
  {
    model: integer('model').notNull(),
    kind: text('kind').notNull(),
    which: integer('which').notNull(),
    cursor: integer('cursor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.kind, table.which] })],
)

export const card = sqliteTable(
  'card',
  {
    model: integer('model').notNull(),
    person: integer('person').notNull(),
    score: real('score').notNull(),
    stage: integer('stage').notNull(),
    grade: text('grade'),
    temperature: integer('temperature').notNull(),
    velocity: real('velocity').notNull(),
    surge: integer('surge').notNull(),
    changesAt: integer('changes_at'),
    email: text('email').notNull(),
    name: text('name'),
    company: text('company'),
    jobTitle: text('job_title'),
    search: text('search').notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.person] })],
)

export const standing = sqliteTable(
  'standing',
  {
    model: integer('model').notNull(),
    person: integer('person').notNull(),
    webinar: integer('webinar').notNull(),
    pointsDown: real('points_down').notNull(),
    registered: integer('registered').notNull(),
    attended: integer('attended').notNull(),
    replayed: integer('replayed').notNull(),
    noShow: integer('no_show').notNull(),
    tookPart: integer('took_part').notNull(),
    stayed: integer('stayed').notNull(),
    inRoom: integer('in_room').notNull(),
    liveMs: integer('live_ms').notNull(),
    questions: integer('questions').notNull(),
    pollAnswers: integer('poll_answers').notNull(),
    detail: text('detail').notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.person, table.webinar] })],
)

export const place = sqliteTable(
  'place',
  {
    model: integer('model').notNull(),
    webinar: integer('webinar').notNull(),
    pointsDown: real('points_down').notNull(),
    scoreDown: real('score_down').notNull(),
    email: text('email').notNull(),
    id: bytes('id').notNull(),
    person: integer('person').notNull(),
    stage: integer('stage').notNull(),
    temperature: integer('temperature').notNull(),
    attended: integer('attended').notNull(),
    replayed: integer('replayed').notNull(),
    noShow: integer('no_show').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.model, table.webinar, table.pointsDown, table.scoreDown, table.email, table.id],
    }),
  ],
)

export const unscored = sqliteTable(
  'unscored',
  {
    model: integer('model').notNull(),
    person: integer('person').notNull(),
    reason: text('reason').notNull(),
    since: integer('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.person] })],
)

export const webinarCount = sqliteTable(
  'webinar_count',
  {
    model: integer('model').notNull(),
    webinar: integer('webinar').notNull(),
    registered: integer('registered').notNull(),
    attended: integer('attended').notNull(),
    replayed: integer('replayed').notNull(),
    noShow: integer('no_show').notNull(),
    tookPart: integer('took_part').notNull(),
    stage: integer('stage').notNull(),
    people: integer('people').notNull(),
    stayed: integer('stayed').notNull(),
    inRoom: integer('in_room').notNull(),
    liveMs: integer('live_ms').notNull(),
    questions: integer('questions').notNull(),
    pollAnswers: integer('poll_answers').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.model,
        table.webinar,
        table.registered,
        table.attended,
        table.replayed,
        table.noShow,
        table.tookPart,
        table.stage,
      ],
    }),
  ],
)
