import { createHmac, createSecretKey } from 'node:crypto'

const PREFIX = 'whsec_'
const [LEAST, MOST] = [24, 64]

/** A secret of Standard Webhooks from random bytes, 24 to 64 of them. */
export function webhookSecret(bytes: Uint8Array): string {
  if (bytes.length < LEAST || bytes.length > MOST) throw new Error(`a secret has ${LEAST} to ${MOST} bytes`)
  return PREFIX + Buffer.from(bytes).toString('base64')
}

/** `v1,` and the HMAC-SHA256 of `id.timestamp.body` by each secret. `timestamp`: seconds since 1970. */
export function signatures(secrets: readonly string[], id: string, timestamp: number, body: string): string {
  return secrets.map((secret) => signature(secret, `${id}.${timestamp}.${body}`)).join(' ')
}

function signature(secret: string, text: string): string {
  const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64')
  // A key as it is costs three times as much.
  return `v1,${createHmac('sha256', createSecretKey(key)).update(text).digest('base64')}`
}
