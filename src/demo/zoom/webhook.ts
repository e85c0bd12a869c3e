import { createHmac } from 'node:crypto'

/** One webhook as Zoom would send it: the body's text and the moment it happened. */
export interface Delivery {
  event: string
  at: number
  body: string
}

/** The webhook of one event. `rest` stands beside `object` in the payload. */
export function webhook(event: string, at: number, object: unknown, rest: object = {}): Delivery {
  const body = JSON.stringify({ event, event_ts: at, payload: { account_id: 'aCcOuNt', object, ...rest } })
  return { event, at, body }
}

/** The headers with which Zoom signs a body; `timestamp` in seconds. */
export function signed(body: string, secret: string, timestamp: string): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Zoom Marketplace/1.0a',
    'x-zm-request-timestamp': timestamp,
    'x-zm-signature': `v0=${signature}`,
  }
}

/** A time as Zoom writes it. */
export function zoomTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
}
