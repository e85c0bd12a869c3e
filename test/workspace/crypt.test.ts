import { createHmac, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cryptOf, signerOf } from '../../src/workspace/crypt.ts'

test('what is given out is signed as HMAC-SHA256 signs', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.string({ unit: 'binary' }), (key, text) => {
      const wellFormed = text.toWellFormed()
      expect(signerOf(key)(wellFormed)).toBe(createHmac('sha256', key).update(wellFormed).digest('hex'))
    }),
  )
})

test('each server signs in its own way, and under no key that opens what it has sealed', () => {
  const [one, other] = [randomBytes(32), randomBytes(32)]
  expect(cryptOf(one).sign('a')).toBe(cryptOf(one).sign('a'))
  expect(cryptOf(one).sign('a')).not.toBe(cryptOf(other).sign('a'))
  expect(cryptOf(one).sign('a')).not.toBe(createHmac('sha256', one).update('a').digest('hex'))
})
