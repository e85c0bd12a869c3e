import { expect, test } from 'vitest'
import { activity } from './activity.ts'
import { type Company, commanded, makeCompany } from './company.ts'
import { moment, problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Done {
  state: string
  id: string
  result: { all: { people: number; won: number; auc: { value: number } }; verdict?: string; draft?: unknown }
}

/** 120 people of whom every second saw the video; of these three in four are won, of the others one in four. */
function past(): object[] {
  return Array.from({ length: 120 }, (_, at) => at).flatMap((at) => {
    const person = { email: `person${at}@lime.example` }
    const day = (of: number) => new Date(Date.UTC(2026, 0, 5 + at / 2 + of, 9)).toISOString()
    const content = { id: 'v', kind: 'product_video' }
    const won = at % 2 === 0 ? at % 8 !== 0 : at % 8 === 1
    const saw = at % 2 === 0
    return [
      activity(`view${at}`, 'page.viewed', day(0), { person, url: 'https://lime.example/blog', seconds: 40 }),
      ...(saw
        ? [activity(`saw${at}`, 'video.watched', day(1), { person, content, mediaSeconds: 90, watchedSeconds: 80 })]
        : []),
      activity(`deal${at}`, won ? 'deal.won' : 'deal.lost', day(3), { person, amount: 1000, currency: 'EUR' }),
    ]
  })
}

async function ran(kiwi: Company, what: 'backtest' | 'suggest', body?: object): Promise<Done> {
  let answer = await kiwi.call('POST', `/model/${what}`, body)
  while (answer.status === 202)
    answer = await kiwi.call('GET', `/model/${what}/${((await answer.json()) as { id: string }).id}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Done
}

/** The dry run of a model on the past, and points suggested by that. */
export function backtest(host: () => RunningHost): void {
  test('a model is judged by deals won and lost, with its figures, by call and by command', async () => {
    const kiwi = await makeCompany(host())
    await kiwi.tell(...past())
    const run = await ran(kiwi, 'backtest')
    const estimate = { value: expect.any(Number), from: expect.any(Number), to: expect.any(Number) }
    expect(run).toMatchObject({
      state: 'done',
      result: {
        ...{ asOf: moment, leftOut: { unknown: 0, staff: 0, unreadable: 0 }, split: { at: moment, share: 0.7 } },
        all: { people: 120, won: 60, lost: 60, auc: { value: 0.75 }, lift: [{ share: 0.1 }, { share: 0.2 }] },
        newer: { people: expect.any(Number), auc: estimate },
        rules: expect.arrayContaining([
          expect.objectContaining({ rule: 'product_video', won: expect.objectContaining({ applied: 45, of: 60 }) }),
        ]),
        revenue: { openLeads: 0, totals: [{ currency: 'EUR', value: 0 }] },
      },
    })
    expect(await kiwi.call('GET', `/model/backtest/${run.id}`).then((answer) => answer.json())).toEqual(run)
    const { asOf: _, ...told } = await commanded<Record<string, unknown>>(
      kiwi.host,
      'model',
      'backtest',
      '--workspace',
      kiwi.slug,
    )
    const { asOf: __, ...called } = run.result as Record<string, unknown>
    expect(told).toEqual(called)
  })

  test('points are suggested with a draft, and nothing is published', async () => {
    const kiwi = await makeCompany(host())
    await kiwi.tell(...past())
    const { model } = await kiwi.get<{ model: object }>('/model')
    const { result } = await ran(kiwi, 'suggest', { model })
    expect(result).toMatchObject({
      fittedOn: 84,
      judgedOn: 36,
      verdict: expect.any(String),
      changes: expect.any(Array),
    })
    expect(await kiwi.get('/model')).toMatchObject({ version: 1, model })
    const { stdout } = await kiwi.host.command('model', 'backtest', '--suggest', '--workspace', kiwi.slug)
    expect(stdout).toMatch(/Fitted on 84 people before 2026-\d\d-\d\d, judged on the 36 after\./)
  })

  test('without a past it is refused in words, and a model that is none by its place', async () => {
    const kiwi = await makeCompany(host())
    for (const what of ['backtest', 'suggest']) {
      const problem = await problemOf(kiwi.call('POST', `/model/${what}`))
      expect(problem).toMatchObject({
        status: 409,
        key: 'backtest.tooFew',
        detail: expect.stringMatching(/20 won, 20 lost/),
      })
      expect(await problemOf(kiwi.call('POST', `/model/${what}`, { rules: 7 }))).toMatchObject({ status: 400 })
      expect(await problemOf(kiwi.call('GET', `/model/${what}/${what}_none`))).toMatchObject({ status: 404 })
    }
  })
}
