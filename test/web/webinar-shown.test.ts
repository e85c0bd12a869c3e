import { describe, expect, it } from 'vitest'
import { apart } from '../../web/screens/webinar/apart.ts'
import { lengthOf, positionAt } from '../../web/screens/webinar/position.ts'
import { indexAfter } from '../../web/screens/webinar/ranking/grid-keys.ts'
import { risenSince } from '../../web/screens/webinar/ranking/rise.ts'
import { toThisMoment } from '../../web/screens/webinar/ranking/to-this-moment.ts'
import { curveOf, minuteAt } from '../../web/screens/webinar/room/curve.ts'

const startsAt = '2026-04-01T11:00:00.000Z'
const start = Date.parse(startsAt)
const running = { state: 'live' as const, scheduledAt: null, startsAt, liveSeconds: 600, plannedSeconds: 3_600 }

describe('the minute of a running webinar', () => {
  it('goes on by the browser between two answers, whatever its clock says', () => {
    expect(positionAt(running, 5_000_000, 5_090_000)).toBe(690)
  })

  it('stands still before the planned start, while the room is open', () => {
    expect(positionAt({ ...running, liveSeconds: 0 }, start - 60_000, start - 30_000)).toBe(0)
    const opened = { ...running, liveSeconds: 0, scheduledAt: startsAt, startsAt: '2026-04-01T10:50:00.000Z' }
    expect(positionAt(opened, start - 60_000, start - 30_000)).toBe(0)
  })

  it('goes no further than the planned end', () => {
    expect(positionAt({ ...running, liveSeconds: 3_590 }, start, start + 60_000)).toBe(3_600)
    expect(positionAt({ ...running, liveSeconds: 4_000 }, start, start + 60_000)).toBe(4_000)
  })

  it('is unknown for one that is over or to come', () => {
    expect(positionAt({ ...running, state: 'ended' }, start, start)).toBeNull()
    expect(positionAt({ ...running, state: 'scheduled' }, start, start)).toBeNull()
  })

  it('never leaves the timeline, also where nobody said how long it would be', () => {
    expect(lengthOf(running, 690)).toBe(3_600)
    expect(lengthOf({ ...running, plannedSeconds: null }, 690)).toBe(690)
    expect(lengthOf({ ...running, state: 'ended', liveSeconds: 2_400 }, null)).toBe(2_400)
    expect(lengthOf({ ...running, plannedSeconds: null }, null)).toBe(3_600)
  })
})

describe('a presence strip', () => {
  const live: [number, number][] = [
    [0, 60],
    [120, 200],
  ]
  const presence = { live, replay: [] }

  it('reaches up to now for who is still in the room', () => {
    expect(toThisMoment(presence, 230).live).toEqual([
      [0, 60],
      [120, 230],
    ])
  })

  it('stays as it is for who has left, and never shrinks', () => {
    expect(toThisMoment(presence, null)).toBe(presence)
    expect(toThisMoment(presence, 190)).toBe(presence)
  })
})

describe('the keys in a ranking', () => {
  it('move by a row, by a screen, to the first and to the last', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']
    expect(keys.map((key) => indexAfter(key, 50, 100_000, 14))).toEqual([51, 49, 64, 36, 0, 99_999])
  })

  it('stop at both ends', () => {
    expect([indexAfter('ArrowUp', 0, 3, 14), indexAfter('PageDown', 1, 3, 14)]).toEqual([0, 2])
  })

  it('leave other keys to the browser', () => {
    expect([indexAfter('Tab', 1, 3, 14), indexAfter('a', 1, 3, 14)]).toEqual([null, null])
  })
})

describe('who rises in a ranking', () => {
  it('is who has more than before; a new face has not risen', () => {
    const before = new Map([
      ['noa', 40],
      ['dan', 12],
      ['sara', 9],
    ])
    const now = new Map([
      ['noa', 55],
      ['dan', 12],
      ['sara', 4],
      ['new', 90],
    ])
    expect([...risenSince(before, now)]).toEqual(['noa'])
  })
})

describe('why somebody has a score', () => {
  const line = (points: number, webinarId: string | null) => ({
    ...{ rule: 'any', points, webinarId, at: startsAt, reason: '', message: 'any', params: {}, facts: [] },
  })
  const ledger = [line(5, 'w_other'), line(12, 'w_this'), line(-2.5, null), line(50, 'w_this')]

  it('is told of this webinar first and then of elsewhere, the newest first', () => {
    const { here, elsewhere } = apart(ledger, 'w_this')
    expect(here.lines.map(({ points }) => points)).toEqual([50, 12])
    expect(elsewhere.lines.map(({ points }) => points)).toEqual([-2.5, 5])
  })

  it('comes to the score in two sums', () => {
    const { here, elsewhere } = apart(ledger, 'w_this')
    expect([here.sum, elsewhere.sum, here.sum + elsewhere.sum]).toEqual([62, 2.5, 64.5])
  })
})

describe('the curve of an audience', () => {
  const audience = {
    minutes: [
      { minute: 0, people: 4 },
      { minute: 1, people: 9 },
      { minute: 2, people: 7 },
    ],
    peak: { people: 11, at: 90 },
    markers: [
      { kind: 'started' as const, at: 0, time: startsAt },
      { kind: 'peak' as const, at: 90, time: null },
      { kind: 'ended' as const, at: 180, time: null },
    ],
    asOf: startsAt,
  }

  it('counts minutes as the head of the screen does, from 1 on', () => {
    expect([minuteAt(0), minuteAt(59.9), minuteAt(60), minuteAt(1_439)]).toEqual([1, 1, 2, 24])
  })

  it('holds its last height up to the end', () => {
    expect(curveOf(audience, 180, null).points.at(-1)).toEqual({ x: 3, y: 7 })
  })

  it('ends now while the webinar runs, on the timeline that is planned', () => {
    const curve = curveOf(audience, 3_600, 150)
    expect([curve.points.at(-1), curve.minutes]).toEqual([{ x: 2.5, y: 7 }, 60])
    expect(curve.marks.map(({ kind, x }) => [kind, x])).toContainEqual(['now', 2.5])
  })

  it('reaches its peak, also between two minutes', () => {
    expect(curveOf(audience, 180, null).points).toContainEqual({ x: 1.5, y: 11 })
  })

  it('marks no start and end that are those of the timeline', () => {
    expect(curveOf(audience, 180, null).marks.map(({ kind }) => kind)).toEqual(['peak'])
    const paused = { ...audience, markers: [...audience.markers, { kind: 'started' as const, at: 60, time: null }] }
    expect(curveOf(paused, 180, null).marks.map(({ kind }) => kind)).toEqual(['peak', 'started'])
  })

  it('has no peak while nobody has come', () => {
    const empty = { ...audience, minutes: [], peak: { people: 0, at: 0 }, markers: [] }
    expect(curveOf(empty, 3_600, null)).toEqual({ points: [], marks: [], minutes: 60, peak: null })
  })
})
