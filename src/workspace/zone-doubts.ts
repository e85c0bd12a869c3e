import { lengthOf } from '../domain/interval.ts'
import type { Webinar } from '../domain/webinar.ts'
import { catalogue, type Words } from '../domain/words.ts'
import { seriesNow } from './series.ts'
import type { Workspace } from './workspace.ts'

const what = 'A webinar of this id and length is already there'
const ask = 'Was one of the two read in the wrong time zone?'

export const twin = catalogue('twin', {
  earlier: `${what}, {count} h earlier. ${ask}`,
  later: `${what}, {count} h later. ${ask}`,
})

const quarterMs = 900_000
const minuteMs = 60_000
/** No two clocks of the world are further apart. */
const widestMs = 26 * 3_600_000

/**
 * Warnings about a webinar that seems to be known already, at another hour: reports print no time zone, and one that was
 * read in the wrong one makes a second webinar of the same length, quarters of an hour away.
 */
export function zoneDoubts(ws: Workspace, { id, platform, platformId, startsAt, running }: Webinar): Words[] {
  if (startsAt === null) return []
  const twins = seriesNow(ws, platform, platformId).series.webinars.filter((other) => {
    if (other.id === id || other.startsAt === null) return false
    const apart = Math.abs(other.startsAt - startsAt)
    const awry = apart % quarterMs
    const whole = Math.min(awry, quarterMs - awry) < minuteMs
    return whole && apart <= widestMs && Math.abs(lengthOf(other.running) - lengthOf(running)) <= minuteMs
  })
  return twins.map(({ startsAt: other }) => {
    const hours = Math.round(((startsAt - other!) / 3_600_000) * 100) / 100
    return twin(hours > 0 ? 'earlier' : 'later', { count: Math.abs(hours) })
  })
}
