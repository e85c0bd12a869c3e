import { randomBytes } from 'node:crypto'
import { type ReadAddress, readAddress } from '../../channels/address/address.ts'
import { masked } from '../../channels/address/masked.ts'
import type { EventType } from '../../domain/alert/event.ts'
import type { ChannelKind } from '../../domain/alert/kind.ts'
import type { MessageLanguage } from '../../domain/alert/message.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Words } from '../../domain/words.ts'
import { alertRules } from '../../store/alert-rules.ts'
import {
  allChannels,
  type ChannelRow,
  deleteChannel,
  insertChannel,
  replaceChannel,
  replaceChannelSecret,
  storeChannelStand,
} from '../../store/channels.ts'
import { countWaiting, dropOlder, dropSends } from '../../store/sends.ts'
import { momentOf } from '../moment.ts'
import type { Workspace } from '../workspace.ts'
import { addresseesIn } from './addressed.ts'
import { needChannel, opened, sealedAddress, sealedSecret } from './channel-row.ts'
import { forgetChannels } from './events.ts'
import { alert } from './words.ts'

const most = 50
const DAY = 86_400_000

/** What somebody says of a channel. `events`: which events of the workspace go out by it too; only a webhook has them. */
export interface ChannelGiven {
  kind: ChannelKind
  name: string
  address: string
  language: MessageLanguage
  events: EventType[]
}

export type ShownChannel = ReturnType<typeof shown>

export function listChannels(ws: Workspace): { items: ShownChannel[] } {
  const waiting = new Map(countWaiting(ws.db).map(({ channel, count }) => [channel, count]))
  return { items: allChannels(ws.db).map((row) => shown(ws, row, waiting.get(row.number) ?? 0)) }
}

/** Throws `Refused('not_found')`. */
export function showChannel(ws: Workspace, id: string): ShownChannel {
  needChannel(ws, id)
  return listChannels(ws).items.find((channel) => channel.id === id)!
}

/** A new channel. `secret`: what its webhooks are signed with, shown this once. `note`: what to know of its address. */
export type AddedChannel = ShownChannel & { secret: string | null; note: Words | null }

/** What belongs to a change, such as its line in the log: both happen, or neither. */
type Also = (channel: ShownChannel) => void
const nothing: Also = () => {}

/** Throws `Refused('invalid')` for an address at which nothing can be told, `('conflict')` for a name that is taken. */
export async function addChannel(ws: Workspace, given: ChannelGiven, also = nothing): Promise<AddedChannel> {
  const { address, note } = await checkedAddress(ws, given.kind, given.address)
  return ws.transaction(() => {
    const known = allChannels(ws.db)
    if (known.length >= most) throw new Refused('conflict', alert('tooManyChannels', { most }))
    refuseName(given.name, known)
    const id = `ch_${randomBytes(6).toString('hex')}`
    const secret = given.kind === 'webhook' ? newSecret() : null
    forgetChannels(ws)
    insertChannel(ws.db, {
      ...{ id, kind: given.kind, createdAt: ws.now() },
      ...contentOf(ws, id, given, address),
      secret: secret === null ? null : sealedSecret(ws, id, secret),
    })
    const added = showChannel(ws, id)
    also(added)
    return { ...added, secret, note }
  })
}

/** Throws `Refused('not_found')`, and what `addChannel` throws. Another address begins anew. */
export async function changeChannel(
  ws: Workspace,
  id: string,
  given: Partial<Omit<ChannelGiven, 'kind'>>,
  also = nothing,
): Promise<ShownChannel> {
  const before = needChannel(ws, id)
  const kind = before.kind as ChannelKind
  const address = given.address === undefined ? null : (await checkedAddress(ws, kind, given.address)).address
  return ws.transaction(() => {
    const row = needChannel(ws, id)
    if (given.name !== undefined)
      refuseName(
        given.name,
        allChannels(ws.db).filter((each) => each.id !== id),
      )
    const whole = {
      name: given.name ?? row.name,
      language: given.language ?? (row.language as MessageLanguage),
      events: given.events ?? (JSON.parse(row.events) as EventType[]),
    }
    forgetChannels(ws)
    replaceChannel(ws.db, row.number, contentOf(ws, id, { kind, ...whole }, address ?? opened(ws, row).address))
    if (address !== null) switchOn(ws, row)
    const changed = showChannel(ws, id)
    also(changed)
    return changed
  })
}

/** A new secret, shown this once; for a while, until the next, webhooks are signed with that of before too. */
export function renewSecret(ws: Workspace, id: string): { secret: string } {
  const row = needChannel(ws, id)
  if (row.kind !== 'webhook') throw new Refused('invalid', alert('secretOnlyWebhook'))
  const secret = newSecret()
  ws.transaction(() => replaceChannelSecret(ws.db, row.number, sealedSecret(ws, id, secret)))
  return { secret }
}

/** Switches a channel on or off by hand. What has waited for more than a day does not go out any more. */
export function switchChannel(ws: Workspace, id: string, on: boolean): ShownChannel {
  return ws.transaction(() => {
    const row = needChannel(ws, id)
    if (on) switchOn(ws, row)
    else storeChannelStand(ws.db, row.number, { ...row, offAt: ws.now(), offReason: 'by_hand' })
    return showChannel(ws, id)
  })
}

/** Rules go on without it; what waits by it does not go out. Throws `Refused('not_found')`. */
export function removeChannel(ws: Workspace, id: string): void {
  ws.transaction(() => {
    const { number } = needChannel(ws, id)
    forgetChannels(ws)
    dropSends(ws.db, number, ws.now())
    deleteChannel(ws.db, number, ws.now())
  })
}

function switchOn(ws: Workspace, row: ChannelRow): void {
  ws.sending.restsUntil.delete(row.number)
  dropOlder(ws.db, row.number, ws.now() - DAY, ws.now())
  storeChannelStand(ws.db, row.number, { ...row, refused: 0, failingSince: null, offAt: null, offReason: null })
}

/** Throws `Refused('invalid')` with the reason. */
async function checkedAddress(ws: Workspace, kind: ChannelKind, given: string): Promise<ReadAddress> {
  if (kind === 'mail') return { address: mailAddress(ws, given), note: null }
  const read = readAddress(kind, given)
  const why = await ws.waysOut.check(read.address)
  if (why) throw new Refused('invalid', why, { field: 'address' })
  return read
}

function mailAddress(ws: Workspace, given: string): string {
  if (ws.waysOut.mail === null) throw new Refused('invalid', alert('noMail'), { field: 'kind' })
  const { addresses, owner } = addresseesIn(given)
  const read = addresses.length > 0 || !owner ? readAddress('mail', addresses.join(',')).address : ''
  return [read, owner ? 'owner' : ''].filter(Boolean).join(',')
}

function contentOf(ws: Workspace, id: string, given: Omit<ChannelGiven, 'address'>, address: string) {
  const { kind, name, language, events } = given
  const sealed = sealedAddress(ws, id, address)
  return { name, address: sealed, shown: masked(kind, address), language, events: JSON.stringify(events) }
}

function refuseName(name: string, others: readonly ChannelRow[]): void {
  if (others.some((each) => each.name === name))
    throw new Refused('conflict', alert('channelNameTaken', { name }), { field: 'name' })
}

function newSecret(): string {
  return `whsec_${randomBytes(24).toString('base64')}`
}

/** Whether it has been tried, works, fails, or is off. */
type ChannelState = 'untried' | 'on' | 'failing' | 'off'
type OffReason = 'refused' | 'silent' | 'by_hand'

function shown(ws: Workspace, row: ChannelRow, waiting: number) {
  const { id, kind, name, shown: address, language, events, createdAt } = row
  const { lastAt, lastAnswer, lastOutcome, failingSince, offAt, offReason } = row
  const rules = alertRules(ws.db).filter(({ json }) =>
    (JSON.parse(json) as { channels: string[] }).channels.includes(id),
  )
  return {
    ...{ id, kind: kind as ChannelKind, name, address, language: language as MessageLanguage },
    events: JSON.parse(events) as EventType[],
    createdAt: momentOf(createdAt),
    state: stateOf(row),
    offReason: offReason as OffReason | null,
    since: momentOf(offAt ?? failingSince),
    last: lastAt === null ? null : { at: momentOf(lastAt), outcome: lastOutcome ?? '', answer: lastAnswer ?? '' },
    ...{ waiting, rules: rules.length },
  }
}

function stateOf({ offAt, failingSince, lastAt }: ChannelRow): ChannelState {
  if (offAt !== null) return 'off'
  if (failingSince !== null) return 'failing'
  return lastAt === null ? 'untried' : 'on'
}
