import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../process/running.ts'
import { afterWebinar, makeAfterWebinar } from './after-webinar.ts'
import { makeCompany } from './company.ts'
import { moment, problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Model {
  model: { rules: { id: string; points: number }[]; tests: object[] }
}

interface Linted {
  items: { smell: string; severity: string; rule: string | null; path: string; text: string; message: string }[]
}

const asked = {
  name: 'A question counts',
  because: 'who asks is interested',
  asOf: '2026-03-11T00:00Z',
  webinars: [{ id: 'demo', from: '2026-03-10T10:00Z', to: '2026-03-10T11:00Z' }],
  facts: [{ type: 'question.asked', at: '2026-03-10T10:40Z', webinar: 'demo', text: 'What does it cost?' }],
  expect: { points: { question_asked: 15 } },
}

/** What is odd in a formula, and the tests inside it. */
export function linting(host: () => RunningHost): void {
  test('what is odd in a model is told with its place and words, of one that is given, of the draft, else of that in force', async () => {
    const { kiwi } = await makeAfterWebinar(host())
    const lint = async (body?: object) => (await (await kiwi.call('POST', '/model/lint', body)).json()) as Linted
    const errors = ({ items }: Linted) => items.filter(({ severity }) => severity === 'error')
    const { model } = await kiwi.get<Model>('/model')
    expect(errors(await lint())).toEqual([])
    const rules = model.rules.map((rule) => (rule.id === 'attended_full' ? { ...rule, points: 1 } : rule))
    const given = await lint({ model: { ...model, rules } })
    const at = rules.findIndex(({ id }) => id === 'attended_full')
    expect(errors(given)).toEqual([
      {
        ...{ smell: 'less_for_more', severity: 'error', rule: 'attended_full', path: `rules.${at}` },
        text: expect.stringMatching(/^More attendance pays less: .* 3239 seconds earn 12, .* 3240 .*pays 1\./),
        message: 'smell.lessForMore',
        params: { length: 60, before: 3239, earned: 12, after: 3240, rule: 'attended_full', points: 1 },
      },
    ])
    expect(await lint({ ...model, rules })).toEqual(given)
    await kiwi.call('PUT', '/model/draft', { model: { ...model, rules }, revision: 0 })
    expect(await lint()).toEqual(given)
    expect(errors(await lint({ model }))).toEqual([])
  })

  test('what feeds no rule is told by the sources that are connected and by what has arrived', async () => {
    const { kiwi } = await afterWebinar(host())
    const { items } = (await (await kiwi.call('POST', '/model/lint')).json()) as Linted
    const unfed = items.filter(({ smell }) => smell === 'unfed_rule').map(({ rule }) => rule)
    expect(unfed).toContain('calls_unanswered')
    expect(unfed).not.toContain('attended_full')
  })

  test('the tests inside a model come out as they say, with the ledger of what they look at', async () => {
    const kiwi = await makeCompany(host())
    const run = async (body?: object) => (await kiwi.call('POST', '/model/test', body)).json()
    expect(await run()).toEqual({ passed: 0, failed: 0, items: [] })
    const { model } = await kiwi.get<Model>('/model')
    const red = { ...asked, name: 'Too much', expect: { score: 72 } }
    expect(await run({ model: { ...model, tests: [asked, red] } })).toEqual({
      passed: 1,
      failed: 1,
      items: [
        {
          ...{ name: 'A question counts', because: 'who asks is interested', passed: true, failures: [] },
          came: { score: 15, stage: 'lead', grade: null, temperature: 'cold' },
          ledger: [
            {
              ...{ rule: 'question_asked', points: 15, at: moment, webinar: 'demo' },
              ...{ reason: 'Asked a question during the webinar', message: 'question_asked', params: {} },
            },
          ],
        },
        expect.objectContaining({
          name: 'Too much',
          passed: false,
          failures: [{ what: 'score', expected: 72, got: 15 }],
        }),
      ],
    })
    const wrong = { ...asked, facts: [{ type: 'question.ased', at: '2026-03-10T10:40Z' }] }
    expect(await problemOf(kiwi.call('POST', '/model/test', { model: { ...model, tests: [wrong] } }))).toMatchObject({
      status: 400,
    })
    expect(await problemOf(kiwi.call('POST', '/model/lint', { rules: 7 }))).toMatchObject({ status: 400 })
  })

  test('the commands print the same, and fail with errors and with red tests', async () => {
    const kiwi = await makeCompany(host())
    const { model } = await kiwi.get<Model>('/model')
    const file = join(temporaryFolder(), 'model.json')
    const command = (name: string, changes: object, ...more: string[]) => {
      writeFileSync(file, JSON.stringify({ ...model, ...changes }))
      return host().command('model', name, file, '--workspace', kiwi.slug, ...more)
    }
    const rules = model.rules.map((rule) => (rule.id === 'attended_full' ? { ...rule, points: 1 } : rule))
    const [fine, odd] = [await command('lint', {}), await command('lint', { rules })]
    expect([fine.code, odd.code]).toEqual([0, 1])
    expect(odd.stdout).toMatch(/^error {4}rules\.\d+\n {9}More attendance pays less/)
    const called = await (await kiwi.call('POST', '/model/lint', { model })).json()
    expect(JSON.parse((await command('lint', {}, '--json')).stdout)).toEqual(called)
    const green = await command('test', { tests: [asked] })
    expect([green.code, green.stdout.trim()]).toEqual([0, 'passed  A question counts\n1 passed, 0 failed.'])
    const red = await command('test', { tests: [{ ...asked, expect: { score: 72 } }] })
    expect(red.code).toBe(1)
    expect(red.stdout.split('\n').slice(0, 4)).toEqual([
      'FAILED  A question counts',
      '        score: expected 72, got 15',
      '        because who asks is interested',
      '           +15  Asked a question during the webinar',
    ])
  })
}
