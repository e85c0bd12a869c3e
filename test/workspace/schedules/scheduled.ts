import { type Schedule, ScheduleSchema } from '../../../src/domain/schedule.ts'
import { runDueSchedules } from '../../../src/workspace/schedules/due.ts'
import { addSchedule } from '../../../src/workspace/schedules/schedules.ts'
import { addSegment } from '../../../src/workspace/segments.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { makeHouse } from '../../http/company.ts'
import { drained, makeWorkspace } from '../../workspaces.ts'
import { mailOf, outside, sendAll } from '../alerts/outside.ts'
import { take, visited } from '../told.ts'

/** Monday, 18 May 2026, at noon in Jerusalem. */
export const monday = Date.parse('2026-05-18T09:00:00Z')
export const [hour, day] = [3_600_000, 86_400_000]

/** Two who want mail, one who does not, and a mail channel. */
export async function scheduled() {
  const { ws, clock } = makeWorkspace(monday)
  Object.assign(ws, { address: () => 'https://ripen.example' })
  const out = outside(ws)
  const channel = await mailOf(ws, 'marketing@kiwi.example', 'Marketing')
  for (const name of ['dana', 'noa', 'gone']) take(ws, met(name))
  take(ws, { ...met('gone'), id: 'gone-left', type: 'email.unsubscribed', data: { messageId: 'm' } } as never)
  drained(ws)
  const segment = addSegment(ws, { name: 'Everybody here', filters: { domain: 'kiwi.example' } }, 'Dana Levi')
  const add = (given: Partial<Schedule> & { when?: Schedule['when'] } = {}) =>
    addSchedule(
      ws,
      ScheduleSchema.parse({ name: 'Weekly', segment: segment.id, channel: channel.id, when: daily, ...given }),
      'Dana Levi',
    )
  const house = makeHouse({ ws, apiKey: '', hook: '', source: '', settle: () => {} })
  return { ws, clock, out, house, channel, segment, add, ring: () => ring(ws) }
}

/** Each day at eight, by the clocks of Jerusalem. */
export const daily = { every: 'day', at: '08:00', workingDaysOnly: false } as const

/** What a host does when its clock rings; how much went out. */
export async function ring(ws: Workspace): Promise<number> {
  await runDueSchedules(ws)
  return sendAll(ws)
}

/** A visit of somebody of the company, by which they are known. */
export function met(name: string) {
  return visited(`met-${name}`, 0, { email: `${name}@kiwi.example` })
}
