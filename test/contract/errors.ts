import { expect, test } from 'vitest'
import { viewed } from './activity.ts'
import { afterWebinar } from './after-webinar.ts'
import { makeCompany } from './company.ts'
import { problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

const reading = ['/webinars', '/people', '/model', '/model/versions', '/sources', '/quarantine', '/workspace']

/** Who is let in, what is refused, and that companies never see each other. */
export function errors(host: () => RunningHost): void {
  test('without a key, or with one that is none, every call is 401 and says what to give', async () => {
    const { kiwi } = await afterWebinar(host())
    const strangers = ['', 'Bearer x', `Bearer ${kiwi.apiKey}x`, 'Basic eDp5', `Bearer rk_${'a'.repeat(12)}_b`]
    for (const path of [...reading, '/nothing'])
      for (const authorization of strangers) {
        const headers: Record<string, string> = authorization ? { authorization } : {}
        const answer = await fetch(`${host().address}/api/v1${path}`, { headers })
        expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="Ripen"')
        expect([path, await problemOf(answer)]).toMatchObject([
          path,
          { status: 401, type: '/docs#problem-unauthorized', detail: expect.stringContaining('API key') },
        ])
      }
  })

  test('a call that there is none of is 404, a query parameter that a call does not have is 400 and named', async () => {
    const { kiwi, id } = await afterWebinar(host())
    for (const [method, path] of [
      ['GET', '/nothing'],
      ['DELETE', '/webinars'],
      ['PUT', '/workspace'],
      ['GET', '/webinars/x/y/z'],
    ] as const)
      expect([path, await problemOf(kiwi.call(method, path))]).toMatchObject([path, { status: 404 }])
    const paths = [...reading, `/webinars/${id}`, `/webinars/${id}/ranking`, `/webinars/${id}/funnel`]
    for (const path of paths)
      expect([path, await problemOf(kiwi.call('GET', `${path}?colour=green`))]).toMatchObject([
        path,
        { status: 400, field: 'colour', type: '/docs#problem-invalid' },
      ])
  })

  test('what is of another company is 404, and what one brings in the other never sees', async () => {
    const { kiwi, id } = await afterWebinar(host())
    const lime = await makeCompany(host())
    const { items } = await kiwi.get<{ items: { id: string }[] }>('/people?limit=1')
    const paths = ['', '/ranking', '/ranking.csv', '/funnel', '/audience', '/figures', '/changes']
    for (const path of [...paths.map((part) => `/webinars/${id}${part}`), `/people/${items[0]!.id}`])
      expect([path, await problemOf(lime.call('GET', path))]).toMatchObject([path, { status: 404 }])
    expect(await problemOf(lime.call('PATCH', `/webinars/${id}`, { kind: 'demo' }))).toMatchObject({ status: 404 })
    const secret = { secret: 'lime took it' }
    expect(await problemOf(lime.call('PUT', `/sources/${kiwi.source}x/secret`, secret))).toMatchObject({ status: 404 })

    await lime.tell(viewed('1', 'person1@firm1.example'))
    await lime.settled()
    type People = { items: { id: string; score: number; name: string | null }[] }
    const [ofLime] = (await lime.get<People>('/people?email=person1@firm1.example')).items
    const [ofKiwi] = (await kiwi.get<People>('/people?email=person1@firm1.example')).items
    expect([ofLime!.name, ofKiwi!.name]).toEqual([null, expect.any(String)])
    expect(await lime.get('/webinars')).toEqual({ items: [] })
  })
}
