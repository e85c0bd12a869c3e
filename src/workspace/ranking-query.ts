import { bitsOfTopics } from '../domain/buying-bits.ts'
import { GRADES } from '../domain/fit.ts'
import { FUNNEL_STEPS } from '../domain/funnel.ts'
import type { Model } from '../domain/model.ts'
import { ORDERS, type Order, PRESENCES, type Presence, type RankingFilter } from '../domain/ranking.ts'
import { Refused } from '../domain/refusal.ts'
import { STAGES } from '../domain/stage.ts'
import type { MomentQuery } from './asked-moment.ts'
import { type Place, readCursor } from './ranking-cursor.ts'

/** What a caller may ask of a ranking, as it stands in a URL. */
export interface RankingQuery extends MomentQuery {
  stage?: string | undefined
  /** A step of the funnel: those who are counted in it. */
  reached?: string | undefined
  temperature?: string | undefined
  /** A letter, or `none`. */
  grade?: string | undefined
  /** `true` or `yes` in the room live, `false` or `no` not, `replay` on demand only, `no_show` registered and did not come. */
  attended?: string | undefined
  minScore?: string | number | undefined
  q?: string | undefined
  /** `true`, or a topic of buying. */
  buying?: string | undefined
  sort?: string | undefined
  limit?: string | number | undefined
  cursor?: string | undefined
  offset?: string | number | undefined
}

/** The same, understood. `after`: the row behind which the page begins; null: from `offset` on. */
export interface AskedRanking {
  order: Order
  filter: RankingFilter
  filtered: boolean
  limit: number
  offset: number
  after: Place | null
}

const temperatures = ['cold', 'warm', 'hot'] as const
const mostRows = 1000
const usualRows = 50
/** The presences, and other words for them. */
export const presences = new Map<string, Presence>([
  ...PRESENCES.map((presence) => [presence, presence] as const),
  ['true', 'yes'],
  ['live', 'yes'],
  ['false', 'no'],
])

/** `model`: by which people are ranked. Throws `Refused('invalid')` that names the field. */
export function readRankingQuery(query: RankingQuery, model: Model): AskedRanking {
  const { minScore, q, buying } = query
  const filter: RankingFilter = {
    ...(query.stage && { stage: oneOf('stage', query.stage, STAGES) }),
    ...(query.reached && { reached: oneOf('reached', query.reached, FUNNEL_STEPS) }),
    ...(query.temperature && { temperature: oneOf('temperature', query.temperature, temperatures) }),
    ...(query.grade && { grade: oneOf('grade', query.grade, [...GRADES, 'none'] as const) }),
    ...(query.attended && { attended: presences.get(oneOf('attended', query.attended, [...presences.keys()]))! }),
    ...(isGiven(minScore) && { minScore: readNumber('minScore', minScore, -1e9, 1e9) }),
    ...(q && { q }),
    ...(buying && { buying: readBuying(buying, model) }),
  }
  const order = query.sort ? oneOf('sort', query.sort, ORDERS) : 'webinar'
  return {
    order,
    filter,
    filtered: Object.keys(filter).length > 0,
    limit: isGiven(query.limit) ? readWhole('limit', query.limit, 1, mostRows) : usualRows,
    offset: isGiven(query.offset) ? readWhole('offset', query.offset, 0, 1e9) : 0,
    after: query.cursor ? readCursor(query.cursor, order) : null,
  }
}

/** The bits of the topics that are asked for: of all where it is `true`. Throws `Refused('invalid')` that names the field. */
function readBuying(given: string, model: Model): number {
  const topics = model.buyingWords.map(({ id }) => id)
  const asked = oneOf('buying', given, ['true', ...topics])
  return bitsOfTopics(model, asked === 'true' ? topics : [asked])
}

function isGiven(value: string | number | undefined): value is string | number {
  return value !== undefined && value !== ''
}

/** Throws `Refused('invalid')` that names the field, with all words that it could be. */
export function oneOf<T extends string>(field: string, given: string, words: readonly T[]): T {
  const found = words.find((word) => word === given)
  if (found === undefined)
    throw new Refused('invalid', `${field}: expected ${words.join(', ')}, got "${given}"`, { field })
  return found
}

function readNumber(field: string, given: string | number, least: number, most: number): number {
  const number = /^-?\d+(\.\d+)?$/.test(String(given)) ? Number(given) : Number.NaN
  if (!(number >= least && number <= most))
    throw new Refused('invalid', `${field}: expected a number from ${least} to ${most}, got "${given}"`, { field })
  return number
}

/** Throws `Refused('invalid')` that names the field. */
export function readWhole(field: string, given: string | number, least: number, most: number): number {
  const number = readNumber(field, given, least, most)
  if (!Number.isInteger(number))
    throw new Refused('invalid', `${field}: expected a whole number, got "${given}"`, { field })
  return number
}
