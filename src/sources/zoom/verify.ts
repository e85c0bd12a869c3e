import { createHmac, timingSafeEqual } from 'node:crypto'

/** The headers that sign a webhook. */
export const signatureHeaders = ['x-zm-request-timestamp', 'x-zm-signature'] as const

/**
 * The secret with which Zoom signed this body, null if none of them did: `x-zm-signature` is `v0=` and the lower-case
 * hex HMAC-SHA256 of `v0:<x-zm-request-timestamp>:<raw body>`. The exact bytes count, for Zoom escapes some characters
 * and not others. Age is no reason to refuse: a refused retry is lost for ever.
 */
export function verify(
  secrets: readonly string[],
  { timestamp, signature }: { timestamp: string | null; signature: string | null },
  raw: Uint8Array,
): string | null {
  if (!timestamp || !/^\d{1,16}$/.test(timestamp)) return null
  if (!signature || !/^v0=[0-9a-f]{64}$/.test(signature)) return null
  const given = Buffer.from(signature, 'latin1')
  // An empty secret is no secret: everybody can sign with it.
  const fitting = secrets.find((secret) => {
    if (secret === '') return false
    const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(raw).digest('hex')
    return timingSafeEqual(Buffer.from(`v0=${digest}`, 'latin1'), given)
  })
  return fitting ?? null
}

/**
 * Zoom's url validation, asked at set-up and every 72 hours: answered with the secret that signed the question.
 * Never answer an unsigned one: whoever chooses the token would have Ripen sign a webhook for him.
 */
export function answerChallenge(plainToken: string, secret: string): { plainToken: string; encryptedToken: string } {
  return { plainToken, encryptedToken: createHmac('sha256', secret).update(plainToken).digest('hex') }
}
