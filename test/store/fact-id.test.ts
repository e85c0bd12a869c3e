import { expect, test } from 'vitest'
import { factId, keyId, rangeOfStay, stayOf, stayOfFact } from '../../src/store/fact-id.ts'
import { bytesOfHex, hexOf } from '../../src/store/hex.ts'

const inRange = (id: Uint8Array, [from, to]: [Uint8Array, Uint8Array]) =>
  hexOf(from) <= hexOf(id) && hexOf(id) <= hexOf(to)

test('all facts of one stay lie in its range, facts of other stays do not', () => {
  const range = rangeOfStay(stayOf('room/1'))
  for (const id of ['joined/1', 'left/1', 'chat/1']) expect(inRange(factId(id, stayOf('room/1')), range)).toBe(true)
  expect(inRange(factId('joined/1', stayOf('room/2')), range)).toBe(false)
  expect(inRange(factId('joined/1', null), range)).toBe(false)
})

test('facts of one room begin alike, so that they lie together on disk', () => {
  const begin = (connection: string) => hexOf(factId('x', stayOf(connection))).slice(0, 4)
  expect(begin('roomA/1')).toBe(begin('roomA/2'))
  expect(begin('roomA/1')).not.toBe(begin('roomB/1'))
})

test('a fact tells whether it belongs to a stay', () => {
  expect(stayOfFact(factId('joined/1', stayOf('room/1')))).toEqual(stayOf('room/1'))
  expect(stayOfFact(factId('visit/1', null))).toBeNull()
})

test('ids are made of names alone and never change between releases', () => {
  // By sha256sum: 'visit/1'; then 'room/' with its first bit set, 'room/1' and 'joined/1'; then the key.
  expect(hexOf(factId('visit/1', null))).toBe('0000596308a1290eef92628d2562ea6f')
  expect(hexOf(factId('joined/1', stayOf('room/1')))).toBe('a35fb332268067681557f03c50d61766')
  expect(hexOf(keyId('e:dana@kiwi.example'))).toBe('b6ba4d6bbf6d2cd59acc964e')
})

test('hex goes there and back, and other texts are no hex', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  expect(bytesOfHex(hexOf(bytes))).toEqual(bytes)
  for (const text of ['0', '0g', 'AB', ' 0']) expect(bytesOfHex(text)).toBeNull()
})
