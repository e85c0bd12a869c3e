import type { FactOf, WatchData } from './fact.ts'
import { type Interval, intersect, lengthOf, union } from './interval.ts'

/** What was watched of one media, ms of the media. `length` is Infinity when nobody says how long it is. */
export interface Watched {
  readonly length: number
  readonly offset: number
  readonly positions: readonly Interval[]
  /** Of viewings that told no positions. */
  readonly durationMs: number
  /** Positions count once; sources that give only a duration add up, cut to the media's length. */
  readonly ms: number
}

type WatchFact = FactOf<'replay.watched'> | FactOf<'video.watched'>

/** Watching by media (told apart by length and offset), from facts in canonical order; a session is cumulative. */
export function watchedOf(facts: readonly WatchFact[]): Watched[] {
  if (facts.length === 0) return []
  const sessions = new Map<string, WatchData>()
  for (const { id, data } of facts)
    sessions.set(data.sessionId === undefined ? `fact/${id}` : `session/${data.sessionId}`, data)
  const medias = new Map<string, WatchData[]>()
  for (const data of sessions.values()) {
    const media = `${data.mediaSeconds}/${data.offsetSeconds ?? 0}`
    medias.set(media, [...(medias.get(media) ?? []), data])
  }
  return [...medias.values()].map(watchedMedia)
}

function watchedMedia(sessions: readonly WatchData[]): Watched {
  const { mediaSeconds, offsetSeconds } = sessions[0]!
  const length = mediaSeconds === undefined ? Infinity : mediaSeconds * 1000
  const seconds = sessions.flatMap(({ intervals }) => intervals ?? [])
  const positions = intersect(union(seconds.map(([from, to]) => ({ from: from * 1000, to: to * 1000 }))), [
    { from: 0, to: length },
  ])
  let duration = 0
  for (const { intervals, watchedSeconds } of sessions) if (!intervals) duration += (watchedSeconds ?? 0) * 1000
  const durationMs = Math.min(duration, length)
  return {
    length,
    offset: (offsetSeconds ?? 0) * 1000,
    positions,
    durationMs,
    ms: Math.max(lengthOf(positions), durationMs),
  }
}
