import { FEW, inOrder } from './order.ts'
import type { Profile } from './profile.ts'

/** What each kind of fact states beyond who, which webinar and when. Times are ms UTC, lengths are seconds. */
export interface FactData {
  'webinar.mentioned': ScheduleData
  'webinar.scheduled': ScheduleData
  'webinar.described': DescriptionData
  'webinar.started': { evidence?: 'report' }
  'webinar.ended': { practice?: true; evidence?: 'report' }
  'webinar.deleted': Record<never, never>
  'webinar.recorded': { mediaSeconds: number; offsetSeconds?: number }
  'person.registered': { status: 'approved' | 'pending'; question?: string; evidence?: 'report' }
  'person.registration_approved': Record<never, never>
  'person.registration_denied': Record<never, never>
  'person.registration_cancelled': Record<never, never>
  'webinar.staffed': { role: 'host' | 'panelist' }
  'webinar.role_changed': { from: string; to: string }
  'webinar.bound': { connection: string }
  'webinar.joined': { uuid?: string; name?: string; phone?: string }
  'webinar.left': { uuid?: string; name?: string; reason?: string }
  'webinar.attended': { joinedAt: number; leftAt: number; name?: string; evidence?: 'report' }
  /** `open`: in the person's own words. */
  'poll.answered': { poll?: string; answer?: string; open?: boolean }
  /** `answer`: what the host said to it. Zoom's sources always give one, '' for none, so that the longer one counts. */
  'question.asked': { text: string; answer?: string }
  'chat.sent': { text: string; channel: 'webinar' | 'site' }
  'survey.submitted': { answers: { question?: string; answer?: string; open?: boolean }[] }
  'feedback.given': { satisfied?: boolean; comments?: string }
  'replay.registered': Record<never, never>
  'replay.watched': WatchData
  'video.watched': WatchData & { content: Content }
  'page.viewed': { url: string; seconds?: number; automated?: boolean }
  'visit.ended': { seconds?: number; pages: string[]; visitId?: string; automated?: boolean }
  'form.submitted': { form: { id?: string; kind: 'contact' | 'quote' | 'demo_request' | 'other' } }
  'content.downloaded': { content: Content }
  'content.ignored': { content: Content }
  'email.delivered': MailData
  'email.opened': MailData
  'email.clicked': MailData
  'email.bounced': MailData
  'email.complained': MailData
  'email.unsubscribed': MailData
  'message.sent': { channel: string; messageId?: string }
  'message.replied': { channel: string; messageId?: string }
  'call.completed': { outcome: 'answered' | 'voicemail' | 'busy' | 'no_answer' | 'failed'; seconds?: number }
  'social.engaged': { network: string; action: string }
  'meeting.booked': Record<never, never>
  'deal.won': { amount?: number; currency?: string; margin?: number }
  'deal.lost': { amount?: number; currency?: string; margin?: number }
  'profile.updated': Record<never, never>
  'consent.changed': { state: 'given' | 'withdrawn' | 'pending' }
  'lead.accepted': { bant?: Bant; feedback?: string }
  'lead.returned': { bant?: Bant; feedback?: string }
}

/** What a platform says of an occurrence's time. `durationMinutes` 0 means unknown and is left out by the source. */
export interface ScheduleData {
  startsAt?: number
  durationMinutes?: number
  topic?: string
  timezone?: string
  hostId?: string
  kind?: string
  partner?: Partner
  deleted?: boolean
}

/** What the producer says of a webinar. `live` is the live time set by hand. */
export interface DescriptionData {
  topic?: string
  kind?: string
  partner?: Partner | null
  cost?: number
  funnelStage?: string
  live?: { from: number; to: number }
}

export interface Partner {
  name: string
  domains: string[]
}

export interface Content {
  id?: string
  title?: string
  kind?: string
}

/** How exactly a viewing is known: positions, an amount, at least so much, or only that there was one. */
export const WATCH_EVIDENCE = ['intervals', 'total_minutes', 'milestone', 'watched_flag'] as const
export type WatchEvidence = (typeof WATCH_EVIDENCE)[number]

/**
 * Replay or video. `intervals` are seconds of the media; cumulative a session. `milestone`: at least this share was seen,
 * 0 to 1; `watched`: nobody knows how much; `position`: where the viewer stopped; `evidence` only where the source tells.
 */
export interface WatchData {
  mediaSeconds?: number
  offsetSeconds?: number
  intervals?: [number, number][]
  watchedSeconds?: number
  milestone?: number
  watched?: true
  sessionId?: string
  position?: number
  evidence?: WatchEvidence
}

export interface MailData {
  messageId?: string
  url?: string
  automated?: boolean
}

export interface Bant {
  budget?: boolean | string
  authority?: boolean | string
  need?: boolean | string
  timing?: boolean | string
}

export type FactType = keyof FactData

/**
 * One immutable recorded statement about the world. `time` places it: ms UTC, of an interval its end.
 * `webinar` is the id of the webinar that the fact names; `person` and where it came from are the store's business.
 * `connection` names one platform session (one device, one stay): a join and its leave share it.
 */
export interface FactOf<T extends FactType> {
  readonly id: string
  readonly type: T
  readonly time: number
  readonly webinar?: string
  readonly connection?: string
  /** The normalised e-mail address that decided whose fact this is, where one did. */
  readonly email?: string
  readonly profile?: Profile
  readonly data: FactData[T]
}

export type Fact = { [T in FactType]: FactOf<T> }[FactType]

/** When a fact begins to hold: of an interval its start, else its time. */
export function beginOf(fact: Fact): number {
  return fact.type === 'webinar.attended' ? fact.data.joinedAt : fact.time
}

/** Canonical order of facts: by time, then id. */
export function compareFacts(a: Fact, b: Fact): number {
  return a.time - b.time || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** JSON with sorted keys and without undefined members: equal contents give equal text. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key]
    if (member !== undefined) members += `${members && ','}${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `{${members}}`
}

/** Law 2: of two contents under one fact id the greater by (time, canonical JSON) counts. */
export function countingOf<F extends { time: number }>(a: F, b: F): F {
  if (a.time !== b.time) return a.time > b.time ? a : b
  return canonicalJson(a) >= canonicalJson(b) ? a : b
}

/** The facts that count, each id once, in canonical order. */
export function canonicalFacts(facts: Iterable<Fact>): Fact[] {
  const given = [...facts]
  if (given.length <= FEW && areDifferent(given)) return inOrder(given, compareFacts)
  const byId = new Map<string, Fact>()
  for (const fact of given) {
    const other = byId.get(fact.id)
    byId.set(fact.id, other ? countingOf(fact, other) : fact)
  }
  return [...byId.values()].sort(compareFacts)
}

function areDifferent(facts: readonly Fact[]): boolean {
  for (let at = 1; at < facts.length; at++) {
    const { id } = facts[at]!
    for (let other = 0; other < at; other++) if (facts[other]!.id === id) return false
  }
  return true
}
