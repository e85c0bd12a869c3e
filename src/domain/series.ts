import { descriptionOf, scheduleOf } from './description.ts'
import { byBegin } from './instance.ts'
import { liveTime, runningTime, type Timing } from './live-time.ts'
import { type Occurrence, occurrencesOf } from './occurrence.ts'
import { runsOf } from './runs.ts'
import type { WebinarName } from './statement.ts'
import { keyOf, type SeriesFact, tracksOf } from './track.ts'
import type { Webinar } from './webinar.ts'

export type { SeriesFact } from './track.ts'

/** The webinars of one platform id, by start and id, those of unknown start last; and which names mean which. */
export interface Series {
  readonly platform: string
  readonly platformId: string
  readonly webinars: readonly Webinar[]
  readonly places: ReadonlyMap<string, Webinar>
}

/**
 * Derives the webinars of one platform id from all webinar-level facts about it and all names under which any fact
 * was given. Only the set of facts and names matters. There is always at least one webinar. `idOf` hashes.
 */
export function seriesOf(
  platform: string,
  platformId: string,
  facts: Iterable<SeriesFact>,
  names: Iterable<WebinarName>,
  idOf: (text: string) => string,
): Series {
  const places = new Map<string, Webinar>()
  const webinars = occurrencesOf(tracksOf(facts, names)).map((occurrence) => {
    const id = idOf(idText(platform, platformId, occurrence.key))
    const webinar = webinarOf(occurrence, { id, platform, platformId })
    for (const { kind, text } of occurrence.schedule) places.set(`${kind}/${text}`, webinar)
    for (const { text } of occurrence.instances) places.set(`room/${text}`, webinar)
    return webinar
  })
  return { platform, platformId, webinars: webinars.sort(byStart), places }
}

/**
 * The webinar that a name means in a fact of `time`; never fails. A name that tells no occurrence means the first
 * that is not over by then, else the last; one that was deleted only when there is no other.
 */
export function place({ webinars, places }: Series, name: WebinarName, time: number): Webinar {
  const known = placed(places, name)
  if (known) return known
  const kept = webinars.filter(({ deleted }) => !deleted)
  const next = kept.find(({ startsAt, endsAt }) => (endsAt ?? startsAt ?? Infinity) >= time)
  return next ?? kept.at(-1) ?? webinars.at(-1)!
}

/** Whether a series has an occurrence that a name tells; else it means whichever is next, or the last. */
export function isPlaced({ places }: Series, name: WebinarName): boolean {
  return placed(places, name) !== undefined
}

function placed(places: Series['places'], name: WebinarName): Webinar | undefined {
  const key = keyOf(name, (key) => places.has(key))
  return key === null ? undefined : places.get(key)
}

function webinarOf(
  { text, at, schedule, general, instances }: Occurrence,
  about: Pick<Webinar, 'id' | 'platform' | 'platformId'>,
): Webinar {
  const told = descriptionOf([...general, ...[...schedule, ...instances].flatMap(({ facts }) => facts)])
  const { topic, kind, partner, cost, funnelStage, hostIds, deleted, recordings } = told
  const runs = [...schedule.map(({ facts }) => runsOf(facts)), ...instances.map(({ runs }) => runs)]
  const timing: Timing = {
    exact: runs.flatMap(({ exact }) => exact),
    report: runs.flatMap(({ report }) => report),
    scheduled: scheduleOf(told, at),
    set: told.live,
  }
  const { running, provisional } = runningTime(timing)
  const end = running.at(-1)?.to ?? Infinity
  return {
    ...about,
    occurrence: text,
    instances: instances.toSorted(byBegin).map(({ text }) => text),
    ...{ topic, kind, partner, cost, funnelStage, hostIds },
    scheduled: timing.scheduled,
    running,
    live: liveTime(running, timing),
    startsAt: running[0]?.from ?? timing.scheduled?.from ?? null,
    endsAt: end === Infinity ? null : end,
    provisional,
    deleted,
    recordings,
  }
}

/** The single webinar of an id is that id; a slash within a part cannot make it another's. */
function idText(platform: string, platformId: string, key: string): string {
  const parts = [platform, platformId].map(escaped)
  if (key === 'slot/') return parts.join('/')
  return [...parts, key.startsWith('slot/') ? escaped(key.slice(5)) : key].join('/')
}

function escaped(part: string): string {
  return part.replace(/[%/]/g, encodeURIComponent)
}

function byStart(a: Webinar, b: Webinar): number {
  if (a.startsAt === b.startsAt) return a.id < b.id ? -1 : 1
  return (a.startsAt ?? Infinity) - (b.startsAt ?? Infinity)
}
