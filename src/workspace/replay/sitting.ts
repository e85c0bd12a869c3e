import { randomBytes, timingSafeEqual } from 'node:crypto'
import { Refused } from '../../domain/refusal.ts'
import { replay } from '../../domain/replay-words.ts'
import type { Workspace } from '../workspace.ts'

/** One load of the page of a link. `since`: when, ms UTC by our clock. */
export interface Sitting {
  id: string
  since: number
}

const prefix = 'watch/'
const shape = /^(([0-9a-z]{8,10})-[0-9a-f]{8})-([0-9a-f]{16})$/

/** What the page sends along: when it was loaded, signed, so that nobody claims to have watched since long ago. */
export function newSitting(ws: Workspace, token: string): string {
  const id = `${ws.now().toString(36)}-${randomBytes(4).toString('hex')}`
  return `${id}-${signed(ws, token, id)}`
}

/** Throws `Refused('invalid')` for one that was not given out with this link. */
export function readSitting(ws: Workspace, token: string, text: string): Sitting {
  const [, id = '', since = '', given = ''] = shape.exec(text) ?? []
  const right = signed(ws, token, id)
  if (given.length !== right.length || !timingSafeEqual(Buffer.from(right), Buffer.from(given)))
    throw new Refused('invalid', replay('otherSitting'), { field: 'sitting' })
  return { id: prefix + id, since: Number.parseInt(since, 36) }
}

/** Whether a session of a fact is one in front of our own player. */
export function isSitting(sessionId: string | undefined): sessionId is string {
  return sessionId?.startsWith(prefix) ?? false
}

function signed(ws: Workspace, token: string, id: string): string {
  return ws.crypt.sign(`sitting\n${ws.id}\n${token}\n${id}`).slice(0, 16)
}
