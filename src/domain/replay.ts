import { type FactOf, WATCH_EVIDENCE, type WatchData, type WatchEvidence } from './fact.ts'
import { type Interval, intersect, lengthOf, union } from './interval.ts'
import type { Webinar } from './webinar.ts'

/** What was watched of one media, ms of the media. `length` is Infinity when nobody says how long it is. */
export interface Watched {
  readonly length: number
  readonly offset: number
  readonly positions: readonly Interval[]
  /** Of viewings that told no positions. */
  readonly durationMs: number
  /** Positions count once; sources that give only a duration add up, cut to the media's length. */
  readonly ms: number
  /** So much of the media at least, 0 to 1. */
  readonly share: number
  /** The most exact of the viewings that show anything; null: nothing was watched. */
  readonly evidence: WatchEvidence | null
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
  let milestone = 0
  for (const { intervals, watchedSeconds, milestone: reached } of sessions) {
    if (intervals) continue
    duration += (watchedSeconds ?? 0) * 1000
    milestone = Math.max(milestone, reached ?? 0)
  }
  // A milestone of a media whose length nobody tells is no amount.
  const least = milestone > 0 && length !== Infinity ? milestone * length : 0
  const durationMs = Math.min(Math.max(duration, least), length)
  const ms = Math.max(lengthOf(positions), durationMs)
  return {
    length,
    offset: (offsetSeconds ?? 0) * 1000,
    positions,
    durationMs,
    ms,
    share: Math.max(ms / length, milestone),
    evidence: mostExact(sessions.map(evidenceOfWatch)),
  }
}

/** How exactly a viewing is known, as its source told it or by what it told; null: it says that nothing was watched. */
export function evidenceOfWatch(data: WatchData): WatchEvidence | null {
  const derived = derivedEvidence(data)
  return derived && (data.evidence ?? derived)
}

function derivedEvidence({ intervals, watchedSeconds, milestone, watched }: WatchData): WatchEvidence | null {
  if (intervals && intervals.length > 0) return 'intervals'
  if (watchedSeconds) return 'total_minutes'
  if (milestone) return 'milestone'
  return watched ? 'watched_flag' : null
}

export function mostExact(evidence: readonly (WatchEvidence | null)[]): WatchEvidence | null {
  return WATCH_EVIDENCE.find((each) => evidence.includes(each)) ?? null
}

/** A viewing whose source says nothing of its media is one of the webinar's only recording. */
export function ofRecording(
  replay: FactOf<'replay.watched'>,
  { recordings }: Pick<Webinar, 'recordings'>,
): FactOf<'replay.watched'> {
  if (replay.data.mediaSeconds !== undefined || recordings.length !== 1) return replay
  return { ...replay, data: { ...recordings[0], ...replay.data } }
}
