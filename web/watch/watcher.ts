import type { Interval } from '../../src/domain/interval.ts'
import { WatchTrack } from '../../src/domain/watch-track.ts'
import type { Heard, Player } from './player.ts'
import type { Seen } from './reporter.ts'

/** The server takes no more pieces in a report. */
const mostPieces = 500
/** A player tells where it is with every picture. */
const tellEveryMs = 1_000

interface Wants {
  /** Something was watched: often. */
  watched(seen: Seen): void
  /** A good moment to tell it. */
  rests(): void
  length(seconds: number): void
  fails(): void
}

/**
 * Watches a player and counts what is really watched: while it plays and somebody can see it. In a hidden tab it counts
 * only in a window of its own; without sound it counts.
 */
export class Watcher implements Heard {
  #track: WatchTrack
  #player: Player | null = null
  #wants: Wants
  #rate = 1
  #position: number
  /** Where it was paused before somebody's eyes; from there it may go on a little later than it said it stopped. */
  #pausedAt: number | null = null
  #toldAt = -Infinity

  constructor(from: number, wants: Wants) {
    this.#track = new WatchTrack(0)
    this.#position = from
    this.#wants = wants
    document.addEventListener('visibilitychange', () => {
      if (this.#isSeen()) return
      this.breaks('pause')
      this.#pausedAt = null
    })
  }

  watch(player: Player): void {
    this.#player = player
    this.#track = new WatchTrack(player.lateMs)
  }

  get watched(): readonly Interval[] {
    return this.#track.watched
  }

  plays(position: number, rate: number): void {
    const at = performance.now()
    this.#rate = rate
    if (!this.#isSeen()) {
      this.#track.stop()
      return
    }
    // A browser hands sound on ahead: what was on its way when it paused was heard, and it says so.
    const from = this.#pausedAt
    if (from !== null && from < position && this.#player!.playedTo(from) >= position)
      this.#track.play({ at, position: from, rate })
    this.#pausedAt = null
    this.#track.play({ at, position, rate })
    this.#position = position
    if (at - this.#toldAt >= tellEveryMs) this.#tell()
  }

  breaks(why: 'pause' | 'seek' | 'end'): void {
    this.#finish()
    this.#pausedAt = why === 'pause' ? this.#position : null
    if (why === 'end') this.#position = 0
    this.#tell()
    this.#wants.rests()
  }

  length(seconds: number): void {
    this.#wants.length(seconds)
  }

  fails(): void {
    this.#wants.fails()
  }

  /** What was played since the last sample, as far as the player says so and time allows. */
  #finish(): void {
    const at = performance.now()
    const reach = this.#track.reachedBy(at)
    const last = this.#track.position
    if (reach === null || last === null) return
    const position = Math.min(reach, this.#player!.playedTo(last))
    if (position > last) this.#track.play({ at, position, rate: this.#rate })
    this.#position = Math.max(last, position)
    this.#track.stop()
  }

  #tell(): void {
    this.#toldAt = performance.now()
    const pieces = this.#track.watched.map(({ from, to }): [number, number] => [hundredth(from), hundredth(to)])
    const intervals = pieces.filter(([from, to]) => to > from)
    if (intervals.length > mostPieces) intervals.splice(0, intervals.length, ...longest(intervals))
    if (intervals.length > 0) this.#wants.watched({ intervals, position: hundredth(this.#position) })
  }

  #isSeen(): boolean {
    return document.visibilityState === 'visible' || (this.#player?.isApart() ?? false)
  }
}

function longest(intervals: readonly [number, number][]): [number, number][] {
  const chosen = intervals.toSorted(([a, b], [c, d]) => d - c - (b - a)).slice(0, mostPieces)
  return chosen.sort(([a], [b]) => a - b)
}

function hundredth(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
