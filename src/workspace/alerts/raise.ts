import { sendsAt } from '../../domain/alert/alert-time.ts'
import type { Subject } from '../../domain/alert/passes.ts'
import type { Sign } from '../../domain/alert/sign.ts'
import type { Stage } from '../../domain/stage.ts'
import { insertAlert } from '../../store/alerts.ts'
import { bytesOfHex } from '../../store/hex.ts'
import { addToSend, insertSend, openSend } from '../../store/sends.ts'
import { compiledModel, currentVersion } from '../live-models.ts'
import type { Workspace } from '../workspace.ts'
import { alertId, sendId } from './alert-id.ts'
import { knownChannels, type NumberedChannel } from './events.ts'
import type { StandingRule } from './standing-rules.ts'

/** What of an alert cannot be asked again later. */
export interface AlertDetail {
  readonly score: number
  readonly stage: Stage
  readonly grade: string | null
  readonly topics?: readonly string[]
}

interface Found {
  readonly rule: StandingRule
  readonly person: number
  readonly sign: Sign
  readonly subject: Subject
  readonly raisedAt: number
}

/** Stores an alert and what is to go out of it, once whatever happens. To be called inside a transaction. */
export function raise(ws: Workspace, { rule, person, sign, subject, raisedAt }: Found): void {
  const { fact, about, webinar, at, topics } = sign
  const { score, stage, grade } = subject.card
  const detail: AlertDetail = { score, stage, grade, ...(topics && { topics }) }
  const id = alertId(rule.id, fact, about)
  const own = { id, rule: rule.number, person, about, fact: bytesOfHex(fact)!, webinar, at, raisedAt }
  const alert = insertAlert(ws.db, { ...own, detail: JSON.stringify(detail) })
  if (alert === null) return
  ws.sending.raised++
  const dueAt = sendsAt(rule.rule, compiledModel(ws, currentVersion(ws)).calendar, raisedAt)
  for (const channel of channelsOf(ws, rule)) {
    const send = rule.rule.digest
      ? digestOf(ws, channel, dueAt, raisedAt)
      : insertSend(ws.db, {
          id: sendId(channel.id, id),
          channel: channel.number,
          message: null,
          dueAt,
          createdAt: raisedAt,
        })
    if (send !== null) addToSend(ws.db, send, alert)
  }
}

/** In the order in which they were made. */
function channelsOf(ws: Workspace, { rule }: StandingRule): NumberedChannel[] {
  return knownChannels(ws).filter(({ id }) => rule.channels.includes(id))
}

/** What goes out by a channel at one moment goes out together. */
function digestOf(ws: Workspace, { id, number }: NumberedChannel, dueAt: number, createdAt: number): number | null {
  const open = openSend(ws.db, number, dueAt)
  if (open !== null) return open
  const digest = { channel: number, message: null, dueAt, createdAt }
  // One that has gone out already at this moment keeps its id; what comes later is another one.
  return (
    insertSend(ws.db, { id: sendId(id, `digest ${dueAt}`), ...digest }, true) ??
    insertSend(ws.db, { id: sendId(id, `digest ${dueAt} ${createdAt}`), ...digest }, true)
  )
}
