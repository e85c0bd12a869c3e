import type { Activity } from '../activity.ts'
import { localDay, penaltyBegins } from '../calendar.ts'
import { isOfChannel } from '../channel.ts'
import { lossBy } from '../cooling.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import type { RuleOf } from '../rule.ts'

/**
 * So many business days without activity, counted from the latest of the last activity, the end of the latest webinar
 * the person is registered for, and the moment since which the workspace observes anything. The next activity lifts
 * the penalty: both lines stay. Of one channel only what was done there counts, and whether that is observed.
 */
export function inactive(rule: RuleOf<'inactive'>, history: History, ledger: Ledger): void {
  const lead = history.leadSince
  if (lead === null) return
  const observed = observedSince(rule, history)
  const others = rule.cooling === 'fixed' ? [] : ledger.sorted(history.model.order)
  for (const silence of silencesOf(rule, history)) {
    const begin = beginOf(rule, history, silence, observed)
    if (begin === null) continue
    if (silence.until === null && observed !== null) foresee(rule, history, begin)
    if (begin > history.asOf || begin >= silence.to || lead > begin) continue
    const detail = { at: begin, facts: [silence.after], params: { days: rule.businessDays } }
    if (observed === null) {
      if (silence.until === null) ledger.withhold(rule, { ...detail, reason: 'not_observable' })
      continue
    }
    const { points, next } = lossBy(rule, history, others, begin, Math.min(history.asOf, silence.to))
    if (silence.until === null) history.moments.maybe(next)
    if (points === 0) continue
    const cooled = rule.cooling === 'fixed' ? {} : { reason: `cooling_${rule.cooling}` }
    ledger.pay(rule, { ...detail, ...cooled, points: -points })
    if (silence.until === null) continue
    const lift = { points, reason: 'inactive_lifted', lift: true } as const
    ledger.pay(rule, { ...detail, at: silence.to, facts: [silence.until], ...lift })
  }
}

/** Since when the workspace sees what the rule waits for; null: never. */
function observedSince({ channel }: RuleOf<'inactive'>, { model }: History): number | null {
  return channel === undefined ? model.observedSince : model.observedOf(channel)
}

/** Where the whole penalty comes at once the card surely changes; where it comes bit by bit it may. */
function foresee({ cooling }: RuleOf<'inactive'>, { moments }: History, begin: number): void {
  if (cooling === 'fixed') moments.sure(begin)
  else moments.maybe(begin)
}

/** From the end of an activity to the next one (`until`), or to no known end. */
interface Silence {
  from: number
  to: number
  after: string
  until: string | null
}

function silencesOf(rule: RuleOf<'inactive'>, history: History): Silence[] {
  const silences: Silence[] = []
  let last: Activity | null = null
  for (const activity of activitiesOf(rule, history)) {
    const { from, to, fact } = activity
    if (last && from > last.to) silences.push({ from: last.to, to: from, after: last.fact, until: fact })
    if (!last || to >= last.to) last = activity
  }
  if (last && last.to > history.asOf) history.moments.maybe(last.to)
  else if (last) silences.push({ from: last.to, to: Infinity, after: last.fact, until: null })
  return silences
}

function activitiesOf({ channel }: RuleOf<'inactive'>, history: History): readonly Activity[] {
  if (channel === undefined) return history.activities
  const own = history.facts.filter((fact) => isOfChannel(fact, channel))
  return own.map(({ id, time }) => ({ from: time, to: time, fact: id }))
}

/** When the penalty begins in a silence if nothing ends it; null: never, because a webinar is still to come. */
function beginOf(rule: RuleOf<'inactive'>, history: History, silence: Silence, observed: number | null): number | null {
  const { calendar } = history.model
  const shortest = rule.businessDays * 86_400_000 - 86_400_000
  if (silence.to - silence.from < shortest) return null
  const base = Math.max(silence.from, observed ?? -Infinity)
  const turns = rule.channel === undefined ? turnsIn(history, silence) : []
  for (let index = -1; index < turns.length; index++) {
    const from = turns[index] ?? silence.from
    const webinarEnd = rule.channel === undefined ? latestEnd(history, from) : -Infinity
    if (webinarEnd === Infinity) continue
    const day = localDay(calendar, Math.max(base, webinarEnd))
    const begin = Math.max(penaltyBegins(calendar, day, rule.businessDays), from)
    if (begin < (turns[index + 1] ?? silence.to)) return begin
  }
  return null
}

/** Moments in a silence at which a registration was approved, cancelled or denied, in order. */
function turnsIn(history: History, { from, to }: Silence): number[] {
  const times: number[] = []
  for (const { registration } of history.involvements) {
    for (const time of registration.turns) if (time > from && time < to) times.push(time)
  }
  return times.sort((a, b) => a - b)
}

/** End of the latest webinar that the person was registered for at a moment; Infinity: still to come, no end known. */
function latestEnd(history: History, time: number): number {
  let latest = -Infinity
  for (const { registration, webinar } of history.involvements) {
    if (registration.at(time) === 'approved' && !webinar.deleted) latest = Math.max(latest, webinar.endsAt ?? Infinity)
  }
  return latest
}
