import { canonicalFacts, type Fact } from './fact.ts'
import type { WebinarName } from './statement.ts'

/** A fact about a webinar, not a person: mentioned, scheduled, described, started, ended, deleted, recorded. */
export type SeriesFact = Fact & { readonly name: WebinarName }

/** All that is said under one name: `slot` and `at` are schedule, `room` is an instance that really ran. */
export interface Track {
  readonly kind: 'slot' | 'at' | 'room'
  readonly text: string
  readonly facts: SeriesFact[]
}

/** Tracks, and what is said of the series as a whole. */
export interface Tracks {
  readonly tracks: readonly Track[]
  readonly general: readonly SeriesFact[]
}

/**
 * The key of a name; null when it names no occurrence. `has` knows the keys of the series: a slot may also be the
 * `occurrence` of a webinar that a room or a start opened, as the workspace names its own webinars.
 */
export function keyOf({ instance, slot, at }: WebinarName, has: (key: string) => boolean): string | null {
  if (instance !== undefined) return `room/${instance}`
  if (slot !== undefined) return has(`room/${slot}`) ? `room/${slot}` : /^at\/-?\d+$/.test(slot) ? slot : `slot/${slot}`
  return at === undefined ? null : `at/${at}`
}

/**
 * Sorts facts and names into tracks, at least one. Order and duplicates do not matter; of one fact id one content
 * counts. Where no name tells an occurrence, all is said of a single webinar, slot ''.
 */
export function tracksOf(given: Iterable<SeriesFact>, names: Iterable<WebinarName>): Tracks {
  const facts = withRooms(canonicalFacts(given) as SeriesFact[])
  const all = [...names, ...facts.map(({ name }) => name)]
  const rooms = new Set(all.flatMap(({ instance }) => (instance === undefined ? [] : `room/${instance}`)))
  const key = (name: WebinarName) => keyOf(name, (key) => rooms.has(key))
  const keys = [...new Set(all.map(key))].filter((key) => key !== null).sort()
  const byKey = new Map((keys.length > 0 ? keys : ['slot/']).map((key) => [key, trackOf(key)]))
  const general: SeriesFact[] = []
  const home = (name: WebinarName) => byKey.get(key(name) ?? (keys.length > 0 ? '' : 'slot/'))
  for (const fact of facts) (home(fact.name)?.facts ?? general).push(fact)
  return { tracks: [...byKey.values()], general }
}

function trackOf(key: string): Track {
  const at = key.indexOf('/')
  return { kind: key.slice(0, at) as Track['kind'], text: key.slice(at + 1), facts: [] }
}

/** A start that names no room opens one, `start/<ms>`; such an end belongs to the last of them. */
function withRooms(facts: readonly SeriesFact[]): SeriesFact[] {
  const bare = ({ name }: SeriesFact) => name.instance === undefined && name.slot === undefined && name.at === undefined
  const starts = facts.filter((fact) => fact.type === 'webinar.started' && bare(fact)).map(({ time }) => time)
  return facts.map((fact) => {
    const { type, time, name } = fact
    if (!bare(fact) || (type !== 'webinar.started' && type !== 'webinar.ended')) return fact
    const start = type === 'webinar.started' ? time : starts.findLast((start) => start < time)
    return { ...fact, name: { ...name, instance: start === undefined ? `end/${time}` : `start/${start}` } }
  })
}
