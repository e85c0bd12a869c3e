import type { History } from '../history.ts'
import type { Involvement } from '../involvement.ts'
import type { Ledger } from '../ledger.ts'
import type { RuleOf } from '../rule.ts'
import { isOfRule } from './of-rule.ts'

/** One line a webinar for what was seen of it, live and on replay together: the first rule that holds. */
export function attended(rules: readonly RuleOf<'attended'>[], history: History, ledger: Ledger): void {
  for (const involvement of history.involvements) {
    for (const rule of rules) {
      if (!isOfRule(rule, involvement.webinar)) continue
      const bound = rule.share === undefined ? { ms: Math.max(1, (rule.seconds ?? 0) * 1000) } : { share: rule.share }
      const reached = involvement.attendance.reached(bound)
      history.moments.maybe(reached)
      if (reached === null || reached > history.asOf) continue
      ledger.pay(rule, { at: reached, ...seen(involvement, history) })
      break
    }
  }
}

/** So many seconds in the room of a webinar of this kind. */
export function attendedLive(rule: RuleOf<'attended_live'>, history: History, ledger: Ledger): void {
  for (const involvement of history.involvements) {
    if (!isOfRule(rule, involvement.webinar)) continue
    const reached = involvement.attendance.liveReached(rule.seconds * 1000)
    history.moments.maybe(reached)
    if (reached === null || reached > history.asOf) continue
    ledger.pay(rule, { at: reached, webinar: involvement.webinar.id, facts: stayFacts(involvement) })
  }
}

/** So many seconds of replay alone, or the share of a shorter one. */
export function replayed(rule: RuleOf<'replayed'>, history: History, ledger: Ledger): void {
  for (const involvement of history.involvements) {
    if (!isOfRule(rule, involvement.webinar)) continue
    const reached = involvement.attendance.replayReached(rule.seconds * 1000, rule.share)
    if (reached === null) continue
    const webinar = involvement.webinar.id
    const detail = { at: reached, webinar, facts: replayFacts(involvement) }
    const beside = rule.notBeside !== undefined && ledger.paid(rule.notBeside, webinar)
    if (beside) ledger.withhold(rule, { ...detail, reason: 'replay_beside_live' })
    else ledger.pay(rule, detail)
  }
}

function seen(involvement: Involvement, history: History) {
  const { attendance, webinar } = involvement
  const minutes = Math.floor(attendance.seenMs(history.asOf) / 60_000)
  const percent = Math.floor((attendance.share(history.asOf) ?? 0) * 100 + 1e-9)
  return {
    webinar: webinar.id,
    facts: [...stayFacts(involvement), ...replayFacts(involvement)],
    params: { minutes, percent },
  }
}

function stayFacts({ stays }: Involvement): string[] {
  return stays.length === 1 ? [...stays[0]!.facts] : stays.flatMap(({ facts }) => facts)
}

function replayFacts({ facts }: Involvement): string[] {
  return facts.filter(({ type }) => type === 'replay.watched').map(({ id }) => id)
}
