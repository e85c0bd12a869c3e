import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/fact.ts'
import {
  asked,
  at,
  cardOf,
  chatted,
  HOUR,
  joined,
  left,
  type Moment,
  makeModel,
  opened,
  polled,
  registered,
  sawVideo,
  visited,
  watched,
} from '../../make.ts'

const full = () => [joined('10:00'), left('11:00')]
const part = () => [joined('10:00'), left('10:20')]
/** 5 points on a later day. */
const longVisit = (time: Moment) => visited(time, 150)
const paceOf = (facts: Fact[], asOf: Moment, model = makeModel()) => {
  const { velocity, surge } = cardOf(facts, { asOf, model })
  return { velocity, surge }
}

test('velocity is what was gained in the last 168 hours, the last millisecond included', () => {
  const gained = at('11:00')
  expect(paceOf(full(), gained).velocity).toBe(20)
  expect(paceOf(full(), gained + 168 * HOUR).velocity).toBe(20)
  expect(paceOf(full(), gained + 168 * HOUR + 1).velocity).toBe(0)
})

test('the card changes when the gain leaves the window', () => {
  expect(cardOf(full(), { asOf: '2026-03-12' }).changesAt).toBe(at('11:00') + 168 * HOUR + 1)
})

test('each gain counts from its own moment', () => {
  const facts = [...full(), longVisit('2026-03-12 09:00')]
  expect(paceOf(facts, '2026-03-12 09:00').velocity).toBe(25)
  expect(paceOf(facts, at('2026-03-17 11:00') + 1).velocity).toBe(5)
  expect(paceOf(facts, at('2026-03-19 09:00') + 1).velocity).toBe(0)
})

test('velocity counts gains only: a bounce takes nothing from it', () => {
  const card = cardOf([...full(), visited('12:00', 5)])
  expect(card).toMatchObject({ score: -20, velocity: 20 })
})

test('a lifted penalty is no gain', () => {
  const model = makeModel({ observes: { mail: 'ever' } })
  const facts = [...full(), opened('2026-04-01 12:00', 'm1')]
  const card = cardOf(facts, { model, asOf: '2026-04-01 12:00' })
  expect(card).toMatchObject({ score: 25, velocity: 5, surge: false })
})

test('a lifted bounce is no gain', () => {
  const facts = [registered(), visited('12:00', 5), visited('2026-03-18 12:00', 20)]
  expect(cardOf(facts, { asOf: '2026-03-18 12:00' })).toMatchObject({ score: 10, velocity: 10 })
})

test('40 points of one day are no surge', () => {
  const facts = [...full(), asked('10:10'), polled('10:20')]
  expect(paceOf(facts, '12:00')).toEqual({ velocity: 40, surge: false })
})

test('40 points of two days are a surge, 39 are none', () => {
  const forty = [...full(), asked('10:10'), longVisit('2026-03-11 09:00')]
  expect(paceOf(forty, at('2026-03-11 09:00') - 1)).toEqual({ velocity: 35, surge: false })
  expect(paceOf(forty, '2026-03-11 09:00')).toEqual({ velocity: 40, surge: true })
  const fewer = [...part(), asked('10:10'), polled('10:11'), chatted('10:12'), longVisit('2026-03-11 09:00')]
  expect(paceOf(fewer, '2026-03-11 09:00')).toEqual({ velocity: 39, surge: false })
})

test('a surge is over when its first day leaves the window', () => {
  const facts = [...full(), asked('10:10'), longVisit('2026-03-11 09:00')]
  expect(paceOf(facts, at('10:10') + 168 * HOUR)).toEqual({ velocity: 40, surge: true })
  expect(paceOf(facts, at('10:10') + 168 * HOUR + 1)).toEqual({ velocity: 25, surge: false })
})

test('the two days are local days', () => {
  const jerusalem = makeModel({ calendar: { timezone: 'Asia/Jerusalem', weekend: [5, 6], holidays: [] } })
  const until = (time: string) => [...full(), asked('10:10'), longVisit(time)]
  expect(paceOf(until('21:59:59'), '2026-03-11 12:00', jerusalem)).toEqual({ velocity: 40, surge: false })
  expect(paceOf(until('22:00'), '2026-03-11 12:00', jerusalem)).toEqual({ velocity: 40, surge: true })
  expect(paceOf(until('22:00'), '2026-03-11 12:00')).toEqual({ velocity: 40, surge: false })
})

test('a day with +0 lines and penalties alone is no day of a surge', () => {
  const facts = [...full(), asked('10:10'), polled('10:20'), registered('2026-03-09'), visited('2026-03-11 09:00', 5)]
  expect(paceOf(facts, '2026-03-11 12:00')).toEqual({ velocity: 40, surge: false })
})

test('time with the brand is live, replay, video and site seconds together', () => {
  const facts = [
    ...[joined('10:00'), left('10:10')],
    watched('2026-03-12', { intervals: [[0, 300]] }),
    sawVideo('2026-03-12', { mediaSeconds: 240, intervals: [[0, 120]] }),
    ...[visited('12:00', 150), visited('13:00', null)],
  ]
  expect(cardOf(facts, { asOf: '2026-03-15' }).brandSeconds).toBe(600 + 300 + 120 + 150)
})
