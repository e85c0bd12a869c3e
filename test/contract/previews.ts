import { expect, test } from 'vitest'
import { makeAfterWebinar } from './after-webinar.ts'
import { type Company, makeCompany } from './company.ts'
import { moment, problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Moved {
  person: { id: string; email: string }
  before: { score: number; stage: string }
  after: { score: number; stage: string }
}

interface Answer {
  state: string
  id: string
  result: {
    people: number
    alerts: unknown[]
    lines: Record<string, Record<'entered' | 'left', { count: number; people: Moved[] }>>
    moves: (Moved & { lines: { before: number; after: number }[] })[]
  }
}

interface Model {
  model: { thresholds: object; rules: { id: string; points: number }[] }
}

/** What publishing a model would do. */
export function previews(host: () => RunningHost): void {
  test('a preview names who would cross a line and be told of, changes nothing, and publishing moves and tells of just them', async () => {
    const { kiwi } = await makeAfterWebinar(host())
    await kiwi.call('POST', '/alert-rules', { name: 'Ripe', on: 'crosses_mql' })
    const { model } = await kiwi.get<Model>('/model')
    const rules = model.rules.map((rule) => ({ ...rule, points: rule.points * 3 }))
    const before = await stages(kiwi)
    const answer = await kiwi.call('POST', '/model/preview', { model: { ...model, rules } })
    const preview = (await answer.json()) as Answer
    expect([answer.status, preview]).toMatchObject([
      200,
      {
        ...{ state: 'done', id: expect.stringMatching(/^preview_/) },
        result: {
          asOf: moment,
          fromVersion: 1,
          hotPerDay: { callsPerDay: null },
          unscored: { count: 0 },
          notes: [],
          questions: { days: 90, asked: expect.any(Number), before: expect.any(Number), topics: expect.any(Array) },
        },
      },
    ])
    expect(await (await kiwi.call('GET', `/model/preview/${preview.id}`)).json()).toEqual(preview)
    expect(await kiwi.get('/workspace')).toMatchObject({ modelVersion: 1, backlog: 0 })
    expect(await stages(kiwi)).toEqual(before)
    for (const { before, after, lines } of preview.result.moves)
      expect(lines.reduce((sum, line) => sum + line.after - line.before, 0)).toBe(after.score - before.score)
    const wrong = kiwi.call('POST', '/model/publish', { model: { ...model, rules }, alerts: 'yes' })
    expect(await problemOf(wrong)).toMatchObject({ status: 400, field: 'alerts' })
    await kiwi.call('POST', '/model/publish', { model: { ...model, rules }, alerts: true })
    await kiwi.settled()
    const after = await stages(kiwi)
    const beyond = (stage: string | undefined) => ['mql', 'sql', 'opportunity', 'customer'].includes(String(stage))
    const entered = [...after].filter(([id, stage]) => beyond(stage) && !beyond(before.get(id))).map(([id]) => id)
    expect(entered.length).toBeGreaterThan(0)
    expect(preview.result.lines.mql!.entered.people.map(({ person }) => person.id).sort()).toEqual(entered.sort())
    expect(preview.result.alerts).toMatchObject([{ rule: { name: 'Ripe', on: 'crosses_mql' }, count: entered.length }])
    const { items } = await kiwi.get<{ items: { rule: string; person: { id: string } }[] }>('/alerts')
    expect(items.map(({ person }) => person.id).sort()).toEqual(entered)
  })

  test('left out, the model is the draft', async () => {
    const { kiwi } = await makeAfterWebinar(host())
    const { model } = await kiwi.get<Model>('/model')
    const rules = model.rules.map((rule) => ({ ...rule, points: rule.points * 3 }))
    await kiwi.call('PUT', '/model/draft', { model: { ...model, rules }, revision: 0 })
    const { result } = (await (await kiwi.call('POST', '/model/preview')).json()) as Answer
    expect(result.moves.length).toBeGreaterThan(0)
  })

  test('without a model and a draft, nothing would change; a model that is none is refused, as is a preview nobody asked for', async () => {
    const kiwi = await makeCompany(host())
    const answer = await kiwi.call('POST', '/model/preview')
    expect([answer.status, await answer.json()]).toMatchObject([200, { result: { people: 0, changed: 0 } }])
    expect(await problemOf(kiwi.call('POST', '/model/preview', { model: { rules: 7 } }))).toMatchObject({ status: 400 })
    expect(await problemOf(kiwi.call('GET', '/model/preview/preview_7'))).toMatchObject({ status: 404 })
  })
}

async function stages(kiwi: Company): Promise<Map<string, string>> {
  const { items } = await kiwi.get<{ items: { id: string; stage: string }[] }>('/people?limit=500')
  return new Map(items.map(({ id, stage }) => [id, stage]))
}
