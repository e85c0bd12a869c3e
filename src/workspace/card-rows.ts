import type { Profile } from '../domain/profile.ts'
import type { Scorecard } from '../domain/score.ts'
import type { Standing } from '../domain/standing.ts'
import type { CardRow } from '../store/cards.ts'
import type { Blob } from '../store/db.ts'
import { numberOfStage, numberOfTemperature } from '../store/stage.ts'
import type { StandingRow } from '../store/standings.ts'

/** What of a standing is stored for showing alone. `over`: it no longer depends on the clock. */
export type StandingDetail = Omit<
  Standing,
  'webinar' | 'points' | 'registered' | 'attended' | 'replayed' | 'noShow'
> & {
  over: boolean
}

export function cardRowOf(card: Scorecard, changesAt: number | null): CardRow {
  const { score, stage, grade, temperature, velocity, surge, profile } = card
  return {
    score,
    stage: numberOfStage(stage),
    grade,
    temperature: numberOfTemperature(temperature),
    velocity,
    surge: surge ? 1 : 0,
    changes_at: changesAt,
    email: rankedEmail(card),
    profile: JSON.stringify(profile),
    search: `${nameOf(profile) ?? ''}\n${profile.company ?? ''}`.toLowerCase(),
  }
}

export function standingRowOf(
  card: Scorecard,
  standing: Standing,
  { id, number, over }: { id: Blob; number: number; over: boolean },
): StandingRow {
  const { points, registered, attended, replayed, noShow } = standing
  return {
    webinar: number,
    points_down: 0 - points,
    score_down: 0 - card.score,
    email: rankedEmail(card),
    id,
    stage: numberOfStage(card.stage),
    temperature: numberOfTemperature(card.temperature),
    registered: registered ? 1 : 0,
    attended: attended ? 1 : 0,
    replayed: replayed ? 1 : 0,
    no_show: noShow ? 1 : 0,
    took_part: tookPart(standing) ? 1 : 0,
    detail: JSON.stringify(detailOf(standing, over)),
  }
}

export function detailOf(standing: Standing, over: boolean): StandingDetail {
  const { webinar: _, points: __, registered, attended, replayed, noShow, ...shown } = standing
  return { ...shown, over }
}

/** Seen for more than 0 seconds, live or on replay. */
export function tookPart({ liveSeconds, replaySeconds }: Standing): boolean {
  return liveSeconds > 0 || replaySeconds > 0
}

/** The address by which a person is ranked and shown: the first that became known, '' for none. */
export function rankedEmail({ addresses }: Scorecard): string {
  return addresses[0] ?? ''
}

export function nameOf({ firstName, lastName }: Profile): string | null {
  return [firstName, lastName].filter(Boolean).join(' ') || null
}
