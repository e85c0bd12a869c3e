import type { EventType } from '../../domain/alert/event.ts'
import type { StoredScore } from '../../domain/score.ts'
import type { CardRow } from '../../store/cards.ts'
import { stageOfNumber } from '../../store/stage.ts'
import { nameOf, rankedEmail } from '../card-rows.ts'
import type { Workspace } from '../workspace.ts'
import { listeners, tellEvent } from './events.ts'

/** Somebody whose card became another one under the version in force. `lastFact`: the newest that is known of them. */
export interface Rescored {
  readonly id: string
  readonly before: CardRow | null
  readonly card: StoredScore
  readonly lastFact: string
  readonly modelVersion: number
}

const ofLeads: readonly EventType[] = ['lead.scored', 'lead.stage_changed']

/** Whether anybody listens to what becomes of people's scores. */
export function areLeadsHeard(ws: Workspace): boolean {
  return listeners(ws).some(({ events }) => ofLeads.some((type) => events.has(type)))
}

/** Tells that a score or a stage became another one. To be called inside the transaction that stores the card. */
export function tellRescored(ws: Workspace, { id, before, card, lastFact, modelVersion }: Rescored): void {
  const was = before && { score: before.score, stage: stageOfNumber(before.stage) }
  const { score, stage, grade, temperature, velocity } = card
  const { company = null, jobTitle = null } = card.profile
  const data = {
    person: { id, email: rankedEmail(card) || null, name: nameOf(card), company, jobTitle },
    before: was,
    ...{ score, stage, grade, temperature, velocity, modelVersion },
  }
  const about = `${id} ${lastFact} ${was?.score ?? ''} ${score}`
  if (was?.score !== score) tellEvent(ws, 'lead.scored', about, data)
  if (was?.stage !== stage) tellEvent(ws, 'lead.stage_changed', `${about} ${was?.stage ?? ''} ${stage}`, data)
}
