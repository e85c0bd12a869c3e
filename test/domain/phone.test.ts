import fc from 'fast-check'
import { expect, test } from 'vitest'
import { e164 } from '../../src/domain/phone.ts'

const said: [string, string | null][] = [
  ['+972-50-123-4567', '+972501234567'],
  ['+972 (0)50 1234567', '+972501234567'],
  ['00972501234567', '+972501234567'],
  ['\u202a+972 50\u2011123\u20114567\u202c', '+972501234567'],
  ['＋972501234567', '+972501234567'],
  ['+1 (202) 555.0100', '+12025550100'],
  ['050-1234567', null],
  ['+972 50 1234567 ext. 5', null],
  ['+0501234567', null],
  ['+12345', null],
  ['+1234567890123456', null],
  ['=cmd()', null],
  ['', null],
]

for (const [phone, number] of said)
  test(`${JSON.stringify(phone)} is ${number ?? 'no number that says its country'}`, () => {
    expect(e164(phone)).toBe(number)
  })

test('whatever comes out begins with + and has 6 to 15 digits, and comes out again as it is', () => {
  const phones = fc.string({ unit: fc.constantFrom('+', '0', '1', '9', ' ', '-', '(', ')', '=', 'x', '\u200f', '\0') })
  fc.assert(
    fc.property(fc.constantFrom('', '+', '00'), phones, (start, rest) => {
      const number = e164(start + rest)
      if (number === null) return
      expect(number).toMatch(/^\+[0-9]{6,15}$/)
      expect(e164(number)).toBe(number)
    }),
  )
})
