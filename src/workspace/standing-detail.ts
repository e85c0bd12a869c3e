import type { Standing } from '../domain/standing.ts'

/** What of a standing is stored for showing alone. `over`: it no longer depends on the clock. */
export type StandingDetail = Omit<
  Standing,
  'webinar' | 'points' | 'registered' | 'attended' | 'replayed' | 'noShow' | 'stayed'
> & {
  over: boolean
}

export function detailOf(standing: Standing, over: boolean): StandingDetail {
  const { webinar: _, points: __, registered, attended, replayed, noShow, stayed, ...shown } = standing
  return { ...shown, over }
}

/** As it is stored: a list without names, for there is one in every row of every ranking. */
export function packed({ presence, marks, parts, ...detail }: StandingDetail): string {
  return JSON.stringify([
    ...names.map((name) => detail[name]),
    presence.live,
    presence.replay,
    marks.map(({ kind, at }) => [kind, at]),
    parts.map(({ rule, points }) => [rule, points]),
  ])
}

export function unpacked(text: string): StandingDetail {
  const values = JSON.parse(text)
  const [live, replay, marks, parts] = values.slice(names.length)
  return {
    ...(Object.fromEntries(names.map((name, index) => [name, values[index]])) as Named),
    presence: { live, replay },
    marks: marks.map(([kind, at]: [string, number]) => ({ kind, at })),
    parts: parts.map(([rule, points]: [string, number]) => ({ rule, points })),
  }
}

type Named = Omit<StandingDetail, 'presence' | 'marks' | 'parts'>

const names = [
  'over',
  'evidence',
  'provisional',
  'inRoom',
  'liveSeconds',
  'replaySeconds',
  'share',
  'questions',
  'pollAnswers',
  'lastActivityAt',
] as const satisfies (keyof Named)[]
