import { expect, test } from 'vitest'
import type { HistoryAnswer, PersonAnswer } from '../../src/http/workspace/people.ts'
import type { RankingPage } from '../../src/http/workspace/ranking.ts'
import { zoomRun } from '../zoom-run.ts'
import { type Company, type House, makeCompany, makeHouse, now } from './company.ts'

async function afterWebinar(): Promise<{ kiwi: Company; house: House; webinar: string; page: RankingPage }> {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  await Promise.all(zoomRun(40).map(({ body }) => house.hook(kiwi, body)))
  kiwi.settle()
  const { items } = await house.get<{ items: { id: string }[] }>(kiwi, '/webinars')
  const webinar = items[0]!.id
  return { kiwi, house, webinar, page: await house.get<RankingPage>(kiwi, `/webinars/${webinar}/ranking?limit=100`) }
}

test('a person has each webinar as its ranking shows it', async () => {
  const { kiwi, house, webinar, page } = await afterWebinar()
  for (const { person, webinarPoints, attendance, presence, marks, parts, questions, pollAnswers } of page.items) {
    const { webinars } = await house.get<PersonAnswer>(kiwi, `/people/${person.id}`)
    expect(webinars).toMatchObject([
      {
        ...{ id: webinar, kind: expect.any(String), state: 'ended', liveSeconds: 3600, points: webinarPoints },
        ...{ attendance, presence, marks, parts, questions, pollAnswers },
        registered: expect.any(Boolean),
      },
    ])
  }
  const noShows = await house.get<RankingPage>(kiwi, `/webinars/${webinar}/ranking?attended=no_show&limit=100`)
  expect(noShows.items.length).toBeGreaterThan(3)
  for (const { person } of noShows.items) {
    const { webinars } = await house.get<PersonAnswer>(kiwi, `/people/${person.id}`)
    expect(webinars).toMatchObject([{ noShow: true, registered: true }])
  }
})

test('the history of a person ends at the score of now and tells the stage of each moment', async () => {
  const { kiwi, house, page } = await afterWebinar()
  const [hottest] = page.items
  const { steps, ...rest } = await house.get<HistoryAnswer>(kiwi, `/people/${hottest!.person.id}/history`)
  expect(rest).toEqual({ modelVersion: 1, asOf: new Date(now).toISOString(), complete: true })
  expect(steps.length).toBeGreaterThan(2)
  expect(steps[0]).toMatchObject({ stage: 'registrant', temperature: 'cold' })
  expect(steps.at(-1)).toMatchObject({ score: hottest!.score, stage: hottest!.stage })
  for (const { at, score, stage, temperature } of steps) {
    const then = await house.get<PersonAnswer>(kiwi, `/people/${hottest!.person.id}?asOf=${at}`)
    expect(then.scorecard).toMatchObject({ score, stage, temperature })
  }
  const first = await house.get<HistoryAnswer>(kiwi, `/people/${hottest!.person.id}/history?asOf=${steps[1]!.at}`)
  expect(first.steps).toEqual(steps.slice(0, 2))
})

test('the history of nobody is not found, and a moment that is none is refused', async () => {
  const { kiwi, house, page } = await afterWebinar()
  const ask = (path: string) => house.send(kiwi, 'GET', path, undefined as never)
  expect((await ask('/people/p_000000000000000000000000/history')).status).toBe(404)
  const wrong = await ask(`/people/${page.items[0]!.person.id}/history?asOf=yesterday`)
  expect([wrong.status, await wrong.json()]).toMatchObject([400, { field: 'asOf' }])
})

test('a name with markup or a formula arrives as it was typed', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const firstName = '<img src=x onerror=alert(1)>'
  const lastName = '=HYPERLINK("https://evil.example")'
  const event = {
    ...{ specversion: '1.0', id: '1', source: 'https://kiwi.example', type: 'person.registered' },
    time: '2026-04-01T10:00:00Z',
    data: {
      person: { email: 'mallory@kiwi.example', firstName, lastName, company: '"</script>&amp;' },
      webinar: { platform: 'generic', platformId: '1', startsAt: '2026-04-02T10:00:00Z' },
    },
  }
  expect((await house.send(kiwi, 'POST', '/activities', [event])).status).toBe(200)
  kiwi.settle()
  const { items } = await house.get<{ items: { id: string; name: string; company: string }[] }>(kiwi, '/people')
  expect(items).toMatchObject([{ name: `${firstName} ${lastName}`, company: '"</script>&amp;' }])
  const response = await house.fetch('/api/v1/people', { headers: { authorization: `Bearer ${kiwi.apiKey}` } })
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})
