import type { Audience } from '../../../../src/http/workspace/figures.ts'

export interface Curve {
  /** Minutes of the webinar and people in the room. */
  points: { x: number; y: number }[]
  /** Where something is marked, in minutes. */
  marks: { kind: 'started' | 'ended' | 'peak' | 'now'; x: number; people: number | null }[]
  /** How long the timeline is, in minutes. */
  minutes: number
  peak: Audience['peak'] | null
}

/** In which minute of a webinar a second of it is; the first minute is 1. */
export function minuteAt(seconds: number): number {
  return Math.floor(seconds / 60) + 1
}

/**
 * The line of an audience on the webinar's own timeline of `seconds`. While it runs, the line reaches up to `now`;
 * a start at the very beginning and an end at the very end go without saying.
 */
export function curveOf({ minutes, peak, markers }: Audience, seconds: number, now: number | null): Curve {
  const points = minutes.map(({ minute, people }) => ({ x: minute, y: people }))
  if (peak.people > 0) points.push({ x: peak.at / 60, y: peak.people })
  points.sort((a, b) => a.x - b.x)
  const last = points.at(-1)
  const reach = (now ?? seconds) / 60
  if (last && reach > last.x) points.push({ x: reach, y: last.y })
  const said = markers.filter(({ kind, at }) => kind === 'peak' || (at > 0 && at < seconds))
  const marks: Curve['marks'] = said.map(({ kind, at }) => ({
    kind,
    x: at / 60,
    people: kind === 'peak' ? peak.people : null,
  }))
  if (now !== null) marks.push({ kind: 'now', x: now / 60, people: null })
  return {
    points,
    marks,
    minutes: seconds / 60,
    peak: peak.people > 0 ? peak : null,
  }
}
