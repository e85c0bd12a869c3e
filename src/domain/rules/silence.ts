import type { FactType } from '../fact.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { type Mail, mailsOf } from '../mail.ts'
import type { RuleOf } from '../rule.ts'

const DAY_MS = 86_400_000
const MAILS: readonly FactType[] = ['email.delivered', 'email.opened', 'email.clicked']

/** The last mails by delivery, of those opened by anyone or delivered long enough ago, were not opened. */
export function mailsUnopened(rule: RuleOf<'mails_unopened'>, history: History, ledger: Ledger): void {
  if (countOf(history, MAILS) < rule.last) return
  const due = (mail: Mail) => mail.deliveredAt + rule.afterDays * DAY_MS + 1
  const mails = mailsOf(history)
  for (const mail of mails) if (!mail.opened) history.moments.maybe(due(mail))
  const last = mails.filter((mail) => mail.opened || due(mail) <= history.asOf).slice(-rule.last)
  if (last.length < rule.last || last.some(({ opened }) => opened)) return
  ledger.pay(rule, {
    at: Math.max(...last.map(due)),
    facts: last.map(({ fact }) => fact),
    params: { count: rule.last },
  })
}

/** Opened so many different mails and never clicked. */
export function opensWithoutClicks(rule: RuleOf<'opens_without_clicks'>, history: History, ledger: Ledger): void {
  if (history.of('email.opened').length < rule.mails) return
  if (history.of('email.clicked').some(({ data }) => !data.automated)) return
  const opened = new Map<string, { id: string; time: number }>()
  for (const { id, time, data } of history.of('email.opened')) {
    const mail = data.messageId ?? id
    if (!data.automated && !opened.has(mail)) opened.set(mail, { id, time })
  }
  const opens = [...opened.values()]
  if (opens.length < rule.mails) return
  ledger.pay(rule, {
    at: opens[rule.mails - 1]!.time,
    facts: opens.map(({ id }) => id),
    params: { count: opens.length },
  })
}

/** The last messages of a channel, of those replied to or sent long enough ago, got no reply. */
export function messagesIgnored(rule: RuleOf<'messages_ignored'>, history: History, ledger: Ledger): void {
  const ofChannel = ({ data }: { data: { channel: string } }) => data.channel === rule.channel
  const lastReply = history.of('message.replied').filter(ofChannel).at(-1)?.time ?? -Infinity
  const due = ({ time }: { time: number }) => time + rule.afterDays * DAY_MS + 1
  const sent = history.of('message.sent').filter(ofChannel)
  for (const message of sent) if (message.time >= lastReply) history.moments.maybe(due(message))
  const last = sent.filter((message) => message.time < lastReply || due(message) <= history.asOf).slice(-rule.last)
  if (last.length < rule.last || last.some(({ time }) => time < lastReply)) return
  ledger.pay(rule, { at: Math.max(...last.map(due)), facts: last.map(({ id }) => id), params: { count: rule.last } })
}

/** The last calls that got through to the line were not answered. */
export function callsUnanswered(rule: RuleOf<'calls_unanswered'>, history: History, ledger: Ledger): void {
  const last = history
    .of('call.completed')
    .filter(({ data }) => data.outcome !== 'failed')
    .slice(-rule.last)
  if (last.length < rule.last || last.some(({ data }) => data.outcome === 'answered')) return
  ledger.pay(rule, { at: last.at(-1)!.time, facts: last.map(({ id }) => id), params: { count: rule.last } })
}

/** So many calls and messages went out, and nothing human ever came back. */
export function noHumanContact(rule: RuleOf<'no_human_contact'>, history: History, ledger: Ledger): void {
  const calls = history.of('call.completed').filter(({ data }) => data.outcome !== 'failed')
  const answers = ['message.replied', 'meeting.booked', 'chat.sent'] as const
  if (answers.some((type) => history.of(type).length > 0) || calls.some(({ data }) => data.outcome === 'answered'))
    return
  const attempts = [...calls, ...history.of('message.sent')].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
  if (attempts.length < rule.attempts) return
  const facts = attempts.map(({ id }) => id)
  ledger.pay(rule, { at: attempts[rule.attempts - 1]!.time, facts, params: { count: attempts.length } })
}

function countOf(history: History, types: readonly FactType[]): number {
  return types.reduce((count, type) => count + history.of(type).length, 0)
}
