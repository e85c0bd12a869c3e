import type { ScheduleData } from '../domain/fact.ts'
import type { Interval } from '../domain/interval.ts'
import type { Webinar } from '../domain/webinar.ts'
import { catalogue, type Words } from '../domain/words.ts'
import { typeOfNumber } from '../store/fact-type.ts'
import { factsOfSeries } from '../store/facts.ts'
import type { Workspace } from './workspace.ts'

const what = 'A webinar of this id and length is already there'
const ask = 'Was one of the two read in the wrong time zone?'

export const twin = catalogue('twin', {
  earlier: `${what}, {count} h earlier. ${ask}`,
  later: `${what}, {count} h later. ${ask}`,
})

const quarterMs = 900_000
const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** Clocks further apart are of islands; a day apart are the webinars of a series. */
const widestMs = 23 * 3_600_000

/** Shorter rooms are alike by chance. */
const tooShortMs = 10 * 60_000

/**
 * Warnings about a report that seems to be there already, at another hour: reports print no time zone, and one that was
 * read in the wrong one makes a second room of the same length, quarters of an hour away, in another webinar or in the
 * same one. `own`: the number of the name under which the report has its room.
 */
export function zoneDoubts(ws: Workspace, { platform, platformId }: Webinar, own: number): Words[] {
  const { ran, planned } = roomsOf(ws, platform, platformId)
  const rooms = ran.has(own) ? ran : planned
  const room = rooms.get(own)
  if (!room || room.to - room.from < tooShortMs) return []
  const twins = [...rooms.values()].filter((other) => {
    const apart = Math.abs(other.from - room.from)
    const awry = apart % quarterMs
    const isWhole = Math.min(awry, quarterMs - awry) < minuteMs
    const isSameLength = Math.abs(other.to - other.from - (room.to - room.from)) <= minuteMs
    return isWhole && isSameLength && apart > minuteMs && apart <= widestMs
  })
  const hours = new Set(twins.map(({ from }) => Math.round(((room.from - from) / hourMs) * 4) / 4))
  return [...hours].map((count) => twin(count > 0 ? 'earlier' : 'later', { count: Math.abs(count) }))
}

/** By webinar name when its room ran, and when it was to run, of those of which begin and end are known. */
function roomsOf(
  ws: Workspace,
  platform: string,
  platformId: string,
): Record<'ran' | 'planned', Map<number, Interval>> {
  const [ran, planned] = [new Map<number, Interval>(), new Map<number, Interval>()]
  for (const { name, type, time, data } of factsOfSeries(ws.db, platform, platformId)) {
    const kind = typeOfNumber(type)
    if (name === null) continue
    const { from, to } = ran.get(name) ?? { from: Infinity, to: -Infinity }
    if (kind === 'webinar.started') ran.set(name, { from: Math.min(from, time), to })
    if (kind === 'webinar.ended') ran.set(name, { from, to: Math.max(to, time) })
    const plan = kind === 'webinar.scheduled' && data !== null ? plannedIn(JSON.parse(data)) : null
    if (plan) planned.set(name, plan)
  }
  for (const [name, { from, to }] of ran) if (!(from < to && Number.isFinite(to - from))) ran.delete(name)
  return { ran, planned }
}

function plannedIn({ startsAt, durationMinutes }: ScheduleData): Interval | null {
  return startsAt === undefined || !durationMinutes
    ? null
    : { from: startsAt, to: startsAt + durationMinutes * minuteMs }
}
