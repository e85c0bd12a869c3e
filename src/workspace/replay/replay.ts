import { canonicalJson } from '../../domain/fact.ts'
import { type Media, readMedia } from '../../domain/replay-media.ts'
import type { Webinar } from '../../domain/webinar.ts'
import { replaysOfSeries, writeReplay } from '../../store/replays.ts'
import { findWebinar } from '../find-webinar.ts'
import type { Workspace } from '../workspace.ts'

/**
 * What is kept of a replay: where it plays and from when to when, ms UTC. `learnedSeconds`: its length as a player told
 * it, `offsetSeconds`: at which second of the live time the media begins.
 */
export interface Kept {
  kind: Media['kind']
  address: string
  mediaSeconds?: number
  learnedSeconds?: number
  offsetSeconds?: number
  opensAt?: number
  closesAt?: number
}

/** The replay of a webinar, understood. `number`: the webinar under which it is stored. */
export interface Replay {
  number: number
  media: Media
  kept: Kept
  changedAt: number
}

export type ReplayState = 'open' | 'early' | 'closed'

/** The replay of a webinar, by whatever id it was set; null where none is. */
export function findReplay(ws: Workspace, { id, platform, platformId }: Webinar): Replay | null {
  const rows = replaysOfSeries(ws.db, platform, platformId)
  const row = rows.find((each) => each.id === id || findWebinar(ws, each.id)?.webinar.id === id)
  if (!row) return null
  const kept = JSON.parse(row.json) as Kept
  return { number: row.webinar, media: readMedia(kept.address, kept.kind), kept, changedAt: row.changed_at }
}

/** A length that a player told, in whole seconds, for players differ by less. The first one holds. */
export function learnLength(ws: Workspace, { number, kept, changedAt }: Replay, told: Told): void {
  const learnedSeconds = learnable(told)
  if (learnedSeconds !== undefined && lengthIn(kept) === undefined)
    keepReplay(ws, { number, kept: { ...kept, learnedSeconds }, changedAt })
}

/** What would be learned of it. */
export function learnable({ mediaSeconds = 0 }: Told): number | undefined {
  return Math.round(mediaSeconds) || undefined
}

interface Told {
  mediaSeconds?: number | undefined
}

export function lengthIn({ mediaSeconds, learnedSeconds }: Kept): number | undefined {
  return mediaSeconds ?? learnedSeconds
}

export function stateOfReplay({ opensAt = -Infinity, closesAt = Infinity }: Kept, now: number): ReplayState {
  if (now >= closesAt) return 'closed'
  return now < opensAt ? 'early' : 'open'
}

export function keepReplay(ws: Workspace, { number, kept, changedAt }: Omit<Replay, 'media'>): void {
  writeReplay(ws.db, { webinar: number, json: canonicalJson(kept), changed_at: changedAt })
}
