import { describe, expect, it, test } from 'vitest'
import type { SeriesFact } from '../../src/domain/series.ts'
import { at, ended, fact, only, series, slot, started } from './series-facts.ts'

const run = (instance: string, from: string, to: string) => [started(instance, from), ended(instance, to)]
const demos = [slot('o1', '10:00'), slot('o2', '11:00'), slot('o3', '12:00')]

describe('what is said of a webinar', () => {
  const partner = { name: 'Press', domains: ['press.example'] }
  const said = (clock: string, data: object) => fact({ slot: '' }, 'webinar.scheduled', clock, data)
  const set = (clock: string, data: object) => fact({ slot: '' }, 'webinar.described', clock, data)
  const heard = (clock: string, data: object, about: object = { slot: '' }) =>
    fact(about, 'webinar.mentioned', clock, data)

  test.each<[string, SeriesFact[], object]>([
    [
      'nothing: an educational webinar',
      [],
      { topic: null, kind: 'educational', partner: null, hostIds: [], deleted: false },
    ],
    [
      'patches merge',
      [said('01:00', { topic: 'A', kind: 'demo' }), said('02:00', { topic: 'B' })],
      { topic: 'B', kind: 'demo' },
    ],
    ['the latest counts', [said('02:00', { topic: 'B' }), said('01:00', { topic: 'A' })], { topic: 'B' }],
    [
      'a mention never outranks the schedule',
      [said('01:00', { topic: 'A' }), heard('02:00', { topic: 'B', hostId: 'h2' })],
      { topic: 'A', hostIds: ['h2'] },
    ],
    [
      'a mention fills what the schedule leaves open',
      [said('01:00', { kind: 'demo' }), heard('02:00', { topic: 'B' })],
      { topic: 'B', kind: 'demo' },
    ],
    [
      'hosts are collected',
      [said('01:00', { hostId: 'h2' }), heard('02:00', { hostId: 'h1' }), said('03:00', { hostId: 'h2' })],
      { hostIds: ['h1', 'h2'] },
    ],
    [
      'a length of 0 is unknown',
      [said('01:00', { startsAt: at('10:00'), durationMinutes: 45 }), said('02:00', { durationMinutes: 0 })],
      { scheduled: { from: at('10:00'), to: at('10:45') } },
    ],
    [
      'the producer outranks the schedule',
      [set('01:00', { topic: 'A', kind: 'demo', partner }), said('02:00', { topic: 'B', kind: 'x' })],
      { topic: 'A', kind: 'demo', partner },
    ],
    [
      'the producer removes a partner',
      [said('01:00', { partner }), set('02:00', { partner: null })],
      { partner: null },
    ],
    [
      'cost and stage of the funnel',
      [set('01:00', { cost: 900 }), set('02:00', { funnelStage: 'top', cost: 950 })],
      { cost: 950, funnelStage: 'top' },
    ],
    [
      'the start in a name comes before a room’s',
      [
        fact({ at: at('10:00') }, 'webinar.scheduled', '00:00', { topic: 'A' }),
        started('A', '09:50'),
        heard('02:00', { startsAt: at('09:50') }, { instance: 'A' }),
      ],
      { scheduled: { from: at('10:00'), to: null } },
    ],
    [
      'of several rooms’ starts the first is the schedule',
      [
        ...run('A', '10:00', '10:20'),
        ...run('B', '10:31', '11:00'),
        heard('01:00', { startsAt: at('10:00') }, { instance: 'A' }),
        heard('02:00', { startsAt: at('10:31') }, { instance: 'B' }),
      ],
      { scheduled: { from: at('10:00'), to: null } },
    ],
    [
      'a length below 0 is none',
      [said('01:00', { startsAt: at('10:00'), durationMinutes: -30 })],
      { scheduled: { from: at('10:00'), to: null } },
    ],
    ['deleted', [said('01:00', { topic: 'A' }), fact({ slot: '' }, 'webinar.deleted', '02:00', {})], { deleted: true }],
    [
      'recovered',
      [fact({ slot: '' }, 'webinar.deleted', '02:00', {}), said('03:00', { deleted: false })],
      { deleted: false },
    ],
    [
      'recordings',
      [fact({ slot: '' }, 'webinar.recorded', '12:00', { mediaSeconds: 3000, offsetSeconds: 60 })],
      { recordings: [{ mediaSeconds: 3000, offsetSeconds: 60 }] },
    ],
    [
      'a room’s start is no schedule where one is known',
      [
        said('01:00', { startsAt: at('10:00') }),
        started('A', '09:50'),
        heard('02:00', { startsAt: at('09:50') }, { instance: 'A' }),
      ],
      { scheduled: { from: at('10:00'), to: null } },
    ],
    [
      'a room’s start and length are the schedule where none is known',
      [started('A', '09:50'), heard('02:00', { startsAt: at('10:00'), durationMinutes: 60 }, { instance: 'A' })],
      { scheduled: { from: at('10:00'), to: at('11:00') } },
    ],
  ])('%s', (_, facts, expected) => {
    expect(only(series(facts, [{ slot: '' }]))).toMatchObject(expected)
  })

  it('of a whole series holds for all its webinars, but for the start', () => {
    const all = heard('02:00', { topic: 'Press', hostId: 'h1', startsAt: at('10:00') }, {})
    const known = series([...demos, all], [{ slot: 'o4' }])
    expect(known.webinars.map(({ topic }) => topic)).toEqual(['Press', 'Press', 'Press', 'Press'])
    expect(known.webinars.map(({ startsAt }) => startsAt)).toEqual([at('10:00'), at('11:00'), at('12:00'), null])
  })

  it('of an id without any occurrence is said of a single webinar', () => {
    const known = series([heard('02:00', { topic: 'Press', startsAt: at('10:00') }, {})])
    expect(only(known)).toMatchObject({ id: 'zoom/87123456789', topic: 'Press', startsAt: at('10:00') })
  })

  it('counts once under one fact id, the later content', () => {
    const one = said('01:00', { topic: 'A' })
    const other = { ...said('02:00', { topic: 'B' }), id: one.id } as SeriesFact
    expect(only(series([other, one])).topic).toBe('B')
  })

  it('under the occurrence of a webinar is said of that webinar', () => {
    const facts = [slot('o1', '10:00'), ...run('A', '15:00', '16:00')]
    for (const { occurrence, id } of series(facts, [{ at: at('20:00') }]).webinars) {
      const named = fact({ slot: occurrence }, 'webinar.described', '23:00', { topic: 'Grapes' })
      const known = series([...facts, named], [{ at: at('20:00') }])
      expect(known.webinars.filter(({ topic }) => topic).map(({ id }) => id)).toEqual([id])
    }
  })
})
