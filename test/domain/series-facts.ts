import type { FactData } from '../../src/domain/fact.ts'
import { place, type Series, type SeriesFact, seriesOf } from '../../src/domain/series.ts'
import type { WebinarName } from '../../src/domain/statement.ts'
import type { Webinar } from '../../src/domain/webinar.ts'

/** The series of these tests. */
export const PLATFORM = 'zoom'
export const ID = '87123456789'

type About = Omit<WebinarName, 'platform' | 'platformId'>
type Type = Extract<keyof FactData, `webinar.${string}`>

/** `HH:MM` or `HH:MM:SS` of Monday 2 March 2026, UTC; `+1 HH:MM` a day later. */
export function at(clock: string): number {
  const [, days, time] = /^(?:([+-]\d+) )?(.+)$/.exec(clock)!
  return Date.parse(`2026-03-02T${time}Z`) + Number(days ?? 0) * 86_400_000
}

export function name(about: About): WebinarName {
  return { platform: PLATFORM, platformId: ID, ...about }
}

/** A fact whose id is its content, as sources make them. */
export function fact<T extends Type>(about: About, type: T, clock: string, data: FactData[T]): SeriesFact {
  const id = `${type}/${JSON.stringify([about, clock, data])}`
  return { id, type, time: at(clock), data, name: name(about) } as SeriesFact
}

export const started = (instance: string, clock: string) => fact({ instance }, 'webinar.started', clock, {})
export const ended = (instance: string, clock: string) => fact({ instance }, 'webinar.ended', clock, {})
export const practised = (instance: string, clock: string) =>
  fact({ instance }, 'webinar.ended', clock, { practice: true })

/** What an Attendee Report says of the running time. */
export function report(from: string, to: string): SeriesFact[] {
  const about = { instance: `report/${at(from)}` }
  return [
    fact(about, 'webinar.started', from, { evidence: 'report' }),
    fact(about, 'webinar.ended', to, { evidence: 'report' }),
  ]
}

/** A slot of 60 minutes, stated at midnight. */
export const slot = (slot: string, clock: string, durationMinutes = 60) =>
  fact({ slot }, 'webinar.scheduled', '00:00', { startsAt: at(clock), durationMinutes })

/** The series in which ids are the texts that would be hashed. */
export function series(facts: Iterable<SeriesFact>, names: About[] = []): Series {
  return seriesOf(PLATFORM, ID, facts, names.map(name), (text) => text)
}

/** The only webinar of a series; throws when there are more. */
export function only({ webinars }: Series): Webinar {
  if (webinars.length !== 1) throw new Error(`${webinars.length} webinars: ${webinars.map(({ id }) => id)}`)
  return webinars[0]!
}

export const ids = ({ webinars }: Series) => webinars.map(({ id }) => id.replace(`${PLATFORM}/${ID}`, '#'))

/** The id of the webinar that a name means, the series' own part written as #. */
export const placed = (series: Series, about: About, clock = '00:00') =>
  place(series, name(about), at(clock)).id.replace(`${PLATFORM}/${ID}`, '#')

/** Intervals as `10:00-11:00`; an end that nobody knows is `?`. */
export function clocks(intervals: readonly { from: number; to: number | null }[]): string {
  const clock = (ms: number | null) =>
    ms === null || ms === Infinity ? '?' : new Date(ms).toISOString().slice(11, 19).replace(/:00$/, '')
  return intervals.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ')
}

/** Running, live, and the end as a producer would read them. */
export function timesOf({ running, live, endsAt, provisional }: Webinar) {
  return {
    running: clocks(running),
    live: clocks(live),
    end: clocks([{ from: 0, to: endsAt }]).slice(6) + (provisional ? ' provisional' : ''),
  }
}
