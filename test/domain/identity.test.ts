import { expect, test } from 'vitest'
import { canonicalOf, decidingOf, emailOf, keysOf, nameOfKey, tieOf } from '../../src/domain/identity.ts'
import type { Statement } from '../../src/domain/statement.ts'

const everything = {
  platform: 'zoom',
  registrantId: 'R1',
  email: ' Dana@Kiwi.Example ',
  userId: 'U1',
  phone: '+972 (3) 123-45 67',
  visitorId: 'V1',
}

test('keys stand in their order of authority, e-mail normalised, phone without signs', () => {
  expect(keysOf(everything)).toEqual(['r:zoom:R1', 'e:dana@kiwi.example', 'u:zoom:U1', 'p:+97231234567', 'v:V1'])
})

test('a key names whose it is, and by that name it is found again', () => {
  const odd = { platform: 'generic', registrantId: 'a:b:c', userId: 'u:1\n2' }
  for (const key of [...keysOf(everything), ...keysOf(odd)]) expect(keysOf(nameOfKey(key))).toEqual([key])
})

test('what is empty is no key', () => {
  expect(keysOf(undefined)).toEqual([])
  expect(keysOf({})).toEqual([])
  expect(keysOf({ platform: 'zoom', registrantId: '', email: ' ', userId: '', phone: '-', visitorId: '' })).toEqual([])
})

test('ids of two platforms are two keys, addresses are not', () => {
  const on = (platform: string) => keysOf({ platform, userId: '1', email: 'dana@kiwi.example' })
  expect(on('zoom')[0]).toBe(on('teams')[0])
  expect(on('zoom')[1]).not.toBe(on('teams')[1])
})

test('only a registration that carries both ties a registrant id to an e-mail address', () => {
  const said = (type: string, person: object) => tieOf({ id: '1', type, time: 0, person, data: {} } as Statement)
  for (const type of ['registered', 'registration_approved', 'registration_denied', 'registration_cancelled'])
    expect(said(`person.${type}`, everything)).toEqual(['r:zoom:R1', 'e:dana@kiwi.example'])
  expect(said('webinar.joined', everything)).toBeNull()
  expect(said('person.registered', { ...everything, email: undefined })).toBeNull()
  expect(said('person.registered', { ...everything, email: ' ' })).toBeNull()
  expect(said('person.registered', { ...everything, registrantId: undefined })).toBeNull()
})

test('for a stay the registrant id decides before the address, for a person’s id the address comes first', () => {
  const keys = ['v:V', 'p:+1', 'u:zoom:U', 'r:zoom:R', 'e:a@b.example']
  for (const order of [keys, keys.toReversed()]) {
    expect(order.reduce(decidingOf)).toBe('r:zoom:R')
    expect(order.reduce(canonicalOf)).toBe('e:a@b.example')
  }
})

test('of two keys of one kind the smaller text comes first', () => {
  expect(decidingOf('r:zoom:2', 'r:zoom:1')).toBe('r:zoom:1')
  expect(canonicalOf('e:a@b.example', 'e:b@b.example')).toBe('e:a@b.example')
})

test('an e-mail key tells its address, others tell none', () => {
  expect(emailOf('e:dana@kiwi.example')).toBe('dana@kiwi.example')
  expect(emailOf('r:zoom:e:x')).toBeUndefined()
})
