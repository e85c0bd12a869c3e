import { expect, onTestFinished, test, vi } from 'vitest'
import { endlessBodies } from './bodies.ts'

test('what is sent is the same hours later, long after it was forgotten', () => {
  const bodies = endlessBodies()
  const [first, later] = [bodies.at(7), Date.now() + 5 * 3_600_000]
  const clock = vi.spyOn(Date, 'now').mockReturnValue(later)
  onTestFinished(() => clock.mockRestore())
  for (let index = 1_000; index < 20_000; index += 100) bodies.at(index)
  expect(bodies.at(7)).toBe(first)
})
