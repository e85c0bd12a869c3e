import { Refused } from '../../domain/refusal.ts'
import { allChannels, type ChannelRow } from '../../store/channels.ts'
import { bytesOf } from '../../store/db.ts'
import type { Workspace } from '../workspace.ts'

/** The secrets of a channel. Throws where they were sealed under another server's key. */
export function opened(ws: Workspace, { id, address, secret, previousSecret }: ChannelRow) {
  const open = (sealed: ChannelRow['secret']) =>
    sealed === null ? null : ws.crypt.open(bytesOf(sealed), secretOf(ws, id))
  return {
    address: ws.crypt.open(bytesOf(address), addressOf(ws, id)),
    secret: open(secret),
    previousSecret: open(previousSecret),
  }
}

export function sealedAddress(ws: Workspace, id: string, address: string): Uint8Array {
  return ws.crypt.seal(address, addressOf(ws, id))
}

export function sealedSecret(ws: Workspace, id: string, secret: string): Uint8Array {
  return ws.crypt.seal(secret, secretOf(ws, id))
}

/** Throws `Refused('not_found')`. */
export function needChannel(ws: Workspace, id: string): ChannelRow {
  const found = allChannels(ws.db).find((channel) => channel.id === id)
  if (!found) throw new Refused('not_found', `There is no channel "${id}"`, { field: 'id' })
  return found
}

function addressOf(ws: Workspace, id: string): string {
  return `channel address ${ws.id} ${id}`
}

function secretOf(ws: Workspace, id: string): string {
  return `channel secret ${ws.id} ${id}`
}
