import { offsetAt, zoneOf } from '../domain/timezone.ts'

const day = 86_400_000

/** Turns what a clock on the wall showed into UTC. */
export class Zone {
  readonly name: string
  private readonly zone: ReturnType<typeof zoneOf>

  /** Throws `Refused('invalid')` when nobody knows the name. */
  constructor(name: string) {
    this.name = name
    this.zone = zoneOf(name)
  }

  /** By how many ms its clocks are ahead of UTC at a moment. */
  offsetAt(moment: number): number {
    return offsetAt(this.zone, moment)
  }

  /**
   * The moments at which the clock showed `wall` (ms as if it showed UTC), in order: two where it was put back.
   * A time that was skipped when it was put forward moves forward by what was skipped.
   */
  momentsOf(wall: number): number[] {
    const before = offsetAt(this.zone, wall - day)
    const after = offsetAt(this.zone, wall + day)
    const offsets = before === after ? [before] : [before, after]
    const moments = offsets
      .map((offset) => wall - offset)
      .filter((moment) => moment + offsetAt(this.zone, moment) === wall)
    return moments.length > 0 ? moments : [wall - before]
  }
}
