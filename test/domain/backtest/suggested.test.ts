import fc from 'fast-check'
import { expect, test } from 'vitest'
import { featuresOf } from '../../../src/domain/backtest/features.ts'
import { pointsOf, type Weighed } from '../../../src/domain/backtest/suggested.ts'
import { changesOf, draftOf, judgementOf } from '../../../src/domain/backtest/suggestion.ts'
import { makeModel } from '../../make.ts'
import { crowd, makeCase, times } from './cases.ts'

const { model } = makeModel()
const rule = (id: string) => model.rules.find((each) => each.id === id)!
const weighed = (id: string, weight: number, paid = times(10, () => 1)): Weighed => ({
  rule: rule(id),
  times: paid,
  weight,
})

test('weights in the proportion of the points change nothing', () => {
  const points = pointsOf([weighed('attended_full', 0.2), weighed('question_asked', 0.15), weighed('inactive', -0.5)])
  expect([...points]).toEqual([
    ['attended_full', 20],
    ['question_asked', 15],
    ['inactive', -50],
  ])
})

test('a rule that weighs twice as much as another gets twice the points, and as many points are paid as before', () => {
  // 20 + 15 points, each paid equally often: two thirds and a third of 35 are 23 and 12.
  const points = pointsOf([weighed('attended_full', 2), weighed('question_asked', 1)])
  expect(Object.fromEntries(points)).toEqual({ attended_full: 23, question_asked: 12 })
})

test('whatever the weights, the sign of a row stays, it is whole, and at most three times as much or a third', () => {
  const ids = ['attended_full', 'question_asked', 'inactive', 'free_email', 'email_opened', 'hand_raised']
  const weights = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
    minLength: ids.length,
    maxLength: ids.length,
  })
  fc.assert(
    fc.property(weights, fc.array(fc.nat(3), { minLength: 6, maxLength: 20 }), (all, paid) => {
      for (const [id, suggested] of pointsOf(ids.map((id, at) => weighed(id, all[at]!, paid)))) {
        const { points } = rule(id)
        expect(Number.isInteger(suggested) && Math.sign(suggested) === Math.sign(points)).toBe(true)
        expect(Math.abs(suggested)).toBeLessThanOrEqual(Math.abs(points) * 3)
        expect(Math.abs(suggested) * 3).toBeGreaterThanOrEqual(Math.abs(points))
      }
    }),
  )
})

test('a rule seen with fewer than 10 people, with everybody alike or worth nothing is not fitted', () => {
  const paid = (at: number) =>
    new Map([
      ['email_opened', 5],
      ...(at < 9 ? [['question_asked', 15] as const] : []),
      ...(at < 10 ? [['attended_full', 20] as const] : []),
      ...(at < 15 ? [['registered', 0] as const] : []),
    ])
  const { features, staying } = featuresOf(
    model.rules,
    times(30, (at) => makeCase({ paid: paid(at) })),
  )
  expect(features.map(({ rule }) => rule.id)).toEqual(['attended_full'])
  expect(features[0]!.times.filter((time) => time === 1).length).toBe(10)
  expect(['question_asked', 'email_opened', 'registered'].map((id) => staying.get(id))).toEqual([
    { why: 'seldom', people: 9 },
    { why: 'everybody', people: 30 },
    { why: 'worthless', people: 15 },
  ])
})

test('each change is told in a sentence with its counts and interval, and only points change in the draft', () => {
  const paid = new Map([['attended_full', 20]])
  const older = [
    ...times(20, (at) => makeCase({ won: true, paid: at < 15 ? paid : new Map() })),
    ...times(20, (at) => makeCase({ paid: at < 5 ? paid : new Map() })),
  ]
  const { features, staying } = featuresOf(model.rules, older)
  const changes = changesOf(model.rules, older, [{ ...features[0]!, weight: 1 }], staying)
  const attended = changes.find((change) => change.rule === 'attended_full')!
  expect(attended).toMatchObject({ points: 20, suggested: 20 })
  expect(attended.why.text).toBe(
    'It applied to 15 of 20 winners and 5 of 20 losers (difference +19 to +70 percentage points), which fits its points.',
  )
  const opposite = changesOf(model.rules, older, [{ ...features[0]!, weight: -1 }], staying)
  expect(opposite.find(({ rule }) => rule === 'attended_full')!.why.key).toBe('backtest.opposite')
  expect(changes.find(({ rule }) => rule === 'question_asked')!.why.text).toMatch(/^Seen with 0 people/)
  const draft = draftOf(model, [{ ...attended, suggested: 33 }])
  expect(draft.rules.find(({ id }) => id === 'attended_full')!.points).toBe(33)
  expect({ ...draft, rules: draft.rules.map((each) => ({ ...each, points: rule(each.id).points })) }).toEqual(model)
})

test('fitted points that tell nobody apart on the newer part are called nothing', () => {
  const cases = (scores: [number, number, number][]) =>
    scores.flatMap(([score, people, won]) => crowd(score, people, won).map((each) => makeCase(each)))
  const judge = (before: [number, number, number][], after: [number, number, number][]) =>
    judgementOf({ older: [], newer: cases(before), at: 0 }, cases(after)).verdict
  const [chance, good, best]: [number, number, number][][] = [
    [
      [1, 40, 20],
      [9, 40, 20],
    ],
    [
      [1, 40, 10],
      [9, 40, 30],
    ],
    [
      [1, 40, 2],
      [9, 40, 38],
    ],
  ] as never
  expect([judge(good!, chance!), judge(good!, best!), judge(best!, good!), judge(good!, good!)]).toEqual([
    'nothing',
    'better',
    'notBetter',
    'notBetter',
  ])
})
