import type { Message } from '../domain/alert/message.ts'
import { addressesIn } from './address/mail-addresses.ts'
import { secretsOf } from './address/masked.ts'
import type { Channel } from './channel.ts'
import { mailOf } from './mail/mail.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { slackAnswer } from './slack/answers.ts'
import { slackMessage } from './slack/slack.ts'
import { teamsMessage } from './teams/teams.ts'
import { tell } from './told/tell.ts'
import type { Told } from './told/told.ts'
import { wayOut } from './way-out-words.ts'
import { type Asked, type Mail, NoAnswer, type WaysOut } from './ways-out.ts'
import { webhookRequest } from './webhook/webhook.ts'

/** For so long a target may take, ms. */
const DEADLINE = 10_000

/**
 * Sends a message by a channel, once. `id` is the same for every attempt at the same message; `now` is ms UTC. What the
 * target or the way to it does is an outcome; only a fault of our own is thrown.
 */
export async function send(
  ways: WaysOut,
  channel: Channel,
  id: string,
  message: Message,
  now: number,
): Promise<Outcome> {
  try {
    if (channel.kind === 'webhook') return await posted(ways, channel, webhookRequest(channel, id, message, now), now)
    const told = tell(message, channel)
    if (!told) return { is: 'refused', answer: 'This channel is for people, and the message is for programs.' }
    if (channel.kind === 'mail') return await mailed(ways, mailOf(told, id, addressesIn(channel.address)))
    const outcome = await posted(ways, channel, requestOf(channel, told), now)
    return channel.kind === 'slack' ? { ...outcome, answer: slackAnswer(outcome.answer) } : outcome
  } catch (error) {
    if (error instanceof NoAnswer) return unanswered(error)
    throw error
  }
}

function unanswered({ isLasting, afterMs, message: answer }: NoAnswer): Outcome {
  if (isLasting) return { is: 'refused', answer }
  return afterMs === null ? { is: 'later', answer } : { is: 'later', answer, afterMs }
}

function requestOf({ kind, address }: Channel, told: Told): Asked {
  const body = JSON.stringify(kind === 'slack' ? slackMessage(told) : teamsMessage(told))
  return { url: address, headers: { 'content-type': 'application/json' }, body }
}

async function posted(ways: WaysOut, channel: Channel, asked: Asked, now: number): Promise<Outcome> {
  return outcomeOf(await ways.post(asked, DEADLINE), now, secretsOf(channel))
}

async function mailed(ways: WaysOut, mail: Mail): Promise<Outcome> {
  if (!ways.mail) throw new NoAnswer(wayOut('noMail'), false)
  await ways.mail(mail)
  return { is: 'sent', answer: 'The mail server took it.' }
}
