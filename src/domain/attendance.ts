import type { FactOf, WatchEvidence } from './fact.ts'
import { cut, type Interval, intersect, lengthOf, momentOf, positionOf, subtract, union } from './interval.ts'
import { mostExact, ofRecording, type Watched, watchedOf } from './replay.ts'
import type { Stay } from './stay.ts'
import type { Webinar } from './webinar.ts'

/** What a rule asks of attendance: so much seen (ms), or a share of the webinar (decided once it has ended). */
export type Bound = { ms: number } | { share: number }

/** What says that somebody watched without saying for how long. */
const unmeasured: ReadonlySet<WatchEvidence> = new Set<WatchEvidence>(['milestone', 'watched_flag'])

/** Fractions of a millisecond that binary arithmetic may lose. */
const EPSILON = 1e-6

/**
 * What one person saw of one webinar, live and on replay together. Positions are ms of the live time.
 * `live` runs on to the end of the live time for whoever is still in the room: cut it at the moment you ask about.
 */
export class Attendance {
  readonly live: readonly Interval[]
  private readonly webinar: Webinar
  private readonly replays: readonly FactOf<'replay.watched'>[]
  private readonly tolerance: number
  private readonly length: number

  constructor(
    webinar: Webinar,
    stays: readonly Stay[],
    replays: readonly FactOf<'replay.watched'>[],
    tolerance: number,
  ) {
    this.webinar = webinar
    this.live = intersect(union(stays), webinar.live)
    this.replays = replays.map((replay) => ofRecording(replay, webinar))
    this.tolerance = tolerance
    this.length = lengthOf(webinar.live)
  }

  liveMs(asOf: number): number {
    return positionOf(this.live, asOf)
  }

  /** When so much live presence was reached; may lie ahead for someone still in the room; null: never. */
  liveReached(ms: number): number | null {
    return momentOf(this.live, ms)
  }

  replayMs(): number {
    if (this.replays.length === 0) return 0
    return Math.max(0, ...watchedOf(this.replays).map(({ ms }) => ms))
  }

  /** How exactly the viewing on demand is known; null: there was none. A share or a mark without seconds is one. */
  replayEvidence(): WatchEvidence | null {
    if (this.replays.length === 0) return null
    const medias = watchedOf(this.replays)
    const amounts = medias.filter(({ ms }) => ms > 0)
    if (amounts.length > 0) return mostExact(amounts.map(({ evidence }) => evidence))
    return mostExact(medias.map(({ evidence }) => evidence).filter((each) => each && unmeasured.has(each)))
  }

  /** Ms seen by `asOf`, live and replay in union. */
  seenMs(asOf: number): number {
    if (this.replays.length === 0) return this.liveMs(asOf)
    const { filled, alone } = this.watchedBy(asOf)
    return Math.max(lengthOf(union([...this.positions(asOf), ...filled])), ...alone.map(({ ms }) => ms))
  }

  /** Share seen by `asOf` of the live time (until the end: of what has run so far); null when it has no length. */
  share(asOf: number): number | null {
    const length = positionOf(this.webinar.live, asOf)
    if (this.replays.length === 0) return length > 0 ? Math.min(1, this.liveMs(asOf) / length) : null
    const { filled, alone } = this.watchedBy(asOf)
    const seen = lengthOf(union([...this.positions(asOf), ...filled]))
    const shares = alone
      .filter(({ length }) => length !== Infinity || this.knownLength())
      .map((media) => this.shareAlone(media))
    if (length > 0) shares.push(seen / length)
    return shares.length > 0 ? Math.min(1, Math.max(...shares)) : null
  }

  /** When the bound was first reached; may lie ahead; null: not with what is known. */
  reached(bound: Bound): number | null {
    return 'ms' in bound ? this.reachedMs(bound.ms) : this.reachedShare(bound.share)
  }

  /** When replay seconds alone first reached `ms`, or the share of a shorter media. */
  replayReached(ms: number, share: number): number | null {
    const isEnough = ({ length, ms: seen }: Watched) => seen + EPSILON >= (length < ms ? share * length : ms)
    if (!watchedOf(this.replays).some(isEnough)) return null
    const first = this.replays.findIndex((_, index) => watchedOf(this.replays.slice(0, index + 1)).some(isEnough))
    return this.replays[first]!.time
  }

  /** Positions on replay that lie on the live time's own axis, ms. */
  replayPositions(asOf: number): Interval[] {
    if (this.replays.length === 0) return []
    const { filled, alone } = this.watchedBy(asOf)
    return this.length > 0 ? filled : union(alone.flatMap(({ positions }) => positions))
  }

  private reachedMs(ms: number): number | null {
    if (this.replays.length === 0) return this.liveReached(ms)
    const starts = [-Infinity, ...this.replays.map(({ time }) => time)]
    for (const [index, start] of starts.entries()) {
      if (start !== -Infinity && this.seenMs(start) + EPSILON >= ms) return start
      const { filled } = this.watchedBy(start)
      const seen = lengthOf(union([...this.positions(start), ...filled]))
      const fresh = subtract(this.positions(Infinity), union([...this.positions(start), ...filled]))
      const position = momentOf(fresh, ms - seen)
      const moment = position === null ? null : momentOf(this.webinar.live, position)
      if (moment !== null && moment < (starts[index + 1] ?? Infinity)) return moment
    }
    return null
  }

  private reachedShare(share: number): number | null {
    const { endsAt, running } = this.webinar
    const end = running.length === 0 ? -Infinity : (endsAt ?? Infinity)
    if (end === Infinity) return null
    if (this.replays.length === 0) return end !== -Infinity && this.isWhole(this.liveMs(end), share) ? end : null
    for (const time of [end, ...this.replays.map(({ time }) => time)]) {
      const moment = Math.max(end, time)
      const { filled, alone } = this.watchedBy(moment)
      const seen = lengthOf(union([...this.positions(moment), ...filled]))
      if (
        moment !== -Infinity &&
        (this.isWhole(seen, share) || alone.some((media) => this.shareAlone(media) + 1e-12 >= share))
      )
        return moment
    }
    return null
  }

  private isWhole(seen: number, share: number): boolean {
    return this.knownLength() && seen + EPSILON >= share * this.length
  }

  private positions(asOf: number): Interval[] {
    const { live } = this.webinar
    return cut(this.live, asOf).map(({ from, to }) => ({ from: positionOf(live, from), to: positionOf(live, to) }))
  }

  /** Media as long as the live time fill in positions of it; any other stands alone. */
  private watchedBy(asOf: number): { filled: Interval[]; alone: Watched[] } {
    const medias = watchedOf(this.replays.filter(({ time }) => time <= asOf))
    const fills = ({ length, positions }: Watched) =>
      this.knownLength() &&
      positions.length > 0 &&
      Math.abs(length - this.length) <= this.tolerance * this.length + EPSILON
    const shifted = medias
      .filter(fills)
      .flatMap(({ positions, offset }) => positions.map(({ from, to }) => ({ from: from + offset, to: to + offset })))
    return {
      filled: intersect(union(shifted), [{ from: 0, to: this.length }]),
      alone: medias.map((media) => (fills(media) ? { ...media, ms: media.durationMs } : media)),
    }
  }

  private knownLength(): boolean {
    return this.length > 0 && this.length !== Infinity
  }

  private shareAlone({ length, ms }: Watched): number {
    const longer = Math.max(length === Infinity ? 0 : length, this.knownLength() ? this.length : 0)
    return longer > 0 ? ms / longer : 0
  }
}
