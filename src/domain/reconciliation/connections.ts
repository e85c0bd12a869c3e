import type { Fact } from '../fact.ts'
import type { Interval } from '../interval.ts'
import { allStaysOf, SAME_JOIN_MS } from '../stay.ts'

/**
 * One connection to a room by one source, ms UTC. Of webhooks `from` is NaN where the join never came, `to` Infinity where
 * the leave did not. `connection` where the source names it: a report file does not.
 */
export interface Told extends Interval {
  readonly connection: string | undefined
}

/** The connections of which webhooks told, facts in canonical order. */
export function toldOf(facts: readonly Fact[]): Told[] {
  const byId = new Map(facts.filter(isOfWebhook).map((fact) => [fact.id, fact]))
  const told: Told[] = []
  for (const { from, to, facts: paired } of allStaysOf([...byId.values()])) {
    const connection = byId.get(paired[0]!)!.connection
    for (const id of paired) byId.delete(id)
    told.push({ from, to, connection })
  }
  for (const { type, time, connection } of byId.values())
    if (type === 'webinar.left') told.push({ from: Number.NaN, to: time, connection })
  return told
}

function isOfWebhook({ type }: Fact): boolean {
  return type === 'webinar.joined' || type === 'webinar.left'
}

/** The rows of the platform's report, by API or by file: one that came by both counts once. */
export function rowsOf(facts: readonly Fact[]): readonly Told[] {
  return distinct(
    facts.flatMap((fact) =>
      fact.type === 'webinar.attended' && fact.data.evidence === 'report'
        ? [{ from: fact.data.joinedAt, to: fact.data.leftAt, connection: fact.connection }]
        : [],
    ),
  )
}

/** Of rows that say the same by API and by file only the former, which name their connection. */
export function distinct(rows: readonly Told[]): readonly Told[] {
  if (rows.length < 2) return rows
  const exact = rows.filter(({ connection }) => connection !== undefined)
  const left = new Set(exact)
  const others = rows.filter((row) => {
    if (row.connection !== undefined) return false
    const twin = [...left].find((each) => isRounded(row, each))
    if (twin) left.delete(twin)
    return !twin
  })
  return [...exact, ...others]
}

/** Whether a row says the same as another one, or the same without the seconds. */
function isRounded(row: Interval, exact: Interval): boolean {
  const off = (a: number, b: number) => (a % 60_000 === 0 ? Math.abs(a - b) < 60_000 : a === b)
  return off(row.from, exact.from) && off(row.to, exact.to)
}

/** Whether a report prints no seconds: each of its times may be off by up to a minute. */
export function isToTheMinute(rows: readonly Interval[]): boolean {
  return rows.length > 0 && rows.every(({ from, to }) => from % 60_000 === 0 && to % 60_000 === 0)
}

/**
 * How many rows have a connection by webhook of their own: the one that both name, else one that came or went at the same
 * time, to a minute.
 */
export function matchedOf(rows: readonly Told[], told: readonly Told[]): number {
  const left = new Set(told)
  const unnamed: Told[] = []
  for (const row of rows) {
    const same = row.connection && [...left].find(({ connection }) => connection === row.connection)
    if (same) left.delete(same)
    else unnamed.push(row)
  }
  for (const row of unnamed) {
    const near = [...left].filter((each) => !areApart(row, each) && isSame(row, each))
    const [nearest] = near.sort((a, b) => distance(row, a) - distance(row, b))
    if (nearest) left.delete(nearest)
  }
  return told.length - left.size
}

function areApart(a: Told, b: Told): boolean {
  return a.connection !== undefined && b.connection !== undefined
}

/** Whether two sources may mean one stay: they place its beginning or its end within a minute. */
export function isSame(a: Interval, b: Interval): boolean {
  return isNear(a.from, b.from) || isNear(a.to, b.to)
}

/** Whether they place both within a minute. */
export function isTwin(a: Interval, b: Interval): boolean {
  return isNear(a.from, b.from) && isNear(a.to, b.to)
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_JOIN_MS
}

function distance(a: Interval, b: Interval): number {
  const [from, to] = [Math.abs(a.from - b.from), Math.abs(a.to - b.to)]
  return (from <= SAME_JOIN_MS ? from : SAME_JOIN_MS) + (to <= SAME_JOIN_MS ? to : SAME_JOIN_MS)
}
