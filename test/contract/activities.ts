import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { activity, viewed } from './activity.ts'
import { makeCompany } from './company.ts'
import { problemOf, statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'activities', 'valid')
const path = '/activities'

interface Shown {
  timeline: { type: string; webinarId: string | null; data: object }[]
}

/** What is brought in with `POST /api/v1/activities`. */
export function activities(host: () => RunningHost): void {
  test('one event or a batch comes in under each content type, and another type is refused', async () => {
    const kiwi = await makeCompany(host())
    const post = (body: unknown, type: string) =>
      kiwi.call('POST', path, JSON.stringify(body), { 'content-type': type })
    const bodies: [string, unknown][] = [
      ['application/json', viewed('1')],
      ['application/json; charset=utf-8', [viewed('2'), viewed('3')]],
      ['application/cloudevents+json', viewed('4')],
      ['application/cloudevents-batch+json', [viewed('5')]],
    ]
    for (const [type, body] of bodies) {
      const answer = await post(body, type)
      expect([type, answer.status, await answer.json()]).toEqual([
        ...[type, 200],
        { accepted: [body].flat().length, duplicate: 0, rejected: [] },
      ])
    }
    expect(await problemOf(post(viewed('6'), 'text/plain'))).toMatchObject({ status: 415 })
  })

  test('each is accepted, a duplicate or rejected with the reason, and one bad event holds nobody back', async () => {
    const kiwi = await makeCompany(host())
    const { time: _, ...timeless } = viewed('2') as Record<string, unknown>
    const answer = await kiwi.call('POST', path, [viewed('1'), viewed('1'), timeless, { id: 'x' }, 7, viewed('3')])
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        accepted: 2,
        duplicate: 1,
        rejected: [
          { index: 2, id: '2', reason: expect.stringContaining('time') },
          { index: 3, id: 'x', reason: expect.any(String) },
          { index: 4, id: null, reason: expect.any(String) },
        ],
      },
    ])
    const again = await kiwi.call('POST', path, [viewed('1'), viewed('3')])
    expect(await again.json()).toEqual({ accepted: 0, duplicate: 2, rejected: [] })
  })

  test('a thousand may come at once; more, or over 1 MB, is 413, and what is no event is 400', async () => {
    const kiwi = await makeCompany(host())
    const thousand = Array.from({ length: 1_000 }, (_, i) => viewed(`${i}`, `person${i % 50}@lime.example`))
    const answer = await kiwi.call('POST', path, thousand)
    expect(await answer.json()).toEqual({ accepted: 1_000, duplicate: 0, rejected: [] })
    for (const body of [JSON.stringify([...thousand, viewed('last')]), ' '.repeat(1024 * 1024 + 1)])
      expect(await problemOf(kiwi.call('POST', path, body))).toMatchObject({ status: 413 })
    for (const body of ['1', '"x"', 'null', '{', ''])
      expect([body, await problemOf(kiwi.call('POST', path, body))]).toMatchObject([body, { status: 400 }])
    await kiwi.settled()
    const { items } = await kiwi.get<{ items: object[] }>('/people?limit=500')
    expect(items).toHaveLength(50)
  })

  test('every type comes in, and is found again in what happened', async () => {
    const kiwi = await makeCompany(host())
    const events = readdirSync(fixtures).map((name) => JSON.parse(readFileSync(join(fixtures, name), 'utf8')).event)
    const told = events.filter(({ data }) => !data.webinar?.id).map((event, index) => ({ ...event, id: `${index}` }))
    const types = new Set(told.map(({ type }) => type as string))
    expect(types.size).toBeGreaterThan(30)
    await kiwi.tell(...told)
    await kiwi.settled()
    const { items } = await kiwi.get<{ items: { id: string }[] }>('/people?limit=500')
    const people = await Promise.all(items.map(({ id }) => kiwi.get<Shown>(`/people/${id}`)))
    const found = new Set(people.flatMap(({ timeline }) => timeline.map(({ type }) => type)))
    const ofPeople = [...types].filter((type) => !/^webinar\.(scheduled|started|ended)$/.test(type))
    expect(ofPeople.filter((type) => !found.has(type))).toEqual([])
  })

  test('an activity belongs to the webinar that it names, by our id or by that of its platform', async () => {
    const kiwi = await makeCompany(host())
    const webinar = { platform: 'generic', platformId: 'spring', startsAt: '2026-04-02T10:00:00Z' }
    await kiwi.tell(
      activity('1', 'webinar.scheduled', '2026-03-01T10:00:00Z', {
        webinar: { ...webinar, topic: 'Ripe fruit', kind: 'demo', durationMinutes: 60 },
      }),
    )
    const { items } = await kiwi.get<{ items: { id: string }[] }>('/webinars')
    expect(items).toMatchObject([{ platformId: 'spring', topic: 'Ripe fruit', kind: 'demo', plannedSeconds: 3600 }])
    const stay = { joinedAt: '2026-04-02T10:00:00Z', leftAt: '2026-04-02T10:30:00Z' }
    await kiwi.tell(
      activity('2', 'person.registered', '2026-03-20T10:00:00Z', { webinar: { id: items[0]!.id } }),
      activity('3', 'webinar.attended', '2026-04-02T10:30:00Z', { webinar, ...stay }),
    )
    await kiwi.settled()
    expect(await kiwi.get('/webinars')).toMatchObject({ items: [{ registrants: 1, attendees: 1, noShows: 0 }] })
    const unknown = await kiwi.call('POST', path, [viewed('4'), { ...viewed('5'), data: { webinar: { id: 'w_no' } } }])
    expect(await unknown.json()).toMatchObject({ accepted: 1, rejected: [{ index: 1, id: '5' }] })
  })

  test('a person is known by any key: e-mail, phone, registrant id, visitor', async () => {
    const kiwi = await makeCompany(host())
    const keys = [
      { email: 'Dana@Lime.example' },
      { phone: '+972 52-000-0101' },
      { registrantId: 'r1', platform: 'generic' },
      { visitorId: 'v1' },
    ]
    await kiwi.tell(...keys.map((person, i) => activity(`${i}`, 'meeting.booked', '2026-04-02T10:00:00Z', { person })))
    await kiwi.settled()
    const nobody = { ...viewed('9'), data: { person: { firstName: 'Dana' }, url: 'https://shop.example/' } }
    const answer = await kiwi.call('POST', path, [nobody])
    expect(await answer.json()).toMatchObject({ accepted: 0, rejected: [{ index: 0, id: '9' }] })
    const { items } = await kiwi.get<{ items: { email: string | null }[] }>('/people')
    expect(items.map(({ email }) => email).filter(Boolean)).toEqual(['dana@lime.example'])
    expect(await statusOf(kiwi.call('GET', '/people?email=DANA@lime.example'))).toBe(200)
  })
}
