import { expect, test } from 'vitest'
import { makeSample } from '../../src/demo/sample.ts'
import type { Ripen } from '../../src/demo/sending/ripen.ts'
import { play, timelineOf } from '../../src/demo/sending/timeline.ts'

const now = Date.parse('2026-11-22T08:03:17Z')
const sample = makeSample('shaked', now)
const steps = timelineOf(sample)
const { closesAt } = sample.webinars.find(({ ago }) => ago === 'now')!

test('while the webinar runs something happens every few seconds', () => {
  const live = steps.filter(({ at }) => at < closesAt)
  const gaps = live.slice(1).map(({ at }, index) => at - live[index]!.at)
  expect(Math.max(...gaps)).toBeLessThan(90_000)
  expect((closesAt - now) / live.length).toBeLessThan(10_000)
})

test('people join, leave, register and write while it runs, and go when it ends', () => {
  const events = sample.toCome.filter(({ at }) => at < closesAt).map(({ event }) => event)
  for (const event of ['participant_joined', 'participant_left', 'registration_created', 'chat_message_sent'])
    expect(events.filter((one) => one === `webinar.${event}`).length).toBeGreaterThan(8)
  expect(sample.toCome.filter(({ event }) => event === 'webinar.ended')).toMatchObject([{ at: closesAt }])
})

test('what is overdue is sent at once, the rest in its time; the questions come when it is over, and that is said', async () => {
  let clock = now + 5 * 60_000
  const sent: { what: string; at: number }[] = []
  const said: string[] = []
  const ripen: Ripen = {
    async call(_method, path, body) {
      sent.push({ what: `${path} ${(body as object[]).length}`, at: clock })
      return { rejected: [] } as never
    },
    async deliver(deliveries) {
      for (const { event } of deliveries) sent.push({ what: event, at: clock })
    },
  }
  const until = async (at: number) => {
    clock = Math.max(clock, at)
  }
  await play(steps, ripen, until, (words) => said.push(words))
  expect(sent.map(({ at }) => at)).toEqual(steps.map(({ at }) => Math.max(at, now + 5 * 60_000)))
  const end = sent.findIndex(({ what }) => what === 'webinar.ended')
  const questions = sent.findIndex(({ what }) => what === `/api/v1/activities ${sample.afterwards.length}`)
  expect(questions).toBeGreaterThan(end)
  expect(said).toEqual([expect.stringMatching(/is over/)])
})
