import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { advertisedStart } from '../../when.ts'

type Running = Pick<WebinarRow, 'state' | 'scheduledAt' | 'startsAt' | 'liveSeconds' | 'plannedSeconds'>

/**
 * Where a running webinar is at `now`, in seconds of its live time, from what was told at `toldAt`; null: it does not
 * run. Before the planned start, while the room is open, it has not begun; after the planned end it goes no further.
 */
export function positionAt(webinar: Running, toldAt: number, now: number): number | null {
  const { state, liveSeconds, plannedSeconds } = webinar
  const start = advertisedStart(webinar)
  if (state !== 'live') return null
  if (liveSeconds === 0 && start !== null && Date.parse(start) > now) return 0
  const position = liveSeconds + Math.max(0, now - toldAt) / 1000
  return plannedSeconds === null ? position : Math.min(position, Math.max(plannedSeconds, liveSeconds))
}

/** How long the timeline of a webinar is, in seconds: what it ran, or while it runs what is planned. */
export function lengthOf({ state, liveSeconds, plannedSeconds }: Running, position: number | null): number {
  if (state === 'ended') return liveSeconds
  return Math.max(plannedSeconds ?? 0, position ?? 0) || 3_600
}
