import fc from 'fast-check'
import type { Fact, FactData, FactType } from '../../src/domain/fact.ts'
import { intersect } from '../../src/domain/interval.ts'
import type { Webinar } from '../../src/domain/webinar.ts'

export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000
export const START = Date.parse('2026-03-01T08:00:00Z')

/** A random person's facts in a few random webinars, and a moment to score them at. */
export interface RandomHistory {
  facts: Fact[]
  webinars: Map<string, Webinar>
  asOf: number
}

const webinar = (id: string): fc.Arbitrary<Webinar> =>
  fc
    .record({
      day: fc.integer({ min: 0, max: 40 }),
      early: fc.integer({ min: -10, max: 10 }),
      minutes: fc.integer({ min: 5, max: 120 }),
      scheduledMinutes: fc.option(fc.integer({ min: 10, max: 90 })),
      kind: fc.constantFrom('educational', 'demo'),
      partner: fc.boolean(),
      unknownEnd: fc.nat(9),
    })
    .map(({ day, early, minutes, scheduledMinutes, kind, partner, unknownEnd }): Webinar => {
      const scheduled = START + day * DAY
      const from = scheduled + early * MINUTE
      const to = unknownEnd === 0 ? Infinity : from + minutes * MINUTE
      const window = scheduledMinutes ? [{ from: scheduled, to: scheduled + scheduledMinutes * MINUTE }] : []
      const running = [{ from, to }]
      const cutToSchedule = intersect(running, window)
      return {
        id,
        platform: 'zoom',
        platformId: id,
        occurrence: '',
        instances: [id],
        topic: id,
        kind,
        partner: partner ? { name: 'Partner', domains: ['partner.example'] } : null,
        cost: null,
        funnelStage: null,
        hostIds: [],
        scheduled: window[0] ? { from: window[0].from, to: window[0].to } : null,
        running,
        live: cutToSchedule.length > 0 ? cutToSchedule : running,
        startsAt: from,
        endsAt: to === Infinity ? null : to,
        provisional: false,
        deleted: false,
        recordings: [],
      }
    })

const words = fc.constantFrom('How much?', 'Hi, what does it cost?', 'יש תקופת ניסיון, ומה המחיר?', 'спасибо')
const bit = fc.boolean()
const automated = fc.option(fc.boolean(), { nil: undefined })
const content = (kinds: string[]) => fc.record({ id: fc.constantFrom('a', 'b'), kind: fc.constantFrom(...kinds) })
const span = fc
  .tuple(fc.nat(4000), fc.integer({ min: 1, max: 2000 }))
  .map(([from, length]): [number, number] => [from, from + length])

const DATA: { [T in FactType]?: fc.Arbitrary<FactData[T]> } = {
  'person.registered': fc.record({
    status: fc.constantFrom('approved', 'approved', 'pending'),
    question: fc.option(words, { nil: undefined }),
    evidence: fc.option(fc.constant('report'), { nil: undefined }),
  }),
  'person.registration_approved': fc.constant({}),
  'person.registration_denied': fc.constant({}),
  'person.registration_cancelled': fc.constant({}),
  'webinar.joined': fc.constant({}),
  'webinar.left': fc.constant({}),
  'poll.answered': fc.constant({}),
  'question.asked': fc.record({ text: words }),
  'chat.sent': fc.record({ text: words, channel: fc.constantFrom('webinar', 'site') }),
  'survey.submitted': bit.map((open) => ({ answers: [{ answer: 'A good price', open }] })),
  'replay.registered': fc.constant({}),
  'replay.watched': fc.record({
    mediaSeconds: fc.option(fc.integer({ min: 60, max: 7200 }), { nil: undefined }),
    intervals: fc.option(fc.array(span, { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 8 }),
    watchedSeconds: fc.option(fc.nat(4000), { nil: undefined, freq: 2 }),
    milestone: fc.option(fc.constantFrom(0.25, 0.5, 0.9, 1), { nil: undefined, freq: 2 }),
    watched: fc.option(fc.constant(true as const), { nil: undefined, freq: 2 }),
    sessionId: fc.option(fc.constantFrom('s', 't'), { nil: undefined }),
  }),
  'video.watched': fc.record({
    mediaSeconds: fc.constant(600),
    watchedSeconds: fc.nat(700),
    content: content(['product', 'other']),
  }),
  'page.viewed': fc.record({
    url: fc.constantFrom('/', '/pricing', '/products/a'),
    seconds: fc.option(fc.nat(200), { nil: undefined }),
    automated,
  }),
  'visit.ended': fc.record({
    seconds: fc.option(fc.nat(200), { nil: undefined }),
    pages: fc.array(fc.constantFrom('/', '/pricing', '/blog')),
    visitId: fc.option(fc.constantFrom('v', 'w'), { nil: undefined }),
    automated,
  }),
  'form.submitted': fc.record({
    form: fc.record({ id: fc.constantFrom('f', 'g'), kind: fc.constantFrom('contact', 'quote', 'other') }),
  }),
  'content.downloaded': fc.record({ content: content(['special_report', 'catalogue', 'ebook']) }),
  'content.ignored': fc.record({ content: content(['special_report', 'ebook']) }),
  'social.engaged': fc.record({
    network: fc.constant('linkedin'),
    action: fc.constantFrom('like', 'share', 'comment'),
  }),
  'profile.updated': fc.constant({}),
  'email.delivered': fc.record({ messageId: fc.constantFrom('1', '2', '3', '4') }),
  'email.opened': fc.record({ messageId: fc.constantFrom('1', '2', '3', '4'), automated }),
  'email.clicked': fc.record({ messageId: fc.constantFrom('1', '2', '3', '4'), automated }),
  'email.unsubscribed': fc.constant({}),
  'message.sent': fc.constant({ channel: 'whatsapp' }),
  'message.replied': fc.constant({ channel: 'whatsapp' }),
  'call.completed': fc.record({ outcome: fc.constantFrom('answered', 'no_answer', 'failed') }),
  'meeting.booked': fc.constant({}),
  'deal.won': fc.constant({}),
  'consent.changed': fc.record({ state: fc.constantFrom('given', 'withdrawn') }),
  'lead.accepted': fc.constant({}),
  'lead.returned': fc.constant({}),
}

const profile = fc.record(
  {
    jobTitle: fc.constantFrom('CISO', 'CEO', 'Analyst', 'Gardener'),
    employees: fc.constantFrom(5, 300, 5000),
    industry: fc.constantFrom('Software', 'Farming'),
  },
  { requiredKeys: [] },
)

const IN_A_WEBINAR: readonly FactType[] = [
  'person.registered',
  'person.registration_cancelled',
  'webinar.joined',
  'webinar.left',
  'poll.answered',
  'question.asked',
  'replay.watched',
]

const types = Object.keys(DATA) as FactType[]
/** A few kinds a history, so that rare ones meet each other often; and what happens in every webinar. */
const themeOf = fc
  .subarray(types, { minLength: 1, maxLength: 4 })
  .map((theme) =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...theme) },
      { weight: 1, arbitrary: fc.constantFrom(...IN_A_WEBINAR) },
    ),
  )

/** Times cluster in and around the webinars, on their bounds too. */
const timeNear = (webinars: readonly Webinar[]) =>
  fc
    .tuple(
      fc.constantFrom(...webinars),
      fc.oneof(fc.integer({ min: -15, max: 130 }), fc.integer({ min: 130, max: 60 * 24 * 45 })),
      fc.constantFrom(0, 0, 1, 30_000, 59_999),
    )
    .map(([{ startsAt }, minutes, ms]) => startsAt! + minutes * MINUTE + ms)

const whole = (near: readonly Webinar[]): fc.Arbitrary<Fact> =>
  fc
    .tuple(timeNear(near), fc.integer({ min: 0, max: 90 * MINUTE }), fc.constantFrom(...near))
    .map(([joinedAt, length, { id: webinar }]) => ({
      id: '',
      type: 'webinar.attended',
      time: joinedAt + length,
      webinar,
      data: { joinedAt, leftAt: joinedAt + length },
    }))

const plain = (near: readonly Webinar[], type: fc.Arbitrary<FactType>): fc.Arbitrary<Fact> =>
  type.chain((kind) =>
    fc
      .record({
        time: timeNear(near),
        data: DATA[kind] as fc.Arbitrary<FactData[typeof kind]>,
        named: fc.constantFrom(...near).map(({ id }) => id),
        names: fc.integer({ min: 0, max: 3 }),
        connection: fc.constantFrom('one', 'two'),
        profile: fc.option(profile, { nil: undefined, freq: 3 }),
        email: fc.constantFrom('noa@free.example', 'noa@firm.example', undefined, undefined),
      })
      .map(({ named, names, connection, ...rest }) => {
        const inWebinar = IN_A_WEBINAR.includes(kind) || names === 0
        const room = kind === 'webinar.joined' || kind === 'webinar.left'
        const bare = { id: '', type: kind, ...rest } as Fact
        return {
          ...bare,
          ...(inWebinar ? { webinar: named } : {}),
          ...(room ? { connection: `${named}/${connection}` } : {}),
        } as Fact
      }),
  )

const setting = fc
  .tuple(webinar('w1'), webinar('w2'), webinar('w3'), fc.integer({ min: 1, max: 3 }))
  .map(([a, b, c, count]) => [a, b, c].slice(0, count))

/** Up to 25 facts of one person in and around these webinars. */
const factsNear = (near: readonly Webinar[]): fc.Arbitrary<Fact[]> =>
  themeOf.chain((type) => {
    const fact = fc.nat(5).chain((kind) => (kind === 0 ? whole(near) : plain(near, type)))
    return fc.array(fact, { maxLength: 25 }).map((facts) => facts.map((one, index) => ({ ...one, id: `f${index}` })))
  })

const byId = (webinars: readonly Webinar[]) => new Map(webinars.map((one) => [one.id, one]))

/** One to three webinars and up to 25 facts of one person. */
export const randomHistory: fc.Arbitrary<RandomHistory> = setting.chain((near) =>
  fc.record({
    facts: factsNear(near),
    webinars: fc.constant(byId(near)),
    asOf: fc.oneof(timeNear(near), fc.constant(START + 90 * DAY)),
  }),
)

/** What several people do in and around the same webinars. */
export interface RandomAudience {
  webinars: Webinar[]
  people: Fact[][]
}

/** Of so many people. */
export const randomAudience = (people: number): fc.Arbitrary<RandomAudience> =>
  setting.chain((near) =>
    fc.record({
      webinars: fc.constant(near),
      people: fc.array(factsNear(near), { minLength: people, maxLength: people }),
    }),
  )
