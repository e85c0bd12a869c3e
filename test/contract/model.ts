import { expect, test } from 'vitest'
import { activity } from './activity.ts'
import { afterWebinar } from './after-webinar.ts'
import { type Company, makeCompany } from './company.ts'
import { moment, problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Rule {
  id: string
  points: number
}

interface Model {
  version: number
  model: { rules: Rule[] }
}

/** The scoring model: read, published, its versions. */
export function model(host: () => RunningHost): void {
  test('the model goes out, comes in again with other points, and everybody is scored by them', async () => {
    const kiwi = await makeCompany(host())
    await kiwi.tell(activity('1', 'form.submitted', '2026-04-02T10:00:00Z', { form: { id: 'f', kind: 'quote' } }))
    await kiwi.settled()
    const first = await kiwi.get<Model>('/model')
    expect(first).toMatchObject({ version: 1, publishedAt: moment, model: { rules: expect.any(Array) } })
    const [line] = await ledger(kiwi)
    const rules = first.model.rules.map((rule) =>
      rule.id === line!.rule ? { ...rule, points: rule.points + 1 } : rule,
    )
    const published = await kiwi.call('POST', '/model/publish', { ...first, model: { ...first.model, rules } })
    expect([published.status, await published.json()]).toEqual([200, { version: 2 }])
    await kiwi.settled()
    expect((await ledger(kiwi))[0]).toEqual({ ...line, points: line!.points + 1 })
    const unsigned = { note: null, basedOn: null, rollbackOf: null, signed: { marketing: null, sales: null } }
    expect(await kiwi.get('/model/versions')).toEqual({
      items: [
        { version: 2, state: 'current', publishedAt: moment, publishedBy: 'API key', switchedAt: moment, ...unsigned },
        { version: 1, state: 'past', publishedAt: moment, publishedBy: null, switchedAt: moment, ...unsigned },
      ],
    })
    expect(await kiwi.get('/model/versions/1')).toEqual({ ...first, state: 'past' })
    expect((await ledger(kiwi, '?model=1'))[0]).toEqual(line)
  })

  test('a model that is none is refused, and a version that nobody published is 404', async () => {
    const { kiwi } = await afterWebinar(host())
    const { model } = await kiwi.get<Model>('/model')
    for (const wrong of [{ ...model, rules: 7 }, { ...model, colour: 'green' }, {}, 7])
      expect(await problemOf(kiwi.call('POST', '/model/publish', wrong))).toMatchObject({ status: 400 })
    const large = { ...model, freeMailboxes: ['a'.repeat(1024 * 1024)] }
    expect(await problemOf(kiwi.call('POST', '/model/publish', large))).toMatchObject({ status: 413 })
    expect(await problemOf(kiwi.call('GET', '/model/versions/9'))).toMatchObject({ status: 404 })
    expect(await problemOf(kiwi.call('GET', '/model/versions/x'))).toMatchObject({ status: 400 })
    expect(await kiwi.get('/workspace')).toMatchObject({ modelVersion: 1 })
  })

  test('scoring everybody anew changes nothing', async () => {
    const { kiwi, id } = await afterWebinar(host())
    const { asOf: _, ...before } = await kiwi.get(`/webinars/${id}/ranking?limit=500`)
    const answer = await kiwi.call('POST', '/model/rescore')
    expect([answer.status, await answer.json()]).toEqual([202, { backlog: expect.any(Number) }])
    await kiwi.settled()
    expect(await kiwi.get('/workspace')).toMatchObject({ slug: kiwi.slug, backlog: 0, unscored: [] })
    const { asOf: __, ...after } = await kiwi.get(`/webinars/${id}/ranking?limit=500`)
    expect(after).toEqual(before)
  })
}

async function ledger(kiwi: Company, query = ''): Promise<{ rule: string; points: number }[]> {
  const { items } = await kiwi.get<{ items: { id: string }[] }>('/people')
  const shown = await kiwi.get<{ scorecard: { ledger: { rule: string; points: number }[] } }>(
    `/people/${items[0]!.id}${query}`,
  )
  return shown.scorecard.ledger.filter(({ points }) => points > 0)
}
