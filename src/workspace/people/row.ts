import type { Stage, Temperature } from '../../domain/stage.ts'
import type { CardRow } from '../../store/cards.ts'
import { stageOfNumber, temperatureOfNumber } from '../../store/stage.ts'
import { momentOf } from '../moment.ts'

/** A person as listed: who it is, and the card of the present moment. */
export interface PersonRow {
  id: string
  email: string | null
  name: string | null
  company: string | null
  jobTitle: string | null
  score: number
  grade: string | null
  stage: Stage
  temperature: Temperature
  velocity: number
  lastActivityAt: string | null
  wantsNoMail: boolean
}

/** A card as it is listed at a moment, under the id of its person. */
export function personRow(
  id: string,
  card: Omit<CardRow, 'search' | 'surge' | 'changes_at' | 'staff'>,
  now: number,
): PersonRow {
  const { score, grade, velocity } = card
  return {
    id,
    email: card.email || null,
    name: card.name,
    company: card.company,
    jobTitle: card.job_title,
    ...{ score, grade, velocity },
    stage: stageOfNumber(card.stage),
    temperature: temperatureOfNumber(card.temperature),
    lastActivityAt: card.last_at === null ? null : momentOf(Math.min(now, card.last_at)),
    wantsNoMail: card.no_mail === 1,
  }
}
