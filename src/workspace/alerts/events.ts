import type { EventType } from '../../domain/alert/event.ts'
import type { Message } from '../../domain/alert/message.ts'
import { allChannels } from '../../store/channels.ts'
import { insertSend } from '../../store/sends.ts'
import type { Workspace } from '../workspace.ts'
import { sendId } from './alert-id.ts'

/** A channel by its id and its number in rows. */
export interface NumberedChannel {
  readonly number: number
  readonly id: string
}

/** A channel that is told of events of these kinds. */
export interface Listener extends NumberedChannel {
  readonly events: ReadonlySet<EventType>
}

/** The channels that are told of events; asked with every person who is scored. */
export function listeners(ws: Workspace): readonly Listener[] {
  ws.remembered.listeners ??= allChannels(ws.db)
    .filter(({ kind }) => kind === 'webhook')
    .map(({ number, id, events }) => ({ number, id, events: new Set(JSON.parse(events) as EventType[]) }))
    .filter(({ events }) => events.size > 0)
  return ws.remembered.listeners
}

/** All channels, in the order in which they were made; asked with every alert. */
export function knownChannels(ws: Workspace): readonly NumberedChannel[] {
  ws.remembered.channels ??= allChannels(ws.db).map(({ number, id }) => ({ number, id }))
  return ws.remembered.channels
}

/** To be called where a channel changes. */
export function forgetChannels(ws: Workspace): void {
  ws.remembered.listeners = null
  ws.remembered.channels = null
}

/**
 * Tells the channels that listen to a kind of event. `about` tells it from every other of its kind, so that it goes out
 * once whatever happens. To be called inside a transaction.
 */
export function tellEvent(ws: Workspace, type: EventType, about: string, data: Record<string, unknown>): void {
  const now = ws.now()
  const told: Message = { is: 'event', type, at: now, data }
  for (const { number, id, events } of listeners(ws)) {
    if (!events.has(type)) continue
    const own = { channel: number, message: JSON.stringify(told), dueAt: now, createdAt: now }
    if (insertSend(ws.db, { id: sendId(id, `${type} ${about}`), ...own }) !== null) ws.sending.raised++
  }
}
