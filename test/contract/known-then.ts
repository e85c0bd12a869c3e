import { expect, test } from 'vitest'
import { activity, viewed } from './activity.ts'
import { makeCompany } from './company.ts'
import { problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Answer {
  asOf: string
  knownAt?: string
  modelVersion: number
  items: { score: number; person: { id: string } }[]
}

const webinar = { platform: 'generic', platformId: '7', startsAt: '2026-04-02T10:00:00Z' }
const dana = { platform: 'generic', registrantId: 'r1', email: 'dana@kiwi.example' }
const stay = (id: string, minutes: number) => {
  const leftAt = `2026-04-02T10:${minutes}:00Z`
  const what = { person: { email: dana.email }, webinar, joinedAt: '2026-04-02T10:00:00Z', leftAt }
  return activity(id, 'webinar.attended', leftAt, what)
}

/** Answers as of a moment, by what was known at one, and under an earlier version. */
export function knownThen(host: () => RunningHost): void {
  test('what was shown before a late report and a new model is answered as known at that moment, on every call', async () => {
    const kiwi = await makeCompany(host())
    const running = { webinar: { ...webinar, durationMinutes: 60 } }
    await kiwi.tell(
      activity('1', 'webinar.scheduled', '2026-04-01T09:00:00Z', running),
      activity('2', 'person.registered', '2026-04-01T10:00:00Z', { person: dana, webinar }),
      stay('3', 20),
      viewed('4', dana.email),
    )
    await kiwi.settled()
    const { items: webinars } = await kiwi.get<{ items: { id: string }[] }>('/webinars')
    const ranking = `/webinars/${webinars[0]!.id}/ranking`
    const first = await kiwi.get<Answer>(ranking)
    const knownAt = first.asOf
    const { id } = first.items[0]!.person
    const paths = [ranking, `/webinars/${webinars[0]!.id}/funnel`, `/people/${id}`, `/people/${id}/history`]
    const shown = await Promise.all(paths.map((path) => kiwi.get(path)))
    const file = await (await kiwi.call('GET', `${ranking}.csv`)).text()

    await kiwi.tell(stay('5', 59), activity('6', 'meeting.booked', '2026-04-03T10:00:00Z', { person: dana }))
    const { model } = await kiwi.get<{ model: { thresholds: object } }>('/model')
    const other = { ...model, thresholds: { mql: 500, sql: 900 } }
    expect((await kiwi.call('POST', '/model/publish', other)).status).toBe(200)
    await kiwi.settled()

    const without = (answer: object) =>
      JSON.parse(JSON.stringify(answer, (key, value) => (key === 'asOf' || key === 'knownAt' ? undefined : value)))
    for (const [at, path] of paths.entries()) {
      const then = await kiwi.get(`${path}?knownAt=${knownAt}`)
      expect([path, without(then)]).toEqual([path, without(shown[at]!)])
      expect([path, without(await kiwi.get(path))]).not.toEqual([path, without(shown[at]!)])
    }
    const fileThen = await (await kiwi.call('GET', `${ranking}.csv?knownAt=${knownAt}`)).text()
    expect(withoutMoment(fileThen)).toBe(withoutMoment(file))
    const then = await kiwi.get<Answer>(`${ranking}?knownAt=${knownAt}`)
    expect([then.asOf, then.knownAt, then.modelVersion]).toEqual([knownAt, knownAt, 1])
    const now = await kiwi.get<Answer>(ranking)
    expect([now.modelVersion, now.knownAt]).toEqual([2, undefined])
    const older = await kiwi.get<Answer>(`${ranking}?model=1`)
    expect([older.modelVersion, older.items[0]!.score]).toEqual([1, now.items[0]!.score])
    expect(now.items[0]!.score).toBeGreaterThan(then.items[0]!.score)
  })

  test('a moment before the workspace, one to come and a version that there is not are refused in words', async () => {
    const kiwi = await makeCompany(host())
    await kiwi.tell(viewed('1', dana.email))
    await kiwi.settled()
    const { items } = await kiwi.get<{ items: { id: string }[] }>('/people')
    for (const [query, words] of [
      ['knownAt=2020-01-01T00:00:00Z', 'this workspace exists since'],
      ['knownAt=2999-01-01T00:00:00Z', 'nobody knows yet'],
      ['knownAt=soon', 'expected a moment like'],
      ['model=9', 'There is no version 9'],
    ] as const)
      expect(await problemOf(kiwi.call('GET', `/people/${items[0]!.id}?${query}`))).toMatchObject({
        ...{ field: query.split('=')[0], detail: expect.stringContaining(words) },
      })
  })
}

/** Rows of a file without their last cell, which says of which moment they are. */
function withoutMoment(file: string): string {
  return file.replace(/,[^,\r]*\r\n/g, '\r\n')
}
