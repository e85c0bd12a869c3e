import { expect, test } from 'vitest'
import { bandsOf } from '../../../src/domain/backtest/bands.ts'
import { revenueOf } from '../../../src/domain/backtest/revenue.ts'
import type { Case } from '../../../src/domain/backtest/sample.ts'
import { makeCase, times } from './cases.ts'

const ranges = [
  { from: null, to: 50 },
  { from: 50, to: null },
]
const won = (score: number, amount: number | null, currency: string | null = 'EUR') =>
  makeCase({ score, won: true, amount, currency })
const lost = (score: number, count: number) => times(count, () => makeCase({ score }))
const expect2 = (cases: Case[], open: number[]) => revenueOf(bandsOf(cases, ranges), cases, open)

test('conversion × mean amount × open leads of the band, by hand', () => {
  // Above: 2 of 5 won, mean 1,500; 3 leads are open there. Below: 1 of 10 won for 500; 20 are open.
  const cases = [won(60, 1000), won(90, 2000), ...lost(70, 3), won(10, 500), ...lost(20, 9)]
  const { bands, totals, openLeads } = expect2(cases, [...times(20, () => 0), 50, 60, 70])
  expect([bands[0]!.open, bands[1]!.open, openLeads]).toEqual([20, 3, 23])
  expect(bands[0]!.expected).toMatchObject([{ currency: 'EUR', mean: 500, value: 0.1 * 500 * 20 }])
  expect(bands[1]!.expected).toMatchObject([{ currency: 'EUR', mean: 1500, value: 0.4 * 1500 * 3 }])
  const { from, to } = bands[1]!.expected[0]!
  expect([from < 1800, to > 1800, to <= 1500 * 3]).toEqual([true, true, true])
  expect(totals).toEqual([{ currency: 'EUR', value: 2800 }])
})

test('currencies are never mixed: each takes its share of the winners', () => {
  const cases = [won(60, 1000), won(60, 3000), won(60, 8000, 'ILS'), won(60, 700, null), ...lost(60, 4)]
  const { bands, totals } = expect2(
    cases,
    times(8, () => 60),
  )
  const perCurrency = [
    { currency: null, value: 700 },
    { currency: 'EUR', value: 2 * 2000 },
    { currency: 'ILS', value: 8000 },
  ]
  expect(bands[1]!.expected).toMatchObject(perCurrency)
  expect(totals).toEqual(perCurrency)
})

test('a deal without an amount counts for the conversion and not for the mean', () => {
  const cases = [won(60, 1000), won(60, null, null), ...lost(60, 2)]
  const { bands, wonWithoutAmount } = expect2(cases, [60, 60])
  expect([bands[1]!.expected[0], wonWithoutAmount]).toMatchObject([{ mean: 1000, value: 0.5 * 1000 * 2 }, 1])
})

test('a band in which nobody was won promises nothing, and one in which nobody was says nothing', () => {
  const { bands, totals } = expect2(lost(60, 4), [60, 10])
  expect(bands).toMatchObject([
    { open: 1, expected: [] },
    { open: 1, expected: [] },
  ])
  expect(totals).toEqual([])
})
