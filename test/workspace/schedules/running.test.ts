import { expect, test } from 'vitest'
import { nextScheduleAt, runDueSchedules } from '../../../src/workspace/schedules/due.ts'
import { changeSchedule, removeSchedule } from '../../../src/workspace/schedules/schedules.ts'
import { listSchedules, runNow, showSchedule } from '../../../src/workspace/schedules/show.ts'
import { changeSegment, removeSegment } from '../../../src/workspace/segments.ts'
import { sendAll } from '../alerts/outside.ts'
import { day, hour, monday, scheduled } from './scheduled.ts'

const eight = monday + 20 * hour

test('what is due goes out once, with the number of people and a link, and is due again the next time', async () => {
  const { ws, clock, out, add, ring } = await scheduled()
  const { id, nextAt } = add()
  expect(nextAt).toBe('2026-05-19T05:00:00.000Z')
  clock.now = eight - 1
  expect(await ring()).toBe(0)
  clock.now = eight
  expect(nextScheduleAt(ws)).toBe(eight)
  expect(await ring()).toBe(1)
  expect(await ring()).toBe(0)
  expect(out.mails).toMatchObject([{ to: ['marketing@kiwi.example'], subject: expect.stringContaining('Weekly') }])
  expect(out.mails[0]!.text).toContain('2 people')
  const { last, nextAt: next } = showSchedule(ws, id)
  expect(out.mails[0]!.text).toContain(last!.link)
  expect(last).toMatchObject({ result: 'sent', people: 2, send: { state: 'sent' }, until: '2026-05-26T05:00:00.000Z' })
  expect(next).toBe('2026-05-20T05:00:00.000Z')
})

test('what was missed while the server was down goes out once', async () => {
  const { clock, out, add, ring } = await scheduled()
  add()
  clock.now = eight + 5 * day
  expect(await ring()).toBe(1)
  clock.now += hour
  expect(await ring()).toBe(0)
  expect(out.mails).toHaveLength(1)
})

test('two clocks that ring at once, and a server that dies before it sends, make one message of it', async () => {
  const { ws, clock, out, add } = await scheduled()
  add()
  clock.now = eight
  await Promise.all([runDueSchedules(ws), runDueSchedules(ws)])
  ws.sending.scheduling = false
  ws.remembered.scheduleAt = null
  await runDueSchedules(ws)
  expect(await sendAll(ws)).toBe(1)
  expect(out.mails).toHaveLength(1)
})

test('where who matches is nobody, or the segment or the channel is gone, nothing goes out and it says why', async () => {
  const { ws, clock, out, add, segment, ring } = await scheduled()
  const { id } = add()
  changeSegment(ws, segment.id, { filters: { domain: 'nobody.example' } })
  clock.now = eight
  expect(await ring()).toBe(0)
  expect(showSchedule(ws, id).last).toMatchObject({ result: 'nobody', people: 0, send: null, link: null })
  removeSegment(ws, segment.id)
  expect(showSchedule(ws, id).problem).toBe('no_segment')
  clock.now += day
  expect(await ring()).toBe(0)
  expect(showSchedule(ws, id).last).toMatchObject({ result: 'no_segment' })
  expect(out.mails).toEqual([])
})

test('a segment that every workspace has is sent as it is at that moment, and refused where nothing is called so', async () => {
  const { ws, clock, out, add, ring } = await scheduled()
  const { id, segmentName } = add({ segment: 'readyForSales' })
  expect(segmentName).toBe('SQLs without an opportunity')
  clock.now = eight
  expect(await ring()).toBe(0)
  expect(showSchedule(ws, id)).toMatchObject({ problem: null, last: { result: 'nobody' } })
  changeSchedule(ws, id, { segment: 'hotNow' })
  expect(showSchedule(ws, id)).toMatchObject({ segmentName: 'Hot, active in the last 30 days', problem: null })
  expect(() => add({ name: 'Other', segment: 'coldNow' })).toThrow('There is no segment “coldNow”')
  expect(() => add({ name: 'Other', segment: 'lastNoShows' })).toThrow('There is no segment “lastNoShows”')
  expect(out.mails).toEqual([])
})

test('one that is paused sends nothing, and makes nothing up for when it goes on', async () => {
  const { ws, clock, add, ring } = await scheduled()
  const { id } = add()
  changeSchedule(ws, id, { enabled: false })
  clock.now = eight + 3 * day
  expect(await ring()).toBe(0)
  expect(changeSchedule(ws, id, { enabled: true }).nextAt).toBe('2026-05-23T05:00:00.000Z')
  expect(await ring()).toBe(0)
})

test('sent now by hand, it is due when it was', async () => {
  const { ws, add } = await scheduled()
  const { id, nextAt } = add({ unsubscribed: true, file: { format: 'csv', profile: 'hubspot' } })
  expect(await runNow(ws, id)).toMatchObject({
    nextAt,
    last: { result: 'sent', people: 3, send: { state: 'waiting' } },
  })
  expect(await sendAll(ws)).toBe(1)
})

test('what waits of a schedule that is deleted does not go out', async () => {
  const { ws, add } = await scheduled()
  const { id } = add()
  await runNow(ws, id)
  removeSchedule(ws, id)
  expect(await sendAll(ws)).toBe(0)
  expect(listSchedules(ws).items).toEqual([])
})

test.each([
  ['a segment that is none', { segment: 'g_none' }, 'There is no segment'],
  ['a channel that is none', { channel: 'ch_none' }, 'There is no channel'],
])('%s is refused', async (_, given, words) => {
  const { add } = await scheduled()
  expect(() => add(given)).toThrow(words)
  add()
  expect(() => add()).toThrow('Give this one another name')
})
