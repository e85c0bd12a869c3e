import { send } from '../../channels/send.ts'
import { Refused } from '../../domain/refusal.ts'
import { channelOfNumber, storeChannelStand } from '../../store/channels.ts'
import { findSend, type SendRow, sendsOfChannel, storeSend } from '../../store/sends.ts'
import { findSettings } from '../../store/settings.ts'
import { momentOf } from '../moment.ts'
import { belowCursor, pageOf } from '../newest-first.ts'
import type { Workspace } from '../workspace.ts'
import { sendId } from './alert-id.ts'
import { needChannel } from './channel-row.ts'
import { linkTo } from './links.ts'
import { channelFor } from './send-due.ts'
import { type SendSubject, subjectsOf } from './send-subjects.ts'
import { standAfter } from './settle-send.ts'
import { alert } from './words.ts'

export type ShownSend = ReturnType<typeof shown>

/** What went out by a channel, or is to, the newest first. Throws `Refused('not_found')`, `('invalid')`. */
export function showSends(
  ws: Workspace,
  channel: string,
  { cursor, limit = 50 }: { cursor?: string | undefined; limit?: number } = {},
) {
  const { number } = needChannel(ws, channel)
  const { rows, nextCursor } = pageOf(sendsOfChannel(ws.db, number, belowCursor(cursor), limit + 1), limit)
  const subjectOf = subjectsOf(ws, rows)
  return { items: rows.map((row) => shown(row, subjectOf(row))), nextCursor }
}

/** Sends something once more, now, under its id. Throws `Refused('not_found')`, and `('conflict')` where it is on its way. */
export function resend(ws: Workspace, id: string): ShownSend {
  return ws.transaction(() => {
    const row = findSend(ws.db, id)
    const channel = row && channelOfNumber(ws.db, row.channel)
    if (!row || !channel) throw new Refused('not_found', `There is no send "${id}"`, { field: 'id' })
    if (channel.offAt !== null) throw new Refused('conflict', alert('channelOff'))
    const { number, answer } = row
    storeSend(ws.db, { number, state: 'waiting', dueAt: ws.now(), tries: 0, endedAt: null, answer })
    const sent = findSend(ws.db, id)!
    return shown(sent, subjectsOf(ws, [sent])(sent))
  })
}

/** What a test of a channel came to: what its target said. */
export interface Tested {
  outcome: 'sent' | 'later' | 'refused' | 'gone'
  answer: string
}

/** Sends a test by a channel and waits for the answer; the channel shows it. Throws `Refused('not_found')`. */
export async function testChannel(ws: Workspace, id: string, owner: string | null): Promise<Tested> {
  const row = needChannel(ws, id)
  const { name } = findSettings(ws.db)!
  const to = channelFor(ws, row, owner === null ? [] : [owner])
  const testId = sendId(id, `test ${ws.now()}`)
  const outcome = await send(
    ws.waysOut,
    to,
    testId,
    { is: 'test', workspace: name, link: linkTo(ws, 'alerts/channels') },
    ws.now(),
  )
  ws.transaction(() => {
    const { number, ...stand } = needChannel(ws, id)
    const after = standAfter({ ...row, ...stand }, outcome, ws.now())
    const works = outcome.is === 'sent'
    storeChannelStand(
      ws.db,
      number,
      works
        ? { ...after, offAt: null, offReason: null }
        : { ...after, offAt: row.offAt, offReason: row.offReason, refused: row.refused },
    )
  })
  return { outcome: outcome.is, answer: outcome.answer }
}

function shown(row: SendRow, subject: SendSubject) {
  const { id, state, dueAt, createdAt, tries, endedAt, answer, message } = row
  return {
    ...{ id, state, tries, answer },
    ...{ createdAt: momentOf(createdAt), dueAt: momentOf(dueAt), endedAt: momentOf(endedAt) },
    about:
      message === null
        ? 'alerts'
        : ((JSON.parse(message) as { is: string; type?: string }).type ?? JSON.parse(message).is),
    ...subject,
  }
}
