import { expect, test } from 'vitest'
import { israeliCalendar } from '../../src/demo/calendar.ts'
import { makeSample, type Sample } from '../../src/demo/sample.ts'
import type { Delivery } from '../../src/demo/zoom/webhook.ts'
import { localDay } from '../../src/domain/calendar.ts'
import { readActivities } from '../../src/sources/activities/activities.ts'
import { readZoomFile } from '../../src/sources/zoom/files.ts'
import { readWebhook } from '../../src/sources/zoom/payload.ts'

const minute = 60_000
const day = 24 * 60 * minute
const sunday = Date.parse('2026-11-22T08:03:17Z')
const moments = ['2026-11-22T08:03:17Z', '2026-03-28T21:30:00Z', '2026-10-25T00:10:00Z', '2027-01-01T12:00:00Z']
const samples = new Map(moments.map((moment) => [moment, makeSample('shaked', Date.parse(moment))]))
const read = ({ body }: Delivery) => readWebhook(new TextEncoder().encode(body))
const objectOf = ({ body }: Delivery) => JSON.parse(body).payload.object

function registrantsOf({ webhooks }: Sample) {
  const created = webhooks.filter(({ event }) => event === 'webinar.registration_created')
  return created.map((delivery) => objectOf(delivery).registrant)
}

test('the same seed and moment tell the same story, another seed another one', () => {
  expect(makeSample('shaked', sunday)).toEqual(samples.get(moments[0]!))
  expect(makeSample('other', sunday).webhooks).not.toEqual(samples.get(moments[0]!)!.webhooks)
})

test('the year holds six educational webinars, two demos and a co-branded one; a demo runs, two are to come', () => {
  const { webinars } = makeSample('shaked', sunday)
  const past = webinars.filter(({ closesAt }) => closesAt < sunday)
  expect(past.filter(({ kind, cobranded }) => kind === 'educational' && !cobranded)).toHaveLength(6)
  expect(past.filter(({ kind }) => kind === 'demo')).toHaveLength(2)
  expect(past.filter(({ cobranded }) => cobranded)).toHaveLength(1)
  expect(webinars.filter(({ startsAt }) => startsAt > sunday && startsAt < sunday + 14 * day)).toHaveLength(2)
  expect(Math.min(...past.map(({ startsAt }) => startsAt))).toBeGreaterThan(sunday - 366 * day)
  const [running] = webinars.filter(({ startsAt, closesAt }) => startsAt < sunday && closesAt > sunday)
  expect(running).toMatchObject({ kind: 'demo', minutes: 60 })
  expect((sunday - running!.startsAt) / minute).toBeGreaterThanOrEqual(18)
  expect((sunday - running!.startsAt) / minute).toBeLessThan(23)
})

test.each(moments)('as of %s webinars are held on Israeli business days, the running one excepted', (moment) => {
  const calendar = israeliCalendar(Date.parse(moment))
  for (const { startsAt, ago } of samples.get(moment)!.webinars) {
    if (ago === 'now') continue
    const weekday = (localDay(calendar, startsAt) + 4) % 7
    expect(calendar.weekend).not.toContain(weekday)
  }
})

test.each(moments)('as of %s every webhook is one that the Zoom source reads', (moment) => {
  const { created, webhooks, toCome } = samples.get(moment)!
  for (const delivery of [...created, ...webhooks, ...toCome]) expect(read(delivery).outcome).toBe('read')
})

test.each(moments)('as of %s every activity is taken, under an id of its own', (moment) => {
  const { activities, afterwards, later } = samples.get(moment)!
  const events = [...activities, ...afterwards, ...later]
  for (let at = 0; at < events.length; at += 1000)
    for (const reading of readActivities(events.slice(at, at + 1000)).readings)
      expect(reading).not.toHaveProperty('reason')
  expect(new Set(events.map(({ source, id }) => `${source} ${id}`)).size).toBe(events.length)
})

test.each(moments)('as of %s the report file is read whole, and Zoom’s own totals fit its rows', (moment) => {
  const { report } = samples.get(moment)!
  const bytes = new TextEncoder().encode(report.text)
  const { kind, skipped, warnings, rows } = readZoomFile(bytes, { file: report.file, timezone: 'Asia/Jerusalem' })
  expect({ kind, skipped, warnings }).toEqual({ kind: 'zoom-attendees', skipped: [], warnings: [] })
  expect(rows).toBeGreaterThan(150)
})

test.each(moments)('as of %s nothing of the future is sent, and what is to come begins right then', (moment) => {
  const now = Date.parse(moment)
  const { webhooks, toCome, activities, later } = samples.get(moment)!
  expect(
    Math.max(...webhooks.map(({ at }) => at), ...activities.map(({ time }) => Date.parse(time))),
  ).toBeLessThanOrEqual(now)
  expect(Math.min(...toCome.map(({ at }) => at), ...later.map(({ time }) => Date.parse(time)))).toBeGreaterThan(now)
})

test('there are about 1,500 people, with names in three alphabets and addresses that nobody has', () => {
  const sample = makeSample('shaked', sunday)
  const registrants = registrantsOf(sample)
  const names = registrants.map(({ first_name, last_name }) => `${first_name} ${last_name}`)
  const share = (letters: RegExp) => names.filter((name) => letters.test(name)).length / names.length
  expect(sample.people).toBeGreaterThan(1400)
  expect(sample.people).toBeLessThan(1700)
  expect(share(/\p{Script=Hebrew}/u)).toBeGreaterThan(0.3)
  expect(share(/\p{Script=Latin}/u)).toBeGreaterThan(0.3)
  expect(share(/\p{Script=Cyrillic}/u)).toBeGreaterThan(0.01)
  for (const { email } of registrants) expect(email).toMatch(/^[\w.]+@[\w-]+\.example$/i)
})

test('the report has names and companies with commas and quotes, quoted as Zoom quotes them', () => {
  const { text } = makeSample('shaked', sunday).report
  expect(text).toMatch(/,"[^",]+, [^",]+",/)
  expect(text).toMatch(/""/)
})

test('whoever leaves the mailing list gets no mail after that', () => {
  const left = new Map<string, string>()
  for (const { type, time, data } of makeSample('shaked', sunday).activities) {
    const { email } = data.person as { email: string }
    if (type.startsWith('email.')) expect(left.has(email)).toBe(false)
    if (type === 'email.unsubscribed') left.set(email, time)
  }
  expect(left.size).toBeGreaterThan(3)
})
