import type { Stage, Temperature } from '../domain/stage.ts'
import type { RankedRow } from '../store/rankings.ts'
import { stageOfNumber, temperatureOfNumber } from '../store/stage.ts'
import { momentOf } from './moment.ts'
import { personId } from './person-id.ts'
import type { StandingDetail, StandingHead } from './standing-detail.ts'

/** Somebody in a ranking, as a file says it. `rank`: the place in the webinar's whole order. */
export interface RankedPerson {
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
    evidence: StandingHead['evidence']
    /** How exactly the viewing on demand is known; null: there was none. */
    replayEvidence: StandingHead['replayEvidence']
    /** A stay has no leave yet, or nobody has said when the webinar ended. */
    provisional: boolean
    /** In the room now. */
    inRoom: boolean
  }
  questions: number
  pollAnswers: number
  /** What of buying they spoke of in the webinar. */
  buying: string[]
  lastActivityAt: string | null
}

/** One row of a ranking as a screen shows it. `presence`, `marks`: seconds of the live time. */
export interface RankingRow extends RankedPerson {
  presence: StandingDetail['presence']
  marks: StandingDetail['marks']
  parts: StandingDetail['parts']
}

export function rankingRowOf(row: RankedRow, detail: StandingDetail, rank: number): RankingRow {
  const { presence, marks, parts } = detail
  return { ...rankedPersonOf(row, detail, rank), presence, marks, parts }
}

export function rankedPersonOf(row: RankedRow, head: StandingHead, rank: number): RankedPerson {
  const { liveSeconds, replaySeconds, share, evidence, replayEvidence, provisional, inRoom } = head
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
    attendance: { liveSeconds, replaySeconds, share, evidence, replayEvidence, provisional, inRoom },
    questions: head.questions,
    pollAnswers: head.pollAnswers,
    buying: head.buying,
    lastActivityAt: momentOf(head.lastActivityAt),
  }
}
