import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import { TEMPLATES } from '../../../src/domain/templates.ts'
import {
  answeredProfile,
  at,
  cardOf,
  clicked,
  DAY,
  delivered,
  downloaded,
  engaged,
  ignored,
  linesOf,
  type Moment,
  makeModel,
  opened,
  paidOf,
  pointsOf,
  submitted,
  unsubscribed,
  viewed,
  visited,
} from '../../make.ts'

const model = makeModel({}, 'online-behaviour')
const seeing = makeModel({ observes: { site: 'ever', social: 'ever' } }, 'online-behaviour')
const cardWith = (...facts: Fact[]) => cardOf(facts, { model })
const seenBy = (asOf: Moment, ...facts: Fact[]) => cardOf(facts, { model: seeing, asOf })

const table: Record<string, number> = {
  employees_right: 5,
  employees_too_many: -5,
  industry_right: 3,
  revenue_right: 3,
  technology_right: 3,
  price_page: 5,
  product_page_seen: 4,
  story_page_seen: 2,
  file_downloaded: 3,
  form_filled: 5,
  site_quiet: -5,
  mail_opened: 1,
  mail_clicked: 3,
  offer_studied: 5,
  mail_unsubscribed: -10,
  social_liked: 2,
  social_shared: 5,
  social_commented: 5,
  social_none: -5,
  ebook_downloaded: 6,
  guide_downloaded: 3,
  infographic_downloaded: 4,
  content_ignored: -2,
}

test('the template holds every row of the point table with its points, and no other row', () => {
  const { rules, thresholds } = TEMPLATES['online-behaviour']!
  expect(Object.fromEntries(rules.map(({ id, points }) => [id, points]))).toEqual(table)
  expect(thresholds).toEqual({ mql: 10, sql: 20 })
  expect(rules.filter(({ enabled }) => enabled === false).map(({ id }) => id)).toEqual([
    'industry_right',
    'revenue_right',
    'technology_right',
  ])
})

test('more than 10 and up to 1,000 employees earn 5, more cost 5', () => {
  for (const [employees, points] of [
    [10, {}],
    [11, { employees_right: 5 }],
    [1000, { employees_right: 5 }],
    [1001, { employees_too_many: -5 }],
  ] as const)
    expect(paidOf(cardWith(answeredProfile('2026-03-01', { employees })))).toEqual(points)
})

test('industry, revenue and technologies count once they are switched on', () => {
  const on = TEMPLATES['online-behaviour']!.rules.map((rule) => ({ ...rule, enabled: true }))
  const attributes = { revenue: 1_000_000, technologies: 'HubSpot, Salesforce' }
  const facts = [answeredProfile('2026-03-01', { industry: 'software', attributes })]
  expect(paidOf(cardWith(...facts))).toEqual({})
  expect(paidOf(cardOf(facts, { model: makeModel({ rules: on }, 'online-behaviour') }))).toEqual({
    industry_right: 3,
    revenue_right: 3,
    technology_right: 3,
  })
})

test('the price page earns 5 once a day, other pages by their importance', () => {
  const price = (time: Moment) => viewed(time, 3, 'https://acme.example/pricing')
  const card = cardWith(price('09:00'), price('17:00'), price('2026-03-11 00:00'))
  expect(linesOf(card, 'price_page')).toEqual([
    '+5 2026-03-10 09:00:00',
    '+0 2026-03-10 17:00:00',
    '+5 2026-03-11 00:00:00',
  ])
  const pages = ['/products/x', '/case-studies/kiwi', '/careers']
  expect(paidOf(cardWith(visited('09:00', 60, pages)))).toEqual({ product_page_seen: 4, story_page_seen: 2 })
})

test('a scanner that looks at the prices earns nothing, and the line says so', () => {
  const card = cardWith(visited('09:00', 60, ['/pricing'], { automated: true }))
  expect(card.ledger).toMatchObject([{ rule: 'price_page', points: 0, reason: 'automated' }])
})

test('content earns by its kind once each, and 3 where its kind has no value of its own', () => {
  const facts = ['ebook', 'guide', 'checklist', 'infographic', 'specification', undefined].map((kind, index) =>
    downloaded(`1${index}:00`, kind, `file-${index}`),
  )
  expect(paidOf(cardWith(...facts, downloaded('17:00', 'ebook', 'file-0')))).toEqual({
    ebook_downloaded: 6,
    guide_downloaded: 6,
    infographic_downloaded: 4,
    file_downloaded: 6,
  })
})

test('each form earns 5 once', () => {
  const card = cardWith(
    submitted('09:00', 'contact', 'a'),
    submitted('10:00', 'other', 'b'),
    submitted('11:00', 'other', 'b'),
  )
  expect(paidOf(card)).toEqual({ form_filled: 10 })
})

test('a mail opened earns 1 and a link clicked 3, once a message; a click implies the open', () => {
  const card = cardWith(opened('09:00', 'm1'), opened('09:05', 'm1'), clicked('09:06', 'm1'), clicked('10:00', 'm2'))
  expect(paidOf(card)).toEqual({ mail_opened: 2, mail_clicked: 6 })
})

test('a machine that opens or clicks earns nothing', () => {
  const card = cardWith(opened('09:00', 'm1', { automated: true }), clicked('09:00', 'm1', { automated: true }))
  expect(paidOf(card)).toEqual({})
  expect(card.ledger.every(({ reason }) => reason === 'automated')).toBe(true)
})

test('the offer is studied by a minute on its pages in the next visit within a day of the click', () => {
  const studied = (seconds: number, time: Moment, page = '/offer/spring') =>
    pointsOf(cardOf([clicked('09:00', 'm1'), visited(time, seconds, [page])], { model, asOf: '2026-03-12' }))
      .offer_studied
  expect(studied(60, '09:05')).toBe(5)
  expect(studied(59, '09:05')).toBeUndefined()
  expect(studied(60, '09:05', '/blog')).toBeUndefined()
  expect(studied(60, '2026-03-11 09:00')).toBe(5)
  expect(studied(60, at('2026-03-11 09:00') + 1)).toBeUndefined()
})

test('whoever leaves the mailing list loses 10', () => {
  expect(paidOf(cardWith(unsubscribed('09:00')))).toEqual({ mail_unsubscribed: -10 })
})

test('a like earns 2, a share and a comment 5, each once a day', () => {
  const card = cardWith(
    engaged('09:00', 'like'),
    engaged('10:00', 'Like'),
    engaged('11:00', 'share'),
    engaged('12:00', 'comment'),
  )
  expect(paidOf(card)).toEqual({ social_liked: 2, social_shared: 5, social_commented: 5 })
})

test('a lead who does nothing on social networks for more than 30 days loses 5, and gets it back by the first time', () => {
  const lead = submitted('2026-03-01 09:00', 'other')
  const due = at('2026-03-31 09:00') + 1
  expect(pointsOf(seenBy(due - 1, lead)).social_none).toBeUndefined()
  expect(linesOf(seenBy(due, lead), 'social_none')).toEqual(['-5 2026-03-31 09:00:00.001'])
  const card = seenBy('2026-04-03', lead, engaged('2026-04-02', 'like'))
  expect(linesOf(card, 'social_none')).toEqual(['-5 2026-03-31 09:00:00.001', '+5 2026-04-02 00:00:00'])
  expect(pointsOf(seenBy('2026-04-03', lead, engaged('2026-03-31 09:00', 'like'))).social_none).toBeUndefined()
})

test('where social networks are not seen, nobody is blamed: a visible +0 line', () => {
  const card = cardOf([submitted('2026-03-01 09:00', 'other')], { model, asOf: '2026-05-01' })
  expect(card.ledger.find(({ rule }) => rule === 'social_none')).toMatchObject({
    points: 0,
    reason: 'channel_not_observed',
  })
})

test('who was on the site and stays away for 14 business days loses 5, until the next visit', () => {
  // Tuesday 3 March 2026; the 14th business day after it is Monday the 23rd.
  const visit = visited('2026-03-03 12:00', 60)
  expect(pointsOf(seenBy(at('2026-03-24') - 1, visit)).site_quiet).toBeUndefined()
  expect(linesOf(seenBy('2026-03-24', visit), 'site_quiet')).toEqual(['-5 2026-03-24 00:00:00'])
  const back = seenBy('2026-03-26', visit, opened('2026-03-25', 'm1'), visited('2026-03-25 09:00', 60))
  expect(linesOf(back, 'site_quiet')).toEqual(['-5 2026-03-24 00:00:00', '+5 2026-03-25 09:00:00'])
})

test('a mail opened meanwhile does not lift that the site is quiet, and who never was there is not quiet', () => {
  const facts = [visited('2026-03-03 12:00', 60), opened('2026-03-20', 'm1')]
  expect(pointsOf(seenBy('2026-03-24', ...facts)).site_quiet).toBe(-5)
  expect(pointsOf(seenBy('2026-05-01', clicked('2026-03-03', 'm1'))).site_quiet).toBeUndefined()
})

test('content that was seen and not downloaded costs 2 once each, and a download gives it back', () => {
  const facts = [ignored('09:00', 'a'), ignored('10:00', 'a'), ignored('11:00', 'b')]
  expect(paidOf(cardWith(...facts))).toEqual({ content_ignored: -4 })
  const card = cardWith(...facts, downloaded('12:00', 'ebook', 'a'))
  expect(linesOf(card, 'content_ignored')).toEqual([
    '-2 2026-03-10 09:00:00',
    '-2 2026-03-10 11:00:00',
    '+2 2026-03-10 12:00:00',
  ])
  expect(paidOf(cardWith(downloaded('08:00', 'ebook', 'a'), ignored('09:00', 'a')))).toEqual({ ebook_downloaded: 6 })
})

test('hot from 20, warm from 10', () => {
  const forms = (count: number) => Array.from({ length: count }, (_, index) => submitted('09:00', 'other', `f${index}`))
  expect(cardWith(...forms(1))).toMatchObject({ score: 5, temperature: 'cold', stage: 'lead' })
  expect(cardWith(...forms(2))).toMatchObject({ score: 10, temperature: 'warm', stage: 'mql' })
  expect(cardWith(...forms(4))).toMatchObject({ score: 20, temperature: 'hot', stage: 'sql' })
})

test('a lead below 0 for 30 days is disqualified, and no longer so from the moment it is above', () => {
  const facts = [delivered('2026-02-28', 'm0'), clicked('2026-03-01 09:00', 'm1'), unsubscribed('2026-03-02 09:00')]
  const due = at('2026-03-02 09:00') + 30 * DAY
  const early = cardOf(facts, { model, asOf: due - 1 })
  expect(early).toMatchObject({ score: -6, stage: 'lead', changesAt: due })
  expect(cardOf(facts, { model, asOf: due })).toMatchObject({ score: -6, stage: 'disqualified' })
  const above = [...facts, submitted('2026-04-10', 'other', 'a'), submitted('2026-04-11', 'other', 'b')]
  expect(cardOf(above, { model, asOf: '2026-04-10' })).toMatchObject({ score: -1, stage: 'disqualified' })
  expect(cardOf(above, { model, asOf: '2026-04-11' })).toMatchObject({ score: 4, stage: 'lead' })
})

test('days below 0 begin anew after a day above it', () => {
  const facts = [
    clicked('2026-03-01 09:00', 'm1'),
    unsubscribed('2026-03-02 09:00'),
    submitted('2026-03-20 09:00', 'other', 'a'),
    submitted('2026-03-20 09:00', 'other', 'b'),
    ignored('2026-03-21 09:00', 'a'),
    ignored('2026-03-21 09:00', 'b'),
    ignored('2026-03-21 09:00', 'c'),
  ]
  const due = at('2026-03-21 09:00') + 30 * DAY
  expect(cardOf(facts, { model, asOf: due - 1 })).toMatchObject({ score: -2, stage: 'lead' })
  expect(cardOf(facts, { model, asOf: due }).stage).toBe('disqualified')
})
