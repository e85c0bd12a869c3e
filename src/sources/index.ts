import { readWebhook, type WebhookReading } from './zoom/payload.ts'

/** Every platform whose webhooks Ripen reads. Adding one: its folder, and its line here. */
const webhooks = { zoom: readWebhook } satisfies Record<string, (raw: Uint8Array) => WebhookReading>

export type Platform = keyof typeof webhooks

export const platforms = Object.keys(webhooks) as readonly Platform[]

export function isPlatform(word: string): word is Platform {
  return Object.hasOwn(webhooks, word)
}

/** Reads a body that a platform signed. */
export function readDelivery(platform: Platform, raw: Uint8Array): WebhookReading {
  return webhooks[platform](raw)
}
