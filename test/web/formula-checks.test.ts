import { describe, expect, it } from 'vitest'
import { type Model, ModelSchema } from '../../src/domain/model.ts'
import { TEMPLATES } from '../../src/domain/templates.ts'
import type { Finding, TestFailure, TestResult } from '../../web/screens/formula/answers.ts'
import { isTakeable, rulesOf, withNewValues } from '../../web/screens/formula/checks/expectations.ts'
import { saidOf } from '../../web/screens/formula/checks/said-of.ts'
import { apart, tellingOf, wayOf } from '../../web/screens/formula/dry-run/in-words.ts'
import { moneyIn } from '../../web/screens/formula/dry-run/money.ts'
import { columnsOf, outlineOf } from '../../web/screens/formula/scores/score-shape.ts'

const test = {
  ...{ name: 'Stays to the end', asOf: '2026-03-12T10:00:00Z', facts: [] },
  expect: { score: 20, grade: 'A', points: { attended_full: 20, registered: 0 } },
}
const model: Model = ModelSchema.parse({ ...TEMPLATES.webinar, tests: [test, { ...test, name: 'Another' }] })
const red = (...failures: TestFailure[]) => ({ name: test.name, failures }) as TestResult
const expected = (result: TestResult) => withNewValues(model, result).tests.map((each) => each.expect)

describe('a red test', () => {
  it('takes what came out, of the score and of single rules, and leaves everything else as it is', () => {
    const result = red({ what: 'score', expected: 20, got: 8 }, { what: 'points.attended_full', expected: 20, got: 8 })
    expect(expected(result)).toEqual([
      { score: 8, grade: 'A', points: { attended_full: 8, registered: 0 } },
      test.expect,
    ])
  })

  it('that nothing came of expects nothing of it any more', () => {
    expect(expected(red({ what: 'grade', expected: 'A', got: null }))[0]).toEqual({
      score: 20,
      points: test.expect.points,
    })
  })

  it('offers no value where there is none: no score came out, or there is no such rule', () => {
    const failures: TestFailure[] = [
      { what: 'scoring', expected: 'a score', got: 'no such time zone' },
      { what: 'points.gone', expected: 5, got: 'no such rule' },
    ]
    expect(failures.map(isTakeable)).toEqual([false, false])
    expect(withNewValues(model, red(...failures))).toEqual(model)
  })

  it('names the rules at which it stands', () => {
    const score = { what: 'score', expected: 1, got: 2 }
    expect(rulesOf(red(score, { what: 'points.attended_full', expected: 1, got: 2 }))).toEqual(['attended_full'])
  })
})

describe('a finding', () => {
  it('calls the rules as the screen does, in the words and in what another language fills in', () => {
    const finding = {
      ...{ smell: 'paid_twice', severity: 'warning', rule: 'a_rule', path: 'rules.1', message: 'smell.paidTwice' },
      ...{ text: '“a_rule” and “b_rule” pay for “a_word”.', params: { rule: 'a_rule', other: 'b_rule', points: 5 } },
    } as Finding
    expect(saidOf(finding, (id) => id.replace('_rule', ' name').toUpperCase())).toEqual({
      ...{ text: '“A NAME” and “B NAME” pay for “a_word”.', key: 'smell.paidTwice' },
      params: { rule: 'A NAME', other: 'B NAME', points: 5 },
    })
  })
})

describe('the scores as a picture', () => {
  const bins = [
    { from: null, to: 0, before: 1, after: 2 },
    { from: 0, to: 5, before: 3, after: 4 },
    { from: 5, to: null, before: 5, after: 6 },
  ]

  it('has columns of one width, also where a bin has no end', () => {
    expect(columnsOf(bins).map(({ from, to, open }) => [from, to, open])).toEqual([
      [-5, 0, 'below'],
      [0, 5, null],
      [5, 10, 'above'],
    ])
  })

  it('begins and ends at nobody, with every column at its middle', () => {
    expect(outlineOf(columnsOf(bins), 'after')).toEqual([
      { x: -7.5, y: 0 },
      { x: -2.5, y: 2 },
      { x: 2.5, y: 4 },
      { x: 7.5, y: 6 },
      { x: 12.5, y: 0 },
    ])
    expect(outlineOf([], 'after')).toEqual([])
  })
})

describe('the dry run in words', () => {
  it('praises no score whose interval holds chance', () => {
    expect(tellingOf({ value: 0.9, from: 0.5, to: 1 })).toBe('chance')
    expect(tellingOf({ value: 0.3, from: 0.2, to: 0.49 })).toBe('wrong')
    const sure = (value: number) => tellingOf({ value, from: 0.51, to: 1 })
    expect([0.55, 0.65, 0.75, 0.85].map(sure)).toEqual(['barely', 'somewhat', 'well', 'veryWell'])
  })

  it('shows first the rules whose difference is no chance, the largest first', () => {
    const rule = (id: string, value: number, from: number, to: number) => ({ id, difference: { value, from, to } })
    const rules = [rule('perhaps', 0.3, -0.1, 0.7), rule('against', -0.2, -0.3, -0.1), rule('for', 0.2, 0.1, 0.3)]
    const { telling, others } = apart([{ id: 'nobody', difference: null }, ...rules])
    expect([telling, others].map((each) => each.map(({ id }) => id))).toEqual([
      ['for', 'against'],
      ['perhaps', 'nobody'],
    ])
    expect(rules.map(({ difference }) => wayOf(difference))).toEqual(['unclear', 'less', 'more'])
  })

  it('writes money in its currency, and as a number where nobody said which', () => {
    const money = moneyIn('en')
    expect([money(1234.5, 'ILS'), money(1234.4, null), money(12, 'points')]).toEqual(['₪1,235', '1,234', '12 points'])
  })
})
