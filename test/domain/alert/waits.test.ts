import { expect, test } from 'vitest'
import { waitsOf } from '../../../src/domain/alert/waits.ts'

const [dana, roy] = [1, 2]
let alerts = 0
const raised = (person: number, raisedAt: number, takenAt: number | null = null) => ({
  ...{ alert: ++alerts, person, raisedAt, takenAt },
})
const shown = (given: ReturnType<typeof raised>[]) =>
  waitsOf(given).map(({ person, raisedAt, takenAt }) => [person, raisedAt, takenAt])

test('who waits already does not begin to wait anew with another alert', () => {
  expect(shown([raised(dana, 0), raised(roy, 1), raised(dana, 2)])).toEqual([
    [dana, 0, null],
    [roy, 1, null],
  ])
})

test('a wait ends when the first of its alerts is taken, whichever that is', () => {
  expect(shown([raised(dana, 0), raised(dana, 2, 5)])).toEqual([[dana, 0, 5]])
  expect(shown([raised(dana, 0, 9), raised(dana, 2, 5)])).toEqual([[dana, 0, 5]])
  expect(shown([raised(dana, 0, 5), raised(dana, 2)])).toEqual([[dana, 0, 5]])
})

test('whoever was touched and gives another sign waits again', () => {
  expect(shown([raised(dana, 0, 3), raised(dana, 4), raised(dana, 6, 7)])).toEqual([
    [dana, 0, 3],
    [dana, 4, 7],
  ])
})
