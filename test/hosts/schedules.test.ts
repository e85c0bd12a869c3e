import { expect, test, vi } from 'vitest'
import { Clock } from '../../src/hosts/cloudflare/clock.ts'
import { Scheduler } from '../../src/hosts/node/scheduler.ts'
import { showSchedule } from '../../src/workspace/schedules/show.ts'
import { hour, monday, scheduled } from '../workspace/schedules/scheduled.ts'

const eight = monday + 20 * hour

test('on a machine of your own the clock hands out what is due, and then has it sent', async () => {
  const { ws, clock, add } = await scheduled()
  const { id } = add()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout'] })
  const woken: string[] = []
  const scheduler = new Scheduler(
    () => [ws],
    ({ id }) => woken.push(id),
  )
  await vi.advanceTimersByTimeAsync(2_000)
  expect(woken).toEqual([])
  clock.now = eight
  await vi.advanceTimersByTimeAsync(3_000)
  scheduler.stop()
  vi.useRealTimers()
  expect(woken).toEqual([ws.id])
  expect(showSchedule(ws, id).last).toMatchObject({ result: 'sent', send: { state: 'waiting' } })
})

test('on Cloudflare the alarm is set to when something is due, and what is due then goes out', async () => {
  const { ws, clock, out, add } = await scheduled()
  const alarms: number[] = []
  const alarm = new Clock({ setAlarm: async (at: number) => void alarms.push(at) } as never)
  const { id } = add()
  vi.spyOn(Date, 'now').mockImplementation(() => clock.now)
  await alarm.ring(ws)
  expect(alarms.at(-1)).toBe(eight)
  clock.now = eight
  await alarm.ring(ws)
  vi.restoreAllMocks()
  expect(out.mails).toHaveLength(1)
  expect(showSchedule(ws, id).last).toMatchObject({ result: 'sent', send: { state: 'sent' } })
})
