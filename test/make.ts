import { type CompiledModel, compile } from '../src/domain/compile.ts'
import type { Content, Fact, FactData, FactOf, FactType, WatchData } from '../src/domain/fact.ts'
import { parseModel } from '../src/domain/model.ts'
import type { Profile } from '../src/domain/profile.ts'
import { type Scorecard, score } from '../src/domain/score.ts'
import { type ModelText, TEMPLATES } from '../src/domain/templates.ts'
import type { Webinar } from '../src/domain/webinar.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** `10:09:59` on the Tuesday of the webinar, `2026-03-31`, `2026-03-31 00:00` (all UTC), or ms. */
export type Moment = string | number

export function at(moment: Moment): number {
  if (typeof moment === 'number') return moment
  if (/^\d\d:/.test(moment)) return at(`2026-03-10 ${moment}`)
  const ms = Date.parse(moment.includes(':') ? `${moment.replace(' ', 'T')}Z` : moment)
  if (Number.isNaN(ms)) throw new Error(`"${moment}" is no moment`)
  return ms
}

type WebinarChanges = Partial<Omit<Webinar, 'running' | 'live'>> & { from?: Moment; to?: Moment } & {
  running?: [Moment, Moment][]
  live?: [Moment, Moment][]
}

/** `w1`: an educational webinar, Tuesday 10 March 2026, 10:00 to 11:00 UTC, as scheduled: 3600 s. */
export function makeWebinar(changes: WebinarChanges = {}): Webinar {
  const { id = 'w1', from = '10:00', to = '11:00', running = [[from, to]], live = [[from, to]], ...rest } = changes
  const stretches = (pairs: [Moment, Moment][]) => pairs.map(([start, end]) => ({ from: at(start), to: at(end) }))
  return {
    id,
    platform: 'zoom',
    platformId: '98765432100',
    occurrence: id,
    instances: [id],
    topic: 'Ripe or not',
    kind: 'educational',
    partner: null,
    cost: null,
    funnelStage: null,
    hostIds: [],
    scheduled: { from: at(from), to: at(to) },
    running: stretches(running),
    live: stretches(live),
    startsAt: stretches(running)[0]?.from ?? null,
    endsAt: stretches(running).at(-1)?.to ?? null,
    provisional: false,
    deleted: false,
    recordings: [],
    ...rest,
  }
}

export type ModelChanges = Partial<ModelText>

const template = TEMPLATES.webinar!

/** Template 1, unless another is named, with other settings. */
export function makeModel(changes: ModelChanges = {}, name = 'webinar'): CompiledModel {
  return compile(parseModel({ ...TEMPLATES[name], ...changes }), 1)
}

/** A model of these rules alone, each worth 10 points unless it says otherwise. */
export function modelOf(
  rules: readonly ({ id: string; kind: string } & Record<string, unknown>)[],
  changes: ModelChanges = {},
) {
  return makeModel({ rules: rules.map((rule) => ({ points: 10, origin: 'own', ...rule })) as never, ...changes })
}

/** The template's rules, one of them changed. */
export function withRule(id: string, changes: Record<string, unknown>): ModelChanges {
  return { rules: template.rules.map((rule) => (rule.id === id ? { ...rule, ...changes } : rule)) as never }
}

type Rest = Partial<Pick<Fact, 'id' | 'webinar' | 'connection' | 'email' | 'profile'>>

let made = 0

/** A fact with an id of its own; facts made earlier have the smaller id. */
export function makeFact<T extends FactType>(type: T, time: Moment, data: FactData[T], rest: Rest = {}): Fact {
  made += 1
  const fact: FactOf<T> = { id: `fact-${String(made).padStart(6, '0')}`, type, time: at(time), data, ...rest }
  return fact as unknown as Fact
}

type Registration = { webinar?: string; question?: string; status?: 'approved' | 'pending'; profile?: Profile }

/** A registration of Dana Levi, business address, for `w1`, a week before it. */
export function registered(time: Moment = '2026-03-03 09:00', registration: Registration = {}): Fact {
  const { webinar = 'w1', question, status = 'approved' } = registration
  const profile = registration.profile ?? { email: 'dana@acme.example', firstName: 'Dana', lastName: 'Levi' }
  return makeFact('person.registered', time, question === undefined ? { status } : { status, question }, {
    webinar,
    profile,
  })
}

export const approved = (time: Moment, webinar = 'w1') =>
  makeFact('person.registration_approved', time, {}, { webinar })
export const denied = (time: Moment, webinar = 'w1') => makeFact('person.registration_denied', time, {}, { webinar })
export const cancelled = (time: Moment, webinar = 'w1') =>
  makeFact('person.registration_cancelled', time, {}, { webinar })

export const joined = (time: Moment, connection = 'c1', webinar = 'w1') =>
  makeFact('webinar.joined', time, {}, { webinar, connection })
export const left = (time: Moment, connection = 'c1', webinar = 'w1') =>
  makeFact('webinar.left', time, {}, { webinar, connection })

/** One closed interval of a report or of another system: placed, as every interval, by its end. */
export const stayed = (from: Moment, to: Moment, webinar = 'w1', evidence?: 'report') =>
  makeFact('webinar.attended', to, { joinedAt: at(from), leftAt: at(to), ...(evidence && { evidence }) }, { webinar })

/** Replay of `w1` by positions in seconds of a media of 3600 s, unless said otherwise. */
export const watched = (time: Moment, watch: WatchData, webinar = 'w1') =>
  makeFact('replay.watched', time, { mediaSeconds: 3600, ...watch }, { webinar })

export const polled = (time: Moment, webinar = 'w1') =>
  makeFact('poll.answered', time, { poll: 'Budget?', answer: 'Yes' }, { webinar })
export const asked = (time: Moment, webinar = 'w1', text = 'What does it cost?') =>
  makeFact('question.asked', time, { text }, { webinar })
export const chatted = (time: Moment, webinar = 'w1', text = 'Hello') =>
  makeFact('chat.sent', time, { text, channel: 'webinar' }, { webinar })
export const chattedOnSite = (time: Moment, rest: Rest = {}) =>
  makeFact('chat.sent', time, { text: 'Are you there?', channel: 'site' }, rest)
export const surveyed = (time: Moment, rest: Rest = { webinar: 'w1' }, open?: string) =>
  makeFact(
    'survey.submitted',
    time,
    {
      answers: [
        { question: 'How was it?', answer: '5' },
        ...(open === undefined ? [] : [{ answer: open, open: true }]),
      ],
    },
    rest,
  )

/** A site visit placed by its end; `seconds` null: nobody knows how long. */
export const visited = (
  time: Moment,
  seconds: number | null,
  pages: string[] = ['/blog'],
  more: { visitId?: string; automated?: boolean; webinar?: string } = {},
) => {
  const { webinar, ...rest } = more
  const data = { pages, ...(seconds !== null && { seconds }), ...rest }
  return makeFact('visit.ended', time, data, webinar ? { webinar } : {})
}

export const viewed = (time: Moment, seconds: number | null = null, url = 'https://acme.example/blog') =>
  makeFact('page.viewed', time, { url, ...(seconds !== null && { seconds }) })

type Mail = { automated?: boolean; webinar?: string }
const mail = (type: 'email.delivered' | 'email.opened' | 'email.clicked') => {
  return (time: Moment, messageId: string, { automated, webinar }: Mail = {}) =>
    makeFact(type, time, { messageId, ...(automated !== undefined && { automated }) }, webinar ? { webinar } : {})
}
export const delivered = mail('email.delivered')
export const opened = mail('email.opened')
export const clicked = mail('email.clicked')

export const downloaded = (time: Moment, kind: string | undefined, id = 'file-1', rest: Rest = {}) =>
  makeFact('content.downloaded', time, { content: { id, ...(kind && { kind }) } }, rest)
export const sawVideo = (time: Moment, watch: WatchData, content: Content = { id: 'video-1', kind: 'product_video' }) =>
  makeFact('video.watched', time, { ...watch, content })
export const submitted = (time: Moment, kind: 'contact' | 'quote' | 'demo_request' | 'other', id = 'form-1') =>
  makeFact('form.submitted', time, { form: { id, kind } })
export const booked = (time: Moment) => makeFact('meeting.booked', time, {})

type Outcome = FactData['call.completed']['outcome']
export const called = (time: Moment, outcome: Outcome) => makeFact('call.completed', time, { outcome })
export const messaged = (time: Moment, channel = 'whatsapp') => makeFact('message.sent', time, { channel })
export const replied = (time: Moment, channel = 'whatsapp') => makeFact('message.replied', time, { channel })
export const engaged = (time: Moment, action: string) =>
  makeFact('social.engaged', time, { network: 'linkedin', action })
export const ignored = (time: Moment, id = 'file-1', kind = 'ebook') =>
  makeFact('content.ignored', time, { content: { id, kind } })
export const unsubscribed = (time: Moment) => makeFact('email.unsubscribed', time, {})
export const answeredProfile = (time: Moment, profile: Profile) => makeFact('profile.updated', time, {}, { profile })

interface Setting {
  /** Midnight after the day of `w1`, unless said otherwise. */
  asOf?: Moment
  webinars?: Webinar[]
  model?: CompiledModel
}

const webinarTemplate = makeModel()

/** The person of these facts, under Template 1 unless another model is given; `w1` is there unless others are. */
export function cardOf(facts: Fact[], setting: Setting = {}): Scorecard {
  const { asOf = '2026-03-11', webinars = [makeWebinar()], model = webinarTemplate } = setting
  return score(model, facts, new Map(webinars.map((webinar) => [webinar.id, webinar])), at(asOf))
}

/** Every rule with a line, +0 lines too, and the sum of its lines. */
export function pointsOf(card: Pick<Scorecard, 'ledger'>): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { rule, points } of card.ledger) sums[rule] = (sums[rule] ?? 0) + points
  return sums
}

/** Rules whose lines add up to something else than 0. */
export function paidOf(card: Pick<Scorecard, 'ledger'>): Record<string, number> {
  return Object.fromEntries(Object.entries(pointsOf(card)).filter(([, points]) => points !== 0))
}

/** The lines of one rule as `+20 w1 2026-03-10 11:00:00`: points, webinar if any, moment (with ms if there are any). */
export function linesOf(card: Pick<Scorecard, 'ledger'>, rule: string): string[] {
  return card.ledger
    .filter((line) => line.rule === rule)
    .map(({ points, webinar, at: time }) => {
      const moment = new Date(time)
        .toISOString()
        .replace('T', ' ')
        .replace(/(\.000)?Z$/, '')
      return [points < 0 ? `${points}` : `+${points}`, webinar, moment].filter(Boolean).join(' ')
    })
}
