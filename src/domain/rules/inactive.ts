import type { Activity } from '../activity.ts'
import { localDay, penaltyBegins } from '../calendar.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import type { RuleOf } from '../rule.ts'

/**
 * So many business days without activity, counted from the latest of the last activity, the end of the latest webinar
 * the person is registered for, and the moment since which the workspace observes anything. The next activity lifts
 * the penalty: both lines stay.
 */
export function inactive(rule: RuleOf<'inactive'>, history: History, ledger: Ledger): void {
  const lead = history.leadSince
  if (lead === null) return
  for (const silence of silencesOf(history)) {
    const begin = beginOf(rule, history, silence)
    if (begin === null) continue
    if (silence.until === null && history.model.observedSince !== null) history.moments.sure(begin)
    if (begin > history.asOf || begin >= silence.to || lead > begin) continue
    const detail = { at: begin, facts: [silence.after], params: { days: rule.businessDays } }
    if (history.model.observedSince === null) {
      if (silence.until === null) ledger.withhold(rule, { ...detail, reason: 'not_observable' })
      continue
    }
    ledger.pay(rule, detail)
    if (silence.until === null) continue
    ledger.pay(rule, {
      ...detail,
      at: silence.to,
      facts: [silence.until],
      points: -rule.points,
      reason: 'inactive_lifted',
      lift: true,
    })
  }
}

/** From the end of an activity to the next one (`until`), or to no known end. */
interface Silence {
  from: number
  to: number
  after: string
  until: string | null
}

function silencesOf(history: History): Silence[] {
  const silences: Silence[] = []
  let last: Activity | null = null
  for (const activity of history.activities) {
    const { from, to, fact } = activity
    if (last && from > last.to) silences.push({ from: last.to, to: from, after: last.fact, until: fact })
    if (!last || to >= last.to) last = activity
  }
  if (last && last.to > history.asOf) history.moments.maybe(last.to)
  else if (last) silences.push({ from: last.to, to: Infinity, after: last.fact, until: null })
  return silences
}

/** When the penalty begins in a silence if nothing ends it; null: never, because a webinar is still to come. */
function beginOf(rule: RuleOf<'inactive'>, history: History, silence: Silence): number | null {
  const { calendar, observedSince } = history.model
  const shortest = rule.businessDays * 86_400_000 - 86_400_000
  if (silence.to - silence.from < shortest) return null
  const base = Math.max(silence.from, observedSince ?? -Infinity)
  const turns = turnsIn(history, silence)
  for (let index = -1; index < turns.length; index++) {
    const from = turns[index] ?? silence.from
    const webinarEnd = latestEnd(history, from)
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
