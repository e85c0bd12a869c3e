import { expect, test } from 'vitest'
import { Refused } from '../../src/domain/refusal.ts'
import { holidaysOf } from '../../src/workspace/holidays.ts'

test('holidays of Israel in 2026 are the days off, not the evenings on which they begin', () => {
  expect(holidaysOf(['IL'], 2026, 2026)).toEqual([
    '2026-04-02', // Passover
    '2026-04-08', // seventh day of Passover
    '2026-04-22', // Independence Day
    '2026-05-22', // Shavuot
    '2026-09-12', // Rosh Hashanah
    '2026-09-13',
    '2026-09-21', // Yom Kippur
    '2026-09-26', // Sukkot
    '2026-10-03', // Simchat Torah
  ])
})

test('a holiday of several days is every one of them, also across New Year', () => {
  expect(holidaysOf(['RU'], 2026, 2026).slice(0, 3)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03'])
  expect(holidaysOf(['AE'], 2026, 2026)).toEqual(expect.arrayContaining(['2026-03-20', '2026-03-21', '2026-03-22']))
  expect(holidaysOf(['SZ'], 2026, 2026)).toEqual(expect.arrayContaining(['2026-01-01', '2026-01-02', '2026-12-31']))
})

test('a day on which the clock changes is a whole day', () => {
  expect(holidaysOf(['AT'], 2025, 2025)).toContain('2025-10-26')
  expect(holidaysOf(['AL'], 2024, 2024)).toContain('2024-03-31')
})

test('half days, school days and remembrance days are business days', () => {
  expect(holidaysOf(['IS'], 2026, 2026)).not.toContain('2026-12-24')
  expect(holidaysOf(['IL'], 2026, 2026)).not.toContain('2026-03-03')
  expect(holidaysOf(['DE'], 2026, 2026)).not.toContain('2026-12-24')
})

test('a holiday on a weekend also frees the day that makes up for it, even in the year before', () => {
  expect(holidaysOf(['US'], 2026, 2026)).toEqual(expect.arrayContaining(['2026-07-03', '2026-07-04']))
  expect(holidaysOf(['US'], 2021, 2021)).toContain('2021-12-31')
})

test('several countries and years are one sorted list without repeats', () => {
  const days = holidaysOf(['US', 'IL', 'us', ' il '], 2026, 2028)
  expect(days).toEqual([...new Set(days)].sort())
  expect(days).toEqual(expect.arrayContaining(['2026-04-02', '2026-07-04', '2028-01-01']))
  expect(days.every((day) => day >= '2026-01-01' && day <= '2028-12-31')).toBe(true)
  expect(holidaysOf([], 2026, 2028)).toEqual([])
})

test('a state has its own holidays beside those of its country', () => {
  expect(holidaysOf(['DE'], 2026, 2026)).not.toContain('2026-01-06')
  expect(holidaysOf(['DE-BY'], 2026, 2026)).toEqual(expect.arrayContaining(['2026-01-06', '2026-10-03']))
})

for (const code of ['XX', 'Israel', '', '__proto__', 'constructor', 'DE-XX', 'DE-BY-A', 'IL,US'])
  test(`the unknown code "${code}" is refused with words on how codes look`, () => {
    const call = () => holidaysOf([code], 2026, 2026)
    expect(call).toThrow(Refused)
    expect(call).toThrow('expected country codes like IL, US or DE')
  })
