import type { Stage, Temperature } from '../domain/stage.ts'
import type { RankedRow } from '../store/rankings.ts'
import { stageOfNumber, temperatureOfNumber } from '../store/stage.ts'
import { momentOf } from './moment.ts'
import { personId } from './person-id.ts'
import type { StandingDetail } from './standing-detail.ts'

/** One row of a ranking. `presence`, `marks`: seconds of the live time. `rank`: the place in the webinar's whole order. */
export interface RankingRow {
  rank: number
  person: { id: string; email: string | null; name: string | null; company: string | null; jobTitle: string | null }
  score: number
  webinarPoints: number
  grade: string | null
  stage: Stage
  temperature: Temperature
  velocity: number
  attendance: {
    liveSeconds: number
    replaySeconds: number
    share: number | null
    evidence: StandingDetail['evidence']
    /** A stay has no leave yet, or nobody has said when the webinar ended. */
    provisional: boolean
    /** In the room now. */
    inRoom: boolean
  }
  presence: StandingDetail['presence']
  marks: StandingDetail['marks']
  parts: StandingDetail['parts']
  questions: number
  pollAnswers: number
  lastActivityAt: string | null
}

export function rankingRowOf(row: RankedRow, detail: StandingDetail, rank: number): RankingRow {
  const { liveSeconds, replaySeconds, share, evidence, provisional, inRoom } = detail
  return {
    rank,
    person: {
      id: personId(row.id),
      email: row.email || null,
      name: row.name,
      company: row.company,
      jobTitle: row.job_title,
    },
    score: 0 - row.score_down,
    webinarPoints: 0 - row.points_down,
    grade: row.grade,
    stage: stageOfNumber(row.stage),
    temperature: temperatureOfNumber(row.temperature),
    velocity: row.velocity,
    attendance: { liveSeconds, replaySeconds, share, evidence, provisional, inRoom },
    presence: detail.presence,
    marks: detail.marks,
    parts: detail.parts,
    questions: detail.questions,
    pollAnswers: detail.pollAnswers,
    lastActivityAt: momentOf(detail.lastActivityAt),
  }
}
