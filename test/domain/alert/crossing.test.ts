import { expect, test } from 'vitest'
import { type CrossingKind, crossingOf, type Height } from '../../../src/domain/alert/crossing.ts'
import type { Stage } from '../../../src/domain/stage.ts'

const thresholds = { mql: 50, sql: 80 }
const height = (score: number, stage: Stage, surge = false): Height => ({ score, stage, surge })
const between = (kind: CrossingKind, before: Height | null, after: Height, margin = 5) =>
  crossingOf(kind, before, after, { thresholds, margin })

test('who reaches a threshold has crossed it, also who skips it or is scored for the first time', () => {
  expect(between('crosses_mql', height(49, 'lead'), height(50, 'mql'))).toBe('crossed')
  expect(between('crosses_mql', height(10, 'lead'), height(90, 'sql'))).toBe('crossed')
  expect(between('crosses_mql', null, height(60, 'mql'))).toBe('crossed')
})

test('who stays beyond has not crossed anew', () => {
  expect(between('crosses_mql', height(60, 'mql'), height(85, 'sql'))).toBeNull()
  expect(between('crosses_sql', height(60, 'mql'), height(85, 'sql'))).toBe('crossed')
})

test('who falls just below has not left: only beyond the margin, so a swaying score raises one alert', () => {
  expect(between('crosses_mql', height(50, 'mql'), height(46, 'lead'))).toBeNull()
  expect(between('crosses_mql', height(50, 'mql'), height(45, 'lead'))).toBeNull()
  expect(between('crosses_mql', height(50, 'mql'), height(44, 'lead'))).toBe('left')
})

test('where a threshold is a condition, who no longer fulfils it has left', () => {
  const conditions = { mql: { grade: 'A' as const }, sql: 80 }
  const after = height(49, 'lead')
  expect(crossingOf('crosses_mql', height(50, 'mql'), after, { thresholds: conditions, margin: 5 })).toBe('left')
})

test('sales that turns somebody down takes them out of the funnel: only a low score lets them cross anew', () => {
  expect(between('crosses_mql', height(70, 'mql'), height(70, 'nurture'))).toBeNull()
  expect(between('crosses_mql', height(70, 'nurture'), height(20, 'nurture'))).toBe('left')
})

test('a surge begins once and is over when it is over', () => {
  expect(between('surges', height(10, 'lead'), height(40, 'lead', true))).toBe('crossed')
  expect(between('surges', height(40, 'lead', true), height(45, 'lead', true))).toBeNull()
  expect(between('surges', height(45, 'lead', true), height(45, 'lead'))).toBe('left')
})
