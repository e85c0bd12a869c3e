import { countMatching } from '../count-matching.ts'
import { compiledModel } from '../live-models.ts'
import { rankedThen } from '../ranked-then.ts'
import type { RankedWhole, WholeRanking } from '../ranking.ts'
import { readRankingQuery } from '../ranking-query.ts'
import { numberOfWebinar } from '../series.ts'
import type { Workspace } from '../workspace.ts'

/** How many of a webinar's people one filter alone leaves out; null where counting them would take long. */
export interface Excluded {
  filter: string
  value: string
  people: number | null
}

const filters = ['stage', 'reached', 'temperature', 'grade', 'attended', 'minScore', 'q', 'buying'] as const

/** Each filter of a query by itself, and how many people there are without any. */
export function* excludedInSteps(
  ws: Workspace,
  whole: Omit<RankedWhole, 'rows'>,
  query: WholeRanking,
): Generator<void, { people: number | null; filters: Excluded[] }> {
  const people = yield* countOf(ws, whole, {})
  const excluded: Excluded[] = []
  for (const filter of filters) {
    const value = query[filter]
    if (value === undefined || value === '') continue
    const left = yield* countOf(ws, whole, { [filter]: value })
    excluded.push({ filter, value: String(value), people: people === null || left === null ? null : people - left })
  }
  return { people, filters: excluded }
}

function* countOf(
  ws: Workspace,
  { moment, of }: Omit<RankedWhole, 'rows'>,
  query: WholeRanking,
): Generator<void, number | null> {
  const asked = readRankingQuery(query, compiledModel(ws, moment.version).model)
  if (moment.isNow) return countMatching(ws, moment.version, numberOfWebinar(ws, of.webinar), asked.filter)
  return (yield* rankedThen(ws, moment, of, asked)).rows.length
}
