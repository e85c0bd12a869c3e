import { expect, test } from 'vitest'
import { zoomRun } from '../zoom-run.ts'
import { afterWebinar } from './after-webinar.ts'
import { makeCompany } from './company.ts'
import { problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Row {
  person: { id: string }
  stage: string
}

interface Calls {
  today: Row[]
  queue: { day: string; rows: Row[] }[]
  total: number
}

/** Whom sales call of a webinar, and whom on which of the next days. */
export function calls(host: () => RunningHost): void {
  test('so many are called, the others queued: together just those of the ranking who are MQL or SQL', async () => {
    const kiwi = await makeCompany(host())
    for (const { body } of zoomRun(20)) expect((await kiwi.send(body)).status).toBe(204)
    const { model } = await kiwi.get<{ model: object }>('/model')
    await kiwi.call('POST', '/model/publish', { ...model, thresholds: { mql: 5, sql: 15 }, callsPerDay: 2 })
    await kiwi.settled()
    const [{ id }] = (await kiwi.get<{ items: [{ id: string }] }>('/webinars')).items
    const list = await kiwi.get<Calls>(`/webinars/${id}/calls`)
    const { items } = await kiwi.get<{ items: Row[] }>(`/webinars/${id}/ranking?limit=500`)
    const wanted = items.filter(({ stage }) => stage === 'mql' || stage === 'sql').map(({ person }) => person.id)
    const called = [list.today, ...list.queue.map(({ rows }) => rows)].flat().map(({ person }) => person.id)
    expect(wanted.length).toBeGreaterThan(2)
    expect(called.slice().sort()).toEqual(wanted.sort())
    expect([list.today.length, list.total]).toEqual([2, wanted.length])
    expect(list).toMatchObject({
      ...{ perDay: 2, day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), cut: { score: expect.any(Number) } },
      ...{ ties: { count: expect.any(Number) }, rest: { people: 0, until: null }, modelVersion: 2 },
    })
  })

  test('without a number, or with one that is none, it is refused in words', async () => {
    const { kiwi, id } = await afterWebinar(host())
    for (const query of ['', '?perDay=0', '?perDay=x', '?perDay=2&asOf=yesterday'])
      expect(await problemOf(kiwi.call('GET', `/webinars/${id}/calls${query}`))).toMatchObject({ status: 400 })
    expect(await problemOf(kiwi.call('GET', '/webinars/w_none/calls?perDay=2'))).toMatchObject({ status: 404 })
  })
}
