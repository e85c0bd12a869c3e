import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { answerChallenge, verify } from '../../src/sources/zoom/verify.ts'

const secret = 'tOpSeCrEt-of-harborlight'
const timestamp = '1775041200'
const raw = bytes('{"event":"webinar.started","event_ts":1775041200000,"payload":{}}')

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function sign(body: Uint8Array, key = secret, at = timestamp): string {
  return `v0=${createHmac('sha256', key).update(`v0:${at}:`).update(body).digest('hex')}`
}

test('a body that Zoom signed gives the secret that fits', () => {
  expect(verify([secret], { timestamp, signature: sign(raw) }, raw)).toBe(secret)
})

test('the signature is the one that Zoom documents', () => {
  // Computed apart: printf 'v0:1775041200:{"event":"x"}' | openssl dgst -sha256 -hmac secret
  const signature = 'v0=1a316d8dfc83ebd58729ce92cf268e5e2e3a514ded621d2712a1e26a7ed4e0a6'
  expect(verify(['secret'], { timestamp, signature }, bytes('{"event":"x"}'))).toBe('secret')
})

test('the exact bytes count: emoji as surrogate-pair escapes beside raw UTF-8', () => {
  const text = '{"event":"webinar.started","topic":"Live \\ud83d\\ude00 – “now”"}'
  const signature = sign(bytes(text))
  expect(verify([secret], { timestamp, signature }, bytes(text))).toBe(secret)
  expect(verify([secret], { timestamp, signature }, bytes(JSON.stringify(JSON.parse(text))))).toBeNull()
})

test('bytes that are no UTF-8 can be signed too', () => {
  const odd = new Uint8Array([0x7b, 0xff, 0xfe, 0x00, 0x7d])
  expect(verify([secret], { timestamp, signature: sign(odd) }, odd)).toBe(secret)
})

test('during rotation the previous secret still fits, and the answer says which one did', () => {
  expect(verify(['new one', secret], { timestamp, signature: sign(raw) }, raw)).toBe(secret)
  expect(verify(['new one', secret], { timestamp, signature: sign(raw, 'new one') }, raw)).toBe('new one')
})

test('another secret, another body or another timestamp does not fit', () => {
  const signature = sign(raw)
  expect(verify(['another'], { timestamp, signature }, raw)).toBeNull()
  expect(verify([secret], { timestamp, signature }, bytes('{}'))).toBeNull()
  expect(verify([secret], { timestamp: '1775041201', signature }, raw)).toBeNull()
  expect(verify([], { timestamp, signature }, raw)).toBeNull()
})

test('an empty secret fits nothing, for everybody could sign with it', () => {
  expect(verify([''], { timestamp, signature: sign(raw, '') }, raw)).toBeNull()
})

test.each([
  ['a wrong prefix', (fit: string) => fit.replace('v0=', 'v1=')],
  ['no prefix', (fit: string) => fit.slice(3)],
  ['upper-case hex', (fit: string) => `v0=${fit.slice(3).toUpperCase()}`],
  ['a digit too few', (fit: string) => fit.slice(0, -1)],
  ['a digit too many', (fit: string) => `${fit}0`],
  ['a line break behind it', (fit: string) => `${fit}\n`],
  ['letters that are no hex', () => `v0=${'z'.repeat(64)}`],
  ['nothing at all', () => ''],
])('a signature with %s is refused', (_, spoil) => {
  const signature = spoil(sign(raw))
  expect(verify([secret], { timestamp, signature }, raw)).toBeNull()
})

test.each([
  '',
  'yesterday',
  '17750412OO',
  '-1775041200',
  '1775041200.5',
  ' 1775041200',
  '1775041200\n',
  '9'.repeat(17),
])('a timestamp "%s" is refused however well it is signed', (odd) => {
  expect(verify([secret], { timestamp: odd, signature: sign(raw, secret, odd) }, raw)).toBeNull()
})

test('missing headers are refused', () => {
  expect(verify([secret], { timestamp: null, signature: sign(raw) }, raw)).toBeNull()
  expect(verify([secret], { timestamp, signature: null }, raw)).toBeNull()
})

test('a signature is never too old', () => {
  expect(verify([secret], { timestamp: '1', signature: sign(raw, secret, '1') }, raw)).toBe(secret)
})

test('the challenge is answered with the token and its HMAC', () => {
  const plainToken = 'qgg8vlvZRS6UYooatFL8Aw'
  const encryptedToken = createHmac('sha256', secret).update(plainToken).digest('hex')
  expect(answerChallenge(plainToken, secret)).toEqual({ plainToken, encryptedToken })
})
