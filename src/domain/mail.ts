import type { History } from './history.ts'

/** One mail to the person. `opened` by anyone, a machine included; a click implies an open. */
export interface Mail {
  readonly deliveredAt: number
  readonly opened: boolean
  readonly fact: string
}

/** The person's mails by delivery; one without a known delivery counts from its first open. */
export function mailsOf(history: History): Mail[] {
  const mails = new Map<string, Mail>()
  for (const { id, time, data } of history.of('email.delivered')) {
    const key = data.messageId ?? id
    if (!mails.has(key)) mails.set(key, { deliveredAt: time, opened: false, fact: id })
  }
  const opens = [...history.of('email.opened'), ...history.of('email.clicked')].sort((a, b) => a.time - b.time)
  for (const { id, time, data } of opens) {
    const key = data.messageId ?? id
    const mail = mails.get(key)
    mails.set(key, { deliveredAt: mail?.deliveredAt ?? time, opened: true, fact: mail?.fact ?? id })
  }
  return [...mails.values()].sort((a, b) => a.deliveredAt - b.deliveredAt || (a.fact < b.fact ? -1 : 1))
}
