import { expect, test } from 'vitest'
import { type CountedPeople, compareFigures, FIGURES, type Figure, figuresOf } from '../../src/domain/figures.ts'

const nobody: CountedPeople = {
  ...{ people: 0, stage: 'registrant', registered: false, attended: false, replayed: false },
  ...{ noShow: false, tookPart: false, stayed: 0, liveMs: 0, questions: 0 },
}
const noShows: CountedPeople = { ...nobody, people: 60, registered: true, noShow: true }
const came: CountedPeople = { ...nobody, registered: true, attended: true, tookPart: true, stage: 'lead' }
const minute = 60_000

function shown(figures: readonly Figure[]) {
  return Object.fromEntries(figures.map(({ key, value, share }) => [key, [value, share]]))
}

test('the figures of a webinar are sums over its people, worked out by hand', () => {
  const people: CountedPeople[] = [
    noShows,
    { ...came, people: 30, stayed: 24, liveMs: 30 * 45 * minute, questions: 6 },
    { ...came, people: 8, stage: 'mql', stayed: 8, liveMs: 8 * 60 * minute, questions: 10 },
    // Two who never registered, and one customer who only watched the replay and asked there.
    { ...came, people: 2, registered: false, stage: 'sql', stayed: 0, liveMs: 2 * 5 * minute },
    { ...nobody, people: 1, registered: true, replayed: true, tookPart: true, stage: 'customer', questions: 1 },
  ]
  expect(shown(figuresOf(people))).toEqual({
    registrants: [99, null],
    attendees: [40, 38 / 99],
    stayed: [32, 32 / 40],
    averageMinutes: [(30 * 45 + 8 * 60 + 2 * 5) / 40, null],
    questions: [17, null],
    mqls: [11, 11 / 101],
    sqls: [3, 3 / 101],
  })
})

test('figures always come in the same order', () => {
  expect(figuresOf([]).map(({ key }) => key)).toEqual([...FIGURES])
  expect(FIGURES).toEqual(['registrants', 'attendees', 'stayed', 'averageMinutes', 'questions', 'mqls', 'sqls'])
})

test('of nobody there is no share and no average', () => {
  expect(shown(figuresOf([]))).toEqual({
    registrants: [0, null],
    attendees: [0, null],
    stayed: [0, null],
    averageMinutes: [null, null],
    questions: [0, null],
    mqls: [0, null],
    sqls: [0, null],
  })
})

test('who came without having registered counts as attendee and lifts no share above 1', () => {
  const walkIns = { ...came, people: 5, registered: false }
  const [, attendees] = figuresOf([{ ...came, people: 1 }, walkIns])
  expect(attendees).toEqual({ key: 'attendees', value: 6, share: 1 })
})

/** A webinar of 100 registrants. */
function webinarOf(attendees: number, minutes = 30): Figure[] {
  return figuresOf([
    { ...noShows, people: 100 - attendees },
    { ...came, people: attendees, stayed: attendees / 2, liveMs: attendees * minutes * minute },
  ])
}

function medians(own: readonly Figure[], ended: readonly Figure[][]) {
  const { figures, medianOf } = compareFigures(own, ended)
  return { medianOf, of: (key: Figure['key']) => figures.find((figure) => figure.key === key)!.median }
}

test('beside each figure stands the median of the webinars that are over', () => {
  const { medianOf, of } = medians(webinarOf(99), [webinarOf(20, 10), webinarOf(60, 50), webinarOf(40, 20)])
  expect(medianOf).toBe(3)
  expect(of('registrants')).toEqual({ value: 100, share: null })
  expect(of('attendees')).toEqual({ value: 40, share: 0.4 })
  expect(of('stayed')).toEqual({ value: 20, share: 0.5 })
  expect(of('averageMinutes')).toEqual({ value: 20, share: null })
})

test('the median of an even number is the mean of the two in the middle', () => {
  const { of } = medians(webinarOf(1), [webinarOf(20), webinarOf(80), webinarOf(40), webinarOf(60)])
  expect(of('attendees')).toEqual({ value: 50, share: 0.5 })
})

test('a webinar to which nobody came is compared with nothing, and fewer than three have no median', () => {
  const { medianOf, of } = medians(webinarOf(9), [webinarOf(20), webinarOf(0), webinarOf(40)])
  expect(medianOf).toBe(2)
  for (const key of FIGURES) expect(of(key)).toBeNull()
})

test('webinars without registrants leave the share unknown, not the figure', () => {
  const imported = figuresOf([{ ...came, people: 10, registered: false, liveMs: 10 * minute }])
  const { of } = medians(webinarOf(9), [imported, imported, imported])
  expect(of('attendees')).toEqual({ value: 10, share: null })
})
