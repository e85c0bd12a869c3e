import { expect, test } from 'vitest'
import { wantsNoMail } from '../../src/domain/consent.ts'
import { makeFact, unsubscribed } from '../make.ts'

const consent = (state: 'given' | 'withdrawn' | 'pending') => makeFact('consent.changed', '2026-03-04', { state })
const complained = makeFact('email.complained', '2026-03-03', {})

test('who left the list, complained or withdrew consent wants no mail, until they give it again', () => {
  expect(wantsNoMail([])).toBe(false)
  expect(wantsNoMail([unsubscribed('2026-03-03')])).toBe(true)
  expect(wantsNoMail([complained])).toBe(true)
  expect(wantsNoMail([consent('withdrawn')])).toBe(true)
  expect(wantsNoMail([unsubscribed('2026-03-03'), consent('pending')])).toBe(true)
  expect(wantsNoMail([unsubscribed('2026-03-03'), consent('given')])).toBe(false)
  expect(wantsNoMail([consent('given'), consent('withdrawn')])).toBe(true)
})
