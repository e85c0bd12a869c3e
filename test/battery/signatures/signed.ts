import { webcrypto } from 'node:crypto'
import type { Chance } from '../../../src/demo/chance.ts'

/** A webhook as it stands on the wire. */
export interface Signed {
  timestamp: string
  signature: string
  body: Uint8Array<ArrayBuffer>
}

const encoder = new TextEncoder()

/** Signed by another implementation than the one that verifies: WebCrypto's. */
export async function signedBy(secret: string, timestamp: string, body: Uint8Array): Promise<Signed> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await webcrypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  const head = encoder.encode(`v0:${timestamp}:`)
  const message = new Uint8Array(head.length + body.length)
  message.set(head)
  message.set(body, head.length)
  const digest = new Uint8Array(await webcrypto.subtle.sign('HMAC', key, message))
  return { timestamp, signature: `v0=${Buffer.from(digest).toString('hex')}`, body: new Uint8Array(body) }
}

/** Signed by `openssl dgst -sha256 -hmac <secret>` over `v0:<timestamp>:<body>`. */
export const vectors: { secret: string; timestamp: string; body: Uint8Array; signature: string }[] = [
  [
    'key',
    '1775041200',
    '{"event":"webinar.started"}',
    'dbcc8f12a23cbb1ac7b1537d89eae39978236394311f19177605896bd5c6c169',
  ],
  ['k', '1', '', '153804fcfb9108133336bc5c4538af6b5847cffa7071f54e2246827941b77d03'],
  [
    'sécret',
    '1775041200',
    new Uint8Array([0xff, 0x00, 0xfe]),
    '66e82b011f410ffa793babea69700affd40d5886e07ce4f5d51bec037d5ae0bc',
  ],
  [
    'a'.repeat(200),
    '9999999999999999',
    '{"event":"שלום 😀"}',
    'd80e15b46dd4e35c9260d072e5f5d316f6c304d05d51fa29f59b4884c5bd97ee',
  ],
].map(([secret, timestamp, body, digest]) => ({
  secret: secret as string,
  timestamp: timestamp as string,
  body: typeof body === 'string' ? encoder.encode(body) : (body as Uint8Array),
  signature: `v0=${digest}`,
}))

/** Any secret, moment and bytes. */
export function anySigned(chance: Chance): { secret: string; timestamp: string; body: Uint8Array } {
  return {
    secret: chance.word(chance.whole(1, 80), 'abcXYZ019-_ éשж😀'),
    timestamp: String(chance.whole(0, chance.pick([9, 2_000_000_000, 9e15]))),
    body: Uint8Array.from({ length: chance.whole(0, 300) }, () => chance.whole(0, 255)),
  }
}

/** The same with one bit another way, in the signature, the timestamp or the body. */
export function withOneBitChanged(signed: Signed, chance: Chance): Signed {
  const { timestamp, signature, body } = signed
  const at = chance.whole(0, timestamp.length + signature.length + body.length - 1)
  const bit = 1 << chance.whole(0, 7)
  const inSignature = at - timestamp.length
  if (inSignature >= signature.length) {
    const changed = new Uint8Array(body)
    changed[inSignature - signature.length]! ^= bit
    return { ...signed, body: changed }
  }
  const changed = (part: string, index: number) =>
    part.slice(0, index) + String.fromCharCode(part.charCodeAt(index) ^ bit) + part.slice(index + 1)
  if (at < timestamp.length) return { ...signed, timestamp: changed(timestamp, at) }
  return { ...signed, signature: changed(signature, inSignature) }
}
