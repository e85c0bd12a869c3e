import { z } from 'zod'
import type { FactType, MailData } from '../../domain/fact.ts'
import { activity } from './activity.ts'
import { seconds } from './measure.ts'
import { optional, optionalId, optionalText, word } from './text.ts'

const mail = z.object({
  messageId: optionalId.describe('The mail; what happens to one mail carries the same id'),
  url: optionalText(2000).describe('The link that was clicked'),
  automated: optional(z.boolean()).describe('true: a machine such as a privacy proxy or a scanner did it'),
})

const message = z.object({ channel: word('whatsapp, sms or telegram'), messageId: optionalId })

export const contact = [
  mailActivity('email.delivered', 'Mail delivered', 'A mail arrived in the person’s mailbox.'),
  mailActivity('email.opened', 'Mail opened', 'A mail was opened.'),
  mailActivity('email.clicked', 'Mail clicked', 'A link in a mail was clicked. A click implies an open.'),
  mailActivity('email.bounced', 'Mail bounced', 'A mail could not be delivered.'),
  mailActivity('email.complained', 'Mail complained about', 'Someone reported a mail as spam.'),
  mailActivity('email.unsubscribed', 'Unsubscribed', 'Someone left the mailing list.'),
  messageActivity('message.sent', 'Message sent', 'The company sent a message over WhatsApp or another channel.'),
  messageActivity('message.replied', 'Message replied to', 'Someone answered a message.'),
  activity(
    'call.completed',
    {
      title: 'Call completed',
      description: 'The company called someone.',
      fields: z.object({
        outcome: z.enum(['answered', 'voicemail', 'busy', 'no_answer', 'failed']),
        seconds: optional(seconds),
      }),
    },
    ({ outcome, seconds }) => ({ outcome, seconds }),
  ),
  activity(
    'social.engaged',
    {
      title: 'Social media act',
      description: 'Someone liked, shared or commented on social media.',
      fields: z.object({ network: word('linkedin'), action: word('liked, shared or commented') }),
    },
    ({ network, action }) => ({ network, action }),
  ),
  activity(
    'meeting.booked',
    { title: 'Meeting booked', description: 'Someone booked a meeting with sales.', fields: z.object({}) },
    () => ({}),
  ),
]

function mailActivity(type: FactType & `email.${string}`, title: string, description: string) {
  const read = ({ messageId, url, automated }: z.output<typeof mail>): MailData => ({ messageId, url, automated })
  return activity(type, { title, description, fields: mail }, read)
}

function messageActivity(type: FactType & `message.${string}`, title: string, description: string) {
  const read = ({ channel, messageId }: z.output<typeof message>) => ({ channel, messageId })
  return activity(type, { title, description, fields: message }, read)
}
