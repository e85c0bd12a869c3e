import type { Content, Fact, FactOf } from '../fact.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { watchedOf } from '../replay.ts'
import type { RuleOf } from '../rule.ts'
import type { Limit } from '../rule-base.ts'
import { type Act, payWithin } from './limits.ts'

const ONCE_EACH: Limit = { times: 1, per: 'item' }

/** Downloaded content of these kinds, or of every kind that no other download rule names; once each. */
export function downloaded(rule: RuleOf<'downloaded'>, history: History, ledger: Ledger): void {
  const taken = history.model.rulesOf('downloaded').flatMap(({ contentKinds }) => contentKinds ?? [])
  const facts = history.of('content.downloaded').filter(({ data: { content } }) => {
    const kind = content.kind ?? 'other'
    return rule.contentKinds ? rule.contentKinds.includes(kind) : !taken.includes(kind)
  })
  const acts = facts.map((fact) => actOf(fact, contentKey(fact.data.content), history))
  payWithin(rule.limit ?? ONCE_EACH, rule, acts, history, ledger)
}

/** Saw content and did not download it; the first download later lifts the penalty, and both lines stay. */
export function ignored(rule: RuleOf<'ignored'>, history: History, ledger: Ledger): void {
  const seen = new Set<string>()
  const downloads = history.of('content.downloaded')
  for (const fact of history.of('content.ignored')) {
    const { content } = fact.data
    const item = contentKey(content)
    if (seen.has(item) || (rule.contentKinds && !rule.contentKinds.includes(content.kind ?? 'other'))) continue
    seen.add(item)
    const own = downloads.filter(({ data }) => contentKey(data.content) === item)
    if (own.some(({ time }) => time <= fact.time)) continue
    const { time, facts, webinar, params } = actOf(fact, item, history)
    ledger.pay(rule, { at: time, facts, webinar, params })
    const [lifting] = own
    if (!lifting) continue
    const lift = { points: -rule.points, reason: 'ignored_lifted', lift: true } as const
    ledger.pay(rule, { at: lifting.time, facts: [lifting.id], webinar, params, ...lift })
  }
}

/** Sent a form of these kinds; once a form. */
export function formSubmitted(rule: RuleOf<'form_submitted'>, history: History, ledger: Ledger): void {
  const facts = history.of('form.submitted').filter(({ data }) => rule.forms.includes(data.form.kind))
  const acts = facts.map((fact) => actOf(fact, fact.data.form.id ?? '', history))
  payWithin(rule.limit ?? ONCE_EACH, rule, acts, history, ledger)
}

/** Watched so much of a video of these kinds; once each. */
export function videoWatched(rule: RuleOf<'video_watched'>, history: History, ledger: Ledger): void {
  const byVideo = new Map<string, FactOf<'video.watched'>[]>()
  for (const fact of history.of('video.watched')) {
    const { content } = fact.data
    if (rule.contentKinds && !rule.contentKinds.includes(content.kind ?? '')) continue
    byVideo.set(contentKey(content), [...(byVideo.get(contentKey(content)) ?? []), fact])
  }
  for (const facts of byVideo.values()) {
    const enough = facts.findIndex((_, index) =>
      watchedOf(facts.slice(0, index + 1)).some(({ share }) => share + 1e-12 >= rule.share),
    )
    const fact = facts[enough]
    if (!fact) continue
    const ids = facts.slice(0, enough + 1).map(({ id }) => id)
    ledger.pay(rule, { at: fact.time, webinar: history.webinarOf(fact), facts: ids, params: titleOf(fact) })
  }
}

/** Booked a meeting or sent one of these forms; paid again only after the days since the last one paid. */
export function handRaised(rule: RuleOf<'hand_raised'>, history: History, ledger: Ledger): void {
  const acts = handRaisesOf(rule, history).map((fact) => actOf(fact, '', history))
  payWithin({ times: 1, per: 'window', days: rule.onceInDays }, rule, acts, history, ledger)
}

/** The acts by which a person raised the hand, in order of time. */
export function handRaisesOf(rule: RuleOf<'hand_raised'>, history: History): Fact[] {
  const forms = history.of('form.submitted').filter(({ data }) => rule.forms.includes(data.form.kind))
  return [...forms, ...history.of('meeting.booked')].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
}

function actOf(fact: Fact, item: string, history: History): Act {
  return { time: fact.time, facts: [fact.id], webinar: history.webinarOf(fact), item, params: titleOf(fact) }
}

function contentKey({ id, title }: Content): string {
  return id ?? title ?? ''
}

function titleOf(fact: Fact): Record<string, string> | undefined {
  if (!('content' in fact.data)) return undefined
  const title = fact.data.content.title ?? fact.data.content.id
  return title ? { title } : undefined
}
