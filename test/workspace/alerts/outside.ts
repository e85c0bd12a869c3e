import type { Answered, Asked, Mail, WaysOut } from '../../../src/channels/ways-out.ts'
import { addChannel } from '../../../src/workspace/alerts/channels.ts'
import { dueChannels, sendNext } from '../../../src/workspace/alerts/send-due.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'

/** Gives a workspace an outside that notes what comes and answers as it is told to. */
export function outside(ws: Workspace) {
  const posts: Asked[] = []
  const mails: Mail[] = []
  const told: { answer: Answered } = { answer: { status: 200, retryAfter: null, text: 'ok' } }
  const ways: WaysOut = {
    async post(asked) {
      posts.push(asked)
      return told.answer
    },
    async mail(mail) {
      mails.push(mail)
    },
    check: async () => null,
  }
  Object.assign(ws, { waysOut: ways })
  return {
    posts,
    mails,
    answers(status: number, text = '', retryAfter: string | null = null) {
      told.answer = { status, text, retryAfter }
    },
  }
}

/** Everything that is due now, sent as a host sends it; how much it was. */
export async function sendAll(ws: Workspace): Promise<number> {
  let sent = 0
  for (let some = true; some; ) {
    some = false
    ws.sending.restsUntil.clear()
    for (const channel of dueChannels(ws)) {
      if (!(await sendNext(ws, channel))) continue
      sent++
      some = true
    }
  }
  return sent
}

export const slackOf = (ws: Workspace, name = 'slack') =>
  addChannel(ws, {
    kind: 'slack',
    name,
    address: `https://hooks.slack.com/services/T0/B0/${name}12345`,
    language: 'en',
    events: [],
  })

export const hookOf = (ws: Workspace, events: Parameters<typeof addChannel>[1]['events'] = [], name = 'hook') =>
  addChannel(ws, { kind: 'webhook', name, address: `https://${name}.example/in`, language: 'en', events })

export const mailOf = (ws: Workspace, address: string, name = 'mail') =>
  addChannel(ws, { kind: 'mail', name, address, language: 'en', events: [] })
