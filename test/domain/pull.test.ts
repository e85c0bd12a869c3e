import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ending, nextPull, type Pulled } from '../../src/domain/pull.ts'
import { DAY, HOUR, MINUTE } from '../make.ts'

const end = Date.UTC(2026, 4, 12, 15)
const sure: Ending = { at: end, isSure: true }
const connected = { hasReplay: true, connectedAt: end - 30 * DAY }
const pulled = (beganAt: number, changes: Partial<Pulled> = {}): Pulled => ({
  ...{ extent: 'all', beganAt, isWhole: true, isTooOld: false },
  ...changes,
})

/** All that is fetched by itself, each as soon as it is due; `asleep`: nobody is there to fetch then. */
function course(ending: Ending, hasReplay: boolean, asleep: [number, number][] = []) {
  const done: (Pulled & { reason: string })[] = []
  for (let next = nextPull(ending, { ...connected, hasReplay }, done); next; ) {
    const { dueAt, extent, reason } = next
    const night = asleep.find(([from, to]) => dueAt >= from && dueAt < to)
    done.push({ ...pulled(night ? night[1] : dueAt), extent, reason })
    next = nextPull(ending, { ...connected, hasReplay }, done)
  }
  return done
}

describe('what is fetched of a webinar by itself', () => {
  it('is all of it a quarter of an hour, two hours and a day after the end, then its replay on seven days of a month', () => {
    expect(course(sure, true).map(({ reason, extent, beganAt }) => [reason, extent, beganAt - end])).toEqual([
      ['after_15_minutes', 'all', 15 * MINUTE],
      ['after_2_hours', 'all', 2 * HOUR],
      ['after_24_hours', 'all', DAY],
      ...[2, 3, 5, 7, 14, 21, 30].map((days) => [`after_${days}_days`, 'replay', days * DAY]),
    ])
  })

  it('ends after a day where there is no replay', () => {
    expect(
      course(sure, false)
        .map(({ reason }) => reason)
        .at(-1),
    ).toBe('after_24_hours')
  })

  it('is waited for an hour longer where the end is only the scheduled one', () => {
    const [first, second] = course({ at: end, isSure: false }, false)
    expect([first!.beganAt - end, second!.beganAt - end]).toEqual([HOUR, 2 * HOUR])
  })

  it('is made up for once, however many times were missed', () => {
    const [first, second] = course(sure, true, [[end, end + 5 * HOUR]])
    expect([first!.reason, first!.beganAt - end]).toEqual(['after_15_minutes', 5 * HOUR])
    expect([second!.reason, second!.beganAt - end]).toEqual(['after_24_hours', DAY])
    const month = course(sure, true, [[end + HOUR, end + 40 * DAY]])
    expect(month.map(({ reason }) => reason)).toEqual(['after_15_minutes', 'after_2_hours'])
  })

  it('counts what somebody asked for in between, but nothing from before the end', () => {
    expect(nextPull(sure, connected, [pulled(end + 3 * HOUR)])).toMatchObject({ reason: 'after_24_hours' })
    expect(nextPull(sure, connected, [pulled(end - MINUTE)])).toMatchObject({ reason: 'after_15_minutes' })
  })

  it('begins again when the room is opened again', () => {
    const later = { at: end + 4 * HOUR, isSure: true }
    expect(nextPull(later, connected, [pulled(end + 15 * MINUTE), pulled(end + 2 * HOUR)])).toEqual({
      reason: 'after_15_minutes',
      extent: 'all',
      dueAt: later.at + 15 * MINUTE,
    })
  })

  it('is all of it again on the days of the replay while something could not be had', () => {
    const broken = [pulled(end + DAY, { isWhole: false })]
    expect(nextPull(sure, { ...connected, hasReplay: false }, broken)).toMatchObject({
      reason: 'after_2_days',
      extent: 'all',
    })
    expect(nextPull(sure, { ...connected, hasReplay: false }, [...broken, pulled(end + 2 * DAY)])).toBeNull()
  })

  it('is nothing of what the platform no longer keeps, and nothing of what was over a day before it was connected', () => {
    expect(nextPull(sure, connected, [pulled(end + HOUR, { isTooOld: true })])).toBeNull()
    const late = { hasReplay: true, connectedAt: end + DAY + 1 }
    expect(nextPull(sure, late, [])).toBeNull()
    expect(nextPull(sure, { ...late, connectedAt: end + DAY }, [])).toMatchObject({ reason: 'after_15_minutes' })
    expect(nextPull(sure, late, [pulled(end + 10 * DAY)])).toMatchObject({ reason: 'after_14_days', extent: 'replay' })
  })

  it('is never more than ten times, never twice for one moment, and nothing is left out after it was missed', () => {
    const nights = fc.array(fc.tuple(fc.integer({ min: 0, max: 35 * 24 }), fc.integer({ min: 1, max: 200 })), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(nights, fc.boolean(), fc.boolean(), (hours, hasReplay, isSure) => {
        const asleep = hours.map(([from, length]): [number, number] => [
          end + from * HOUR,
          end + (from + length) * HOUR,
        ])
        const done = course({ at: end, isSure }, hasReplay, asleep)
        expect(done.length).toBeLessThanOrEqual(10)
        expect(new Set(done.map(({ reason }) => reason)).size).toBe(done.length)
        expect(done.some(({ extent, beganAt }) => extent === 'all' && beganAt >= end + DAY)).toBe(true)
        if (hasReplay) expect(done.at(-1)!.beganAt).toBeGreaterThanOrEqual(end + 30 * DAY)
      }),
    )
  })
})
