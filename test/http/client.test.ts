import { hc } from 'hono/client'
import { expect, expectTypeOf, test } from 'vitest'
import type { AllRoutes } from '../../src/http/workspace/app.ts'
import type { Figures, Funnel } from '../../src/http/workspace/figures.ts'
import type { HistoryAnswer, PersonAnswer } from '../../src/http/workspace/people.ts'
import type { RankingPage, RankingRow } from '../../src/http/workspace/ranking.ts'
import type { WebinarRoutes, WebinarRow } from '../../src/http/workspace/webinars.ts'
import type { WorkspaceAnswer } from '../../src/http/workspace/workspace.ts'

const asked: string[] = []
const options = {
  fetch: (input: RequestInfo | URL) => {
    asked.push(String(input))
    return Promise.resolve(Response.json({ items: [] }))
  },
}

test('a client of one noun knows its calls, parameters and answers', async () => {
  const { webinars } = hc<WebinarRoutes>('http://ripen.example', options).api.v1
  const answer = await (await webinars.$get()).json()
  expectTypeOf(answer).toEqualTypeOf<{ items: WebinarRow[] }>()
  expectTypeOf<WebinarRow['state']>().toEqualTypeOf<'scheduled' | 'live' | 'ended'>()
  expectTypeOf(webinars[':id'].$get).parameter(0).toExtend<{ param: { id: string } }>()
  expect(answer).toEqual({ items: [] })
})

test('a client of all calls knows the queries too, and writes them into the address', async () => {
  const { api } = hc<AllRoutes>('http://ripen.example', options)
  const page = await api.v1.webinars[':id'].ranking.$get({ param: { id: 'w_1' }, query: { limit: '5', sort: 'score' } })
  expectTypeOf(await page.json()).toEqualTypeOf<RankingPage>()
  expectTypeOf<RankingPage['items'][number]>().toEqualTypeOf<RankingRow>()
  expect(asked.at(-1)).toBe('http://ripen.example/api/v1/webinars/w_1/ranking?limit=5&sort=score')

  type Answer<Call extends (...given: never[]) => Promise<{ json(): unknown }>> = Awaited<
    ReturnType<Awaited<ReturnType<Call>>['json']>
  >
  expectTypeOf<Answer<(typeof api.v1.webinars)[':id']['figures']['$get']>>().toEqualTypeOf<Figures>()
  expectTypeOf<Answer<(typeof api.v1.webinars)[':id']['funnel']['$get']>>().toEqualTypeOf<Funnel>()
  expectTypeOf<Answer<(typeof api.v1.people)[':id']['$get']>>().toExtend<PersonAnswer>()
  expectTypeOf<Answer<(typeof api.v1.people)[':id']['history']['$get']>>().toEqualTypeOf<HistoryAnswer>()
  expectTypeOf<Answer<typeof api.v1.workspace.$get>>().toEqualTypeOf<WorkspaceAnswer>()
})
