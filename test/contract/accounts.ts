import { expect, test } from 'vitest'
import { activity } from './activity.ts'
import { afterWebinar } from './after-webinar.ts'
import { type Company, commanded, makeCompany } from './company.ts'
import { problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Account {
  rank: number
  account: { id: string; domain: string | null; name: string | null }
  score: number
  grade: string | null
  people: number
  top: { person: { email: string }; score: number }[]
}

interface Page {
  items: Account[]
  total: number
  nextCursor: string | null
}

type Matrix = { cells: { grade: string | null; temperature: string; people: number }[]; people: number }

/** Companies that people work for, and fit beside engagement. */
export function accounts(host: () => RunningHost): void {
  const quote = (id: string, email: string, company?: string) =>
    activity(id, 'form.submitted', '2026-04-03T10:00:00Z', { person: { email, company }, form: { id, kind: 'quote' } })

  async function made(): Promise<Company> {
    const kiwi = await makeCompany(host(), ['--staff-domain', 'acme.example'])
    await kiwi.tell(
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((who) => quote(who, `${who}@lime.example`, 'Lime')),
      quote('g', 'g@gmail.com', 'Plum, Inc.'),
      quote('h', 'h@acme.example'),
    )
    await kiwi.settled()
    return kiwi
  }

  test('companies stand by their five highest scores, by domain or by name, and each shows its people', async () => {
    const kiwi = await made()
    const { items, total } = await kiwi.get<Page>('/accounts')
    expect(total).toBe(2)
    expect(items).toMatchObject([
      { rank: 1, account: { domain: 'lime.example', name: 'Lime' }, score: 250, people: 6, grade: null },
      { rank: 2, account: { domain: null, name: 'Plum, Inc.' }, score: 45, people: 1 },
    ])
    for (const { score, top } of items) expect(top.reduce((sum, line) => sum + line.score, 0)).toBe(score)
    const lime = await kiwi.get<{ members: { points: number }[] }>(`/accounts/${items[0]!.account.id}`)
    expect(lime).toMatchObject(items[0]!)
    expect(lime.members.map(({ points }) => points)).toEqual([50, 50, 50, 50, 50, 0])
    const listed = await commanded<Page>(host(), 'account', 'list', '--workspace', kiwi.slug, '--search', 'PLUM')
    expect(listed.items).toEqual([items[1]])
    const words = await host().command('account', 'list', '--workspace', kiwi.slug)
    expect([words.code, words.stdout]).toEqual([0, expect.stringMatching(/1 +250 .*lime\.example/)])
  })

  test('the list comes page by page, and what makes no sense is refused and named', async () => {
    const { kiwi } = await afterWebinar(host())
    const whole = await kiwi.get<Page>('/accounts?limit=200')
    expect(whole.items.length).toBeGreaterThan(3)
    const paged: Account[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Page = await kiwi.get(`/accounts?limit=3${cursor && `&cursor=${cursor}`}`)
      paged.push(...page.items)
      cursor = page.nextCursor
    }
    expect(paged).toEqual(whole.items)
    for (const [path, status, field] of [
      ['/accounts?sort=heat', 400, 'sort'],
      ['/accounts?cursor=x', 400, 'cursor'],
      ['/accounts?limit=0', 400, 'limit'],
      ['/accounts/a_none', 404, 'id'],
    ] as const)
      expect([path, await problemOf(kiwi.call('GET', path))]).toMatchObject([path, { status, field }])
  })

  test('the matrix counts people by grade and temperature, and a ranking is narrowed down by both', async () => {
    const kiwi = await made()
    const plain = await kiwi.get<Matrix>('/people/matrix')
    expect(plain).toMatchObject({
      cells: [
        { grade: null, temperature: 'hot', people: 0 },
        { grade: null, temperature: 'warm', people: 7 },
        { grade: null, temperature: 'cold', people: 0 },
      ],
      people: 7,
      leftOut: { staff: 1, disqualified: 0 },
    })
    const { model } = await kiwi.get<{ model: object }>('/model')
    const fit = { characteristics: [{ id: 'company', attribute: 'company', oneOf: ['Lime'] }] }
    expect((await kiwi.call('POST', '/model/publish', { ...model, fit })).status).toBe(200)
    await kiwi.settled()
    const { cells } = await kiwi.get<Matrix>('/people/matrix')
    expect(cells).toHaveLength(12)
    expect(cells.filter(({ people }) => people > 0)).toEqual([
      { grade: 'A', temperature: 'warm', people: 6 },
      { grade: 'D', temperature: 'warm', people: 1 },
    ])
    expect((await kiwi.get<Page>('/accounts')).items.map(({ grade }) => grade)).toEqual(['A', 'D'])
    const { kiwi: other, id } = await afterWebinar(host())
    const ranked = async (query: string) => (await other.get<Page>(`/webinars/${id}/ranking${query}`)).items.length
    expect([await ranked('?grade=none'), await ranked('?grade=A')]).toEqual([await ranked(''), 0])
    expect(await problemOf(other.call('GET', `/webinars/${id}/ranking?grade=E`))).toMatchObject({ field: 'grade' })
  })
}
