import { expect, test } from 'vitest'
import { at, cardOf, joined, left, linesOf, makeFact, makeWebinar, pointsOf, registered, watched } from '../../make.ts'

const signedUp = { registered: 0, real_details: 0 }
const live = (to: string) => [joined('10:00'), left(to)]
const afterReplay = { asOf: '2026-03-15' }
const points = (...facts: Parameters<typeof cardOf>[0]) => pointsOf(cardOf(facts, afterReplay))
const replay = (...intervals: [number, number][]) => watched('2026-03-12 09:00', { intervals })

test('a no-show who later watches the whole replay is paid the whole, at that moment, and stays a no-show', () => {
  const facts = [registered(), replay([0, 3600])]
  const before = cardOf(facts, { asOf: at('2026-03-12 09:00') - 1 })
  expect(pointsOf(before)).toEqual(signedUp)
  expect(before.standings[0]).toMatchObject({ noShow: true, attended: false, replayed: false, replaySeconds: 0 })
  const after = cardOf(facts, afterReplay)
  expect(pointsOf(after)).toEqual({ ...signedUp, attended_full: 20 })
  expect(linesOf(after, 'attended_full')).toEqual(['+20 w1 2026-03-12 09:00:00'])
  expect(after.standings[0]).toMatchObject({
    noShow: true,
    attended: false,
    replayed: true,
    replaySeconds: 3600,
    share: 1,
  })
})

test('a replay alone is brief, part or whole by the same bounds', () => {
  expect(points(replay([0, 599]))).toEqual({ attended_brief: 6 })
  expect(points(replay([0, 600]))).toEqual({ attended_part: 12 })
  expect(points(replay([0, 3239]))).toEqual({ attended_part: 12 })
  expect(points(replay([0, 3240]))).toEqual({ attended_full: 20 })
})

test('live 60 % and the missing 40 % on replay are the whole, when the replay completes it', () => {
  const facts = [...live('10:36'), replay([2160, 3600])]
  expect(linesOf(cardOf(facts), 'attended_part')).toEqual(['+12 w1 2026-03-10 10:10:00'])
  const after = cardOf(facts, afterReplay)
  expect(pointsOf(after)).toEqual({ attended_full: 20 })
  expect(linesOf(after, 'attended_full')).toEqual(['+20 w1 2026-03-12 09:00:00'])
  expect(after.standings[0]).toMatchObject({ liveSeconds: 2160, replaySeconds: 1440, share: 1 })
})

test('what was seen live and again on replay counts once', () => {
  expect(points(...live('10:36'), replay([0, 2160]))).toEqual({ attended_part: 12 })
  expect(points(...live('10:30'), replay([900, 3239]))).toEqual({ attended_part: 12 })
  expect(points(...live('10:30'), replay([900, 3240]))).toEqual({ attended_full: 20 })
  expect(points(...live('10:05'), replay([0, 300]))).toEqual({ attended_brief: 6 })
  expect(points(...live('10:05'), replay([300, 600]))).toEqual({ attended_part: 12 })
})

test('positions of several viewings count once, at any playback speed', () => {
  expect(points(replay([0, 300]), replay([0, 300]))).toEqual({ attended_brief: 6 })
  expect(points(replay([0, 300], [200, 599]))).toEqual({ attended_brief: 6 })
  expect(points(replay([0, 300]), replay([300, 600]))).toEqual({ attended_part: 12 })
  const twiceAsFast = watched('2026-03-12 09:00', { intervals: [[0, 3240]], watchedSeconds: 1620 })
  expect(points(twiceAsFast)).toEqual({ attended_full: 20 })
})

for (const [mediaSeconds, row] of [
  [3239, 'attended_part'],
  [3240, 'attended_full'],
  [3960, 'attended_full'],
  [3961, 'attended_part'],
] as const) {
  test(`of an hour, 60 % live and the rest of a media of ${mediaSeconds} s is ${row}`, () => {
    const rest = watched('2026-03-12 09:00', { mediaSeconds, intervals: [[2160, Math.min(3600, mediaSeconds)]] })
    expect(Object.keys(points(...live('10:36'), rest))).toEqual([row])
  })
}

test('a media that begins later than the live time is moved by its offset', () => {
  const moved = { intervals: [[1560, 2640]] as [number, number][] }
  expect(points(...live('10:36'), watched('2026-03-12', moved))).toEqual({ attended_part: 12 })
  expect(points(...live('10:36'), watched('2026-03-12', { ...moved, offsetSeconds: 600 }))).toEqual({
    attended_full: 20,
  })
})

test('a viewing that knows neither length nor offset takes them from the one recording of the webinar', () => {
  const webinars = [makeWebinar({ recordings: [{ mediaSeconds: 3600, offsetSeconds: 600 }] })]
  const view = makeFact('replay.watched', '2026-03-12', { intervals: [[1560, 2640]] }, { webinar: 'w1' })
  expect(pointsOf(cardOf([...live('10:36'), view], { webinars, ...afterReplay }))).toEqual({ attended_full: 20 })
})

test('positions in a media of unknown length stand on their own', () => {
  const view = makeFact('replay.watched', '2026-03-12', { intervals: [[2160, 3600]] }, { webinar: 'w1' })
  expect(points(view)).toEqual({ attended_part: 12 })
  expect(points(...live('10:36'), view)).toEqual({ attended_part: 12 })
})

test('what a longer media shows beyond the live time fills nothing in', () => {
  const half = live('10:30')
  const view = (...intervals: [number, number][]) => watched('2026-03-12', { mediaSeconds: 3960, intervals })
  expect(points(...half, view([1800, 3060], [3600, 3960]))).toEqual({ attended_part: 12 })
  expect(points(...half, view([1800, 3240]))).toEqual({ attended_full: 20 })
})

test('a replay seen while the webinar still ran is the whole only once it has ended', () => {
  const facts = [watched('10:30', { intervals: [[0, 3600]] })]
  expect(pointsOf(cardOf(facts, { asOf: at('11:00') - 1 }))).toEqual({ attended_part: 12 })
  expect(linesOf(cardOf(facts, { asOf: '11:00' }), 'attended_full')).toEqual(['+20 w1 2026-03-10 11:00:00'])
})

test('a clip of five minutes stands on its own: the larger of the two seconds counts, not their sum', () => {
  const clip = watched('2026-03-12', { mediaSeconds: 300, intervals: [[0, 300]] })
  expect(points(clip)).toEqual({ attended_brief: 6 })
  expect(points(...live('10:09:59'), clip)).toEqual({ attended_brief: 6 })
  expect(points(...live('10:10'), clip)).toEqual({ attended_part: 12 })
})

test('a clip that is shorter than the webinar is never the whole of it, a longer media is measured by its own length', () => {
  expect(points(watched('2026-03-12', { mediaSeconds: 2400, intervals: [[0, 2400]] }))).toEqual({ attended_part: 12 })
  expect(points(watched('2026-03-12', { mediaSeconds: 7200, intervals: [[0, 6479]] }))).toEqual({ attended_part: 12 })
  expect(points(watched('2026-03-12', { mediaSeconds: 7200, intervals: [[0, 6480]] }))).toEqual({ attended_full: 20 })
})

test('a replay with only a duration stands on its own', () => {
  const seen = (watchedSeconds: number) => watched('2026-03-12', { watchedSeconds })
  expect(points(seen(599))).toEqual({ attended_brief: 6 })
  expect(points(seen(600))).toEqual({ attended_part: 12 })
  expect(points(seen(3239))).toEqual({ attended_part: 12 })
  expect(points(seen(3240))).toEqual({ attended_full: 20 })
  expect(points(...live('10:36'), seen(1440))).toEqual({ attended_part: 12 })
  expect(points(...live('10:09:59'), seen(599))).toEqual({ attended_brief: 6 })
})

test('beside positions a duration of another viewing still stands on its own', () => {
  const positions = replay([0, 1200])
  expect(points(positions, watched('2026-03-13', { watchedSeconds: 3239 }))).toEqual({ attended_part: 12 })
  expect(points(positions, watched('2026-03-13', { watchedSeconds: 3240 }))).toEqual({ attended_full: 20 })
})

test('positions beyond the live time do not stand in for a duration', () => {
  const end = watched('2026-03-12', { mediaSeconds: 3960, intervals: [[3300, 3960]] })
  expect(points(end)).toEqual({ attended_brief: 6 })
  const durationOf = (watchedSeconds: number) => watched('2026-03-13', { mediaSeconds: 3960, watchedSeconds })
  expect(points(end, durationOf(599))).toEqual({ attended_brief: 6 })
  expect(points(end, durationOf(600))).toEqual({ attended_part: 12 })
})

test('a duration is cut to the length of the media', () => {
  const card = cardOf([watched('2026-03-12', { mediaSeconds: 500, watchedSeconds: 900 })], afterReplay)
  expect(pointsOf(card)).toEqual({ attended_brief: 6 })
  expect(card.standings[0]).toMatchObject({ replaySeconds: 500 })
})

test('durations are cumulative a session and add up over sessions', () => {
  const seen = (time: string, sessionId: string, watchedSeconds: number) => watched(time, { sessionId, watchedSeconds })
  expect(points(seen('2026-03-12 09:00', 's1', 200), seen('2026-03-12 09:05', 's1', 500))).toEqual({
    attended_brief: 6,
  })
  expect(points(seen('2026-03-12', 's1', 300), seen('2026-03-13', 's2', 300))).toEqual({ attended_part: 12 })
})

test('the line moves up with the replay and stays one line', () => {
  const facts = [
    ...live('10:05'),
    watched('2026-03-12', { intervals: [[300, 600]] }),
    watched('2026-03-14', { intervals: [[600, 3600]] }),
  ]
  expect(pointsOf(cardOf(facts, { asOf: at('2026-03-12') - 1 }))).toEqual({ attended_brief: 6 })
  expect(linesOf(cardOf(facts, { asOf: '2026-03-13' }), 'attended_part')).toEqual(['+12 w1 2026-03-12 00:00:00'])
  const last = cardOf(facts, { asOf: '2026-03-15' })
  expect(last.ledger.map(({ rule }) => rule)).toEqual(['attended_full'])
  expect(linesOf(last, 'attended_full')).toEqual(['+20 w1 2026-03-14 00:00:00'])
})

test('a replay names its webinar at any time, long after the follow-up window', () => {
  const card = cardOf([watched('2026-06-01', { intervals: [[0, 600]] })], { asOf: '2026-06-02' })
  expect(card.webinarPoints).toEqual({ w1: 12 })
})

const evidenceOf = (...facts: Parameters<typeof cardOf>[0]) => cardOf(facts, afterReplay).standings[0]!

test('how exactly a viewing is known is told by what its source tells, unless the source says so itself', () => {
  const by = (watch: Parameters<typeof watched>[1]) => evidenceOf(watched('2026-03-12 09:00', watch)).replayEvidence
  expect(by({ intervals: [[0, 60]] })).toBe('intervals')
  expect(by({ watchedSeconds: 60 })).toBe('total_minutes')
  expect(by({ milestone: 0.25 })).toBe('milestone')
  expect(by({ watched: true })).toBe('watched_flag')
  expect(by({ watchedSeconds: 60, evidence: 'watched_flag' })).toBe('watched_flag')
  expect(evidenceOf(...live('10:10')).replayEvidence).toBeNull()
})

test('of several viewings the most exact one says how it is known', () => {
  const flag = watched('2026-03-12 09:00', { watched: true, sessionId: 'a' })
  const total = watched('2026-03-13 09:00', { watchedSeconds: 600, sessionId: 'b' })
  expect(evidenceOf(flag, total)).toMatchObject({ replayEvidence: 'total_minutes', replaySeconds: 600 })
})

test('a milestone is the least that was seen, and pays as much', () => {
  const reached = (milestone: number, sessionId: string) => watched('2026-03-12 09:00', { milestone, sessionId })
  expect(evidenceOf(reached(0.25, 'a'))).toMatchObject({ replayed: true, replaySeconds: 900, share: 0.25 })
  expect(points(reached(0.25, 'a'))).toEqual({ attended_part: 12 })
  expect(evidenceOf(reached(0.25, 'a'), reached(0.5, 'b'))).toMatchObject({ replaySeconds: 1800 })
  expect(points(reached(0.9, 'a'))).toEqual({ attended_full: 20 })
})

test('a mark that somebody watched makes a viewer of nobody knows how long, and pays no attendance', () => {
  const marked = watched('2026-03-12 09:00', { watched: true })
  expect(evidenceOf(marked)).toMatchObject({ replayed: true, replaySeconds: 0, replayEvidence: 'watched_flag' })
  expect(points(marked)).toEqual({})
  const ofUnknownLength = makeFact('replay.watched', '2026-03-12 09:00', { milestone: 0.75 }, { webinar: 'w1' })
  expect(evidenceOf(ofUnknownLength)).toMatchObject({ replayed: true, replaySeconds: 0, replayEvidence: 'milestone' })
})

test('a viewing of nothing is none', () => {
  const nothing = watched('2026-03-12 09:00', { intervals: [], watchedSeconds: 0 })
  expect(cardOf([registered(), nothing], afterReplay).standings[0]).toMatchObject({
    ...{ replayed: false, replayEvidence: null },
  })
})
