import { beat, noPulse, type Pulse } from '../domain/pulse.ts'
import { type Alarm, alarmsOf, type Expected, type Heard, nextLook } from '../domain/silence-alarm.ts'
import { endAlarm, insertAlarm, lastingAlarms, type SourceAlarmRow } from '../store/source-alarms.ts'
import { allSources, type SourceRow } from '../store/sources.ts'
import { expectedWebinars } from './expected-webinars.ts'
import { countUnread } from './read-deliveries.ts'
import type { Workspace } from './workspace.ts'

/** How often it is looked whether the sources speak, ms; while one is silent, whether it speaks again. */
const pause = 5_000
const shortPause = 1_000

/** How the sources speak, between the moments at which it is looked at. `next`: when it need be looked at again. */
export interface Watching {
  pulses: Map<number, Pulse>
  lookedAt: number
  /** Something was heard since. */
  isStale: boolean
  next: number | null
  lasting: number
}

export function noWatching(): Watching {
  return { pulses: new Map(), lookedAt: Number.NEGATIVE_INFINITY, isStale: false, next: null, lasting: 0 }
}

/** An alarm that has begun, or is over. */
export interface AlarmChange {
  change: 'began' | 'ended'
  alarm: SourceAlarmRow
}

/** One more signed delivery of a source. */
export function noteDelivery({ watching }: Workspace, source: number, at: number, delay: number | null): void {
  const pulse = watching.pulses.get(source) ?? noPulse()
  watching.pulses.set(source, pulse)
  beat(pulse, at, delay)
  watching.isStale = true
}

/**
 * Looks, not too often, which sources are silent though they should speak; what has begun and what is over since it
 * last did. Whoever runs this hears of each once, also across restarts.
 */
export function watchSources(ws: Workspace): AlarmChange[] {
  const { watching } = ws
  const now = ws.now()
  const again = watching.lookedAt + (watching.lasting > 0 ? shortPause : pause)
  // Also when the clock has gone back.
  if (now >= watching.lookedAt && now < Math.min(again, watching.next ?? again)) {
    if (watching.isStale) watching.next = Math.min(again, watching.next ?? again)
    return []
  }
  // What is not read yet may be what one waits for.
  if (countUnread(ws) > 0) return []
  Object.assign(watching, { lookedAt: now, isStale: false })
  const changes = ws.relaxed(() => look(ws, now))
  if (changes === null) {
    watching.lookedAt = Number.NEGATIVE_INFINITY
    return []
  }
  for (const { change, alarm } of changes)
    ws.notice(change === 'began' ? 'source alarm' : 'source alarm over', `s${alarm.source} ${alarm.kind}`)
  return changes
}

/** The same, for whoever must not fail with it. */
export function keepWatch(ws: Workspace): void {
  try {
    watchSources(ws)
  } catch (error) {
    ws.report('sources could not be watched', error)
  }
}

/** Null: not all webinars are known yet. */
function look(ws: Workspace, now: number): AlarmChange[] | null {
  const sources = allSources(ws.db)
  const expected = sources.length > 0 ? expectedWebinars(ws) : new Map<number, Expected[]>()
  if (expected === null) return null
  const heard = sources.map(
    (source) => [source.number, heardOf(ws, source), expected.get(source.number) ?? []] as const,
  )
  const before = new Map(lastingAlarms(ws.db).map((row) => [keyOf(row), row]))
  const changes: AlarmChange[] = []
  for (const [source, own, webinars] of heard)
    for (const alarm of alarmsOf(own, webinars, now)) {
      const row = rowOf(source, alarm, now)
      if (before.delete(keyOf(row))) continue
      changes.push({ change: 'began', alarm: { ...row, number: insertAlarm(ws.db, row) } })
    }
  ws.watching.lasting = lastingAlarms(ws.db).length - before.size
  for (const alarm of before.values()) {
    endAlarm(ws.db, alarm.number, now)
    changes.push({ change: 'ended', alarm })
  }
  const looks = heard.flatMap(([, own, webinars]) => nextLook(own, webinars, now) ?? [])
  ws.watching.next = looks.length > 0 ? Math.min(...looks) : null
  return changes
}

function heardOf(ws: Workspace, { number, lastDeliveryAt, validatedAt, refusedAt }: SourceRow): Heard {
  const pulse = ws.watching.pulses.get(number) ?? noPulse()
  const lastAt = Math.max(lastDeliveryAt ?? 0, pulse.lastAt ?? 0) || null
  return {
    ...{ ...pulse, lastAt },
    validatedAt: ws.validated.get(number) ?? validatedAt,
    refusedAt: ws.badSignatures.get(number)?.lastAt ?? refusedAt,
  }
}

function rowOf(source: number, { kind, webinar, ...details }: Alarm, beganAt: number) {
  return { source, kind, webinar: webinar ?? '', details: JSON.stringify(details), beganAt }
}

function keyOf({ source, kind, webinar }: Pick<SourceAlarmRow, 'source' | 'kind' | 'webinar'>): string {
  return `${source} ${kind} ${webinar}`
}
