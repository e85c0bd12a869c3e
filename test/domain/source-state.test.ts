import { expect, test } from 'vitest'
import { sourceState } from '../../src/domain/source-state.ts'

const source = { hasSecret: true, validatedAt: null, lastDeliveryAt: null, refusedAt: null }

test('a source is green once its platform has validated the address, and stays so when it delivers', () => {
  expect(sourceState(source)).toBe('waiting')
  expect(sourceState({ ...source, validatedAt: 5 })).toBe('validated')
  expect(sourceState({ ...source, validatedAt: 5, lastDeliveryAt: 4 })).toBe('delivering')
})

test('a source whose secret is missing or does not fit says so, until something that fits comes', () => {
  expect(sourceState({ ...source, hasSecret: false, lastDeliveryAt: 4 })).toBe('no_secret')
  expect(sourceState({ ...source, refusedAt: 3 })).toBe('wrong_secret')
  expect(sourceState({ ...source, refusedAt: 3, lastDeliveryAt: 2, validatedAt: 1 })).toBe('wrong_secret')
  expect(sourceState({ ...source, refusedAt: 3, lastDeliveryAt: 4 })).toBe('delivering')
  expect(sourceState({ ...source, refusedAt: 3, validatedAt: 4 })).toBe('validated')
})
