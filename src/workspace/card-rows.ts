import type { Profile } from '../domain/profile.ts'
import type { Scorecard } from '../domain/score.ts'
import type { Standing } from '../domain/standing.ts'
import type { CardRow } from '../store/cards.ts'
import type { Blob } from '../store/db.ts'
import { numberOfStage, numberOfTemperature } from '../store/stage.ts'
import type { StandingRow } from '../store/standings.ts'
import { detailOf, packed } from './standing-detail.ts'

export function cardRowOf(card: Scorecard, changesAt: number | null): CardRow {
  const { score, stage, grade, temperature, velocity, surge, profile } = card
  const { company = null, jobTitle = null } = profile
  const name = nameOf(profile)
  return {
    score,
    stage: numberOfStage(stage),
    grade,
    temperature: numberOfTemperature(temperature),
    velocity,
    surge: surge ? 1 : 0,
    changes_at: changesAt,
    email: rankedEmail(card),
    name,
    company,
    job_title: jobTitle,
    search: `${name ?? ''}\n${company ?? ''}`.toLowerCase(),
  }
}

/** `passedMs`: so much of the live time has passed. */
export function standingRowOf(
  card: Scorecard,
  standing: Standing,
  { id, number, over, passedMs }: { id: Blob; number: number; over: boolean; passedMs: number },
): StandingRow {
  const { points, registered, attended, replayed, noShow, stayed, inRoom, liveSeconds } = standing
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
    stayed: stayed ? 1 : 0,
    in_room: inRoom ? 1 : 0,
    live_ms: Math.round(liveSeconds * 1000 - (inRoom ? passedMs : 0)),
    questions: standing.questions,
    poll_answers: standing.pollAnswers,
    detail: packed(detailOf(standing, over)),
  }
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
