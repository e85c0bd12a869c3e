import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aucError, aucOf } from '../../../src/domain/backtest/auc.ts'
import { chance, crowd, judged, times } from './cases.ts'

const people = fc.array(fc.record({ score: fc.integer({ min: -50, max: 150 }), won: fc.boolean() }), { maxLength: 40 })

test('the area of Hanley and McNeil is theirs, and so is its error', () => {
  // Radiology 1982;143:29-36: ratings 1 to 5 of 58 normal and 51 abnormal pictures; area 0.893, standard error 0.032.
  const normal = [33, 6, 6, 11, 2]
  const abnormal = [3, 2, 2, 11, 33]
  const rated = normal.flatMap((count, at) => [...crowd(at, count, 0), ...crowd(at, abnormal[at]!, abnormal[at]!)])
  const auc = aucOf(rated)!
  expect(auc.value).toBeCloseTo(0.893, 3)
  expect(aucError(auc.value, 51, 58)).toBeCloseTo(0.032, 3)
  // Each bound is just 1.96 of its own standard errors away.
  expect((auc.value - auc.from) / aucError(auc.from, 51, 58)).toBeCloseTo(1.96, 3)
  expect((auc.to - auc.value) / aucError(auc.to, 51, 58)).toBeCloseTo(1.96, 3)
})

test('by hand: of six pairs four are in order, one is a tie and one is not', () => {
  const auc = aucOf([judged(10, true), judged(5, true), judged(7, false), judged(5, false), judged(1, false)])
  expect(auc!.value).toBeCloseTo(4.5 / 6, 12)
})

test('without winners or without losers there is no area', () => {
  expect(aucOf([judged(1, true), judged(2, true)])).toBe(null)
  expect(aucOf([])).toBe(null)
})

test('perfect scores have the area 1, and an interval that says how few they are', () => {
  const few = aucOf([...crowd(9, 3, 3), ...crowd(1, 3, 0)])!
  const many = aucOf([...crowd(9, 300, 300), ...crowd(1, 300, 0)])!
  expect([few.value, few.to, many.value]).toEqual([1, 1, 1])
  expect(few.from).toBeLessThan(0.75)
  expect(many.from).toBeGreaterThan(0.99)
})

test('what keeps the order of scores changes nothing, turning it round mirrors the area, and the order of people is nothing', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 9 }), fc.integer(), (all, times, shift) => {
      const auc = aucOf(all)
      expect(aucOf(all.map(({ score, won }) => ({ score: score ** 3 * times + (shift % 1000), won })))).toEqual(auc)
      expect(aucOf(all.toReversed())).toEqual(auc)
      if (auc === null) return
      expect(auc.from <= auc.value && auc.value <= auc.to && auc.from >= 0 && auc.to <= 1).toBe(true)
      const turned = aucOf(all.map(({ score, won }) => ({ score: -score, won })))!
      expect(turned.value).toBeCloseTo(1 - auc.value, 12)
      expect(turned.from).toBeCloseTo(1 - auc.to, 9)
    }),
  )
})

test('the area is the share of pairs in order, ties counting half', () => {
  fc.assert(
    fc.property(people, (all) => {
      const pairs = all.flatMap((winner) =>
        all.filter(({ won }) => winner.won && !won).map(({ score }) => (Math.sign(winner.score - score) + 1) / 2),
      )
      const auc = aucOf(all)
      if (pairs.length === 0) expect(auc).toBe(null)
      else expect(auc!.value).toBeCloseTo(pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length, 9)
    }),
  )
})

test('of 1,000 drawn pasts about 95 % have the true area within the interval', () => {
  const next = chance(1)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  // Two normal distributions one standard deviation apart: the area is that of a normal below 1 / √2, 0.7602.
  const within = times(1000, () => {
    const drawn = [...times(30, () => judged(normal() + 1, true)), ...times(70, () => judged(normal(), false))]
    const { from, to } = aucOf(drawn)!
    return from <= 0.76025 && 0.76025 <= to
  }).filter(Boolean).length
  expect(within).toBeGreaterThan(930)
  expect(within).toBeLessThan(975)
})
