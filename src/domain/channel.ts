import { isAct } from './activity.ts'
import type { Fact, FactType } from './fact.ts'
import type { Channel } from './rule.ts'

const TYPES: Readonly<Record<Channel, readonly FactType[]>> = {
  mail: ['email.opened', 'email.clicked'],
  phone: ['call.completed'],
  whatsapp: ['message.replied'],
  site: ['page.viewed', 'visit.ended', 'form.submitted', 'content.downloaded', 'chat.sent'],
  social: ['social.engaged'],
}

/** Whether a fact is something that the person did by a channel. */
export function isOfChannel(fact: Fact, channel: Channel): boolean {
  if (!TYPES[channel].includes(fact.type) || !isAct(fact)) return false
  if (fact.type === 'chat.sent') return fact.data.channel === 'site'
  return fact.type !== 'message.replied' || fact.data.channel === channel
}
