import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FactData } from '../../src/domain/fact.ts'
import { intersect, lengthOf, union } from '../../src/domain/interval.ts'
import { place, type SeriesFact } from '../../src/domain/series.ts'
import { runs } from '../laws/seed.ts'
import { at, name, series } from './series-facts.ts'

const QUARTER = 900_000
/** Quarters of an hour of one day, so that starts and ends often meet. */
const time = fc.integer({ min: 0, max: 40 }).map((quarter) => at('08:00') + quarter * QUARTER)

const about = fc.oneof(
  fc.constantFrom('A', 'B', 'C').map((instance) => ({ instance })),
  time.map((ms) => ({ instance: `report/${ms}` })),
  fc.constantFrom('', 'o1', 'o2').map((slot) => ({ slot })),
  time.map((at) => ({ at })),
  fc.constant({}),
)
const schedule = fc.record(
  {
    startsAt: time,
    durationMinutes: fc.constantFrom(0, 30, 60, 120),
    topic: fc.constantFrom('Press', 'Grapes'),
    hostId: fc.constantFrom('h1', 'h2'),
    deleted: fc.boolean(),
  },
  { requiredKeys: [] },
)
const evidence = fc.constantFrom({}, {}, { evidence: 'report' as const })
const ending = fc.constantFrom<FactData['webinar.ended']>({}, {}, { practice: true }, { evidence: 'report' })
const content = fc.oneof(
  fc.record({ type: fc.constant('webinar.mentioned'), data: schedule }),
  fc.record({ type: fc.constant('webinar.scheduled'), data: schedule }),
  fc.record({ type: fc.constant('webinar.started'), data: evidence }),
  fc.record({ type: fc.constant('webinar.ended'), data: ending }),
  fc.record({ type: fc.constant('webinar.deleted'), data: fc.constant({}) }),
  fc.record({ type: fc.constant('webinar.recorded'), data: fc.constant({ mediaSeconds: 3000 }) }),
  fc.record({
    type: fc.constant('webinar.described'),
    data: fc.record({ cost: fc.nat(9), topic: fc.constant('Set') }),
  }),
)
/** Ids from a small stock, so that two contents sometimes stand under one. */
const facts = fc.array(
  fc
    .tuple(fc.nat(60), about, time, content)
    .map(([id, about, time, said]) => ({ id: `f${id}`, name: name(about), time, ...said }) as SeriesFact),
  { maxLength: 14 },
)
const names = fc.array(about, { maxLength: 5 })

it('the webinars and places of a series depend on the set of facts and names alone', () => {
  const given = fc
    .tuple(facts, names)
    .chain(([facts, names]) =>
      fc.tuple(
        fc.constant({ facts, names }),
        fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
        fc.shuffledSubarray([...names, ...names], { minLength: names.length * 2 }),
      ),
    )
  fc.assert(
    fc.property(given, time, ([{ facts, names }, otherFacts, otherNames], time) => {
      const one = series(facts, names)
      const other = series(otherFacts, otherNames)
      expect(other.webinars).toEqual(one.webinars)
      for (const about of names) {
        expect(place(other, name(about), time).id).toBe(place(one, name(about), time).id)
      }
    }),
    runs(3000),
  )
})

it('live lies within running, and both are sorted and disjoint', () => {
  fc.assert(
    fc.property(facts, names, (facts, names) => {
      for (const { running, live } of series(facts, names).webinars) {
        expect(union(running)).toEqual(running)
        expect(union(live)).toEqual(live)
        expect(intersect(live, running)).toEqual(live)
        expect(lengthOf(live) > 0).toBe(lengthOf(running) > 0)
      }
    }),
    runs(3000),
  )
})

it('every name is placed, in one webinar of its series, and a webinar’s own name means itself', () => {
  fc.assert(
    fc.property(facts, names, time, (facts, names, time) => {
      const known = series(facts, names)
      const ids = known.webinars.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const about of names) expect(known.webinars).toContain(place(known, name(about), time))
      for (const { name } of facts) expect(known.webinars).toContain(place(known, name, time))
      for (const webinar of known.webinars) {
        expect(place(known, name({ slot: webinar.occurrence }), time)).toBe(webinar)
        expect(webinar.instances.map((instance) => place(known, name({ instance }), time))).toEqual(
          webinar.instances.map(() => webinar),
        )
      }
    }),
    runs(3000),
  )
})

it('a report changes neither ids nor times of webinars whose webhooks all arrived', () => {
  const show = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }).map((slots) =>
    slots.map((number) => ({
      from: at('00:00') + number * 4 * 3_600_000 + 7 * 60_000 + 13_000,
      minutes: 31 + number * 9,
      scheduled: number % 2 === 0,
    })),
  )
  fc.assert(
    fc.property(show, fc.array(fc.integer({ min: 0, max: 3 })), (shows, reported) => {
      const webhooks = shows.flatMap(({ from, minutes, scheduled }, i): SeriesFact[] => {
        const room = name({ instance: `uuid-${i}` })
        const plan = { startsAt: from - 433_000, durationMinutes: 45 }
        return [
          { id: `s${i}`, type: 'webinar.started', time: from, data: {}, name: room },
          { id: `e${i}`, type: 'webinar.ended', time: from + minutes * 60_000, data: {}, name: room },
          ...(scheduled
            ? [{ id: `p${i}`, type: 'webinar.scheduled' as const, time: 0, data: plan, name: name({ slot: `o${i}` }) }]
            : []),
        ]
      })
      const reports = reported
        .filter((i) => i < shows.length)
        .flatMap((i): SeriesFact[] => {
          const from = shows[i]!.from - 13_000
          const room = name({ instance: `report/${from}` })
          const to = from + (shows[i]!.minutes + 1) * 60_000
          return [
            { id: `rs${i}`, type: 'webinar.started', time: from, data: { evidence: 'report' }, name: room },
            { id: `re${i}`, type: 'webinar.ended', time: to, data: { evidence: 'report' }, name: room },
          ]
        })
      const bare = (facts: SeriesFact[]) =>
        series(facts).webinars.map(({ id, running, live, endsAt }) => ({ id, running, live, endsAt }))
      expect(bare([...reports, ...webhooks])).toEqual(bare(webhooks))
    }),
    runs(),
  )
})
