import { expect, test } from 'vitest'
import {
  at,
  cardOf,
  joined,
  left,
  linesOf,
  MINUTE,
  makeModel,
  makeWebinar,
  paidOf,
  pointsOf,
  stayed,
  withRule,
} from '../../make.ts'

const stay = (from: string, to: string) => [joined(from), left(to)]
const demo = makeWebinar({ kind: 'demo' })

for (const [leave, row, points] of [
  ['10:00:00.001', 'attended_brief', 6],
  ['10:09:59', 'attended_brief', 6],
  ['10:09:59.999', 'attended_brief', 6],
  ['10:10:00', 'attended_part', 12],
  ['10:10:01', 'attended_part', 12],
  ['10:11', 'attended_part', 12],
  ['10:53:56.400', 'attended_part', 12],
  ['10:53:59.999', 'attended_part', 12],
  ['10:54:00', 'attended_full', 20],
  ['11:00:00', 'attended_full', 20],
] as const) {
  test(`of an hour, 10:00 to ${leave} is ${row}, ${points} points`, () => {
    const card = cardOf(stay('10:00', leave))
    expect(pointsOf(card)).toEqual({ [row]: points })
    expect(card.webinarPoints).toEqual({ w1: points })
  })
}

test('who is in the room for no time at all has no attendance row', () => {
  expect(pointsOf(cardOf(stay('10:05', '10:05')))).toEqual({})
})

test('ten minutes of a short webinar can be the whole of it', () => {
  const webinars = [makeWebinar({ to: '10:08' })]
  expect(pointsOf(cardOf(stay('10:00', '10:07:12'), { webinars }))).toEqual({ attended_full: 20 })
  expect(pointsOf(cardOf(stay('10:00', '10:07:11.999'), { webinars }))).toEqual({ attended_brief: 6 })
})

test('the whole is decided only once the webinar has ended, and its moment is the end', () => {
  const facts = stay('10:00', '10:55')
  const before = cardOf(facts, { asOf: at('11:00') - 1 })
  expect(linesOf(before, 'attended_part')).toEqual(['+12 w1 2026-03-10 10:10:00'])
  expect(pointsOf(before)).toEqual({ attended_part: 12 })
  const after = cardOf(facts, { asOf: '11:00' })
  expect(linesOf(after, 'attended_full')).toEqual(['+20 w1 2026-03-10 11:00:00'])
  expect(pointsOf(after)).toEqual({ attended_full: 20 })
})

test('ten minutes are reached while the person is still in the room, even with a break between', () => {
  const open = [joined('10:00')]
  expect(pointsOf(cardOf(open, { asOf: '10:00' }))).toEqual({})
  expect(pointsOf(cardOf(open, { asOf: at('10:00') + 1 }))).toEqual({ attended_brief: 6 })
  expect(pointsOf(cardOf(open, { asOf: at('10:10') - 1 }))).toEqual({ attended_brief: 6 })
  expect(linesOf(cardOf(open, { asOf: '10:10' }), 'attended_part')).toEqual(['+12 w1 2026-03-10 10:10:00'])
  const broken = [joined('10:00', 'c1'), left('10:04', 'c1'), joined('10:20', 'c2')]
  expect(linesOf(cardOf(broken, { asOf: '10:30' }), 'attended_part')).toEqual(['+12 w1 2026-03-10 10:26:00'])
})

test('a reported interval is placed by its end, and cut at a moment inside it', () => {
  const report = [stayed('10:00', '10:58')]
  expect(pointsOf(cardOf(report, { asOf: '10:05' }))).toEqual({ attended_brief: 6 })
  expect(linesOf(cardOf(report, { asOf: '10:30' }), 'attended_part')).toEqual(['+12 w1 2026-03-10 10:10:00'])
  expect(linesOf(cardOf(report, { asOf: '11:00' }), 'attended_full')).toEqual(['+20 w1 2026-03-10 11:00:00'])
})

const earlyAndLate = makeWebinar({ running: [['09:50', '11:20']], live: [['10:00', '11:00']] })

test('a room opened ten minutes early and left open late costs nobody the whole webinar', () => {
  const webinars = [earlyAndLate]
  expect(pointsOf(cardOf(stay('10:00', '11:00'), { webinars }))).toEqual({ attended_full: 20 })
  expect(pointsOf(cardOf(stay('10:00', '10:54'), { webinars }))).toEqual({ attended_full: 20 })
  expect(pointsOf(cardOf(stay('09:50', '10:53:59'), { webinars }))).toEqual({ attended_part: 12 })
})

test('a room left open has not ended before it closes: until then nobody saw the whole', () => {
  const facts = stay('10:00', '11:00')
  expect(pointsOf(cardOf(facts, { webinars: [earlyAndLate], asOf: at('11:20') - 1 }))).toEqual({ attended_part: 12 })
  const closed = cardOf(facts, { webinars: [earlyAndLate], asOf: '11:20' })
  expect(linesOf(closed, 'attended_full')).toEqual(['+20 w1 2026-03-10 11:20:00'])
})

test('minutes before and after the live time do not count, and alone they are an attendee without an attendance row', () => {
  const waiting = cardOf(stay('09:50', '10:09:59'), { webinars: [earlyAndLate] })
  expect(pointsOf(waiting)).toEqual({ attended_brief: 6 })
  for (const outside of [stay('09:50', '10:00'), stay('11:00', '11:20')]) {
    const card = cardOf(outside, { webinars: [earlyAndLate] })
    expect(pointsOf(card)).toEqual({})
    expect(card.standings).toMatchObject([{ webinar: 'w1', attended: true, liveSeconds: 0, share: 0 }])
  }
})

test('a webinar that ended early is whole at 90 % of what there was', () => {
  const webinars = [makeWebinar({ running: [['10:00', '10:40']], live: [['10:00', '10:40']] })]
  expect(pointsOf(cardOf(stay('10:00', '10:36'), { webinars }))).toEqual({ attended_full: 20 })
  expect(pointsOf(cardOf(stay('10:00', '10:35:59.999'), { webinars }))).toEqual({ attended_part: 12 })
})

test('a webinar that was interrupted is whole at 90 % of the time it ran', () => {
  const halves: [string, string][] = [
    ['10:00', '10:20'],
    ['10:40', '11:00'],
  ]
  const webinars = [makeWebinar({ running: halves, live: halves })]
  expect(pointsOf(cardOf(stay('10:00', '10:56'), { webinars }))).toEqual({ attended_full: 20 })
  expect(pointsOf(cardOf(stay('10:00', '10:55:59.999'), { webinars }))).toEqual({ attended_part: 12 })
})

for (const [leave, paid] of [
  ['10:00:59', { attended_brief: 6 }],
  ['10:00:59.999', { attended_brief: 6 }],
  ['10:01:00', { attended_brief: 6, attended_demo: 50 }],
  ['10:10:00', { attended_part: 12, attended_demo: 50 }],
  ['11:00:00', { attended_full: 20, attended_demo: 50 }],
] as const) {
  test(`of a demo, 10:00 to ${leave} is ${JSON.stringify(paid)}`, () => {
    expect(pointsOf(cardOf(stay('10:00', leave), { webinars: [demo] }))).toEqual(paid)
  })
}

test('the 60 seconds of a demo are paid at the moment they are reached, in the room or over two stays', () => {
  const inRoom = cardOf([joined('10:05')], { webinars: [demo], asOf: '10:06' })
  expect(linesOf(inRoom, 'attended_demo')).toEqual(['+50 w1 2026-03-10 10:06:00'])
  expect(paidOf(cardOf([joined('10:05')], { webinars: [demo], asOf: at('10:06') - 1 }))).toEqual({ attended_brief: 6 })
  const twice = [stayed('10:00', '10:00:40'), stayed('10:30', '10:31')]
  expect(linesOf(cardOf(twice, { webinars: [demo] }), 'attended_demo')).toEqual(['+50 w1 2026-03-10 10:30:20'])
})

test('a minute before the live time of a demo is no minute of the demo', () => {
  const webinars = [makeWebinar({ kind: 'demo', running: [['09:50', '11:00']] })]
  expect(pointsOf(cardOf(stay('09:58', '10:00:59'), { webinars }))).toEqual({ attended_brief: 6 })
})

test('a webinar without any known end is not over, and nobody saw the whole of it', () => {
  const open = makeWebinar({ to: Number.POSITIVE_INFINITY, scheduled: null, endsAt: null })
  const card = cardOf([joined('10:00')], { webinars: [open], asOf: '2026-03-11' })
  expect(linesOf(card, 'attended_part')).toEqual(['+12 w1 2026-03-10 10:10:00'])
  expect(pointsOf(card)).toEqual({ attended_part: 12 })
})

test('how much is the whole, and how long is part of a demo, are settings', () => {
  const lower = makeModel(withRule('attended_full', { share: 0.8 }))
  expect(pointsOf(cardOf(stay('10:00', '10:48'), { model: lower }))).toEqual({ attended_full: 20 })
  expect(pointsOf(cardOf(stay('10:00', '10:47:59'), { model: lower }))).toEqual({ attended_part: 12 })
  const longer = makeModel(withRule('attended_demo', { seconds: 300 }))
  const setting = { model: longer, webinars: [demo] }
  expect(pointsOf(cardOf(stay('10:00', '10:04:59'), setting))).toEqual({ attended_brief: 6 })
  expect(pointsOf(cardOf(stay('10:00', '10:05'), setting))).toEqual({ attended_brief: 6, attended_demo: 50 })
})

test('while nobody knows the end of a webinar, its scheduled end decides, marked as provisional', () => {
  const open = makeWebinar({
    running: [['10:00', Number.POSITIVE_INFINITY]],
    live: [['10:00', '11:00']],
    endsAt: at('11:00'),
    provisional: true,
  })
  expect(pointsOf(cardOf([joined('10:00')], { webinars: [open], asOf: at('11:00') - 1 }))).toEqual({
    attended_part: 12,
  })
  const after = cardOf([joined('10:00')], { webinars: [open], asOf: at('11:00') + MINUTE })
  expect(pointsOf(after)).toEqual({ attended_full: 20 })
  expect(after.standings[0]).toMatchObject({ provisional: true })
})
