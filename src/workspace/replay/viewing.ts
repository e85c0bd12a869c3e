import type { Fact, FactOf, WatchEvidence } from '../../domain/fact.ts'
import { ofRecording, watchedOf } from '../../domain/replay.ts'
import type { Webinar } from '../../domain/webinar.ts'
import { isSitting } from './sitting.ts'

/** What somebody watched of a webinar on demand. Of several media the one of which they saw most. */
export interface Viewing {
  seconds: number
  /** Of the media, 0 to 1; null where its length is not known. */
  share: number | null
  evidence: WatchEvidence
  mediaSeconds: number | null
  /** Positions in seconds of the media, as far as they are known. */
  intervals: [number, number][]
  firstAt: number
  lastAt: number
  /** Whether it was watched, at least in part, by a link of ours. */
  byLink: boolean
}

/** Somebody's viewing of a webinar, from their facts in canonical order; null: there was none. */
export function viewingOf(facts: readonly Fact[], webinar: Webinar): Viewing | null {
  const viewings = facts.filter((fact) => isViewing(fact, webinar)).map((fact) => ofRecording(fact, webinar))
  const medias = watchedOf(viewings).filter(({ evidence }) => evidence !== null)
  const [most] = medias.sort((a, b) => b.ms - a.ms || b.share - a.share)
  if (!most) return null
  return {
    seconds: most.ms / 1000,
    share: most.length === Infinity && most.share === 0 ? null : Math.min(1, most.share),
    evidence: most.evidence!,
    mediaSeconds: most.length === Infinity ? null : most.length / 1000,
    intervals: most.positions.map(({ from, to }) => [from / 1000, to / 1000]),
    firstAt: viewings[0]!.time,
    lastAt: viewings.at(-1)!.time,
    byLink: viewings.some(({ data }) => isSitting(data.sessionId)),
  }
}

function isViewing(fact: Fact, webinar: Webinar): fact is FactOf<'replay.watched'> {
  return fact.type === 'replay.watched' && fact.webinar === webinar.id
}
