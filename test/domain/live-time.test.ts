import { describe, expect, it, test } from 'vitest'
import type { SeriesFact } from '../../src/domain/series.ts'
import { at, ended, fact, only, practised, report, series, slot, started, timesOf } from './series-facts.ts'

const planned = slot('', '10:00')
const unplanned: SeriesFact[] = []

test.each<[string, SeriesFact[], string, string, string]>([
  ['on time', [planned, started('A', '10:00'), ended('A', '11:00')], '10:00-11:00', '10:00-11:00', '11:00'],
  [
    'opened ten minutes early and left open late',
    [planned, started('A', '09:50'), ended('A', '11:25')],
    '09:50-11:25',
    '10:00-11:00',
    '11:25',
  ],
  [
    'began late and ended early',
    [planned, started('A', '10:04'), ended('A', '10:52')],
    '10:04-10:52',
    '10:04-10:52',
    '10:52',
  ],
  [
    'ran only before its schedule',
    [planned, started('A', '09:10'), ended('A', '09:50')],
    '09:10-09:50',
    '09:10-09:50',
    '09:50',
  ],
  [
    'scheduled without a length',
    [slot('', '10:00', 0), started('A', '09:50'), ended('A', '11:25')],
    '09:50-11:25',
    '10:00-11:25',
    '11:25',
  ],
  ['not scheduled', [started('A', '09:50'), ended('A', '11:25')], '09:50-11:25', '09:50-11:25', '11:25'],
  [
    'ended and started again',
    [planned, started('A', '10:00'), ended('A', '10:20'), started('B', '10:25'), ended('B', '11:00')],
    '10:00-10:20 10:25-11:00',
    '10:00-10:20 10:25-11:00',
    '11:00',
  ],
  [
    'ended and started again in one room',
    [planned, started('A', '10:00'), ended('A', '10:20'), started('A', '10:25'), ended('A', '11:00')],
    '10:00-10:20 10:25-11:00',
    '10:00-10:20 10:25-11:00',
    '11:00',
  ],
])('%s: live is the running time cut to the schedule', (_, facts, running, live, end) => {
  expect(timesOf(only(series(facts)))).toEqual({ running, live, end })
})

describe('without an end', () => {
  test.each<[string, SeriesFact[], string, string]>([
    [
      'a run ends with the schedule, provisionally',
      [planned, started('A', '09:50')],
      '09:50-11:00',
      '11:00 provisional',
    ],
    ['a run that starts after the schedule has no known end', [planned, started('A', '11:30')], '11:30-?', '?'],
    ['an unscheduled run has no known end', [started('A', '09:50')], '09:50-?', '?'],
    [
      'a run ends at the latest when the next one starts',
      [planned, started('A', '10:00'), started('B', '10:25'), ended('B', '10:55')],
      '10:00-10:55',
      '10:55',
    ],
    [
      'the last run is the open one',
      [planned, started('A', '10:00'), ended('A', '10:20'), started('B', '10:25')],
      '10:00-10:20 10:25-11:00',
      '11:00 provisional',
    ],
    [
      'the report of the webinar knows it',
      [planned, started('A', '10:00:20'), ...report('10:00', '11:20')],
      '10:00:20-11:20',
      '11:20',
    ],
    [
      'of a second run the report knows it too',
      [started('A', '10:00'), ended('A', '10:20'), started('B', '10:25'), ...report('10:00', '11:20')],
      '10:00-10:20 10:25-11:20',
      '11:20',
    ],
    [
      'the report does not know it of a run that a later one cut short',
      [started('A', '10:00'), started('B', '10:25'), ended('B', '10:50'), ...report('10:00', '11:20')],
      '10:00-10:50',
      '10:50',
    ],
    ['another room that lost its start knows it', [started('A', '10:00'), ended('B', '10:50')], '10:00-10:50', '10:50'],
    [
      'a second start of a run that did end is no run',
      [planned, started('A', '10:00'), ended('A', '10:50'), started('B', '10:00:05')],
      '10:00-10:50',
      '10:50',
    ],
  ])('%s', (_, facts, running, end) => {
    const names = facts.some(({ name }) => name.slot === '') ? [] : [{ slot: '' }]
    expect(timesOf(only(series(facts, names)))).toMatchObject({ running, end })
  })
})

describe('without a start', () => {
  const said = (clock: string, heard = '00:00') =>
    fact({ instance: 'A' }, 'webinar.mentioned', heard, { startsAt: at(clock) })

  test.each<[string, SeriesFact[], string]>([
    ['a run began when the room is said to have started', [planned, said('10:03'), ended('A', '11:20')], '10:03-11:20'],
    [
      'of two such starts the earlier one',
      [planned, said('10:03'), said('10:30', '01:00'), ended('A', '11:20')],
      '10:03-11:20',
    ],
    [
      'a run began with the room whose end got lost',
      [slot('', '09:45'), started('A', '10:00'), ended('B', '10:50')],
      '10:00-10:50',
    ],
    [
      'an end of no use leaves the word to the report',
      [ended('A', '09:20'), ...report('10:00', '11:20')],
      '10:00-11:20',
    ],
    ['else with the schedule', [planned, ended('A', '11:20')], '10:00-11:20'],
    [
      'the report knows it better',
      [planned, said('10:00'), ended('A', '11:20'), ...report('10:03', '11:25')],
      '10:03-11:20',
    ],
    ['an end before any start is no run', [planned, ended('A', '09:20')], '10:00-11:00'],
    ['an end of which nothing else is known is no run', [ended('A', '11:20')], ''],
  ])('%s', (_, facts, running) => {
    expect(timesOf(only(series(facts))).running).toBe(running)
  })
})

describe('without any run', () => {
  test.each<[string, SeriesFact[], string, string]>([
    ['the schedule stands in for it, provisionally', [planned], '10:00-11:00', '11:00 provisional'],
    ['a schedule without a length has no known end', [slot('', '10:00', 0)], '10:00-?', '?'],
    [
      'a room opened and closed in one moment did not run',
      [planned, started('A', '09:50'), ended('A', '09:50')],
      '10:00-11:00',
      '11:00 provisional',
    ],
    ['nothing known is no running time', unplanned, '', '?'],
    [
      'people in a room that is said to have started are in an open one',
      [fact({ instance: 'A' }, 'webinar.mentioned', '00:00', { startsAt: at('10:03') })],
      '10:03-?',
      '?',
    ],
  ])('%s', (_, facts, running, end) => {
    expect(timesOf(only(series(facts)))).toEqual({ running, live: running, end })
  })
})

describe('a report', () => {
  const webhooks = [started('A', '10:00:42'), ended('A', '11:02:13')]

  it('tells the running time where no webhook did', () => {
    expect(timesOf(only(series(report('10:00', '11:03'))))).toMatchObject({ running: '10:00-11:03', end: '11:03' })
  })

  it('changes neither the id nor the running time where webhooks did', () => {
    const before = only(series(webhooks))
    const after = only(series([...report('10:00', '11:03'), ...webhooks]))
    expect(timesOf(after)).toEqual(timesOf(before))
    expect(after.id).toBe(before.id)
    expect(only(series(report('10:00', '11:03'))).id).toBe(before.id)
    expect(after.instances).toEqual([`report/${at('10:00')}`, 'A'])
  })

  it('and in a slot the same', () => {
    const [before, after, without] = [
      webhooks,
      [...webhooks, ...report('10:00', '11:03')],
      report('10:00', '11:03'),
    ].map((facts) => only(series([planned, ...facts])))
    expect(timesOf(after!)).toEqual(timesOf(before!))
    expect(new Set([before!.id, after!.id, without!.id]).size).toBe(1)
  })

  it('of a room that is known by its name alone begins where the name says', () => {
    const times = timesOf(only(series([], [{ instance: `report/${at('10:00')}` }])))
    expect(times).toEqual({ running: '10:00-?', live: '10:00-?', end: '?' })
  })
})

describe('practice', () => {
  const show = [started('A', '10:00'), ended('A', '11:00')]

  it('under the same uuid is no running time', () => {
    const facts = [planned, started('A', '09:20'), practised('A', '09:40'), ...show]
    expect(timesOf(only(series(facts)))).toEqual({ running: '10:00-11:00', live: '10:00-11:00', end: '11:00' })
  })

  it('that ends in the moment in which the webinar starts is no running time', () => {
    const facts = [planned, started('A', '09:20'), practised('A', '10:00'), ...show]
    expect(timesOf(only(series(facts))).running).toBe('10:00-11:00')
  })

  it('under another uuid is no running time', () => {
    const facts = [planned, started('P', '09:20'), practised('P', '09:40'), ...show]
    expect(timesOf(only(series(facts))).running).toBe('10:00-11:00')
    expect(only(series(facts)).instances).toEqual(['P', 'A'])
  })

  it('that two senders tell of, one without saying that it was practice, is no running time', () => {
    const facts = [planned, started('A', '09:20'), ended('A', '09:40'), practised('A', '09:40'), ...show]
    expect(timesOf(only(series(facts))).running).toBe('10:00-11:00')
  })

  it('alone leaves the schedule', () => {
    expect(timesOf(only(series([planned, started('P', '09:20'), practised('P', '09:40')])))).toMatchObject({
      running: '10:00-11:00',
      end: '11:00 provisional',
    })
  })

  it('does not hide what the report says of the webinar', () => {
    const facts = [started('P', '09:20'), practised('P', '09:40'), ...report('10:00', '11:03')]
    expect(timesOf(only(series(facts))).running).toBe('10:00-11:03')
  })

  it('after which the start of the webinar got lost ends before the run', () => {
    const said = fact({ instance: 'A' }, 'webinar.mentioned', '00:00', { startsAt: at('09:20') })
    const facts = [planned, said, started('A', '09:20'), practised('A', '09:40'), ended('A', '11:00')]
    expect(timesOf(only(series(facts))).running).toBe('09:40-11:00')
  })

  it('that nothing else is known of is no webinar time', () => {
    const said = fact({ instance: 'P' }, 'webinar.mentioned', '00:00', { startsAt: at('09:20'), durationMinutes: 60 })
    const webinar = only(series([said, started('P', '09:20'), practised('P', '09:40')]))
    expect(webinar).toMatchObject({ running: [], live: [], startsAt: null, endsAt: null, scheduled: null })
  })
})

describe('a producer', () => {
  const live = { from: at('10:15'), to: at('10:45') }
  const set = fact({ slot: '' }, 'webinar.described', '12:00', { live })

  test.each<[string, SeriesFact[], string, string]>([
    ['sets the live time', [planned, started('A', '09:50'), ended('A', '11:25')], '09:50-11:25', '11:25'],
    ['closes a run whose end nobody knows', [planned, started('A', '09:50')], '09:50-10:45', '10:45'],
    ['stands in for a run that nobody saw', [planned], '10:15-10:45', '10:45'],
  ])('%s', (_, facts, running, end) => {
    expect(timesOf(only(series([...facts, set])))).toEqual({ running, live: '10:15-10:45', end })
  })

  it('sets it beyond the running time too', () => {
    const facts = [planned, started('A', '10:00'), ended('A', '10:30'), set]
    expect(timesOf(only(series(facts)))).toEqual({ running: '10:00-10:30', live: '10:15-10:45', end: '10:30' })
  })

  it('cannot set a live time that ends before it begins', () => {
    const wrong = fact({ slot: '' }, 'webinar.described', '12:00', { live: { from: live.to, to: live.from } })
    expect(timesOf(only(series([planned, wrong]))).live).toBe('10:00-11:00')
  })
})
