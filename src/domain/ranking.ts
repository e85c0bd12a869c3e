import type { Grade } from './fit.ts'
import { type FunnelPerson, type FunnelStage, hasReached } from './funnel.ts'
import type { Stage, Temperature } from './stage.ts'

/** What a ranking orders by and filters on: one person in one webinar. `email` is normalised, '' when none is known. */
export interface Ranked extends Omit<FunnelPerson, 'people'> {
  readonly points: number
  readonly score: number
  readonly email: string
  readonly id: string
  readonly temperature: Temperature
  readonly grade: Grade | null
  readonly name: string | null
  readonly company: string | null
  /** What of buying they spoke of (buying-bits.ts). */
  readonly buying: number
}

/** `webinar`: webinar points, then score; `score`: score, then webinar points; then e-mail, then id. */
export const ORDERS = ['webinar', 'score'] as const
export type Order = (typeof ORDERS)[number]

/**
 * `yes` in the room live, `no` not in the room, `replay` watched on demand only, `watched` on demand, live too or not,
 * `no_show` registered and did not come.
 */
export const PRESENCES = ['yes', 'no', 'replay', 'watched', 'no_show'] as const
export type Presence = (typeof PRESENCES)[number]

export interface RankingFilter {
  readonly stage?: Stage
  /** At one of these. */
  readonly stages?: readonly Stage[]
  /** Counted in this step of the webinar's funnel: took part, and is at this stage or beyond. */
  readonly reached?: FunnelStage
  readonly temperature?: Temperature
  /** `none`: the model asks for no fit. */
  readonly grade?: Grade | 'none'
  readonly attended?: Presence
  readonly minScore?: number
  /** Part of a name, an e-mail address or a company, in any case. */
  readonly q?: string
  /** Spoke of one of these topics of buying (buying-bits.ts). */
  readonly buying?: number
}

/** A total order of the people of a webinar, hottest first. */
export function compareRanked(order: Order): (a: Ranked, b: Ranked) => number {
  const text = (a: Ranked, b: Ranked) => compareCodePoints(a.email, b.email) || compareCodePoints(a.id, b.id)
  return order === 'webinar'
    ? (a, b) => b.points - a.points || b.score - a.score || text(a, b)
    : (a, b) => b.score - a.score || b.points - a.points || text(a, b)
}

export function matches(filter: RankingFilter, person: Ranked): boolean {
  if (filter.stage && person.stage !== filter.stage) return false
  if (filter.stages && !filter.stages.includes(person.stage)) return false
  if (filter.reached && !hasReached(person, filter.reached)) return false
  if (filter.temperature && person.temperature !== filter.temperature) return false
  if (filter.grade && (person.grade ?? 'none') !== filter.grade) return false
  if (filter.attended && !isPresent(filter.attended, person)) return false
  if (filter.minScore !== undefined && person.score < filter.minScore) return false
  if (filter.buying !== undefined && (filter.buying & person.buying) === 0) return false
  const { q } = filter
  return !q || [person.name, person.email, person.company].some((text) => text?.toLowerCase().includes(q.toLowerCase()))
}

function isPresent(asked: Presence, { attended, replayed, noShow }: Ranked): boolean {
  switch (asked) {
    case 'yes':
      return attended
    case 'no':
      return !attended
    case 'replay':
      return replayed && !attended
    case 'watched':
      return replayed
    case 'no_show':
      return noShow
  }
}

/** Order of Unicode code points, which is also that of SQLite's plain text comparison. */
export function compareCodePoints(a: string, b: string): number {
  const left = a[Symbol.iterator]()
  const right = b[Symbol.iterator]()
  for (;;) {
    const one = left.next()
    const other = right.next()
    if (one.done || other.done) return Number(Boolean(other.done)) - Number(Boolean(one.done))
    const difference = one.value.codePointAt(0)! - other.value.codePointAt(0)!
    if (difference !== 0) return difference
  }
}
