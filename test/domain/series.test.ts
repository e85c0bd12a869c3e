import { describe, expect, it, test } from 'vitest'
import type { SeriesFact } from '../../src/domain/series.ts'
import { seriesOf } from '../../src/domain/series.ts'
import {
  at,
  clocks,
  ended,
  fact,
  ids,
  only,
  placed,
  practised,
  report,
  series,
  slot,
  started,
  timesOf,
} from './series-facts.ts'

const run = (instance: string, from: string, to: string) => [started(instance, from), ended(instance, to)]
const demos = [slot('o1', '10:00'), slot('o2', '11:00'), slot('o3', '12:00')]

describe('one webinar under many names', () => {
  it('is the registrations under the numeric id and the presence under the uuid that ran', () => {
    const known = series(run('A', '10:00', '11:00'), [{ slot: '' }, { instance: 'A' }])
    expect(ids(known)).toEqual(['#'])
    expect(placed(known, { slot: '' })).toBe('#')
    expect(placed(known, { instance: 'A' })).toBe('#')
    expect(only(known)).toMatchObject({ occurrence: '', instances: ['A'], startsAt: at('10:00'), endsAt: at('11:00') })
  })

  it('is a room ended and started again under two uuids', () => {
    const known = series([slot('', '10:00'), ...run('A', '10:00', '10:20'), ...run('B', '10:31', '11:00')])
    expect(only(known).instances).toEqual(['A', 'B'])
    expect(clocks(only(known).running)).toBe('10:00-10:20 10:31-11:00')
  })

  it('stays the same when it is rescheduled by a patch', () => {
    const move = fact({ slot: '' }, 'webinar.scheduled', '01:00', { startsAt: at('+1 15:00') })
    const known = only(series([slot('', '10:00'), move]))
    expect(known.id).toBe(only(series([slot('', '10:00')])).id)
    expect(known.scheduled).toEqual({ from: at('+1 15:00'), to: at('+1 16:00') })
  })

  it('has the same id by its report and by its webhooks, however they are spread over the minute', () => {
    const webhooks = run('A', '10:00:59', '11:00')
    const both = [report('10:00', '11:01'), webhooks, [...webhooks, ...report('10:00', '11:01')]]
    expect(new Set(both.map((facts) => only(series(facts)).id)).size).toBe(1)
  })

  it('cannot be reached by a slash in the id of another series', () => {
    const idOf = (text: string) => text
    const one = seriesOf('x', 'a/b', [], [{ platform: 'x', platformId: 'a/b', slot: '' }], idOf)
    const other = seriesOf('x', 'a', [], [{ platform: 'x', platformId: 'a', slot: 'b' }], idOf)
    expect(one.webinars[0]!.id).not.toBe(other.webinars[0]!.id)
  })
})

describe('a recurring webinar', () => {
  const weeks = [slot('o1', '10:00'), slot('o2', '+7 10:00'), slot('o3', '+14 10:00')]

  it('has one webinar for each occurrence, and each room belongs to its own', () => {
    const known = series(
      [...weeks, ...run('A', '09:50', '11:00'), ...run('C', '+14 10:10', '+14 11:00')],
      [{ slot: 'o2' }],
    )
    expect(ids(known)).toEqual(['#/o1', '#/o2', '#/o3'])
    expect(known.webinars.map(({ instances }) => instances)).toEqual([['A'], [], ['C']])
    expect(['o1', 'o2', 'o3'].map((slot) => placed(known, { slot }))).toEqual(['#/o1', '#/o2', '#/o3'])
  })

  it('keeps hourly demos apart, each with the rooms that began nearest to it', () => {
    const rooms = [...run('A', '09:55', '10:50'), ...run('B', '10:55', '11:55'), ...run('C', '12:20', '12:50')]
    const known = series([...demos, ...rooms])
    expect(known.webinars.map(({ instances }) => instances.join())).toEqual(['A', 'B', 'C'])
  })

  it('gives a room halfway between two demos to the earlier one', () => {
    expect(placed(series([...demos, started('A', '10:30')]), { instance: 'A' })).toBe('#/o1')
  })

  test.each([
    ['09:00', '#/o1'],
    ['08:59:59', '#/run/1772441940000'],
    ['12:00', '#/o1'],
    ['12:00:01', '#/run/1772452800000'],
  ])('takes rooms from an hour before its start to an hour after its end: %s', (clock, id) => {
    expect(placed(series([slot('o1', '10:00'), started('A', clock)]), { instance: 'A' })).toBe(id)
  })

  test.each([
    ['11:00', '#/o1'],
    ['11:00:01', '#/run/1772449200000'],
  ])('takes rooms for an hour after its start where its length is unknown: %s', (clock, id) => {
    expect(placed(series([slot('o1', '10:00', 0), started('A', clock)]), { instance: 'A' })).toBe(id)
  })

  it('takes a room that was opened hours before and ran through its start', () => {
    expect(placed(series([...weeks, ...run('A', '07:00', '11:00')]), { instance: 'A' })).toBe('#/o1')
  })

  it('takes a room in the time that a start named beside it has made longer', () => {
    const longer = fact({ at: at('10:05') }, 'webinar.scheduled', '01:00', { durationMinutes: 180 })
    expect(placed(series([slot('o1', '10:00'), longer, started('A', '13:30')]), { instance: 'A' })).toBe('#/o1')
  })

  it('lists occurrences of one start by id', () => {
    const facts = [slot('o1', '10:00'), slot('o2', '10:00')]
    const idOf = (text: string) => (text.endsWith('o1') ? 'later' : 'earlier')
    expect(seriesOf('zoom', '87123456789', facts, [], idOf).webinars.map(({ id }) => id)).toEqual(['earlier', 'later'])
  })

  it('gives a room to an occurrence that was not deleted before one that was', () => {
    const gone = fact({ slot: 'o1' }, 'webinar.deleted', '08:00', {})
    const known = series([slot('o1', '10:00'), slot('o2', '10:45'), gone, started('A', '10:05')])
    expect(placed(known, { instance: 'A' })).toBe('#/o2')
  })
})

describe('rooms that no schedule claims', () => {
  it('are one webinar with pauses of up to an hour', () => {
    const known = series([
      ...run('A', '10:00', '10:30'),
      ...run('B', '11:30', '12:00'),
      ...run('C', '13:00:01', '14:00'),
    ])
    expect(known.webinars.map(({ instances }) => instances)).toEqual([['A', 'B'], ['C']])
    expect(known.webinars.map(({ occurrence }) => occurrence)).toEqual(['A', 'C'])
  })

  it('count their pause from the latest end so far', () => {
    const known = series([...run('A', '10:00', '12:00'), ...run('B', '10:10', '10:20'), ...run('C', '12:50', '13:00')])
    expect(only(known).instances).toEqual(['A', 'B', 'C'])
  })

  it('begin, with their start lost, when other deliveries say so', () => {
    const said = fact({ instance: 'A' }, 'webinar.mentioned', '00:00', { startsAt: at('10:04') })
    expect(placed(series([...demos, said, ended('A', '12:50')]), { instance: 'A' })).toBe('#/o1')
  })

  it('belong, with no time known, to the only slot', () => {
    const known = series([slot('o1', '10:00')], [{ instance: 'A' }])
    expect(placed(known, { instance: 'A' })).toBe('#/o1')
  })

  it('with no time known and several slots are a webinar without a start, listed last', () => {
    const known = series(demos, [{ instance: 'A' }, { instance: 'B' }])
    expect(ids(known)).toEqual(['#/o1', '#/o2', '#/o3', '#/room/A', '#/room/B'])
    expect(known.webinars.at(-1)).toMatchObject({ startsAt: null, endsAt: null, running: [], live: [] })
  })

  it('are taken by a single webinar of unknown start, the first ones only', () => {
    const known = series([...run('B', '+7 10:00', '+7 11:00'), ...run('A', '10:00', '11:00')], [{ slot: '' }])
    expect(ids(known)).toEqual(['#', `#/run/${at('+7 10:00')}`])
    expect(placed(known, { instance: 'A' })).toBe('#')
  })

  it('but by no single webinar that is to start another day', () => {
    const known = series([slot('', '+7 10:00'), ...run('A', '10:00', '11:00')])
    expect(ids(known)).toEqual([`#/run/${at('10:00')}`, '#'])
  })

  it('stand for starts that name no room, also where one begins as the other ends', () => {
    const clocksOf = (type: 'webinar.started' | 'webinar.ended', ...clocks: string[]) =>
      clocks.map((clock) => fact({}, type, clock, {}))
    const known = series([
      ...clocksOf('webinar.started', '10:00', '11:00'),
      ...clocksOf('webinar.ended', '11:00', '11:40'),
    ])
    expect(only(known)).toMatchObject({
      endsAt: at('11:40'),
      instances: [`start/${at('10:00')}`, `start/${at('11:00')}`],
    })
  })

  it('stand for starts that name no room, each with the next end', () => {
    const bare = [
      fact({}, 'webinar.started', '10:00', {}),
      fact({}, 'webinar.ended', '10:50', {}),
      fact({}, 'webinar.started', '+7 10:00', {}),
      fact({}, 'webinar.ended', '+7 11:00', {}),
    ]
    const known = series(bare)
    expect(known.webinars.map(({ running }) => clocks(running))).toEqual(['10:00-10:50', '10:00-11:00'])
    expect(placed(known, {}, '10:30')).toBe(`#/run/${at('10:00')}`)
  })
})

describe('a practice under its own uuid', () => {
  const practice = (clock: string, end: string) => [started('P', clock), practised('P', end)]

  it('belongs to the nearest webinar, even from the day before', () => {
    const known = series([slot('o1', '10:00'), slot('o2', '+7 10:00'), ...practice('-1 16:00', '-1 16:30')])
    expect(placed(known, { instance: 'P' })).toBe('#/o1')
    expect(timesOf(known.webinars[0]!).running).toBe('10:00-11:00')
  })

  it('belongs to the webinar at whose start it is said to be', () => {
    const said = fact({ instance: 'P' }, 'webinar.mentioned', '00:00', { startsAt: at('+7 10:00') })
    const known = series([slot('o1', '10:00'), slot('o2', '+7 10:00'), said, ...practice('-1 16:00', '-1 16:30')])
    expect(placed(known, { instance: 'P' })).toBe('#/o2')
  })

  it('belongs to a single webinar that took its start from elsewhere', () => {
    const stated = fact({ at: at('10:00') }, 'webinar.scheduled', '00:00', { startsAt: at('10:00') })
    const facts = [stated, ...run('A', '+7 10:00', '+7 11:00'), ...practice('-1 16:00', '-1 16:30')]
    expect(placed(series(facts, [{ slot: '' }]), { instance: 'P' })).toBe('#')
  })

  it('changes no id of rooms without a schedule', () => {
    const show = run('A', '10:00', '11:00')
    expect(only(series([...show, ...practice('09:20', '09:40')])).id).toBe(only(series(show)).id)
  })

  it('and under the same uuid does not move the room to another slot', () => {
    const early = [started('A', '08:00'), practised('A', '08:20'), ...run('A', '11:00', '12:00')]
    expect(placed(series([...demos, ...early]), { instance: 'A' })).toBe('#/o2')
  })
})

describe('an occurrence known by its start', () => {
  const stated = (clock: string) =>
    fact({ at: at(clock) }, 'webinar.scheduled', '00:00', { startsAt: at(clock), durationMinutes: 30 })

  it('that was scheduled is its own webinar, also an hour from the next', () => {
    const known = series([stated('10:00'), stated('11:00')])
    expect(ids(known)).toEqual([`#/at/${at('10:00')}`, `#/at/${at('11:00')}`])
  })

  test.each([
    ['11:00', '#'],
    ['09:00', '#'],
    ['11:00:01', `#/at/${at('11:00:01')}`],
  ])('folds into a slot within an hour, scheduled or not: %s', (clock, id) => {
    expect(placed(series([slot('', '10:00'), stated(clock)]), { at: at(clock) })).toBe(id)
    expect(placed(series([slot('', '10:00')], [{ at: at(clock) }]), { at: at(clock) })).toBe(id)
  })

  it('says as much of the slot as the slot itself, the latest counting', () => {
    const later = fact({ at: at('10:05') }, 'webinar.scheduled', '01:00', { durationMinutes: 90, topic: 'Grapes' })
    const webinar = only(series([slot('', '10:00'), later]))
    expect(webinar).toMatchObject({ topic: 'Grapes', scheduled: { from: at('10:00'), to: at('11:30') } })
  })

  it('folds into the nearest of slots and rooms', () => {
    const known = series(
      [slot('o1', '10:00'), ...run('A', '12:30', '13:00')],
      [{ at: at('12:00') }, { at: at('10:50') }],
    )
    expect(placed(known, { at: at('12:00') })).toBe(`#/run/${at('12:30')}`)
    expect(placed(known, { at: at('10:50') })).toBe('#/o1')
  })

  it('that nothing else tells of opens a webinar which starts then', () => {
    const known = series([], [{ at: at('10:00') }, { at: at('11:00') }])
    expect(ids(known)).toEqual([`#/at/${at('10:00')}`, `#/at/${at('11:00')}`])
    expect(known.webinars[0]).toMatchObject({ startsAt: at('10:00'), endsAt: null })
  })

  it('keeps its id when it is scheduled later', () => {
    expect(only(series([stated('10:00')])).id).toBe(only(series([], [{ at: at('10:00') }])).id)
  })

  it('takes the starts, ends and rooms of its hour', () => {
    const about = { at: at('10:00') }
    const own = [fact(about, 'webinar.started', '10:02', {}), fact(about, 'webinar.ended', '10:40', {})]
    expect(clocks(only(series(own)).running)).toBe('10:02-10:40')
    expect(only(series([stated('10:00'), ...run('A', '10:02', '10:40')])).instances).toEqual(['A'])
  })

  it('is the single webinar if that has no start', () => {
    const known = series([stated('10:00')], [{ slot: '' }])
    expect(only(known)).toMatchObject({ id: 'zoom/87123456789', startsAt: at('10:00'), endsAt: at('10:30') })
    expect(only(series([], [{ slot: '' }, { at: at('10:00') }])).startsAt).toBe(at('10:00'))
  })
})

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

describe('a name that tells no occurrence', () => {
  test.each([
    ['before the first', '08:00', '#/o1'],
    ['until the end of the first', '11:00', '#/o1'],
    ['after it', '11:00:01', '#/o3'],
    ['after the last', '+1 08:00', '#/o3'],
  ])('means the next one that was not deleted: %s', (_, clock, id) => {
    const gone = fact({ slot: 'o2' }, 'webinar.deleted', '08:00', {})
    const known = series([slot('o1', '10:00'), slot('o2', '14:00'), slot('o3', '18:00'), gone], [{}])
    expect(placed(known, {}, clock)).toBe(id)
    expect(placed(known, { slot: 'o2' }, clock)).toBe('#/o2')
  })

  it('means one of unknown start after the others', () => {
    const known = series([slot('o1', '10:00')], [{ slot: 'o2' }, { slot: 'o3' }])
    expect([placed(known, {}, '10:30'), placed(known, {}, '11:30')]).toEqual(['#/o1', '#/o2'])
  })

  it('means a webinar of unknown end only until its start', () => {
    const known = series([slot('o1', '10:00', 0), slot('o2', '+7 10:00')])
    expect([placed(known, {}, '10:00'), placed(known, {}, '10:01')]).toEqual(['#/o1', '#/o2'])
  })

  it('means a deleted one where there is no other', () => {
    const known = series([slot('o1', '10:00'), fact({ slot: 'o1' }, 'webinar.deleted', '08:00', {})])
    expect(placed(known, {})).toBe('#/o1')
    const other = series([
      slot('o0', '08:00'),
      slot('o1', '10:00'),
      fact({ slot: 'o1' }, 'webinar.deleted', '08:00', {}),
    ])
    expect(placed(other, {}, '15:00')).toBe('#/o0')
  })

  it('means a webinar of which nothing is known where nothing is', () => {
    const known = series([], [{}])
    expect(placed(known, {})).toBe('#')
    expect(placed(series([]), { slot: 'o9' })).toBe('#')
    expect(only(known)).toMatchObject({ occurrence: '', startsAt: null, endsAt: null, running: [], provisional: false })
  })

  it('keeps its webinar when the id turns out to be a single webinar', () => {
    expect(placed(series([], [{}, { slot: '' }]), {})).toBe(placed(series([], [{}]), {}))
  })
})
