import { businessDayAfter, localDay } from '../domain/calendar.ts'
import { CALLED, type Calls, callsOf, compareCalls, dateOf, isTied, type TieBreaker } from '../domain/calls.ts'
import { Refused } from '../domain/refusal.ts'
import type { Words } from '../domain/words.ts'
import { countTied } from '../store/rankings.ts'
import { type AskedMoment, type MomentQuery, momentAnswered, readAskedMoment } from './asked-moment.ts'
import { calls } from './call-words.ts'
import { countMatching } from './count-matching.ts'
import { needed } from './find-webinar.ts'
import { compiledModel } from './live-models.ts'
import type { FoundWebinar } from './people-of-webinar.ts'
import { type PlacedRow, rankedNow } from './ranked-now.ts'
import { rankedThen } from './ranked-then.ts'
import type { Place } from './ranking-cursor.ts'
import { type AskedRanking, readWhole } from './ranking-query.ts'
import type { RankingRow } from './ranking-row.ts'
import { numberOfWebinar } from './series.ts'
import type { Workspace } from './workspace.ts'

export interface CallsQuery extends MomentQuery {
  perDay?: string | number | undefined
}

/** Whom sales call of a webinar, and when. Days are YYYY-MM-DD of the model's calendar. */
export interface CallList {
  perDay: number
  /** The day of `today`: this one, or the next business day. */
  day: string
  cut: Calls<RankingRow>['cut']
  today: RankingRow[]
  queue: { day: string; rows: RankingRow[] }[]
  /** Those at the cut who stand equal on both sides of it; nobody when the cut is clean. */
  ties: { count: number; called: number; explained: string | null; key: string | null; params: Words['params'] }
  /** Everybody to be called. */
  total: number
  /** Those behind the last row of the queue; the last of them would be called on this day, null when that is years away. */
  rest: { people: number; until: string | null }
  modelVersion: number
  asOf: string
  knownAt?: string
}

/** So many days at most are queued, so many rows are in one answer; so many are read where very many stand equal. */
const most = { days: 10, rows: 1_000, read: 3_000 }
const page = 500
const longestQueue = 1_000
const called: Omit<AskedRanking, 'limit' | 'after'> = {
  ...{ order: 'webinar' as const, filter: { stages: CALLED }, filtered: true, asOf: undefined, offset: 0 },
}

/**
 * Cuts the ranking of a webinar by what sales can call on a business day and queues the rest; of another moment than the
 * present one in steps. Throws `Refused('not_found')`, and `Refused('invalid')` where neither the query nor the model
 * says how many.
 */
export function* callsInSteps(ws: Workspace, webinarId: string, query: CallsQuery): Generator<void, CallList> {
  const moment = readAskedMoment(ws, query)
  const of = needed(moment.known.findWebinar(webinarId), webinarId)
  const { version: modelVersion, asOf } = moment
  const { calendar, model } = compiledModel(ws, modelVersion)
  const perDay = query.perDay ? readWhole('perDay', query.perDay, 1, most.rows) : model.callsPerDay
  if (perDay === undefined) throw new Refused('invalid', calls('noPerDay'), { field: 'perDay' })
  const wanted = Math.min(most.rows, perDay * (most.days + 1))
  const read = moment.isNow ? readNow(ws, modelVersion, of, wanted) : yield* readThen(ws, moment, of)
  const cut = callsOf(read.rows, { perDay, calendar, asOf })
  const queue = cut.queue.slice(0, Math.floor((wanted - 1) / perDay)).map(({ day, people }) => ({ day, rows: people }))
  const named = queue.reduce((sum, { rows }) => sum + rows.length, cut.today.length)
  const days = Math.ceil(read.total / perDay)
  const last = days > longestQueue ? null : dateOf(businessDayAfter(calendar, localDay(calendar, asOf) - 1, days))
  return {
    ...{ perDay, day: cut.day, cut: cut.cut, today: cut.today, queue, ties: tiesOf(cut, read), total: read.total },
    rest: { people: read.total - named, until: read.total > named ? last : null },
    ...{ modelVersion, ...momentAnswered(moment) },
  }
}

/** Rows in the order of calls and how many there are in all. `unread`: of those who stand as the last row does. */
interface Read {
  rows: RankingRow[]
  total: number
  unread: number
}

/** So many rows of the present ranking, and on to the last who stands as the last of these does, if that is not too far. */
function readNow(ws: Workspace, model: number, { webinar }: FoundWebinar, wanted: number): Read {
  const number = numberOfWebinar(ws, webinar)
  const { filter } = called
  const rows: RankingRow[] = []
  const limit = Math.min(page, wanted + 50)
  let after: Place | null = null
  for (let more = true; more; ) {
    const found: PlacedRow[] = rankedNow(ws, model, webinar, { ...called, limit, after }, ws.now())
    rows.push(...found.map(({ row }) => row))
    after = found.at(-1)?.place ?? after
    const isFurther = rows.length > wanted && !isTied(rows[wanted - 1]!, rows.at(-1)!)
    more = found.length === limit && !isFurther && rows.length < most.read
  }
  const total = countMatching(ws, model, number, filter)!
  const last = rows.at(-1)
  if (!last || rows.length === total) return { rows: rows.sort(compareCalls), total, unread: 0 }
  const tail = rows.findIndex((row) => isTied(row, last))
  const unread = countTied(ws.db, { model, webinar: number, filter }, after!) - (rows.length - tail)
  if (unread === 0) return { rows: rows.sort(compareCalls), total, unread }
  return { rows: [...rows.slice(0, tail).sort(compareCalls), ...rows.slice(tail)], total, unread }
}

function* readThen(ws: Workspace, moment: AskedMoment, of: FoundWebinar): Generator<void, Read> {
  const { rows } = yield* rankedThen(ws, moment, of, { ...called, limit: 0, after: null })
  return { rows: rows.map(({ row }) => row).sort(compareCalls), total: rows.length, unread: 0 }
}

const deciding: Record<TieBreaker, Words> = {
  velocity: calls('velocity'),
  lastActivityAt: calls('lastActivityAt'),
  email: calls('email'),
  id: calls('id'),
}

function tiesOf({ cut, ties }: Calls<RankingRow>, { rows, unread }: Read): CallList['ties'] {
  if (!ties || !cut) return { count: 0, called: 0, explained: null, key: null, params: {} }
  const many = unread > 0 && isTied(cut, rows.at(-1)!)
  const count = ties.count + (many ? unread : 0)
  const { webinarPoints: points, score } = cut
  const by = many ? calls('many') : deciding[ties.decidedBy]
  const { text, key, params } = calls('tied', { count, points, score, called: ties.called, by })
  return { count, called: ties.called, explained: text, key, params }
}
