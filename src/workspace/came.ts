import { bareText, bareWords } from '../domain/bare-words.ts'
import { otherSystems, type Sender, senderText } from '../domain/sender.ts'
import type { Statement } from '../domain/statement.ts'
import { type CameTo, count, noTally } from '../domain/tally.ts'
import { dayIn, zoneOf } from '../domain/timezone.ts'
import type { Words } from '../domain/words.ts'
import { findSettings } from '../store/settings.ts'
import { addToDay, type SourceDay, sendersFrom } from '../store/source-days.ts'
import { addRejected, keepNewest, type RejectedRow } from '../store/source-rejected.ts'
import { addSpoken, type SourceSeries } from '../store/source-series.ts'
import type { Workspace } from './workspace.ts'

/** So many reasons are remembered of each sender, and so many systems that send activities are told apart. */
const newest = 20
/** The same of what comes in at once. */
const mostReasons = 100
const mostSystems = 20
/** For so many days somebody counts who sent something. */
export const shownDays = 30

interface Arrived {
  /** When it came, ms UTC, and how late that was, ms; null where nobody knows. */
  at: number
  delay?: number | null
  /** As many of them, alike in everything. */
  times?: number
}

/**
 * What came in, gathered in memory and stored in one go: that costs what is read only a few additions each, and one
 * statement for all that came from one sender.
 */
export class Came {
  readonly #ws: Workspace
  readonly #days = new Map<string, SourceDay>()
  readonly #rejected = new Map<string, RejectedRow>()
  readonly #spoken = new Map<string, SourceSeries>()

  constructor(ws: Workspace) {
    this.#ws = ws
  }

  add(sender: Sender, cameTo: CameTo, { at, delay = null, times = 1 }: Arrived): void {
    const day = this.#day(this.#known(sender), at)
    count(day, cameTo, delay, times)
    day.lastAt = Math.max(day.lastAt, at)
  }

  /** Something that was not taken, why, and by what id its own system knows it. Nothing personal of it is kept. */
  reject(sender: Sender, arrived: Arrived, reason: Words | string, example: string | null = null): void {
    this.add(sender, 'rejected', arrived)
    const row = { sender: this.#known(sender), reason: JSON.stringify(bareWords(reason)) }
    const key = `${row.sender} ${row.reason}`
    if (this.#rejected.size >= mostReasons && !this.#rejected.has(key)) return
    const times = (this.#rejected.get(key)?.times ?? 0) + (arrived.times ?? 1)
    this.#rejected.set(key, { ...row, times, lastAt: arrived.at, example: example && bareText(example) })
  }

  /** Of which webinar a source spoke, and whether of its room. */
  spoke(source: number, statements: readonly Statement[], at: number): void {
    const webinar = statements.find((statement) => statement.webinar)?.webinar
    if (!webinar) return
    const { platformId, instance } = webinar
    const key = `${source} ${platformId}`
    const before = this.#spoken.get(key)
    const roomAt = instance === undefined ? (before?.roomAt ?? null) : at
    if (before) Object.assign(before, { lastAt: at, roomAt })
    else this.#spoken.set(key, { source, platformId, firstAt: at, lastAt: at, roomAt })
  }

  /** To be called inside the transaction in which it was taken. */
  store(): void {
    const { db } = this.#ws
    for (const day of this.#days.values()) addToDay(db, day)
    const rejected = [...this.#rejected.values()]
    for (const row of rejected) addRejected(db, row)
    for (const sender of new Set(rejected.map((row) => row.sender))) keepNewest(db, sender, newest)
    for (const series of this.#spoken.values()) addSpoken(db, series)
    for (const gathered of [this.#days, this.#rejected, this.#spoken]) gathered.clear()
  }

  #day(sender: string, at: number): SourceDay {
    const day = dayOf(this.#ws, at)
    const key = `${day} ${sender}`
    let found = this.#days.get(key)
    if (!found) {
      found = { sender, day, lastAt: at, ...noTally() }
      this.#days.set(key, found)
    }
    return found
  }

  /** A system gives itself its name: of those who send under ever new ones the later ones are counted together. */
  #known(sender: Sender): string {
    const text = senderText(sender)
    if (sender.kind !== 'activities') return text
    const systems = systemsOf(this.#ws)
    if (!systems.has(text) && systems.size >= mostSystems) return senderText(otherSystems)
    systems.add(text)
    return text
  }
}

/**
 * Counts what the API of a source gave, in facts, and of which webinars it spoke, by the platform's ids. `refused` says
 * why something could not be had. To be called inside the transaction in which it was taken.
 */
export function noteFetched(
  ws: Workspace,
  source: number,
  fetched: { taken?: number; duplicate?: number; refused?: readonly Words[]; platformIds?: readonly string[] },
): void {
  const { taken = 0, duplicate = 0, refused = [], platformIds = [] } = fetched
  const sender = { kind: 'api', source } as const
  const came = new Came(ws)
  const at = ws.now()
  if (taken > 0) came.add(sender, 'taken', { at, times: taken })
  if (duplicate > 0) came.add(sender, 'duplicate', { at, times: duplicate })
  for (const words of refused) came.reject(sender, { at }, words)
  came.store()
  for (const platformId of platformIds) addSpoken(ws.db, { source, platformId, firstAt: at, lastAt: at, roomAt: null })
}

function systemsOf(ws: Workspace): Set<string> {
  const today = dayOf(ws, ws.now())
  if (ws.remembered.systems?.day !== today) {
    const names = new Set(sendersFrom(ws.db, 'activities/', today - shownDays + 1))
    ws.remembered.systems = { day: today, names }
  }
  return ws.remembered.systems.names
}

/** The day of the workspace's own calendar, as days since 1970. */
export function dayOf(ws: Workspace, at: number): number {
  return dayIn(zoneOf(calendarOf(ws).timezone), at)
}

/** In which zone the workspace counts its days, and since when it is there. */
export function calendarOf(ws: Workspace): { timezone: string; createdAt: number } {
  ws.remembered.calendar ??= findSettings(ws.db) ?? { timezone: 'UTC', createdAt: 0 }
  return ws.remembered.calendar
}
