import { createHash } from 'node:crypto'
import { canonicalJson, type Fact } from '../domain/fact.ts'
import { place, type Series, type SeriesFact, seriesOf } from '../domain/series.ts'
import type { WebinarName } from '../domain/statement.ts'
import type { Webinar } from '../domain/webinar.ts'
import { factsOfSeries } from '../store/facts.ts'
import { type NumberedName, nameOfNumber, namesOfSeries } from '../store/webinar-names.ts'
import { keepWebinar } from '../store/webinars.ts'
import { bareFactOf } from './fact-of-row.ts'
import type { FactReader, Workspace } from './workspace.ts'

/** The webinars of one platform id as derived from all that is known, and the names under which they are stored. */
export interface KnownSeries {
  readonly platform: string
  readonly platformId: string
  readonly series: Series
  readonly names: ReadonlyMap<number, WebinarName>
  /** By name number, for names that mean the same webinar at any time. */
  readonly places: Map<number, Webinar>
}

export function seriesNow(ws: FactReader, platform: string, platformId: string): KnownSeries {
  const key = keyOf(platform, platformId)
  const known = ws.remembered.series.get(key) ?? derive(ws, platform, platformId)
  ws.remembered.series.set(key, known)
  return known
}

/**
 * Derives what is not remembered of some series: one at least, and then while there is time, `performance.now`. Whether
 * all are remembered.
 */
export function recallSeries(ws: FactReader, platform: string, platformIds: Iterable<string>, end: number): boolean {
  let isLate = false
  for (const platformId of platformIds) {
    if (ws.remembered.series.has(keyOf(platform, platformId))) continue
    if (isLate) return false
    seriesNow(ws, platform, platformId)
    isLate = performance.now() > end
  }
  return true
}

export function forgetSeries(ws: Workspace, platform: string, platformId: string): void {
  ws.remembered.series.delete(keyOf(platform, platformId))
  ws.remembered.seriesOfName.clear()
  ws.changed.series++
}

function derive(ws: FactReader, platform: string, platformId: string): KnownSeries {
  const names = namesOfSeries(ws.db, platform, platformId)
  return seriesFrom(platform, platformId, names, toldOf(ws, platform, platformId))
}

function toldOf(ws: FactReader, platform: string, platformId: string): NamedFact[] {
  return factsOfSeries(ws.db, platform, platformId).map((row) => ({ name: row.name!, fact: bareFactOf(row) }))
}

/** A fact with the number of the webinar name under which it was given. */
export interface NamedFact {
  name: number
  fact: Fact
}

/** The webinars of one platform id as derived from some names and facts about them. */
export function seriesFrom(
  platform: string,
  platformId: string,
  numbered: readonly NumberedName[],
  told: readonly NamedFact[],
): KnownSeries {
  const names = new Map(numbered.map(({ number, name }) => [number, name]))
  const series = seriesOf(platform, platformId, namedBy(names, told), names.values(), webinarId)
  return { platform, platformId, series, names, places: new Map() }
}

/** All that is said about the webinars of a series, under their names. */
export function factsAbout(ws: FactReader, { platform, platformId, names }: KnownSeries): SeriesFact[] {
  return namedBy(names, toldOf(ws, platform, platformId))
}

function namedBy(names: ReadonlyMap<number, WebinarName>, told: readonly NamedFact[]): SeriesFact[] {
  return told.map(({ name, fact }) => ({ ...fact, name: names.get(name)! }) as SeriesFact)
}

/** The webinar that a stored name means in a fact of a moment. */
export function webinarNamed(ws: FactReader, name: number, time: number): Webinar {
  let known = ws.remembered.seriesOfName.get(name)
  if (!known) {
    const { platform, platformId } = nameOfNumber(ws.db, name)
    known = seriesNow(ws, platform, platformId)
    for (const number of known.names.keys()) ws.remembered.seriesOfName.set(number, known)
  }
  return placeOf(known, name, time)
}

/** The webinar that a name of a series means in a fact of a moment. */
export function placeOf(known: KnownSeries, number: number, time: number): Webinar {
  const before = known.places.get(number)
  if (before) return before
  const name = known.names.get(number)!
  const webinar = place(known.series, name, time)
  if (isFixed(name)) known.places.set(number, webinar)
  return webinar
}

/** Whether a name means the same webinar whenever it is said. */
function isFixed({ instance, slot, at }: WebinarName): boolean {
  return instance !== undefined || slot !== undefined || at !== undefined
}

/** Numbers of the names that mean a webinar, or may mean it in some fact. */
export function namesOfWebinar(known: KnownSeries, webinar: Webinar): number[] {
  return [...known.names].flatMap(([number, name]) =>
    isFixed(name) && placeOf(known, number, 0).id !== webinar.id ? [] : [number],
  )
}

/**
 * Whom a change of webinars concerns of those who are named with a name. `webinar`: everybody; `room`: whoever did more
 * than register, for only the time is another in which it ran, and that before its end.
 */
export type Concerned = 'webinar' | 'room'

/** The names known before, by number, whose webinar is now another one or has changed. */
export function renamed(before: KnownSeries, after: KnownSeries): Map<number, Concerned> {
  const same = canonicalJson(before.series.webinars) === canonicalJson(after.series.webinars)
  const changed = new Map<number, Concerned>()
  if (same) return changed
  for (const [number, name] of before.names) {
    if (!isFixed(name)) changed.set(number, 'webinar')
    else {
      const [old, now] = [placeOf(before, number, 0), placeOf(after, number, 0)]
      if (canonicalJson(old) === canonicalJson(now)) continue
      changed.set(number, apartFromRoom(old) === apartFromRoom(now) ? 'room' : 'webinar')
    }
  }
  return changed
}

/** All of a webinar that concerns somebody who only registered. */
function apartFromRoom({ instances: _, running: __, live: ___, startsAt: ____, ...rest }: Webinar): string {
  return canonicalJson(rest)
}

/** Remembers the ids of all webinars, so that they are found by id for ever. */
export function keepWebinars(ws: Workspace, { series }: KnownSeries): void {
  for (const webinar of series.webinars) numberOfWebinar(ws, webinar)
}

/** The number under which rows are stored that belong to a webinar. */
export function numberOfWebinar(ws: FactReader, { id, platform, platformId, occurrence }: Webinar): number {
  const known = ws.remembered.webinarNumbers.get(id)
  if (known !== undefined) return known
  const number = keepWebinar(ws.db, { id, platform, platformId, occurrence, since: ws.now() })
  ws.remembered.webinarNumbers.set(id, number)
  return number
}

function keyOf(platform: string, platformId: string): string {
  return JSON.stringify([platform, platformId])
}

function webinarId(text: string): string {
  return `w_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
}
