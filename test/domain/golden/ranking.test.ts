import { expect, test } from 'vitest'
import { type FunnelPerson, funnelOf } from '../../../src/domain/funnel.ts'
import { compareRanked, type Ranked } from '../../../src/domain/ranking.ts'
import type { Stage } from '../../../src/domain/stage.ts'

const ranked = (id: string, points: number, score: number, email = ''): Ranked => ({
  id,
  points,
  score,
  email,
  stage: 'lead',
  temperature: 'cold',
  grade: null,
  buying: 0,
  registered: true,
  attended: true,
  replayed: false,
  noShow: false,
  tookPart: true,
  name: null,
  company: null,
})
const ids = (order: 'webinar' | 'score', people: Ranked[]) => people.toSorted(compareRanked(order)).map(({ id }) => id)

test('a webinar ranks by its own points first, then by score', () => {
  expect(ids('webinar', [ranked('a', 6, 90), ranked('b', 20, 20), ranked('c', 20, 30), ranked('d', -40, 100)])).toEqual(
    [...['c', 'b', 'a', 'd']],
  )
})

test('by score it ranks the other way round', () => {
  expect(ids('score', [ranked('a', 6, 90), ranked('b', 20, 20), ranked('c', 25, 20), ranked('d', -40, 100)])).toEqual([
    ...['d', 'a', 'c', 'b'],
  ])
})

test('of equals the smaller e-mail comes first, and of equal e-mails the smaller id', () => {
  const people = [
    ranked('p3', 6, 6, 'b@acme.example'),
    ranked('p2', 6, 6, 'b@acme.example'),
    ranked('p4', 6, 6, 'a@acme.example'),
    ranked('p1', 6, 6, 'c@acme.example'),
  ]
  for (const order of ['webinar', 'score'] as const) expect(ids(order, people)).toEqual(['p4', 'p2', 'p3', 'p1'])
})

test('text is compared by code point, not by language', () => {
  const people = [
    ranked('1', 0, 0, 'é@x.example'),
    ranked('2', 0, 0, 'z@x.example'),
    ranked('3', 0, 0, '\u{1f600}@x.example'),
    ranked('4', 0, 0, '\uffee@x.example'),
  ]
  expect(ids('webinar', people)).toEqual(['2', '1', '4', '3'])
})

type Changes = Partial<FunnelPerson>
const registrant: FunnelPerson = {
  stage: 'registrant',
  registered: true,
  attended: false,
  replayed: false,
  noShow: true,
  tookPart: false,
}
const noShow = (stage: Stage = 'registrant'): FunnelPerson => ({ ...registrant, stage })
const attendee = (stage: Stage, changes: Changes = {}): FunnelPerson => ({
  ...registrant,
  stage,
  attended: true,
  noShow: false,
  tookPart: true,
  ...changes,
})
const replayer = (stage: Stage): FunnelPerson => ({ ...registrant, stage, replayed: true, tookPart: true })
const counts = (people: FunnelPerson[]) => funnelOf(people).steps.map(({ stage, count }) => `${stage} ${count}`)

test('each step of the funnel lies within the one before', () => {
  const people = [
    noShow(),
    noShow('mql'),
    noShow('customer'),
    attendee('lead'),
    attendee('mql'),
    attendee('sql', { registered: false }),
    attendee('opportunity'),
    attendee('customer'),
    replayer('mql'),
    replayer('lead'),
  ]
  expect(counts(people)).toEqual(['registrant 10', 'lead 7', 'mql 5', 'sql 3', 'opportunity 2', 'customer 1'])
})

test('nurture and disqualified took part and are beyond no threshold', () => {
  expect(counts([attendee('nurture'), attendee('disqualified'), attendee('sql')])).toEqual([
    ...['registrant 3', 'lead 3', 'mql 1', 'sql 1', 'opportunity 0', 'customer 0'],
  ])
})

test('who was in the room only outside of the live time came, and did not take part', () => {
  const people = [attendee('lead', { registered: false, tookPart: false }), attendee('lead')]
  expect(funnelOf(people).attendance.attendees).toBe(2)
  expect(counts(people).slice(1, 2)).toEqual(['lead 1'])
})

test('shares are of the first step and of the step before', () => {
  const people = [noShow(), noShow(), attendee('lead'), attendee('mql')]
  const shares = funnelOf(people).steps.map(({ share, shareOfBefore }) => [share, shareOfBefore])
  expect(shares.slice(0, 4)).toEqual([
    [1, expect.toSatisfy((share) => share === null || share === 1)],
    [0.5, 0.5],
    [0.25, 0.5],
    [0, 0],
  ])
})

test('a funnel of nobody has no shares', () => {
  expect(funnelOf([]).steps.map(({ count, share }) => [count, share])).toEqual(
    Array.from({ length: 6 }, () => [0, null]),
  )
})

test('attendance counts registrants, attendees, no-shows and those who saw the replay alone', () => {
  const people = [
    noShow(),
    noShow(),
    replayer('lead'),
    attendee('lead'),
    attendee('lead', { registered: false, replayed: true }),
  ]
  expect(funnelOf(people).attendance).toEqual({ registrants: 4, attendees: 2, noShows: 3, replayOnly: 1 })
})
