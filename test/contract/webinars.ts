import { expect, test } from 'vitest'
import { zoomRun } from '../zoom-run.ts'
import { activity } from './activity.ts'
import { afterWebinar } from './after-webinar.ts'
import { makeCompany } from './company.ts'
import { moment, problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'
import type { Page } from './ranking.ts'

const count = expect.any(Number)

/** The list of webinars, one of them, and what is said of it here. */
export function webinars(host: () => RunningHost): void {
  test('a webinar is listed with its times and counts', async () => {
    const { kiwi, id } = await afterWebinar(host())
    const { items } = await kiwi.get<{ items: object[] }>('/webinars')
    expect(items).toEqual([
      expect.objectContaining({
        ...{ id, platform: 'zoom', platformId: '81234567890', series: expect.any(String), kind: expect.any(String) },
        ...{ topic: expect.stringContaining('Backup security'), startsAt: moment, endsAt: moment, liveSeconds: count },
        ...{ registrants: 39, attendees: count, noShows: count, leads: count, mqls: count, sqls: count },
      }),
    ])
    expect(await kiwi.get(`/webinars/${id}`)).toEqual(items[0])
    expect(await problemOf(kiwi.call('GET', '/webinars/w_nobody'))).toMatchObject({ status: 404 })
  })

  test('the newest is the first', async () => {
    const kiwi = await makeCompany(host())
    const days = ['2026-02-02', '2026-05-05', '2026-03-03']
    await kiwi.tell(
      ...days.map((day) =>
        activity(day, 'webinar.scheduled', '2026-01-01T10:00:00Z', {
          webinar: { platform: 'generic', platformId: day, startsAt: `${day}T10:00:00Z`, durationMinutes: 60 },
        }),
      ),
    )
    const { items } = await kiwi.get<{ items: { platformId: string }[] }>('/webinars')
    expect(items.map(({ platformId }) => platformId)).toEqual(['2026-05-05', '2026-03-03', '2026-02-02'])
  })

  test('what is said of a webinar is answered as it is then, and another kind of it makes other points', async () => {
    const kiwi = await makeCompany(host())
    for (const { body } of zoomRun(12)) await kiwi.send(body)
    await kiwi.settled()
    const { items } = await kiwi.get<{ items: { id: string }[] }>('/webinars')
    const { id } = items[0]!
    const pointsOf = async () =>
      (await kiwi.get<Page>(`/webinars/${id}/ranking`)).items.reduce((sum, { webinarPoints }) => sum + webinarPoints, 0)
    const before = await pointsOf()
    const partner = { name: 'Papaya', domains: ['papaya.example'] }
    const said = { topic: 'Ripe fruit', kind: 'demo', partner, cost: 900.5, funnelStage: 'consideration' }
    const answer = await kiwi.call('PATCH', `/webinars/${id}`, said)
    expect([answer.status, await answer.json()]).toMatchObject([200, { id, ...said }])
    await kiwi.settled()
    expect(await kiwi.get(`/webinars/${id}`)).toMatchObject(said)
    expect(await pointsOf()).not.toBe(before)
    const cleared = await kiwi.call('PATCH', `/webinars/${id}`, { partner: null })
    expect(await cleared.json()).toMatchObject({ partner: null, kind: 'demo' })
  })

  test('what cannot be said of a webinar is refused and named', async () => {
    const { kiwi, id } = await afterWebinar(host())
    for (const [field, value] of Object.entries({ kind: 7, cost: -1, partner: 7, colour: 'green' }))
      expect(await problemOf(kiwi.call('PATCH', `/webinars/${id}`, { [field]: value }))).toMatchObject({
        ...{ status: 400, field },
      })
    expect(await problemOf(kiwi.call('PATCH', `/webinars/${id}`, '{'))).toMatchObject({ status: 400 })
    expect(await problemOf(kiwi.call('PATCH', '/webinars/w_nobody', { kind: 'demo' }))).toMatchObject({ status: 404 })
  })
}
