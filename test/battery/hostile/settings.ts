import type { Company } from '../../browser/company.ts'
import type { Guest } from '../../browser/zoom-webinar.ts'
import type { Told } from './told.ts'

type Made = { id: string }

/** What colleagues name: rules, channels, segments, keys, people of the team, owners, and what they note in the formula. */
export async function tellColleagues(
  company: Company,
  told: Told,
  guests: readonly Guest[],
): Promise<{ segments: string[]; rule: string }> {
  const make = async (path: string, body: object) => (await company.call<Made>('POST', `/api/v1/${path}`, body)).id
  const segments: string[] = []
  let rule = ''
  for (const [index, { email }] of guests.slice(0, 48).entries()) {
    const name = (place: string) => told.by(place, index, 100)
    const mail = { kind: 'mail', name: name('channel'), address: `sales${index}@oren.example` }
    const channel = await make('channels', { ...mail, language: index % 2 ? 'he' : 'en' })
    const accounts = [email.split('@')[1]!, told.by('account', index + 1, 200)]
    rule = await make('alert-rules', { name: name('rule'), on: 'raises_hand', accounts, channels: [channel] })
    segments.push(await make('segments', { name: name('segment'), filters: { domain: email.split('@')[1] } }))
    await company.call('POST', '/api/v1/api-keys', { name: name('key'), scopes: ['read'] })
    await company.call('POST', '/api/v1/members', {
      ...{ name: name('member'), email: `m${index}@oren.example`, role: 'sales' },
    })
  }
  await company.call('PUT', '/api/v1/alert-routing', {
    routes: guests.slice(0, 48).map(({ email }, index) => ({
      ...{ owner: told.by('owner', index, 100), email: 'noa@oren.example', accounts: [email.split('@')[1]!] },
    })),
    otherwise: { owner: told.by('otherwise', 0, 100) },
  })
  await changeFormula(company, told)
  return { segments, rule }
}

async function changeFormula(company: Company, told: Told): Promise<void> {
  type Model = { rules: { id: string; note?: string }[]; buyingWords: object[] }
  const { model } = await company.call<{ model: Model }>('GET', '/api/v1/model')
  const noted = (place: string): Model => ({
    ...model,
    rules: model.rules.map((rule, index) => ({ ...rule, note: told.by(place, index, 200) })),
  })
  await company.call('POST', '/api/v1/model/publish', {
    model: noted('ruleNote'),
    note: told.by('versionNote', 0, 200),
  })
  await company.settled()
  const words = { en: told.payloads.map((_, index) => told.by('topicWord', index, 60)) }
  const because = told.by('because', 1, 200)
  const expected = { asOf: '2026-03-12T10:00:00Z', facts: [], expect: { score: 1 } }
  const tests = [{ name: told.by('testName', 0, 100), because, ...expected }]
  const buyingWords = [...model.buyingWords, { id: 'constructor', words }]
  await company.call('PUT', '/api/v1/model/draft', { model: { ...noted('draftNote'), tests, buyingWords } })
}
