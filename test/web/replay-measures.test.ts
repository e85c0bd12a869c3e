import { expect, test } from 'vitest'
import { dayOf, momentOfDay, secondsIn } from '../../web/screens/replay/measures.ts'

const zone = 'Asia/Jerusalem'

test('a length is read as people write it, and nothing else is one', () => {
  for (const [text, seconds] of [
    ['58:20', 3500],
    ['1:02:00', 3720],
    ['90:00', 5400],
    ['45', 2700],
    [' 0:30 ', 30],
  ] as const)
    expect([text, secondsIn(text)]).toEqual([text, seconds])
  expect(secondsIn('')).toBeNull()
  for (const wrong of ['an hour', '5:99', '1:99:00', '-3', '1:2:3', '5:', '1.5'])
    expect([wrong, secondsIn(wrong)]).toEqual([wrong, Number.NaN])
})

test('a recording opens when the company’s day begins and closes when it ends', () => {
  expect(momentOfDay('2026-05-12', zone, 0, null)).toBe('2026-05-11T21:00:00.000Z')
  expect(momentOfDay('2026-05-12', zone, 1, null)).toBe('2026-05-12T21:00:00.000Z')
  expect(momentOfDay('', zone, 1, '2026-05-12T21:00:00.000Z')).toBeNull()
  expect(dayOf('2026-05-12T21:00:00.000Z', zone, -1)).toBe('2026-05-12')
  expect(dayOf(null, zone, 0)).toBe('')
})

test('a moment that was set exactly stays so where its day is left as it is', () => {
  const exact = '2026-05-12T10:00:00.000Z'
  expect(momentOfDay(dayOf(exact, zone, -1), zone, 1, exact)).toBe(exact)
  expect(momentOfDay('2026-05-13', zone, 1, exact)).toBe('2026-05-13T21:00:00.000Z')
})
