import { timingSafeEqual } from 'node:crypto'
import { Refused } from '../../domain/refusal.ts'
import { replay } from '../../domain/replay-words.ts'
import type { Webinar } from '../../domain/webinar.ts'
import { hexOf } from '../../store/hex.ts'
import { type LinkKeyRow, linkKeyOf, webinarIdOf } from '../../store/replays.ts'
import { findWebinar } from '../find-webinar.ts'
import { momentOf } from '../moment.ts'
import { numberOfWebinar } from '../series.ts'
import type { Workspace } from '../workspace.ts'
import { findReplay, type Replay, stateOfReplay } from './replay.ts'

/**
 * What a link leads to. `key`: whose link it is, whoever that person is by now; null: nobody's, for whoever sets the
 * replay up and wants to see it.
 */
export interface Linked {
  webinar: Webinar
  replay: Replay
  key: LinkKeyRow | null
}

const shape = /^([a-z0-9]{8,32})\.([1-9a-z][0-9a-z]{0,10})-(0|[1-9a-z][0-9a-z]{0,10})-([0-9a-f]{24})$/

/**
 * The path of a person's own link to a webinar's replay: workspace, webinar and key by their numbers, signed. Nothing is
 * stored of it, so a hundred thousand links cost no write; `key` is the number of one of the person's keys, `id` its id.
 */
export function linkOf(ws: Workspace, webinar: Webinar, key: number, id: string): string {
  const number = numberOfWebinar(ws, webinar)
  return `/watch/${ws.id}.${number.toString(36)}-${key.toString(36)}-${signed(ws, webinar.id, id)}`
}

export function previewLink(ws: Workspace, webinar: Webinar): string {
  return linkOf(ws, webinar, 0, nobody)
}

/**
 * What a token of a link leads to. Throws `Refused('not_found')` with its state: `unknown` for what was never given out
 * or whose person was erased, `early` and `closed` while the replay is not open; to whoever sets it up it always is.
 */
export function readLink(ws: Workspace, token: string): Linked {
  const [, workspace, webinarPart, keyPart, given] = shape.exec(token) ?? []
  const [number, keyNumber] = [Number.parseInt(webinarPart ?? '', 36), Number.parseInt(keyPart ?? '', 36)]
  if (workspace !== ws.id || !Number.isSafeInteger(number) || !Number.isSafeInteger(keyNumber)) throw unknown()
  const id = webinarIdOf(ws.db, number) ?? ''
  const key = keyNumber === 0 ? null : linkKeyOf(ws.db, keyNumber)
  // A number may mean another after a backup was restored, so what it means is signed and not the number.
  const right = signed(ws, id, key ? hexOf(key.id) : nobody)
  if (!timingSafeEqual(Buffer.from(right), Buffer.from(given!)) || key === undefined) throw unknown()
  const found = findWebinar(ws, id)
  if (!found) throw unknown()
  const { webinar } = found
  const set = findReplay(ws, webinar)
  if (!set) throw new Refused('not_found', replay('closed'), { state: 'closed' })
  const state = stateOfReplay(set.kept, ws.now())
  if (state === 'open' || key === null) return { webinar, replay: set, key }
  if (state === 'closed') throw new Refused('not_found', replay('closed'), { state })
  const opensAt = momentOf(set.kept.opensAt!)
  throw new Refused('not_found', replay('early', { opensAt }), { state, opensAt })
}

const nobody = ''

function signed(ws: Workspace, webinarId: string, keyId: string): string {
  return ws.crypt.sign(`watch\n${ws.id}\n${webinarId}\n${keyId}`).slice(0, 24)
}

function unknown(): Refused {
  return new Refused('not_found', replay('wrongLink'), { state: 'unknown' })
}
