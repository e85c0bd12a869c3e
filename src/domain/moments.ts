/** Collects the moments after `asOf` at which a card will, or may, change if nothing happens. */
export class Moments {
  readonly asOf: number
  private surely = Infinity
  private possibly = Infinity

  constructor(asOf: number) {
    this.asOf = asOf
  }

  /** The card does change at `time`, unless something happens before. */
  sure(time: number | null): void {
    if (time !== null && time > this.asOf && time < this.surely) this.surely = time
  }

  /** The card may change at `time`: worth a look. */
  maybe(time: number | null): void {
    if (time !== null && time > this.asOf && time < this.possibly) this.possibly = time
  }

  /** The first of them, and whether it is certain. */
  get next(): { time: number; sure: boolean } | null {
    const time = Math.min(this.surely, this.possibly)
    return time === Infinity ? null : { time, sure: this.surely <= this.possibly }
  }
}
