import type { AlertMessage, Message } from '../../domain/alert/message.ts'
import { explain } from '../../domain/messages.ts'

/** One event of Standard Webhooks. `timestamp`: when it happened, not when it is sent. */
export interface WebhookEvent {
  type: string
  timestamp: string
  data: Readonly<Record<string, unknown>>
}

/** A message for programs. What people wrote is as they wrote it; moments are ISO 8601 in UTC, lengths seconds. */
export function eventOf(message: Message, now: number): WebhookEvent {
  switch (message.is) {
    case 'alerts': {
      const { alerts } = message
      const data = alerts.length === 1 ? alertData(alerts[0]!) : { alerts: alerts.map(alertData) }
      return { type: 'alert.raised', timestamp: iso(Math.max(...alerts.map(({ at }) => at), 0)), data }
    }
    case 'event':
      return { type: message.type, timestamp: iso(message.at), data: message.data }
    case 'switched_off': {
      const { channel, lastAnswer, link } = message
      return { type: 'channel.switched_off', timestamp: iso(now), data: { channel, lastAnswer, link } }
    }
    case 'test':
      return { type: 'channel.test', timestamp: iso(now), data: { workspace: message.workspace, link: message.link } }
    case 'export': {
      const { name, people, link, until } = message
      return { type: 'export.ready', timestamp: iso(now), data: { name, people, link, until: iso(until) } }
    }
  }
}

function alertData(alert: AlertMessage): Record<string, unknown> {
  const { webinar, presence } = alert
  return {
    ...alert,
    at: iso(alert.at),
    webinar: webinar && { ...webinar, startsAt: webinar.startsAt === null ? null : iso(webinar.startsAt) },
    presence: presence && {
      webinarSeconds: presence.seconds,
      live: stretches(presence.live),
      replay: stretches(presence.replay),
    },
    said: alert.said.map((said) => ({ ...said, at: iso(said.at) })),
    ledger: alert.ledger.map(({ rule, points, at, webinar, reason, params }) => ({
      ...{ rule, points, at: iso(at), webinar: webinar ?? null, reason, params: params ?? {} },
      sentence: explain({ rule, reason, params }),
    })),
  }
}

function stretches(pairs: readonly (readonly [number, number])[]): { from: number; to: number }[] {
  return pairs.map(([from, to]) => ({ from, to }))
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
