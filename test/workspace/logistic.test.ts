import { expect, test } from 'vitest'
import { type Column, fitLogistic } from '../../src/workspace/logistic.ts'
import { chance } from '../domain/backtest/cases.ts'

function fitted(columns: Column[], won: boolean[]): number[] {
  const work = fitLogistic(columns, won)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

test('the textbook example of 20 students, their hours of study and who passed', () => {
  // Wikipedia, "Logistic regression": the coefficient of the hours is 1.5046.
  const values = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5]
  const won = [...'00000010101010111111'].map((pass) => pass === '1')
  expect(fitted([{ values, ridge: 0 }], won)[0]).toBeCloseTo(1.5046, 4)
})

test('of a table of four fields the weight is the logarithm of the odds ratio; a ridge makes it smaller', () => {
  // 30 of 40 against 10 of 40: (30 / 10) / (10 / 30) = 9.
  const values = Array.from({ length: 80 }, (_, at) => (at < 40 ? 1 : 0))
  const won = values.map((_, at) => at < 30 || at >= 70)
  expect(fitted([{ values, ridge: 0 }], won)[0]).toBeCloseTo(Math.log(9), 9)
  const [weight] = fitted([{ values, ridge: 10 }], won)
  expect(weight).toBeLessThan(Math.log(9) * 0.8)
  expect(weight).toBeGreaterThan(0)
})

test('a column that is the same for everybody weighs nothing, and one that tells all has a weight all the same', () => {
  const tells = Array.from({ length: 50 }, (_, at) => (at < 20 ? 3 : 0))
  const won = tells.map((value) => value > 0)
  const [same, all] = fitted(
    [
      { values: tells.map(() => 7), ridge: 1 },
      { values: tells, ridge: 1 },
    ],
    won,
  )
  expect(same).toBe(0)
  expect(all).toBeGreaterThan(0.5)
  expect(all).toBeLessThan(10)
})

test('at the answer nothing pulls any more: the slope of each column is just its ridge', () => {
  const next = chance(5)
  const columns = Array.from({ length: 6 }, () => ({
    values: Array.from({ length: 700 }, () => 9 * next() ** 3),
    ridge: 4,
  }))
  const won = columns[0]!.values.map((value) => next() < 1 / (1 + Math.exp(2 - value)))
  const weights = fitted(columns, won)
  const spreads = columns.map(({ values }) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  })
  const odds = won.map((_, at) => columns.reduce((sum, { values }, of) => sum + weights[of]! * values[at]!, 0))
  let [low, high] = [-99, 99]
  const missed = (intercept: number) => won.map((each, at) => Number(each) - 1 / (1 + Math.exp(-intercept - odds[at]!)))
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2
    if (missed(middle).reduce((sum, each) => sum + each, 0) > 0) low = middle
    else high = middle
  }
  for (const [of, { values }] of columns.entries()) {
    const slope = missed(low).reduce((sum, each, at) => sum + each * values[at]!, 0)
    expect(slope / spreads[of]!).toBeCloseTo(4 * weights[of]! * spreads[of]!, 6)
  }
})
