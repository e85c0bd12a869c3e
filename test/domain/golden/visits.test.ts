import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import { at, cardOf, linesOf, MINUTE, makeFact, paidOf, pointsOf, registered, viewed, visited } from '../../make.ts'

/** What the visits of a registrant are worth after the webinar. */
const points = (...visits: Fact[]) => paidOf(cardOf([registered(), ...visits], { asOf: '2026-03-20' }))

for (const [seconds, paid] of [
  [0, { site_visit_bounce: -40 }],
  [19, { site_visit_bounce: -40 }],
  [19.999, { site_visit_bounce: -40 }],
  [20, {}],
  [149, {}],
  [149.999, {}],
  [150, { site_visit_long: 5 }],
  [3600, { site_visit_long: 5 }],
  [null, {}],
] as const) {
  test(`a visit of ${seconds ?? 'unknown'} seconds after the webinar is ${JSON.stringify(paid)}`, () => {
    const card = cardOf([registered(), visited('12:00', seconds)], { asOf: '2026-03-20' })
    expect(paidOf(card)).toEqual(paid)
    expect(card.webinarPoints.w1).toBe(Object.values(paid)[0] ?? 0)
  })
}

test('a second visit is worth 10, if it lasted 20 seconds or nobody knows how long', () => {
  expect(points(visited('12:00', 60), visited('13:00', 20))).toEqual({ site_revisit: 10 })
  expect(points(visited('12:00', 60), visited('13:00', null))).toEqual({ site_revisit: 10 })
  expect(points(visited('12:00', 60), visited('13:00', 19))).toEqual({})
})

test('the first visit of the window is no revisit, whatever came before the webinar ended', () => {
  expect(points(visited('2026-03-09', 60), visited('10:30', 60), visited('12:00', 60))).toEqual({})
})

test('the revisit is paid once, for the second visit', () => {
  const card = cardOf([registered(), visited('12:00', 60), visited('13:00', 60), visited('14:00', 60)])
  expect(paidOf(card)).toEqual({ site_revisit: 10 })
  expect(linesOf(card, 'site_revisit')[0]).toBe('+10 w1 2026-03-10 13:00:00')
})

test('a bounce is the first visit too: 20 seconds after it are a revisit, and no visit bounced any more', () => {
  expect(points(visited('12:00', 10), visited('13:00', 20))).toEqual({ site_revisit: 10 })
})

for (const page of [
  '/product',
  '/products',
  '/products/',
  '/products/x',
  '/products/x/y?z=1',
  '/service',
  '/services/support',
  '/pricing?x=1',
  '/pricing#plans',
  '/demo',
  'https://acme.example/products/x',
  'https://acme.example/pricing?x=1',
]) {
  test(`${page} is a product page`, () => {
    expect(points(visited('12:00', 20, ['/blog', page]))).toEqual({ product_page: 15 })
  })
}

for (const page of [
  '/',
  '/productsx',
  '/productsx/x',
  '/blog/products',
  '/blog?next=/pricing',
  '/demonstration',
  '/priced',
]) {
  test(`${page} is no product page`, () => {
    expect(points(visited('12:00', 20, [page]))).toEqual({})
  })
}

test('a product page needs 20 seconds or an unknown length', () => {
  expect(points(visited('12:00', 19, ['/pricing']))).toEqual({ site_visit_bounce: -40 })
  expect(points(visited('12:00', null, ['/pricing']))).toEqual({ product_page: 15 })
  expect(points(visited('12:00', 150, ['/pricing']))).toEqual({ product_page: 15, site_visit_long: 5 })
})

test('two visits to product pages pay the page once and the revisit', () => {
  expect(points(visited('12:00', 160, ['/pricing']), visited('13:00', 200, ['/demo']))).toEqual({
    site_visit_long: 5,
    product_page: 15,
    site_revisit: 10,
  })
})

test('the visit of a scanner never counts, neither as a bounce nor as the first visit', () => {
  const scan = visited('12:00', 5, ['/pricing'], { automated: true })
  expect(points(scan)).toEqual({})
  expect(points(visited('11:30', 300, ['/pricing'], { automated: true }))).toEqual({})
  expect(points(scan, visited('13:00', 60))).toEqual({})
  expect(cardOf([registered(), scan])).toMatchObject({ stage: 'registrant', lastActivityAt: at('2026-03-03 09:00') })
})

test('of two facts under one visit id the later holds', () => {
  const early = visited('12:00:15', 15, ['/pricing'], { visitId: 'v1' })
  const late = visited('12:02:40', 160, ['/blog'], { visitId: 'v1' })
  expect(points(early, late)).toEqual({ site_visit_long: 5 })
  expect(points(late, early)).toEqual({ site_visit_long: 5 })
  const card = cardOf([registered(), early, late], { asOf: '12:01' })
  expect(paidOf(card)).toEqual({ site_visit_bounce: -40 })
})

test('two visit ids are two visits', () => {
  const one = visited('12:00', 60, ['/blog'], { visitId: 'v1' })
  expect(points(one, visited('12:01', 60, ['/blog'], { visitId: 'v2' }))).toEqual({ site_revisit: 10 })
})

test('a visit is placed by its end: one that ends a millisecond after the webinar comes after it', () => {
  expect(points(visited(at('11:00') + 1, 19))).toEqual({ site_visit_bounce: -40 })
  expect(points(visited('11:00', 19))).toEqual({})
})

test('page views with gaps under 30 minutes are one visit as long as their known seconds', () => {
  const views = [viewed('12:00', 100), viewed('12:10', 49)]
  expect(points(...views)).toEqual({})
  expect(points(...views, viewed('12:30', 1))).toEqual({ site_visit_long: 5 })
  expect(points(viewed('12:00', 19))).toEqual({ site_visit_bounce: -40 })
  expect(points(viewed('12:00', 10), viewed('12:01', 9))).toEqual({ site_visit_bounce: -40 })
  expect(points(viewed('12:00', 10), viewed('12:01', 10))).toEqual({})
})

test('page views 30 minutes apart are two visits, a millisecond less apart one', () => {
  expect(points(viewed('12:00'), viewed(at('12:30') - 1))).toEqual({})
  expect(points(viewed('12:00'), viewed('12:30'))).toEqual({ site_revisit: 10 })
})

test('a visit of page views without lengths never bounces, and one known length is its length', () => {
  expect(points(viewed('12:00'), viewed('12:01'))).toEqual({})
  expect(points(viewed('12:00', 10), viewed('12:01'))).toEqual({ site_visit_bounce: -40 })
  expect(points(viewed('12:00', 150), viewed('12:05'))).toEqual({ site_visit_long: 5 })
})

test('a visit of page views is known once it is closed, 30 minutes after the last one', () => {
  const facts = [registered(), viewed('12:00', null, '/pricing'), viewed('12:10', null, '/blog')]
  expect(paidOf(cardOf(facts, { asOf: at('12:40') - 1 }))).toEqual({})
  expect(paidOf(cardOf(facts, { asOf: '12:40' }))).toEqual({ product_page: 15 })
})

test('a visit that is still open is no bounce yet', () => {
  const facts = [registered(), viewed('12:00', 10), viewed('12:25', 200)]
  expect(paidOf(cardOf(facts, { asOf: '12:20' }))).toEqual({})
  expect(paidOf(cardOf(facts, { asOf: at('12:25') + 40 * MINUTE }))).toEqual({ site_visit_long: 5 })
})

test('the page views of a scanner make no visit', () => {
  const scan = makeFact('page.viewed', '12:00', { url: '/pricing', seconds: 3, automated: true })
  expect(points(scan)).toEqual({})
})

test('visits of a person who had nothing to do with a webinar pay no webinar rows', () => {
  const card = cardOf([visited('12:00', 200, ['/pricing']), visited('13:00', 10)])
  expect(pointsOf(card)).toEqual({})
  expect(card).toMatchObject({ score: 0, stage: 'lead', standings: [] })
})
