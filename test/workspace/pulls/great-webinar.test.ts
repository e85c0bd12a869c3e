import { expect, test } from 'vitest'
import { listSources } from '../../../src/workspace/list-sources.ts'
import { showPulls } from '../../../src/workspace/pulls/show-pulls.ts'
import { drained } from '../../workspaces.ts'
import { Chance } from '../../zoom/chance.ts'
import { deliveriesOf } from '../../zoom/deliveries.ts'
import { DAY, HOUR, plainAddress } from '../../zoom/story.ts'
import { tellAccount, tellWebinar } from '../../zoom/tell.ts'
import { overZoom } from './over-zoom.ts'
import { presenceKnown, presenceTold } from './presence.ts'

const startsAt = Date.parse('2026-04-01T11:00:00Z')
const midnight = Date.parse('2026-04-02T00:00:00Z')

test('of 10,000 participants, one in twenty of whose webhooks is lost for ever, all are there in the end, within the limits of Zoom', async () => {
  const story = tellAccount([tellWebinar({ startsAt, people: 12_700 })])
  const webinar = story.webinars[0]!
  const room = webinar.instances[0]!
  const chance = new Chance(7)
  const webhooks = deliveriesOf(webinar).filter(({ at }) => at <= room.to)
  const kept = webhooks.filter(() => chance.next() >= 0.05)
  let reports = 0
  const made = overZoom(story, webinar.createdAt, {
    // Another app of the account uses up the second now and then.
    before({ limits }, { url }) {
      if (!url.includes('/report/') || ++reports % 8 !== 0) return
      while (limits.refusal('heavy', made.clock.now()) === null);
    },
  })
  const { ws, zoom, until, deliver, connect, clock, reported } = made
  const told = presenceTold(
    webinar,
    room.stays.filter(({ waiting }) => !waiting),
  )
  const wrong = () => {
    const known = presenceKnown(drained(ws))
    return [...told].filter(([address, seconds]) => known.get(address) !== seconds).length
  }
  await connect()
  await deliver(kept)
  expect([told.size, webhooks.length, webhooks.length - kept.length, wrong()]).toEqual([10_160, 41_918, 2_139, 1_968])

  // Until half an hour after the end Zoom's report is only a part of it.
  await until(room.to + HOUR)
  expect(wrong()).toBe(718)

  // Other apps use up the day, too: in the midst of the report all has to wait until it is over.
  zoom.limits.spendDay(29_900, clock.now())
  await until(room.to + 11 * HOUR)
  expect(listSources(ws).items[0]!.api).toMatchObject({ pausedUntil: new Date(midnight).toISOString(), problem: null })
  await until(midnight + HOUR)
  expect(wrong()).toBe(0)
  const registered = webinar.registrants.filter(({ status }) => status === 'approved')
  const known = presenceKnown(ws)
  expect(registered.filter(({ email }) => !known.has(plainAddress(email)))).toEqual([])

  await until(room.to + 2 * DAY)
  expect(wrong()).toBe(0)
  const pulls = showPulls(ws).items.filter(({ endedAt }) => endedAt !== null)
  expect(pulls.map(({ reason, state, requests, rows }) => [reason, state, requests, rows])).toEqual([
    ['after_2_days', 'done', 15, 0],
    ['after_24_hours', 'done', 132, 13_572],
    ['after_2_hours', 'done', 202, 13_572],
    ['after_15_minutes', 'done', 98, 6_818],
  ])
  // 23 pages of a part, 21 until the day was used up, and twice 46 of the whole; 19 of them came too fast at first.
  expect(zoom.counted.byPath['/report/webinars/{uuid}/participants']).toBe(23 + 21 + 46 + 46 + 19)
  expect(zoom.counted).toMatchObject({ total: 451, byRate: { heavy: 188, intensive: 1 }, tooFast: 20 })
  expect(zoom.counted.byStatus[429]).toBe(21)
  expect(reported).toEqual([])
})
