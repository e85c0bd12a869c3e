import { describe, expect, it, test } from 'vitest'
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

  it('takes a room in the time that a patch without a name for the occurrence has made longer', () => {
    const longer = fact({}, 'webinar.scheduled', '01:00', { durationMinutes: 180 })
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
