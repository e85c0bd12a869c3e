import { expect, test } from 'vitest'
import { openBrowser } from './browser-session.ts'
import { commanded, makeCompany } from './company.ts'
import { moment, problemOf, statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Rule {
  id: string
  points: number
}

interface Model {
  model: { rules: Rule[] }
}

type Answer = { draft: { revision: number } & Model }

/** The life of a model: draft, signatures, publication, rollback; the file and the difference of two. */
export function draft(host: () => RunningHost): void {
  /** A company whose draft gives a point more for attending. */
  async function drafting() {
    const kiwi = await makeCompany(host())
    const { model } = await kiwi.get<Model>('/model')
    const rules = model.rules.map((rule) => (rule.id === 'attended_full' ? { ...rule, points: 21 } : rule))
    const put = await kiwi.call('PUT', '/model/draft', { model: { ...model, rules }, revision: 0, note: 'Stay longer' })
    expect(put.status).toBe(200)
    return { kiwi, model, stored: (await put.json()) as Answer }
  }
  const signed = { marketing: { by: 'Dana', at: moment }, sales: { by: 'Sam', at: moment } }

  test('a draft is stored, signed by both sides, published as a version with both names, and rolled back', async () => {
    const { kiwi, model, stored } = await drafting()
    expect(stored.draft).toMatchObject({ revision: 1, basedOn: 1, updatedBy: 'API key', note: 'Stay longer' })
    expect(await kiwi.get('/model/draft')).toEqual(stored)
    const publish = () => kiwi.call('POST', '/model/publish', { draft: 1 })
    expect(await problemOf(publish())).toMatchObject({ status: 409, detail: expect.stringContaining('marketing') })
    const sign = (side: string, name: string) => kiwi.call('POST', '/model/draft/sign', { side, revision: 1, name })
    expect(await statusOf(sign('marketing', 'Dana'))).toBe(200)
    expect(await problemOf(sign('sales', 'Dana'))).toMatchObject({ status: 409 })
    const both = await sign('sales', 'Sam')
    expect(await both.json()).toEqual({ draft: { ...stored.draft, signed } })
    const published = await publish()
    expect([published.status, await published.json()]).toEqual([200, { version: 2 }])
    await kiwi.settled()
    const about = { publishedBy: 'API key', note: 'Stay longer', basedOn: 1, rollbackOf: null, signed }
    expect(await kiwi.get('/model')).toMatchObject({ version: 2, state: 'current', switchedAt: moment, ...about })
    expect(await kiwi.get('/model/draft')).toEqual({ draft: null })
    const back = await kiwi.call('POST', '/model/rollback', { version: 1, note: 'Too many' })
    expect([back.status, await back.json()]).toEqual([200, { version: 3 }])
    await kiwi.settled()
    expect(await kiwi.get('/model')).toMatchObject({ version: 3, rollbackOf: 1, note: 'Too many', model })
    expect(await statusOf(kiwi.call('POST', '/model/rollback', { version: 9 }))).toBe(404)
    expect(await statusOf(kiwi.call('POST', '/model/rollback', { version: 3 }))).toBe(409)
  })

  test('of two who save the same revision the second is refused and hears of the first', async () => {
    const { kiwi, model } = await drafting()
    const save = (followUpDays: number) =>
      kiwi.call('PUT', '/model/draft', { model: { ...model, followUpDays }, revision: 1 })
    const answers = await Promise.all([save(20), save(21)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const late = answers.find(({ status }) => status === 409)!
    expect(await problemOf(late)).toMatchObject({ detail: expect.stringContaining('revision 2'), revision: 2 })
    expect(await statusOf(kiwi.call('POST', '/model/draft/sign', { side: 'sales', revision: 1, name: 'Sam' }))).toBe(
      409,
    )
    expect(await statusOf(kiwi.call('DELETE', '/model/draft'))).toBe(204)
    expect(await statusOf(kiwi.call('DELETE', '/model/draft'))).toBe(204)
    expect(await statusOf(kiwi.call('GET', '/model/draft/file'))).toBe(404)
  })

  test('a draft that is no model is refused with the place and what is allowed there, and nothing is stored', async () => {
    const kiwi = await makeCompany(host())
    const { model } = await kiwi.get<Model>('/model')
    const rules = model.rules.map((rule, at) => (at === 3 ? { ...rule, kind: 'sang' } : rule))
    const answer = await problemOf(kiwi.call('PUT', '/model/draft', { model: { ...model, rules } }))
    expect(answer).toMatchObject({ status: 400, detail: expect.stringMatching(/rules\.3.*kind.*attended_live/) })
    expect(await kiwi.get('/model/draft')).toEqual({ draft: null })
  })

  test('a model is downloaded as a file of one rule a line, which comes in again as the same, and the difference is shown', async () => {
    const { kiwi, model } = await drafting()
    const file = await kiwi.call('GET', '/model/versions/1/file')
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(file.headers.get('content-disposition')).toContain('filename="ripen-model-v1.json"')
    const text = await file.text()
    expect(text.split('\n').filter((line) => /^ {4}\{ "id": "\w+", "kind": /.test(line)).length).toBe(
      model.rules.length,
    )
    const draftFile = await kiwi.call('GET', '/model/draft/file')
    expect(draftFile.headers.get('content-disposition')).toContain('ripen-model-draft.json')
    const rule = { path: 'rules.attended_full.points', rule: 'attended_full', kind: 'changed', before: 20, after: 21 }
    expect(await kiwi.get('/model/diff?from=1&to=draft')).toEqual({
      ...{ from: 1, to: 'draft', changes: [rule] },
      text: expect.stringMatching(/\n-.*"attended_full".*"points": 20.*\n\+.*"attended_full".*"points": 21/),
    })
    expect(await statusOf(kiwi.call('PUT', '/model/draft', { model: JSON.parse(text) }))).toBe(200)
    expect(await kiwi.get('/model/diff')).toMatchObject({ from: 1, to: 'draft', changes: [], text: '' })
    expect(await problemOf(kiwi.call('GET', '/model/diff?from=1&to=7'))).toMatchObject({ status: 404 })
    expect(await problemOf(kiwi.call('GET', '/model/diff?from=x'))).toMatchObject({ status: 400 })
  })

  test('a ready-made model comes with what the workspace has put into its own, and as a strategy has it', async () => {
    const kiwi = await makeCompany(host())
    const listed = await kiwi.get<{ templates: object[]; presets: { id: string }[] }>('/model/templates')
    const b2b = { name: 'b2b-it', rules: 10, sections: ['role', 'company', 'site'] }
    expect(listed.templates).toContainEqual(expect.objectContaining(b2b))
    expect(listed.presets.map(({ id }) => id)).toEqual(['awareness', 'long_cycle'])
    const name = encodeURIComponent('webinar+b2b-it:company')
    const { model } = await kiwi.get<Model>(`/model/templates/${name}?preset=long_cycle`)
    expect(model).toMatchObject({ calendar: { timezone: 'Asia/Jerusalem' }, thresholds: { mql: 30, sql: 70 } })
    const points = Object.fromEntries(model.rules.map((rule) => [rule.id, rule.points]))
    expect(points).toMatchObject({ company_large: 30, question_asked: 25, attended_story: 15 })
    expect(await statusOf(kiwi.call('PUT', '/model/draft', { model }))).toBe(200)
    expect(await problemOf(kiwi.call('GET', '/model/templates/luck'))).toMatchObject({ status: 400 })
    expect(await problemOf(kiwi.call('GET', '/model/templates/webinar?preset=luck'))).toMatchObject({ status: 400 })
  })

  test('a draft is signed and published by commands, and the version that they roll back to is a new one', async () => {
    const { kiwi } = await drafting()
    const command = <T>(...args: string[]) => commanded<T>(host(), 'model', ...args, '--workspace', kiwi.slug)
    await command('sign', '--side', 'marketing', '--name', 'Dana')
    await command('sign', '--side', 'sales', '--name', 'Sam')
    expect(await command('publish')).toEqual({ version: 2 })
    const about = { version: 2, publishedBy: 'command line', signed, note: 'Stay longer' }
    expect(await command('show')).toMatchObject(about)
    expect(await command('rollback', '1')).toEqual({ version: 3 })
    expect(await command('diff', '1', '3')).toMatchObject({ from: 1, to: 3, changes: [] })
    expect(await command('versions')).toMatchObject({ items: [{ rollbackOf: 1 }, about, { version: 1 }] })
  })

  test('a marketer and a salesperson sign in and sign, each for their side and in their own name', async () => {
    const { kiwi } = await drafting()
    async function enter(role: string, name: string) {
      const email = `${role}-${kiwi.slug}@kiwi.example`
      const add = ['member', 'add', email, '--workspace', kiwi.slug, '--role', role, '--name', name]
      const { link } = await commanded<{ link: string }>(host(), ...add)
      const browser = openBrowser(host())
      const token = new URL(link).hash.slice(1)
      expect((await browser.call('POST', '/setup', { token, password: 'ten letters' })).status).toBe(201)
      return (method: string, path: string, body: object) =>
        browser.call(method, `/api/v1/model/${path}`, body, { 'ripen-workspace': kiwi.slug })
    }
    const [dana, sam] = [await enter('marketer', 'דנה לוי'), await enter('sales', 'Sam Ortiz')]
    const sign = (by: typeof dana, side: string) => by('POST', 'draft/sign', { side, revision: 1 })
    expect(await problemOf(sign(dana, 'sales'))).toMatchObject({ status: 403, key: 'formula.otherSide' })
    expect([await statusOf(sign(dana, 'marketing')), await statusOf(sign(sam, 'sales'))]).toEqual([200, 200])
    expect(await problemOf(sam('POST', 'rollback', { version: 1 }))).toMatchObject({ status: 403 })
    expect(await problemOf(dana('POST', 'publish', { model: {} }))).toMatchObject({ status: 403 })
    expect(await statusOf(sam('POST', 'publish', { draft: 1 }))).toBe(200)
    const names = { marketing: { by: 'דנה לוי', at: moment }, sales: { by: 'Sam Ortiz', at: moment } }
    expect(await kiwi.get('/model/versions/2')).toMatchObject({ publishedBy: 'Sam Ortiz', signed: names })
  })
}
