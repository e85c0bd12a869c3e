import { randomInt } from 'node:crypto'
import type { Outcome } from '../../channels/outcome.ts'
import { BELIEVED_AFTER, SWITCHED_OFF_AFTER_MS, triesAgainAt } from '../../domain/alert/retry.ts'
import {
  allChannels,
  type ChannelRow,
  type ChannelStand,
  channelOfNumber,
  storeChannelStand,
} from '../../store/channels.ts'
import { deleteOldSends, findSend, insertSend, type SendRow, storeSend } from '../../store/sends.ts'
import type { Workspace } from '../workspace.ts'
import { sendId } from './alert-id.ts'
import { linkTo } from './links.ts'

/** So long the log of a channel goes back, ms. */
const KEPT_MS = 183 * 86_400_000
/** With each that is stored so many old ones go at most: more than come. */
const mostForgotten = 4

/**
 * Stores what came of a send, and how its channel stands after it: as both are by now, for somebody may have switched the
 * channel off or removed it while its target was waited for. To be called inside a transaction.
 */
export function settle(ws: Workspace, send: SendRow, outcome: Outcome): void {
  const now = ws.now()
  const { is, answer } = outcome
  const { number, tries, state: stood } = findSend(ws.db, send.id) ?? send
  if (stood !== 'waiting' && is !== 'sent') return
  const again = is === 'later' ? triesAgainAt(tries + 1, now, randomInt(1000) / 1000, outcome.afterMs) : null
  const state = is === 'sent' ? 'sent' : again === null ? 'refused' : 'waiting'
  const endedAt = state === 'waiting' ? null : now
  storeSend(ws.db, { number, state, dueAt: again ?? now, tries: tries + 1, endedAt, answer })
  deleteOldSends(ws.db, send.channel, now - KEPT_MS, mostForgotten)
  const channel = channelOfNumber(ws.db, send.channel)
  if (!channel) return
  const stand = standAfter(channel, outcome, now)
  storeChannelStand(ws.db, channel.number, stand)
  if (stand.offAt !== null && channel.offAt === null) tellOthers(ws, channel, outcome, now)
}

/** How a channel stands after an answer of its target: what fails for good again and again, or for days, is switched off. */
export function standAfter(channel: ChannelRow, { is, answer }: Outcome, now: number): ChannelStand {
  const refused = is === 'sent' ? 0 : is === 'later' ? channel.refused : channel.refused + 1
  const failingSince = is === 'sent' ? null : (channel.failingSince ?? now)
  const offReason =
    refused >= BELIEVED_AFTER
      ? 'refused'
      : failingSince !== null && now - failingSince >= SWITCHED_OFF_AFTER_MS
        ? 'silent'
        : null
  const offAt = offReason === null ? channel.offAt : now
  return {
    ...{ refused, failingSince, lastAt: now, lastAnswer: answer, lastOutcome: is },
    ...{ offAt, offReason: offReason ?? channel.offReason },
  }
}

/** Whoever reads another channel hears that this one is off. */
function tellOthers(ws: Workspace, { id, number, name }: ChannelRow, { answer }: Outcome, now: number): void {
  const message = JSON.stringify({
    is: 'switched_off',
    channel: name,
    lastAnswer: answer,
    link: linkTo(ws, 'alerts/channels'),
  })
  for (const other of allChannels(ws.db)) {
    if (other.number === number || other.offAt !== null || other.kind === 'webhook') continue
    const own = { channel: other.number, message, dueAt: now, createdAt: now }
    insertSend(ws.db, { id: sendId(other.id, `off ${id} ${now}`), ...own })
  }
}
