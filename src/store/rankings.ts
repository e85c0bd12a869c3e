import { FUNNEL_STEPS, type FunnelStage } from '../domain/funnel.ts'
import type { Order, RankingFilter } from '../domain/ranking.ts'
import { type Blob, bytesOf, type Db, type Value } from './db.ts'
import { numberOfStage, numberOfTemperature } from './stage.ts'
import type { StandingRow } from './standings.ts'

/** A place with the standing, and what of the card is shown beside it. */
export interface RankedRow
  extends Pick<StandingRow, 'points_down' | 'in_room' | 'questions' | 'poll_answers' | 'buying' | 'detail'> {
  score_down: number
  email: string
  id: Blob
  person: number
  stage: number
  temperature: number
  grade: string | null
  velocity: number
  name: string | null
  company: string | null
  job_title: string | null
}

/** Where a page goes on: behind this row. */
export type RankingKey = Pick<RankedRow, 'points_down' | 'score_down' | 'email' | 'id'>

export interface RankingPageQuery {
  model: number
  webinar: number
  order: Order
  filter: RankingFilter
  after: RankingKey | null
  /** Only the row that stands here. */
  at?: RankingKey
  limit: number
  offset: number
}

const orders = {
  webinar: { index: 'sqlite_autoindex_place_1', columns: 'points_down, score_down, email, id' },
  score: { index: 'place_by_score', columns: 'score_down, points_down, email, id' },
}

const presences = {
  yes: 'attended = 1',
  no: 'attended = 0',
  replay: 'replayed = 1 AND attended = 0',
  watched: 'replayed = 1',
  no_show: 'no_show = 1',
}

/**
 * A page of a webinar's ranking as it is stored. The places are found in the index of the order alone, filters
 * included; only the rows of the page are looked up.
 */
export function rankingPage(db: Db, query: RankingPageQuery): RankedRow[] {
  const { model, webinar, order, after, at, limit, offset } = query
  const { index, columns } = orders[order]
  const { conditions, wanted } = conditionsOf(query.filter, model)
  const asking = askersWanted(query.filter, model, webinar)
  if (at) conditions.unshift(`(${columns}) = (?, ?, ?, ?)`)
  if (after) conditions.unshift(`(${columns}) > (?, ?, ?, ?)`)
  // What an offset skips is found in the index alone; where nothing is skipped SQLite need not sort the page.
  const [inside, outside] = offset > 0 ? [`ORDER BY ${columns} LIMIT +? OFFSET +?`, ''] : ['', 'LIMIT +? OFFSET +?']
  const sql = `SELECT p.points_down, p.score_down, p.email, p.id, p.person, p.stage, p.temperature,
      s.in_room, s.questions, s.poll_answers, s.buying, s.detail, c.grade, c.velocity, c.name, c.company, c.job_title
    FROM (SELECT * FROM ${placesFor(query.filter, index)}
          WHERE model = ? AND webinar = ? ${conditions.map((condition) => `AND ${condition}`).join(' ')} ${inside}) p
    CROSS JOIN standing s ON s.model = p.model AND s.person = p.person AND s.webinar = p.webinar
    CROSS JOIN card c ON c.model = p.model AND c.person = p.person
    ORDER BY ${columns.replace(/\w+/g, 'p.$&')} ${outside}`
  const keys = [after, at].flatMap((key) => (key ? keyValues(order, key) : []))
  return db.prepare<RankedRow>(sql).all(...asking, model, webinar, ...keys, ...wanted, limit, offset)
}

/** Where somebody stands now; undefined for who is not in the ranking. */
export function placeOf(db: Db, model: number, webinar: number, person: number): RankingKey | undefined {
  const sql = `SELECT s.points_down, 0 - c.score AS score_down, c.email, k.id FROM standing s
    JOIN card c ON c.model = s.model AND c.person = s.person JOIN person_key k ON k.number = s.person
    WHERE s.model = ? AND s.person = ? AND s.webinar = ?`
  return db.prepare<RankingKey>(sql).get(model, person, webinar)
}

/** How many people of a webinar match a filter. Every one of them is looked at, so let them be few. */
export function countPlaces(
  db: Db,
  { model, webinar, filter }: Pick<RankingPageQuery, 'model' | 'webinar' | 'filter'>,
): number {
  const { q, ...rest } = filter
  const { conditions, wanted } = conditionsOf(rest, model)
  const text = q?.toLowerCase()
  if (text) {
    const searchedOf = searched.replace(/email|search/g, 'c.$&')
    conditions.push(
      `EXISTS (SELECT 1 FROM card c WHERE c.model = place.model AND c.person = place.person AND ${searchedOf})`,
    )
    wanted.push(text, text)
  }
  const sql = `SELECT count(*) AS count FROM ${placesFor(filter, orders.score.index)}
    WHERE model = ? AND webinar = ? ${conditions.map((condition) => `AND ${condition}`).join(' ')}`
  const asking = askersWanted(filter, model, webinar)
  return db.prepare<{ count: number }>(sql).get(...asking, model, webinar, ...wanted)!.count
}

/** How many of those who match a filter have the points and the score of a place. */
export function countTied(
  db: Db,
  { model, webinar, filter }: Pick<RankingPageQuery, 'model' | 'webinar' | 'filter'>,
  { points_down, score_down }: Pick<RankingKey, 'points_down' | 'score_down'>,
): number {
  const { conditions, wanted } = conditionsOf(filter, model)
  const sql = `SELECT count(*) AS count FROM place INDEXED BY ${orders.webinar.index}
    WHERE ${['model = ?', 'webinar = ?', 'points_down = ?', 'score_down = ?', ...conditions].join(' AND ')}`
  return db.prepare<{ count: number }>(sql).get(model, webinar, points_down, score_down, ...wanted)!.count
}

/** How many people stand between two places: behind the one (null: from the top), up to and with the other. */
export function countBetween(
  db: Db,
  { model, webinar, order }: Pick<RankingPageQuery, 'model' | 'webinar' | 'order'>,
  after: RankingKey | null,
  upTo: RankingKey,
): number {
  const { index, columns } = orders[order]
  const sql = `SELECT count(*) AS count FROM place INDEXED BY ${index} WHERE model = ? AND webinar = ?
    AND (${columns}) <= (?, ?, ?, ?) ${after ? `AND (${columns}) > (?, ?, ?, ?)` : ''}`
  const values = [...keyValues(order, upTo), ...(after ? keyValues(order, after) : [])]
  return db.prepare<{ count: number }>(sql).get(model, webinar, ...values)!.count
}

function keyValues(order: Order, { points_down, score_down, email, id }: RankingKey): Value[] {
  return [...(order === 'webinar' ? [points_down, score_down] : [score_down, points_down]), email, bytesOf(id)]
}

/** The places of those alone who spoke of buying, found by what is stored of them: they are few. */
const askers = `(SELECT o.* FROM standing s INDEXED BY standing_buying
    CROSS JOIN card c ON c.model = s.model AND c.person = s.person
    CROSS JOIN person_key k ON k.number = s.person
    CROSS JOIN place o ON o.model = s.model AND o.webinar = s.webinar AND o.points_down = s.points_down
      AND o.score_down = 0 - c.score AND o.email = c.email AND o.id = k.id
  WHERE s.model = ? AND s.webinar = ? AND s.buying <> 0 AND s.buying & +? <> 0) place`

/** Among which places a filter is looked for. */
function placesFor({ buying }: RankingFilter, index: string): string {
  return buying === undefined ? `place INDEXED BY ${index}` : askers
}

function askersWanted({ buying }: RankingFilter, model: number, webinar: number): Value[] {
  return buying === undefined ? [] : [model, webinar, buying]
}

const graded = `EXISTS (SELECT 1 FROM card c
  WHERE c.model = place.model AND c.person = place.person AND c.grade IS ?)`
const searched = '(instr(email, ?) > 0 OR instr(search, ?) > 0)'

function conditionsOf(filter: RankingFilter, model: number): { conditions: string[]; wanted: Value[] } {
  const { stage, stages, reached, temperature, grade, attended, minScore, q } = filter
  const conditions: string[] = []
  const wanted: Value[] = []
  const want = (condition: string, ...values: Value[]) => {
    conditions.push(condition)
    wanted.push(...values)
  }
  if (stage) want('stage = ?', numberOfStage(stage))
  if (stages) want(`stage IN (${stages.map(numberOfStage)})`)
  if (reached) want(reachedCondition(reached))
  if (temperature) want('temperature = ?', numberOfTemperature(temperature))
  // No filter of the index: asked of the card, row by row until the page is full.
  if (grade) want(graded, grade === 'none' ? null : grade)
  if (attended) want(presences[attended])
  if (minScore !== undefined) want('score_down <= ?', 0 - minScore)
  // One pass through all cards is faster than looking up a million of them in the ranking's order.
  const text = q?.toLowerCase()
  if (text) want(`person IN (SELECT person FROM card WHERE model = ? AND ${searched})`, model, text, text)
  return { conditions, wanted }
}

/** What is no filter of the index is asked of the standing, row by row until the page is full. */
function reachedCondition(step: FunnelStage): string {
  const standing = (condition: string) => `EXISTS (SELECT 1 FROM standing s WHERE s.model = place.model
    AND s.person = place.person AND s.webinar = place.webinar AND ${condition})`
  if (step === 'registrant') return standing('(s.registered = 1 OR s.attended = 1 OR s.took_part = 1)')
  const beyond = FUNNEL_STEPS.slice(FUNNEL_STEPS.indexOf(step)).map(numberOfStage)
  return `${step === 'lead' ? '' : `stage IN (${beyond}) AND `}${standing('s.took_part = 1')}`
}
