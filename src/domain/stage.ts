import { isReached, type Scored } from './condition.ts'
import type { Fact } from './fact.ts'
import type { History } from './history.ts'
import { kindsOf } from './kinds.ts'
import { handRaisesOf } from './rules/interest.ts'

export const STAGES = [
  'registrant',
  'lead',
  'mql',
  'sql',
  'opportunity',
  'customer',
  'nurture',
  'disqualified',
] as const

export type Stage = (typeof STAGES)[number]
export type Temperature = 'cold' | 'warm' | 'hot'

const DAY_MS = 86_400_000
const FUNNEL: readonly Stage[] = ['registrant', 'lead', 'mql', 'sql', 'opportunity', 'customer']

/** Whether a stage is the asked one or further down the funnel; nurture and disqualified are beside it. */
export function isBeyond(stage: Stage, asked: Stage): boolean {
  return FUNNEL.indexOf(stage) >= FUNNEL.indexOf(asked)
}

export function temperatureOf(scored: Scored): Temperature {
  const { mql, sql } = scored.history.model.model.thresholds
  return isReached(sql, scored) ? 'hot' : isReached(mql, scored) ? 'warm' : 'cold'
}

/**
 * Lead, MQL and SQL follow the score and fall back with it; what sales and deals say, and rules that disqualify,
 * outrank it. A raised hand makes a lead SQL until sales answers or the days of its rule are over. `wasBelow`: the score
 * has been too low for too long.
 */
export function stageOf(scored: Scored, wasBelow: () => boolean): Stage {
  const { history, lines } = scored
  for (const { id, disqualifies } of history.model.rulesOf('wrong_fit')) {
    if (disqualifies && lines.some(({ rule }) => rule === id)) return 'disqualified'
  }
  if (history.of('deal.won').length > 0) return 'customer'
  const answer = lastAnswer(history)
  if (answer?.type === 'lead.accepted') return 'opportunity'
  if (history.leadSince !== null && isHandRaised(history, answer)) return 'sql'
  if (answer?.type === 'lead.returned') return 'nurture'
  if (history.leadSince === null) return 'registrant'
  if (wasBelow()) return 'disqualified'
  const { mql, sql } = history.model.model.thresholds
  return isReached(sql, scored) ? 'sql' : isReached(mql, scored) ? 'mql' : 'lead'
}

const ANSWERS = kindsOf('lead.accepted', 'lead.returned', 'deal.lost')

/** The last word of sales: accepted, returned, or a deal lost, after which the score decides again. */
function lastAnswer(history: History): Fact | null {
  if (!history.hasAny(ANSWERS)) return null
  const answers = [...history.of('lead.accepted'), ...history.of('lead.returned'), ...history.of('deal.lost')]
  return answers.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1)).at(-1) ?? null
}

const RAISES = kindsOf('form.submitted', 'meeting.booked')

/** Whether a hand was raised after the last word of sales, within the days of its rule. */
function isHandRaised(history: History, answer: Fact | null): boolean {
  if (!history.hasAny(RAISES)) return false
  return history.model.rulesOf('hand_raised').some((rule) => {
    const last = handRaisesOf(rule, history).at(-1)
    if (!last || (answer && last.time <= answer.time)) return false
    const until = last.time + rule.sqlForDays * DAY_MS
    history.moments.maybe(until + 1)
    return history.asOf <= until
  })
}
