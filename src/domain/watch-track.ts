import { type Interval, union } from './interval.ts'

/** What a player says of itself: at a moment of a clock that only runs forwards, ms, it was at a position, s. */
export interface Sample {
  readonly at: number
  readonly position: number
  /** How fast it plays from here on; 1 is as fast as it was spoken. */
  readonly rate: number
}

/**
 * What of a media was really played, from samples of the player: a stretch between two of them counts if it can have been
 * played in that time. So a seek that nobody tells of breaks the stretch, and at double speed positions count once.
 */
export class WatchTrack {
  readonly #lateMs: number
  #watched: Interval[]
  #last: Sample | null = null

  /** `lateMs`: so late a sample may come; what was watched before, seconds of the media. */
  constructor(lateMs: number, watched: readonly Interval[] = []) {
    this.#lateMs = lateMs
    this.#watched = union(watched)
  }

  /** Seconds of the media, sorted and disjoint. */
  get watched(): readonly Interval[] {
    return this.#watched
  }

  /** It plays, and what is played counts. The first sample after `stop` only begins a stretch. */
  play(sample: Sample): void {
    const last = this.#last
    if (last && sample.position > last.position && sample.position - last.position <= this.#reach(last, sample))
      this.#watched = union([...this.#watched, { from: last.position, to: sample.position }])
    this.#last = sample
  }

  /** A pause, a seek, a stall, a hidden tab: what comes next begins a stretch of its own. */
  stop(): void {
    this.#last = null
  }

  /** Where it was by the last sample; null: it does not play. */
  get position(): number | null {
    return this.#last?.position ?? null
  }

  /** How far it can have come by a moment, seconds of the media; null: it does not play. */
  reachedBy(at: number): number | null {
    return this.#last && this.#last.position + this.#reach(this.#last, { ...this.#last, at })
  }

  #reach(from: Sample, to: Sample): number {
    return ((to.at - from.at) * slack + this.#lateMs) * Math.max(from.rate, to.rate) * 0.001
  }
}

/** Clocks of sound and of machines do not run quite alike. */
const slack = 1.02
