import type { FactOf } from './fact.ts'
import { inOrder } from './order.ts'

/** One visit of the site. `time` is its end, `seconds` its known length or null, `pages` the addresses seen. */
export interface Visit {
  readonly time: number
  readonly seconds: number | null
  readonly pages: readonly string[]
  /** How long each of them was seen, null where nobody knows; left out where only the whole is known. */
  readonly pageSeconds?: readonly (number | null)[]
  readonly webinar?: string
  readonly facts: readonly string[]
}

/**
 * Visits of people, scanners left out: each `visit.ended` (of one visit id the later holds), and page views with gaps
 * shorter than `gapMs`. A visit of page views is known once closed; `closesAt` says when the one still open will be.
 */
export function visitsOf(
  ended: readonly FactOf<'visit.ended'>[],
  viewed: readonly FactOf<'page.viewed'>[],
  gapMs: number,
  asOf: number,
): { visits: Visit[]; closesAt: number | null } {
  if (ended.length === 0 && viewed.length === 0) return { visits: [], closesAt: null }
  const visits: Visit[] = []
  for (const fact of latestById(ended)) if (!fact.data.automated) visits.push(endedVisit(fact))
  if (viewed.length === 0) return { visits: inOrder(visits, compareVisits), closesAt: null }
  let closesAt: number | null = null
  for (const views of sittings(
    viewed.filter(({ data }) => !data.automated),
    gapMs,
  )) {
    const closed = views.at(-1)!.time + gapMs
    if (closed <= asOf) visits.push(viewedVisit(views))
    else closesAt = closed
  }
  return { visits: inOrder(visits, compareVisits), closesAt }
}

function compareVisits(a: Visit, b: Visit): number {
  return a.time - b.time || (a.facts[0]! < b.facts[0]! ? -1 : 1)
}

/** Whether an address belongs to a group of path patterns: the path itself or anything below it. */
export function isPageOf(patterns: readonly string[], address: string): boolean {
  const path = pathOf(address)
  return patterns.some((pattern) => path === pattern || path.startsWith(pattern === '/' ? '/' : `${pattern}/`))
}

/**
 * How long pages of a group were seen in a visit; `patterns` null: any page. Where only the whole length is known, all of
 * it counts if one of the pages was seen.
 */
export function secondsOn({ pages, pageSeconds, seconds }: Visit, patterns: readonly string[] | null): number {
  if (patterns === null) return seconds ?? 0
  const own = pages.map((page) => isPageOf(patterns, page))
  if (!pageSeconds) return own.includes(true) ? (seconds ?? 0) : 0
  return pageSeconds.reduce<number>((sum, each, at) => sum + (own[at] ? (each ?? 0) : 0), 0)
}

function pathOf(address: string): string {
  const local = address.startsWith('/') ? address : address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '')
  const end = local.search(/[?#]/)
  const path = (end < 0 ? local : local.slice(0, end)).toLowerCase()
  return path.length > 1 ? path.replace(/\/+$/, '') : '/'
}

function latestById(ended: readonly FactOf<'visit.ended'>[]): Iterable<FactOf<'visit.ended'>> {
  if (ended.length < 2) return ended
  const latest = new Map<string, FactOf<'visit.ended'>>()
  for (const fact of ended)
    latest.set(fact.data.visitId === undefined ? `fact/${fact.id}` : `visit/${fact.data.visitId}`, fact)
  return latest.values()
}

function* sittings(viewed: readonly FactOf<'page.viewed'>[], gapMs: number): Iterable<FactOf<'page.viewed'>[]> {
  let sitting: FactOf<'page.viewed'>[] = []
  for (const view of viewed) {
    if (sitting.length > 0 && view.time - sitting.at(-1)!.time >= gapMs) {
      yield sitting
      sitting = []
    }
    sitting.push(view)
  }
  if (sitting.length > 0) yield sitting
}

function endedVisit({ id, time, webinar, data }: FactOf<'visit.ended'>): Visit {
  return { time, seconds: data.seconds ?? null, pages: data.pages, webinar, facts: [id] }
}

function viewedVisit(views: readonly FactOf<'page.viewed'>[]): Visit {
  const known = views.map(({ data }) => data.seconds).filter((seconds) => seconds !== undefined)
  return {
    time: views.at(-1)!.time,
    seconds: known.length > 0 ? known.reduce((sum, seconds) => sum + seconds, 0) : null,
    pages: views.map(({ data }) => data.url),
    pageSeconds: views.map(({ data }) => data.seconds ?? null),
    webinar: views.find(({ webinar }) => webinar)?.webinar,
    facts: views.map(({ id }) => id),
  }
}
