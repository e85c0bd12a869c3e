import { describe, expect, it, test } from 'vitest'
import { at, clocks, ended, fact, ids, only, placed, series, slot, started } from './series-facts.ts'

const run = (instance: string, from: string, to: string) => [started(instance, from), ended(instance, to)]

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
