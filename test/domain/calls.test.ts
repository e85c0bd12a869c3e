import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCalendar } from '../../src/domain/calendar.ts'
import { type Callable, callsOf, compareCalls } from '../../src/domain/calls.ts'
import { compareRanked, type Ranked } from '../../src/domain/ranking.ts'
import { runs } from '../laws/seed.ts'

const calendar = makeCalendar({ timezone: 'Asia/Jerusalem', weekend: [5, 6], holidays: ['2026-05-13'] })
/** Noon in Jerusalem on a Tuesday; the Wednesday is a holiday. */
const asOf = Date.parse('2026-05-12T09:00:00Z')

function caller(email: string, points: number, score: number, velocity = 0, lastActivityAt: string | null = null) {
  return { person: { id: `p_${email}`, email }, webinarPoints: points, score, velocity, lastActivityAt }
}

const anna = caller('anna', 40, 90)
const ben = caller('ben', 40, 80, 5, '2026-05-12T08:00:00.000Z')
const carl = caller('carl', 40, 80, 9)
const dora = caller('dora', 40, 80, 5, '2026-05-11T08:00:00.000Z')
const emil = caller('emil', 40, 80, 5, '2026-05-11T08:00:00.000Z')
const fay = caller('fay', 30, 200)
const all = [anna, carl, ben, dora, emil, fay]
const names = (people: readonly Callable[]) => people.map(({ person }) => person.email)

test('called are, in order: webinar points, score, velocity, latest activity, e-mail', () => {
  expect(names([fay, emil, dora, carl, ben, anna].sort(compareCalls))).toEqual(names(all))
})

test('so many today, the others on the next business days: no weekend, no holiday', () => {
  const { day, today, cut, queue, ties } = callsOf(all, { perDay: 1, calendar, asOf })
  expect([day, names(today), cut, ties]).toEqual(['2026-05-12', ['anna'], { webinarPoints: 40, score: 90 }, null])
  expect(queue.map(({ day, people }) => [day, ...names(people)])).toEqual([
    ['2026-05-14', 'carl'],
    ['2026-05-17', 'ben'],
    ['2026-05-18', 'dora'],
    ['2026-05-19', 'emil'],
    ['2026-05-20', 'fay'],
  ])
})

test.each([
  [2, { count: 4, called: 1, decidedBy: 'velocity' }],
  [3, { count: 4, called: 2, decidedBy: 'lastActivityAt' }],
  [4, { count: 4, called: 3, decidedBy: 'email' }],
  [5, null],
  [6, null],
  [7, null],
])('at a cut behind %i people those who stand equal on both sides are told: %o', (perDay, ties) => {
  expect(callsOf(all, { perDay, calendar, asOf }).ties).toEqual(ties)
})

test('on a day off, the first calls are made on the next business day', () => {
  const friday = Date.parse('2026-05-15T09:00:00Z')
  const { day, queue } = callsOf(all, { perDay: 5, calendar, asOf: friday })
  expect([day, queue.map(({ day }) => day)]).toEqual(['2026-05-17', ['2026-05-18']])
})

test('of nobody, nobody is called', () => {
  expect(callsOf([], { perDay: 5, calendar, asOf })).toEqual({
    ...{ day: '2026-05-12', today: [], cut: null, queue: [], ties: null },
  })
})

const somebody = fc
  .record({
    ...{ webinarPoints: fc.integer({ min: -1, max: 2 }), score: fc.integer({ min: -1, max: 2 }), velocity: fc.nat(2) },
    lastActivityAt: fc.constantFrom(null, '2026-05-11T08:00:00.000Z', '2026-05-12T08:00:00.000Z'),
    email: fc.constantFrom(null, 'a', 'b'),
  })
  .map(({ email, ...rest }) => ({ ...rest, person: { id: '', email } }))
const people = fc
  .array(somebody, { maxLength: 40 })
  .map((all) => all.map((one, index) => ({ ...one, person: { ...one.person, id: `p_${index}` } })))

test('today and the queue are everybody, each once, in order, no day with more than can be called', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 12 }), (given, perDay) => {
      const ordered = [...given].sort(compareCalls)
      const { today, queue, cut, ties, day } = callsOf(ordered, { perDay, calendar, asOf })
      expect([...today, ...queue.flatMap(({ people }) => people)]).toEqual(ordered)
      for (const part of [today, ...queue.slice(0, -1).map(({ people }) => people)])
        expect(part.length).toBe(queue.length > 0 ? perDay : Math.min(perDay, given.length))
      const days = [day, ...queue.map(({ day }) => day)]
      expect(days).toEqual([...new Set(days)].sort())
      const equal = ordered.filter((one) => one.webinarPoints === cut?.webinarPoints && one.score === cut.score)
      const inside = equal.filter((one) => today.includes(one))
      expect(ties ? [ties.count, ties.called] : 'clean').toEqual(
        equal.length > inside.length ? [equal.length, inside.length] : 'clean',
      )
    }),
    runs(),
  )
})

test('nobody stands before somebody whom the ranking has before them, unless points and score are equal', () => {
  const rankedOf = ({ webinarPoints: points, score, person: { id, email } }: Callable) =>
    ({ points, score, id, email: email ?? '' }) as Ranked
  fc.assert(
    fc.property(people, (given) => {
      const compare = compareRanked('webinar')
      for (const [index, one] of [...given].sort(compareCalls).entries())
        for (const other of given.slice(0, index))
          if (one.webinarPoints !== other.webinarPoints || one.score !== other.score)
            expect(Math.sign(compareCalls(one, other))).toBe(Math.sign(compare(rankedOf(one), rankedOf(other))))
    }),
    runs(200),
  )
})
