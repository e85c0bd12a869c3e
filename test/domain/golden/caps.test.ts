import { expect, test } from 'vitest'
import { asked, cardOf, engaged, linesOf, makeWebinar, modelOf, polled } from '../../make.ts'

const social = { id: 's', kind: 'did', act: 'social', place: 'ever' }
const days = (...days: string[]) => days.map((day) => engaged(`2026-03-${day} 09:00`, 'like'))

test('a rule with a cap pays no more than that, and the line says what was kept back', () => {
  const model = modelOf([{ ...social, cap: { points: 25 } }])
  const card = cardOf(days('01', '02', '03', '04'), { model })
  expect(linesOf(card, 's').map((line) => line.slice(0, 3))).toEqual(['+10', '+10', '+5 ', '+0 '])
  expect(card.ledger[2]).toMatchObject({ reason: 'capped', params: { earned: 10, cap: 25 } })
  expect(card.score).toBe(25)
})

test('a cap over days makes room again when what stood in it is older', () => {
  const model = modelOf([{ ...social, cap: { points: 20, days: 7 } }])
  const card = cardOf(days('01', '02', '03', '09', '10'), { model, asOf: '2026-03-11' })
  expect(linesOf(card, 's').map((line) => line.slice(0, 3))).toEqual(['+10', '+10', '+0 ', '+10', '+10'])
})

test('rules of a group share its cap, in the order in which their points came', () => {
  const rules = [
    { id: 'q', kind: 'did', act: 'question', place: 'during', points: 15, group: 'talk' },
    { id: 'p', kind: 'did', act: 'poll', place: 'during', points: 5, group: 'talk' },
  ]
  const groups = { talk: { points: 16 } }
  expect(linesOf(cardOf([polled('10:05'), asked('10:10')], { model: modelOf(rules, { groups }) }), 'q')).toEqual([
    '+11 w1 2026-03-10 10:10:00',
  ])
  const other = cardOf([asked('10:05'), polled('10:10')], { model: modelOf(rules, { groups }) })
  expect(linesOf(other, 'p')).toEqual(['+1 w1 2026-03-10 10:10:00'])
})

test('a cap per webinar counts in each of them anew', () => {
  const rule = {
    id: 'q',
    kind: 'did',
    act: 'question',
    place: 'during',
    points: 15,
    cap: { points: 12, per: 'webinar' },
  }
  const webinars = [makeWebinar(), makeWebinar({ id: 'w2', from: '12:00', to: '13:00' })]
  const card = cardOf([asked('10:05'), asked('12:05', 'w2')], { model: modelOf([rule]), webinars })
  expect(card).toMatchObject({ score: 24, webinarPoints: { w1: 12, w2: 12 } })
})

test('a cap never touches what a rule takes away, nor makes room for it', () => {
  const rules = [
    { ...social, group: 'all' },
    { id: 'u', kind: 'unsubscribed', points: -30, group: 'all' },
  ]
  const groups = { all: { points: 10 } }
  const left = { id: 'a', type: 'email.unsubscribed', time: Date.parse('2026-03-01T10:00Z'), data: {} } as const
  expect(cardOf([...days('01', '02'), left], { model: modelOf(rules, { groups }) }).score).toBe(-20)
})

test('both the cap of a rule and that of its group hold', () => {
  const model = modelOf([{ ...social, cap: { points: 15 }, group: 'all' }], { groups: { all: { points: 12 } } })
  expect(cardOf(days('01', '02'), { model }).score).toBe(12)
})
