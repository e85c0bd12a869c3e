import { expect, test, vi } from 'vitest'
import { Refused } from '../../src/domain/refusal.ts'
import { findJob, startJob, type Work, waitFor } from '../../src/workspace/jobs.ts'
import { makeWorkspace } from '../workspaces.ts'

function* counting(to: number, open: () => boolean): Work<string> {
  for (let at = 0; at < to || !open(); at++) yield Math.min(1, at / to)
  return `counted to ${to}`
}

test('a job says how far it is, lets others work in between, and keeps its result', async () => {
  const { ws } = makeWorkspace(0)
  let open = false
  const job = startJob(ws, 'count', { to: 10 }, () => counting(10, () => open))
  expect(await waitFor(job, 30)).toBe(false)
  expect(findJob(ws, 'count', job.id)).toMatchObject({ progress: 1, result: null })
  open = true
  expect(await waitFor(job, 10_000)).toBe(true)
  expect(findJob(ws, 'count', job.id).result).toBe('counted to 10')
})

test('whoever asks for the same while it runs joins it, and starts anew when it is done', async () => {
  const { ws } = makeWorkspace(0)
  let started = 0
  const start = (to: number) => startJob(ws, 'count', { to }, () => counting(to + 0 * ++started, () => true))
  const first = start(3)
  expect(start(3)).toBe(first)
  expect(start(4)).not.toBe(first)
  await Promise.all([first.ended, start(4).ended])
  expect(started).toBe(2)
  expect(start(3)).not.toBe(first)
})

test('what the work throws is thrown to whoever waits, and an unknown job is refused in words', async () => {
  const { ws } = makeWorkspace(0)
  const job = startJob(ws, 'count', 'x', function* (): Work<string> {
    yield 0.5
    throw new Refused('invalid', 'too few people')
  })
  await expect(waitFor(job, 10_000)).rejects.toThrow('too few people')
  expect(() => findJob(ws, 'preview', job.id)).toThrow(/ask for it again/)
})

test('others get their turn even where the clock stands still while a program computes', async () => {
  const { ws } = makeWorkspace(0)
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
  try {
    const job = startJob(ws, 'count', 'long', () => counting(1000, () => true))
    await new Promise((resolve) => setTimeout(resolve))
    expect([job.progress > 0, job.progress < 1]).toEqual([true, true])
    await job.ended
  } finally {
    clock.mockRestore()
  }
})
