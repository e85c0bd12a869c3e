import { expect, test } from 'vitest'
import type { Profile } from '../../../src/domain/profile.ts'
import { TEMPLATES } from '../../../src/domain/templates.ts'
import { answeredProfile, at, cardOf, DAY, linesOf, makeModel, paidOf, pointsOf, viewed, visited } from '../../make.ts'

const model = makeModel({}, 'b2b-it')
const visit = (day: string, seconds: number | null = 30, pages = ['/blog']) => visited(`${day} 12:00`, seconds, pages)
const cardWith = (profile: Profile, ...facts: ReturnType<typeof visit>[]) =>
  cardOf([answeredProfile('2026-03-01', profile), ...facts], { model })

const table: Record<string, number> = {
  role_it_decision_maker: 30,
  role_senior_management: 20,
  role_influencer: 10,
  company_large: 30,
  company_medium: 20,
  company_small: 0,
  site_recent: 10,
  site_often: 10,
  site_product: 10,
  site_long: 10,
}

test('the template holds every row of the point table with its points, and no other row', () => {
  expect(Object.fromEntries(TEMPLATES['b2b-it']!.rules.map(({ id, points }) => [id, points]))).toEqual(table)
  const house = TEMPLATES['b2b-it']!.rules.filter(({ origin }) => origin === 'house').map(({ id }) => id)
  expect(house).toEqual(['site_recent', 'site_often', 'site_product', 'site_long'])
})

test('the role earns 30, 20 or 10, and only one of them', () => {
  expect(paidOf(cardWith({ jobTitle: 'CISO' }))).toEqual({ role_it_decision_maker: 30 })
  expect(paidOf(cardWith({ jobTitle: 'CEO' }))).toEqual({ role_senior_management: 20 })
  expect(paidOf(cardWith({ jobTitle: 'Systems Analyst' }))).toEqual({ role_influencer: 10 })
  expect(paidOf(cardWith({ jobTitle: 'Gardener' }))).toEqual({})
  expect(paidOf(cardWith({}))).toEqual({})
})

test('the size of the company earns 0 below 200, 20 to 1,000 and 30 above', () => {
  for (const [employees, points] of [
    [199, { company_small: 0 }],
    [200, { company_medium: 20 }],
    [1000, { company_medium: 20 }],
    [1001, { company_large: 30 }],
  ] as const)
    expect(pointsOf(cardWith({ employees }))).toEqual(points)
})

test('a visit earns for 14 days, its last millisecond included', () => {
  const facts = [visit('2026-03-01', 5)]
  const end = at('2026-03-01 12:00') + 14 * DAY
  expect(paidOf(cardOf(facts, { model, asOf: end }))).toEqual({ site_recent: 10 })
  expect(paidOf(cardOf(facts, { model, asOf: end + 1 }))).toEqual({})
  expect(cardOf(facts, { model, asOf: end }).changesAt).toBe(end + 1)
})

test('recent visits that follow each other within 14 days are one stretch, which began with the first', () => {
  const stretch = cardOf([visit('2026-03-01'), visit('2026-03-10')], { model, asOf: '2026-03-20' })
  expect(linesOf(stretch, 'site_recent')).toEqual(['+10 2026-03-01 12:00:00'])
  const broken = cardOf([visit('2026-03-01'), visit('2026-03-20')], { model, asOf: '2026-03-21' })
  expect(linesOf(broken, 'site_recent')).toEqual(['+10 2026-03-20 12:00:00'])
})

test('three visits, a product page and 2½ minutes in one visit earn 10 each', () => {
  expect(paidOf(cardWith({}, visit('2026-03-08'), visit('2026-03-09')))).toEqual({ site_recent: 10 })
  expect(paidOf(cardWith({}, visit('2026-03-08'), visit('2026-03-09'), visit('2026-03-10')))).toEqual({
    site_recent: 10,
    site_often: 10,
  })
  expect(paidOf(cardWith({}, visit('2026-03-09', 149, ['/pricing/plans'])))).toEqual({
    site_recent: 10,
    site_product: 10,
  })
  expect(paidOf(cardWith({}, visit('2026-03-09', 150)))).toEqual({ site_recent: 10, site_long: 10 })
  expect(paidOf(cardWith({}, visit('2026-03-08', 100), visit('2026-03-09', 100)))).toEqual({ site_recent: 10 })
})

test('visits of scanners count for nothing', () => {
  expect(paidOf(cardOf([visited('2026-03-09', 300, ['/pricing'], { automated: true })], { model }))).toEqual({})
})

const ready = { jobTitle: 'Head of Information Security', employees: 5000 }

test('ready for sales is a condition: the role, the size, a recent visit and 2½ minutes on named pages', () => {
  const seen = visit('2026-03-09', 150, ['/solutions/dlp'])
  expect(cardWith(ready, seen)).toMatchObject({ stage: 'sql', temperature: 'hot', score: 80 })
  expect(cardWith({ ...ready, jobTitle: 'CEO' }, seen)).toMatchObject({ stage: 'mql', temperature: 'warm', score: 70 })
  expect(cardWith({ ...ready, employees: 1000 }, seen)).toMatchObject({ stage: 'mql', score: 70 })
  expect(cardWith(ready, visit('2026-03-09', 149, ['/solutions/dlp'])).stage).toBe('mql')
  expect(cardWith(ready, visit('2026-03-09', 150, ['/blog'])).stage).toBe('mql')
})

test('the seconds on named pages add up over visits, and other pages of a visit do not count where each is known', () => {
  const views = (seconds: number) => [
    viewed('2026-03-08 09:00', 100, '/solutions/dlp'),
    viewed('2026-03-08 09:03', 500, '/blog'),
    viewed('2026-03-10 09:00', seconds, '/solutions/dlp'),
  ]
  expect(cardWith(ready, ...views(50)).stage).toBe('sql')
  expect(cardWith(ready, ...views(49)).stage).toBe('mql')
})

test('who was ready is so no longer when the last visit is more than two weeks old, to the millisecond', () => {
  const facts = [answeredProfile('2026-03-01', ready), visit('2026-03-09', 150, ['/solutions/dlp'])]
  const end = at('2026-03-09 12:00') + 14 * DAY
  expect(cardOf(facts, { model, asOf: end })).toMatchObject({ stage: 'sql', changesAt: end + 1 })
  expect(cardOf(facts, { model, asOf: end + 1 })).toMatchObject({ stage: 'mql', temperature: 'warm' })
})

test('the words of sales on a lead outrank the condition', () => {
  const facts = [answeredProfile('2026-03-01', ready), visit('2026-03-09', 150, ['/solutions/dlp'])]
  const returned = { id: 'z', type: 'lead.returned', time: at('2026-03-10'), data: { feedback: 'No budget' } } as const
  expect(cardOf([...facts, returned], { model }).stage).toBe('nurture')
})
