import type { Message } from '../../domain/alert/message.ts'
import type { Channel } from '../channel.ts'
import type { Asked } from '../ways-out.ts'
import { eventOf } from './data.ts'
import { signatures } from './sign.ts'

/** A POST of Standard Webhooks: `id` is the same for every attempt, the timestamp is that of this one (`now`, ms UTC). */
export function webhookRequest(
  { address, secret, previousSecret }: Pick<Channel, 'address' | 'secret' | 'previousSecret'>,
  id: string,
  message: Message,
  now: number,
): Asked {
  const body = JSON.stringify(eventOf(message, now))
  const timestamp = Math.floor(now / 1000)
  const secrets = [secret, previousSecret].filter((each) => each !== null)
  return {
    url: address,
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      ...(secrets.length > 0 ? { 'webhook-signature': signatures(secrets, id, timestamp, body) } : {}),
    },
  }
}
