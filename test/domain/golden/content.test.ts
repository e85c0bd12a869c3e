import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import { cardOf, downloaded, linesOf, makeFact, paidOf, sawVideo, submitted } from '../../make.ts'

const points = (...facts: Fact[]) => paidOf(cardOf(facts, { asOf: '2026-03-20' }))

for (const [kind, paid] of [
  ['special_report', { report_downloaded: 25 }],
  ['specification', { product_content: 15 }],
  ['catalogue', { product_content: 15 }],
  ['comparison', { product_content: 15 }],
  ['ebook', { resource_downloaded: 5 }],
  ['guide', { resource_downloaded: 5 }],
  ['checklist', { resource_downloaded: 5 }],
  ['infographic', { resource_downloaded: 5 }],
  ['other', { resource_downloaded: 5 }],
  [undefined, { resource_downloaded: 5 }],
] as const) {
  test(`a download of ${kind ?? 'something without a kind'} is ${JSON.stringify(paid)}`, () => {
    const card = cardOf([downloaded('12:00', kind)])
    expect(paidOf(card)).toEqual(paid)
    expect(card.stage).toBe('lead')
  })
}

test('each download pays once, the second time is a visible +0 line', () => {
  const card = cardOf([downloaded('12:00', 'special_report', 'r1'), downloaded('13:00', 'special_report', 'r1')])
  expect(linesOf(card, 'report_downloaded')).toEqual(['+25 2026-03-10 12:00:00', '+0 2026-03-10 13:00:00'])
})

test('two reports, two catalogues and two e-books pay twice each', () => {
  const twice = (kind: string) => [downloaded('12:00', kind, `${kind}-1`), downloaded('12:01', kind, `${kind}-2`)]
  expect(points(...twice('special_report'), ...twice('catalogue'), ...twice('ebook'))).toEqual({
    report_downloaded: 50,
    product_content: 30,
    resource_downloaded: 10,
  })
})

test('content that was shown and not downloaded is worth nothing', () => {
  const ignored = makeFact('content.ignored', '12:00', { content: { id: 'r1', kind: 'special_report' } })
  expect(cardOf([ignored])).toMatchObject({ score: 0, stage: 'registrant', lastActivityAt: null })
})

for (const [seconds, paid] of [
  [499, {}],
  [499.9, {}],
  [500, { product_video: 20 }],
  [1000, { product_video: 20 }],
] as const) {
  test(`${seconds} of 1000 seconds of a product video are ${JSON.stringify(paid)}`, () => {
    expect(points(sawVideo('12:00', { mediaSeconds: 1000, intervals: [[0, seconds]] }))).toEqual(paid)
    expect(points(sawVideo('12:00', { mediaSeconds: 1000, watchedSeconds: seconds }))).toEqual(paid)
  })
}

test('half of a product video is half of different seconds', () => {
  const view = (from: number, to: number) => sawVideo('12:00', { mediaSeconds: 1000, intervals: [[from, to]] })
  expect(points(view(0, 300), view(0, 300))).toEqual({})
  expect(points(view(0, 300), view(300, 500))).toEqual({ product_video: 20 })
  expect(points(view(0, 300), view(299, 499))).toEqual({})
})

test('the half of a product video is paid at the moment it was reached', () => {
  const half = (time: string, to: number) => sawVideo(time, { mediaSeconds: 1000, intervals: [[to - 300, to]] })
  const card = cardOf([half('12:00', 300), half('13:00', 600), half('14:00', 900)])
  expect(linesOf(card, 'product_video')[0]).toBe('+20 2026-03-10 13:00:00')
  expect(card.score).toBe(20)
})

test('each product video pays once', () => {
  const whole = (time: string, id: string) =>
    sawVideo(time, { mediaSeconds: 100, intervals: [[0, 100]] }, { id, kind: 'product_video' })
  expect(points(whole('12:00', 'a'), whole('13:00', 'a'))).toEqual({ product_video: 20 })
  expect(points(whole('12:00', 'a'), whole('13:00', 'b'))).toEqual({ product_video: 40 })
})

test('half of one product video and half of another are watched apart', () => {
  const third = (id: string) =>
    sawVideo('12:00', { mediaSeconds: 90, intervals: [[0, 30]] }, { id, kind: 'product_video' })
  expect(points(third('a'), third('b'))).toEqual({})
})

test('other videos are an activity and worth nothing', () => {
  const other = sawVideo('12:00', { mediaSeconds: 100, intervals: [[0, 100]] }, { id: 'v', kind: 'other' })
  expect(cardOf([other])).toMatchObject({ score: 0, stage: 'lead' })
})

test('of a video of unknown length nobody knows the half', () => {
  expect(points(sawVideo('12:00', { intervals: [[0, 5000]] }))).toEqual({})
})

test('another form is worth 5, once a form', () => {
  expect(points(submitted('12:00', 'other', 'newsletter'))).toEqual({ form_submitted: 5 })
  expect(points(submitted('12:00', 'other', 'newsletter'), submitted('13:00', 'other', 'newsletter'))).toEqual({
    form_submitted: 5,
  })
  expect(points(submitted('12:00', 'other', 'newsletter'), submitted('13:00', 'other', 'quiz'))).toEqual({
    form_submitted: 10,
  })
})

for (const kind of ['contact', 'quote', 'demo_request'] as const) {
  test(`a form of kind ${kind} raises the hand and is no other form`, () => {
    expect(points(submitted('12:00', kind))).toEqual({ hand_raised: 50 })
  })
}
