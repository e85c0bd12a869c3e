import type { Channel } from '../../channels/channel.ts'
import type { Outcome } from '../../channels/outcome.ts'
import { send } from '../../channels/send.ts'
import type { Message } from '../../domain/alert/message.ts'
import { alertsOfNumbers } from '../../store/alerts.ts'
import { type ChannelRow, channelOfNumber } from '../../store/channels.ts'
import {
  alertsOfSend,
  channelsDue,
  joinSends,
  nextSends,
  type SendRow,
  sendsDue,
  storeSend,
} from '../../store/sends.ts'
import { findSettings } from '../../store/settings.ts'
import type { Workspace } from '../workspace.ts'
import { addressed } from './addressed.ts'
import { opened } from './channel-row.ts'
import type { ToldAlert } from './message.ts'
import { settle } from './settle-send.ts'
import { alert } from './words.ts'

/** Chats and mail servers take about one message a second of a sender. */
const pause = 1_000
const most = 500
/** So long others wait for a message of many alerts at a time, ms. */
const slice = 20

/** Numbers of the channels that have something to send now, are not being talked to and need not be left in peace. */
export function dueChannels(ws: Workspace): number[] {
  return channelsDue(ws.db, ws.now()).filter((channel) => isFree(ws, channel))
}

function isFree({ sending: { busy, restsUntil }, now }: Workspace, channel: number): boolean {
  return !busy.has(channel) && (restsUntil.get(channel) ?? 0) <= now()
}

/** When there is something to send next, ms UTC; null: never. */
export function nextSendAt(ws: Workspace): number | null {
  const { restsUntil } = ws.sending
  const moments = nextSends(ws.db).map(({ channel, next }) => Math.max(next, restsUntil.get(channel) ?? 0))
  return moments.length > 0 ? Math.min(...moments) : null
}

/**
 * Sends by a channel what became due first, and stores what came of it. False when nothing was due, or the channel is not
 * free. Until that is stored it stays due: where the server dies in between it goes out again, under the same id.
 */
export async function sendNext(ws: Workspace, number: number): Promise<boolean> {
  if (!isFree(ws, number)) return false
  const { busy, restsUntil } = ws.sending
  busy.add(number)
  try {
    const channel = channelOfNumber(ws.db, number)
    const due = channel && channel.offAt === null ? await nextOf(ws, channel) : undefined
    if (!channel || !due) return false
    const outcome = await sent(ws, channel, due)
    // Nobody waits for the disk here: what a power cut takes back goes out again, under the same id.
    await ws.relaxedCommit(() => (outcome ? settle(ws, due, outcome) : drop(ws, due)))
    // Whoever asks to be left alone means all that goes to them, not only what they have just refused.
    const rest = Math.max(channel.kind === 'webhook' ? 0 : pause, outcome?.afterMs ?? 0)
    if (rest > 0) restsUntil.set(number, ws.now() + rest)
    return true
  } finally {
    busy.delete(number)
  }
}

/**
 * What goes out next. Alerts that wait for the same chat are told together, which is stored for good before they are: else
 * they would go out once more, under other ids, after a power cut. What was tried before keeps its content with its id.
 */
async function nextOf(ws: Workspace, channel: ChannelRow): Promise<SendRow | undefined> {
  const isChat = channel.kind !== 'webhook'
  const { first, others } = dueNow(ws, channel, isChat ? most : 1)
  if (others.length === 0) return first
  return ws.commit(() => {
    const { first, others } = dueNow(ws, channel, most)
    if (first && others.length > 0) joinSends(ws.db, first.number, others)
    return first
  })
}

/** What became due first, and what else can be told together with it. */
function dueNow(
  ws: Workspace,
  { number }: ChannelRow,
  limit: number,
): { first: SendRow | undefined; others: number[] } {
  const [first, ...rest] = sendsDue(ws.db, number, ws.now(), limit)
  const isJoinable = ({ tries, message }: SendRow) => tries === 0 && message === null
  return { first, others: first && isJoinable(first) ? rest.filter(isJoinable).map(({ number }) => number) : [] }
}

/** Null: it is for whoever looks after people, and nobody looks after these; the channel is none the worse for it. */
async function sent(ws: Workspace, row: ChannelRow, due: SendRow): Promise<Outcome | null> {
  const told = due.message === null ? await toldBy(ws, due) : []
  if (due.message === null && told.length === 0) return { is: 'sent', answer: '' }
  const message: Message =
    due.message === null ? { is: 'alerts', alerts: told.map((each) => each.message) } : JSON.parse(due.message)
  const owners = [...new Set(told.flatMap(({ ownerEmail }) => ownerEmail ?? []))]
  const to = channelFor(ws, row, owners)
  if (to.address === '') return null
  return send(ws.waysOut, to, due.id, message, ws.now())
}

function drop(ws: Workspace, { number, tries }: SendRow): void {
  const now = ws.now()
  storeSend(ws.db, { number, state: 'dropped', dueAt: now, tries, endedAt: now, answer: alert('noOwner').text })
}

/** A digest of a day may tell of thousands. */
async function toldBy(ws: Workspace, { number }: SendRow): Promise<ToldAlert[]> {
  const told: ToldAlert[] = []
  let begin = performance.now()
  for (const alert of alertsOfNumbers(ws.db, alertsOfSend(ws.db, number))) {
    if (performance.now() - begin > slice) {
      await new Promise((resolve) => setTimeout(resolve, 0))
      begin = performance.now()
    }
    told.push(ws.sending.told.of(ws, alert))
  }
  return told
}

/** A channel as something is sent by it. Mail for `owner` goes to `owners`: whoever looks after the people it is about. */
export function channelFor(ws: Workspace, row: ChannelRow, owners: readonly string[]): Channel {
  const { address, secret, previousSecret } = opened(ws, row)
  return {
    kind: row.kind as Channel['kind'],
    address: row.kind === 'mail' ? addressed(address, owners) : address,
    ...{ secret, previousSecret, language: row.language as Channel['language'] },
    timezone: findSettings(ws.db)!.timezone,
  }
}
