import { expect, test } from 'vitest'
import type { Profile } from '../../../src/domain/profile.ts'
import { answeredProfile, asked, at, cardOf, linesOf, makeModel, paidOf, pointsOf, withRule } from '../../make.ts'

const characteristic = (id: string, weight: number, oneOf = ['right']) => ({ id, attribute: id, weight, oneOf })
const model = makeModel({
  fit: {
    characteristics: [
      { id: 'geography', attribute: 'country', weight: 1, oneOf: ['IL', 'DE'] },
      { id: 'role', attribute: 'jobTitle', weight: 1, contains: ['security', 'IT'] },
      { id: 'size', attribute: 'employees', weight: 1, min: 200, max: 1000 },
      { id: 'budget', attribute: 'budget', weight: 1, oneOf: ['yes'] },
    ],
  },
})
const right: Profile = { country: 'DE', jobTitle: 'Head of IT Security', employees: 200, attributes: { budget: 'yes' } }
const cardWith = (...profiles: Profile[]) =>
  cardOf(
    profiles.map((profile, day) => answeredProfile(`2026-03-0${day + 1}`, profile)),
    { model },
  )

test('who has all the right characteristics gets 7 and grade A', () => {
  const card = cardWith(right)
  expect(pointsOf(card)).toEqual({ fit_complete: 7 })
  expect(card).toMatchObject({ grade: 'A', score: 7, webinarPoints: {} })
})

test('fit is complete from the answer that completes it, and no longer when an answer changes', () => {
  const { country, ...rest } = right
  const facts = [answeredProfile('2026-03-01', rest), answeredProfile('2026-03-02', { country: country! })]
  expect(paidOf(cardOf(facts, { model, asOf: at('2026-03-02') - 1 }))).toEqual({})
  expect(linesOf(cardOf(facts, { model }), 'fit_complete')).toEqual(['+7 2026-03-02 00:00:00'])
  const moved = [...facts, answeredProfile('2026-03-05', { country: 'US' })]
  expect(paidOf(cardOf(moved, { model, asOf: at('2026-03-05') - 1 }))).toEqual({ fit_complete: 7 })
  expect(cardOf(moved, { model, asOf: '2026-03-05' })).toMatchObject({ score: 0, grade: 'A' })
})

test('unknown is not right', () => {
  expect(cardWith({ ...right, attributes: {} })).toMatchObject({ score: 0, grade: 'A' })
  expect(cardWith({ country: 'DE', jobTitle: 'IT' })).toMatchObject({ score: 0, grade: 'B' })
  expect(cardWith({ country: 'DE' })).toMatchObject({ score: 0, grade: 'C' })
  expect(cardWith({ firstName: 'Dana' })).toMatchObject({ score: 0, grade: 'D' })
})

test('the bounds of a number belong to it', () => {
  for (const [employees, score] of [
    [199, 0],
    [200, 7],
    [1000, 7],
    [1001, 0],
  ] as const) {
    expect(cardWith({ ...right, employees }).score).toBe(score)
  }
})

test('of conflicting answers the latest holds', () => {
  expect(cardWith({ ...right, country: 'US' }, { country: 'IL' })).toMatchObject({ score: 7 })
  expect(cardWith(right, { country: 'US' })).toMatchObject({ score: 0 })
  expect(cardWith(right, { attributes: { budget: 'no' } })).toMatchObject({ score: 0, grade: 'A' })
  expect(cardWith(right, { attributes: { shoe: '43' } })).toMatchObject({ score: 7 })
})

for (const [weights, grade] of [
  [[75, 25], 'A'],
  [[74, 26], 'B'],
  [[50, 50], 'B'],
  [[49, 51], 'C'],
  [[25, 75], 'C'],
  [[24, 76], 'D'],
] as const) {
  test(`${weights[0]} % of the weight known and right is grade ${grade}`, () => {
    const weighted = makeModel({
      fit: { characteristics: [characteristic('persona', weights[0]), characteristic('company', weights[1])] },
    })
    const card = cardOf([answeredProfile('2026-03-01', { attributes: { persona: 'right' } })], { model: weighted })
    expect(card).toMatchObject({ grade, score: 0 })
  })
}

test('without any characteristics there is no grade and nothing to complete', () => {
  const card = cardOf([answeredProfile('2026-03-01', right)])
  expect(card.grade).toBeNull()
  expect(pointsOf(card)).toEqual({})
})

const lists = [{ attribute: 'industry', oneOf: ['gambling', 'student'] }]

test('wrong_fit is off until its lists are filled', () => {
  const listed = answeredProfile('2026-03-01', { industry: 'gambling' })
  expect(pointsOf(cardOf([listed]))).toEqual({})
  const filled = makeModel(withRule('wrong_fit', { enabled: true, lists }))
  expect(pointsOf(cardOf([listed], { model: filled }))).toEqual({ wrong_fit: -10 })
  expect(pointsOf(cardOf([answeredProfile('2026-03-01', { industry: 'steel' })], { model: filled }))).toEqual({})
})

test('a wrong characteristic costs once while it is true, and not after another answer', () => {
  const filled = makeModel(
    withRule('wrong_fit', { enabled: true, lists: [...lists, { attribute: 'country', oneOf: ['XX'] }] }),
  )
  const both = answeredProfile('2026-03-01', { industry: 'student', country: 'XX' })
  expect(cardOf([both], { model: filled }).score).toBe(-10)
  const changed = [both, answeredProfile('2026-03-05', { industry: 'steel', country: 'DE' })]
  expect(paidOf(cardOf(changed, { model: filled, asOf: at('2026-03-05') - 1 }))).toEqual({ wrong_fit: -10 })
  expect(paidOf(cardOf(changed, { model: filled, asOf: '2026-03-05' }))).toEqual({})
})

test('a wrong characteristic can disqualify, and then outranks the score', () => {
  const strict = makeModel(withRule('wrong_fit', { enabled: true, lists, points: 0, disqualifies: true }))
  const facts = [asked('10:10'), answeredProfile('2026-03-01', { industry: 'student' })]
  expect(cardOf(facts, { model: strict })).toMatchObject({ stage: 'disqualified', score: 15 })
  expect(cardOf(facts.slice(0, 1), { model: strict })).toMatchObject({ stage: 'lead', score: 15 })
})
