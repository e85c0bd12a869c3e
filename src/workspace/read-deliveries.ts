import { Refused } from '../domain/refusal.ts'
import { delayOf } from '../domain/tally.ts'
import { type Platform, readDelivery } from '../sources/index.ts'
import { unreadable, whyUnreadable } from '../sources/unreadable.ts'
import type { WebhookReading } from '../sources/zoom/payload.ts'
import { bytesOf } from '../store/db.ts'
import {
  deliveriesAfter,
  lastDelivery,
  type Settled,
  settleDelivery,
  type UnreadDelivery,
} from '../store/deliveries.ts'
import { findNoted, writeNoted } from '../store/settings.ts'
import { allSources, type SourceRow } from '../store/sources.ts'
import { Came } from './came.ts'
import { isUnavailable, type Ran, runTogether } from './commit.ts'
import { ingest } from './ingest.ts'
import { noteDelivery } from './watch-sources.ts'
import type { Workspace } from './workspace.ts'

/** Up to which number deliveries have been read. */
export function readTo(ws: Workspace): number {
  ws.remembered.readTo ??= findNoted(ws.db, 'readTo') ?? 0
  return ws.remembered.readTo
}

/** How many deliveries are stored and not read yet. */
export function countUnread(ws: Workspace): number {
  return lastDelivery(ws.db) - readTo(ws)
}

/**
 * Reads deliveries in the order in which they came, up to a number, while there is time, and ingests what they say. How
 * many were read. To be called inside `inOne`: with the facts it keeps how far it has come, so each is counted once
 * whatever happens in between.
 */
export function readDeliveries(ws: Workspace, upTo: number, goesOn: (done: number) => boolean): number {
  const sources = new Map(allSources(ws.db).map((source) => [source.number, source]))
  const came = new Came(ws)
  let done = 0
  while (goesOn(done)) {
    const begin = performance.now()
    const most = ws.handfuls.deliveries.size
    const unread = deliveriesAfter(ws.db, readTo(ws), upTo, most)
    settleAll(ws, unread, sources, came)
    ws.handfuls.deliveries.took(unread.length, performance.now() - begin)
    ws.remembered.readTo = unread.length < most ? upTo : unread.at(-1)!.number
    done += unread.length
    if (ws.remembered.readTo === upTo) break
  }
  came.store()
  writeNoted(ws.db, 'readTo', readTo(ws))
  return done
}

type Sources = ReadonlyMap<number, Pick<SourceRow, 'platform' | 'createdAt'>>

/** One that Ripen fails to store must not hold up the others: it waits in the quarantine. */
function settleAll(ws: Workspace, unread: readonly UnreadDelivery[], sources: Sources, came: Came): void {
  const jobs = unread.map((delivery) => () => settle(ws, delivery, sources))
  for (const [at, ran] of runAll(ws, jobs).entries()) {
    const delivery = unread[at]!
    if ('error' in ran) {
      ws.report('a delivery could not be stored', ran.error)
      const settled = notStored(ran.error)
      settleDelivery(ws.db, delivery.number, settled)
      addDelivery(ws, came, delivery, settled, null)
    } else {
      const { settled, reading } = ran.value
      const happenedAt = 'at' in reading ? reading.at : null
      const delay = delayOf(happenedAt, delivery.receivedAt, sources.get(delivery.source)!.createdAt)
      addDelivery(ws, came, delivery, settled, delay)
      if (reading.outcome === 'read') came.spoke(delivery.source, reading.statements, delivery.receivedAt)
    }
  }
}

/**
 * A transaction within the transaction costs a twentieth of the reading, for SQLite copies every page that it writes to: so
 * there is none until one of them throws, which undoes all that was read with it. `inOne` begins anew then.
 */
function runAll<T>(ws: Workspace, jobs: readonly (() => T)[]): Ran<T>[] {
  if (ws.turn.readsApart) return runTogether((job) => ws.transaction(job), jobs)
  try {
    return jobs.map((job) => ({ value: job() }))
  } catch (error) {
    ws.turn.readsApart = !isUnavailable(error)
    throw error
  }
}

/** Runs a job that reads deliveries in one transaction; where one of them cannot be stored, again, each of them apart. */
export function inOne<T>(ws: Workspace, job: () => T): T {
  try {
    return ws.relaxed(job)
  } catch (error) {
    if (!ws.turn.readsApart) throw error
    try {
      return ws.relaxed(job)
    } finally {
      ws.turn.readsApart = false
    }
  }
}

/** What becomes of a delivery through a fault of ours. */
export function notStored(error: unknown): Settled {
  const { text } = unreadable('failed', { fault: (error as Error).name })
  return { outcome: 'quarantined', event: null, reason: text }
}

function settle(ws: Workspace, { number, source, receivedAt, body }: UnreadDelivery, sources: Sources) {
  const reading = readDelivery(sources.get(source)!.platform as Platform, bytesOf(body))
  const settled = settleReading(ws, reading, receivedAt)
  if (settled.outcome !== 'accepted') settleDelivery(ws.db, number, settled)
  return { settled, reading }
}

export const cameTo = { accepted: 'taken', duplicate: 'duplicate', ignored: 'ignored' } as const

/** Counts a delivery with what came of it. */
function addDelivery(
  ws: Workspace,
  came: Came,
  { number, source, receivedAt: at }: Pick<UnreadDelivery, 'number' | 'source' | 'receivedAt'>,
  { outcome, reason }: Settled,
  delay: number | null,
): void {
  const sender = { kind: 'webhooks', source } as const
  noteDelivery(ws, source, at, delay)
  if (outcome === 'quarantined') came.reject(sender, { at, delay }, whyUnreadable(reason ?? ''), deliveryId(number))
  else came.add(sender, cameTo[outcome], { at, delay })
}

export function deliveryId(number: number): string {
  return `d${number}`
}

/** Ingests what a delivery says. To be called inside a transaction. */
export function settleReading(ws: Workspace, reading: WebhookReading, receivedAt: number): Settled {
  switch (reading.outcome) {
    case 'unreadable':
      return { outcome: 'quarantined', event: null, reason: reading.reason }
    case 'ignored':
      return { outcome: 'ignored', event: reading.event, reason: null }
    case 'challenge':
      return { outcome: 'ignored', event: 'challenge', reason: null }
    case 'read':
      return settleRead(ws, reading, receivedAt)
  }
}

type ReadWebhook = Extract<WebhookReading, { outcome: 'read' }>

/** What cannot be taken in waits in the quarantine, where people see the reason. */
function settleRead(ws: Workspace, { event, statements }: ReadWebhook, receivedAt: number): Settled {
  try {
    const { duplicate } = ingest(ws, statements, receivedAt)
    const known = duplicate === statements.length && duplicate > 0
    return known ? { outcome: 'duplicate', event, reason: null } : { outcome: 'accepted', event: null, reason: null }
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'invalid') throw error
    return { outcome: 'quarantined', event, reason: error.message }
  }
}
