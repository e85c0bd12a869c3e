import { Refused } from '../../../domain/refusal.ts'

const day = 86_400_000
const quarter = 900_000

/** Turns what a clock on the wall showed into UTC. Zones change their offset at full quarters of an hour only. */
export class Zone {
  private readonly format: Intl.DateTimeFormat
  private readonly offsets = new Map<number, number>()

  constructor(name: string) {
    const two = '2-digit'
    const parts = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const
    this.format = new Intl.DateTimeFormat('en-US', { ...parts, timeZone: name, hourCycle: 'h23', calendar: 'gregory' })
  }

  /**
   * The moments at which the clock showed `wall` (ms as if it showed UTC), in order: two where it was put back.
   * A time that was skipped when it was put forward moves forward by what was skipped.
   */
  momentsOf(wall: number): number[] {
    const before = this.offsetAt(wall - day)
    const after = this.offsetAt(wall + day)
    const offsets = before === after ? [before] : [before, after]
    const moments = offsets.map((offset) => wall - offset).filter((moment) => moment + this.offsetAt(moment) === wall)
    return moments.length > 0 ? moments : [wall - before]
  }

  private offsetAt(moment: number): number {
    const slot = Math.floor(moment / quarter)
    let offset = this.offsets.get(slot)
    if (offset === undefined) {
      offset = this.shownAt(slot * quarter) - slot * quarter
      this.offsets.set(slot, offset)
    }
    return offset
  }

  private shownAt(moment: number): number {
    const part: Record<string, number> = {}
    for (const { type, value } of this.format.formatToParts(moment)) part[type] = Number(value)
    return Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second)
  }
}

/** The zone in which a report's times are printed; Zoom never says which. */
export function zoneNamed(name: string | undefined, file: string): Zone {
  const place = { file, field: 'timezone' }
  if (!name?.trim()) {
    throw new Refused(
      'invalid',
      'Which time zone are the times of this report in? Zoom prints none. Name the zone of the Zoom account that made the report, for example Asia/Jerusalem.',
      place,
    )
  }
  try {
    return new Zone(name.trim())
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const words = `There is no time zone “${name.slice(0, 60)}”. Use a name such as Asia/Jerusalem, Europe/Berlin, America/New_York or UTC.`
    throw new Refused('invalid', words, place)
  }
}
