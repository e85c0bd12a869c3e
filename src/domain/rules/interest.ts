import type { Content, Fact, FactOf } from '../fact.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { watchedOf } from '../replay.ts'
import type { Rule, RuleOf } from '../rule.ts'

const DAY_MS = 86_400_000

/** Downloaded content of these kinds, or of every kind that no other download rule names; once each. */
export function downloaded(rule: RuleOf<'downloaded'>, history: History, ledger: Ledger): void {
  const taken = history.model.rulesOf('downloaded').flatMap(({ contentKinds }) => contentKinds ?? [])
  const facts = history.of('content.downloaded').filter(({ data: { content } }) => {
    const kind = content.kind ?? 'other'
    return rule.contentKinds ? rule.contentKinds.includes(kind) : !taken.includes(kind)
  })
  payOnceEach(rule, history, ledger, facts, ({ data }) => contentKey(data.content))
}

/** Sent a form of these kinds; once a form. */
export function formSubmitted(rule: RuleOf<'form_submitted'>, history: History, ledger: Ledger): void {
  const facts = history.of('form.submitted').filter(({ data }) => rule.forms.includes(data.form.kind))
  payOnceEach(rule, history, ledger, facts, ({ data }) => data.form.id ?? '')
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
      watchedOf(facts.slice(0, index + 1)).some(({ ms, length }) => ms / length + 1e-12 >= rule.share),
    )
    const fact = facts[enough]
    if (!fact) continue
    const ids = facts.slice(0, enough + 1).map(({ id }) => id)
    ledger.pay(rule, { at: fact.time, webinar: history.webinarOf(fact), facts: ids, params: titleOf(fact) })
  }
}

/** Booked a meeting or sent one of these forms; paid again only after the days since the last one paid. */
export function handRaised(rule: RuleOf<'hand_raised'>, history: History, ledger: Ledger): void {
  let last = -Infinity
  for (const fact of handRaisesOf(rule, history)) {
    const detail = { at: fact.time, webinar: history.webinarOf(fact), facts: [fact.id] }
    if (fact.time > last + rule.onceInDays * DAY_MS) {
      ledger.pay(rule, detail)
      last = fact.time
    } else ledger.withhold(rule, { ...detail, reason: 'once_in_days', params: { days: rule.onceInDays } })
  }
}

/** The acts by which a person raised the hand, in order of time. */
export function handRaisesOf(rule: RuleOf<'hand_raised'>, history: History): Fact[] {
  const forms = history.of('form.submitted').filter(({ data }) => rule.forms.includes(data.form.kind))
  return [...forms, ...history.of('meeting.booked')].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
}

function payOnceEach<F extends Fact>(
  rule: Rule,
  history: History,
  ledger: Ledger,
  facts: readonly F[],
  keyOf: (fact: F) => string,
): void {
  const seen = new Set<string>()
  for (const fact of facts) {
    const detail = { at: fact.time, webinar: history.webinarOf(fact), facts: [fact.id], params: titleOf(fact) }
    if (seen.has(keyOf(fact))) ledger.withhold(rule, { ...detail, reason: 'once_each' })
    else ledger.pay(rule, detail)
    seen.add(keyOf(fact))
  }
}

function contentKey({ id, title }: Content): string {
  return id ?? title ?? ''
}

function titleOf(fact: Fact): Record<string, string> | undefined {
  if (!('content' in fact.data)) return undefined
  const title = fact.data.content.title ?? fact.data.content.id
  return title ? { title } : undefined
}
