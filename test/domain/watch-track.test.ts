import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lengthOf } from '../../src/domain/interval.ts'
import { WatchTrack } from '../../src/domain/watch-track.ts'

const late = 150

/** Plays for so many seconds from a position, sampled four times a second by a clock that begins at `at`. */
function play(track: WatchTrack, at: number, from: number, seconds: number, rate = 1): number {
  for (let passed = 0; passed <= seconds * 1000; passed += 250)
    track.play({ at: at + passed, position: from + (passed / 1000) * rate, rate })
  return at + seconds * 1000
}

const spans = (track: WatchTrack) => track.watched.map(({ from, to }) => [from, to])

test('what is played is watched, from the first to the last sample', () => {
  const track = new WatchTrack(late)
  play(track, 5_000, 10, 20)
  expect(spans(track)).toEqual([[10, 30]])
})

test('seeking forward is not watching, whether or not the player tells of it', () => {
  const track = new WatchTrack(late)
  const at = play(track, 0, 0, 600)
  play(track, at + 250, 3_570, 30)
  expect(spans(track)).toEqual([
    [0, 600],
    [3_570, 3_600],
  ])
  track.stop()
  play(track, at + 60_000, 700, 10)
  expect(lengthOf(track.watched)).toBe(640)
})

test('seeking back counts what was seen before once', () => {
  const track = new WatchTrack(late)
  const at = play(track, 0, 0, 60)
  play(track, at + 250, 30, 60)
  expect(spans(track)).toEqual([[0, 90]])
})

test('at double speed each position counts once, and twice as fast', () => {
  const track = new WatchTrack(late)
  play(track, 0, 0, 30, 2)
  expect(spans(track)).toEqual([[0, 60]])
})

test('a change of speed between two samples breaks nothing', () => {
  const track = new WatchTrack(late)
  track.play({ at: 0, position: 0, rate: 1 })
  track.play({ at: 1_000, position: 1.9, rate: 2 })
  track.play({ at: 2_000, position: 3.9, rate: 2 })
  expect(spans(track)).toEqual([[0, 3.9]])
})

test('a pause breaks the stretch: what lies between is not watched', () => {
  const track = new WatchTrack(late)
  const at = play(track, 0, 0, 10)
  track.stop()
  play(track, at + 1_000, 10.9, 10)
  expect(spans(track)).toEqual([
    [0, 10],
    [10.9, 20.9],
  ])
})

test('it goes on where an earlier sitting of the same page stopped', () => {
  const track = new WatchTrack(late, [{ from: 0, to: 60 }])
  play(track, 0, 60, 5)
  expect(spans(track)).toEqual([[0, 65]])
})

const step = fc.record({
  wait: fc.integer({ min: 0, max: 5_000 }),
  position: fc.double({ min: 0, max: 3_600, noNaN: true }),
  rate: fc.constantFrom(0.5, 1, 1.5, 2),
  stops: fc.boolean(),
})

test('however a player jumps, no more is watched than can be played in the time that passed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const track = new WatchTrack(late)
      let at = 0
      for (const { wait, position, rate, stops } of steps) {
        at += wait
        track.play({ at, position, rate })
        if (stops) track.stop()
      }
      expect(lengthOf(track.watched)).toBeLessThanOrEqual(((at * 1.02 + late * steps.length) * 2) / 1000 + 1e-6)
      expect(track.watched.every(({ from, to }) => from >= 0 && to <= 3_600)).toBe(true)
    }),
  )
})
