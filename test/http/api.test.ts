import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { zoomRun } from '../zoom-run.ts'
import { type Company, type House, makeCompany, makeHouse } from './company.ts'

interface Row {
  rank: number
  person: { id: string; email: string | null; name: string | null }
  score: number
  webinarPoints: number
}

interface Page {
  items: Row[]
  total: number | null
  nextCursor: string | null
  asOf: string
}

/** A company after one webinar of Zoom with 40 registrants; the id of the webinar. */
async function afterWebinar(): Promise<{ kiwi: Company; house: House; id: string }> {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  await Promise.all(zoomRun(40).map(({ body }) => house.hook(kiwi, body)))
  kiwi.settle()
  const { items } = await house.get<{ items: { id: string }[] }>(kiwi, '/webinars')
  return { kiwi, house, id: items[0]!.id }
}

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

test('the webinars are listed with their counts, times in ISO 8601 UTC', async () => {
  const { kiwi, house } = await afterWebinar()
  const { items } = await house.get<{ items: object[] }>(kiwi, '/webinars')
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    platform: 'zoom',
    platformId: '81234567890',
    registrants: 39,
    startsAt: expect.stringMatching(iso),
    endsAt: expect.stringMatching(iso),
  })
})

test('the ranking comes in pages that together are the whole, in falling order', async () => {
  const { kiwi, house, id } = await afterWebinar()
  const whole = await house.get<Page>(kiwi, `/webinars/${id}/ranking?limit=500`)
  expect(whole.total).toBe(whole.items.length)
  expect(whole.asOf).toMatch(iso)
  expect(whole.nextCursor).toBeNull()
  const paged: Row[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Page = await house.get(kiwi, `/webinars/${id}/ranking?limit=7${cursor && `&cursor=${cursor}`}`)
    paged.push(...page.items)
    cursor = page.nextCursor
  }
  expect(paged).toEqual(whole.items)
  expect(paged.map(({ rank }) => rank)).toEqual(paged.map((_, i) => i + 1))
  const points = paged.map(({ webinarPoints }) => webinarPoints)
  expect(points).toEqual([...points].sort((a, b) => b - a))
})

test('a filter, a limit or a moment that makes no sense is refused and named', async () => {
  const { kiwi, house, id } = await afterWebinar()
  const wrong = {
    stage: 'boss',
    temperature: 'lukewarm',
    minScore: 'many',
    sort: 'name',
    asOf: 'yesterday',
    limit: '0',
    cursor: '%00',
  }
  for (const path of ['ranking', 'ranking.csv'])
    for (const [field, value] of Object.entries(wrong)) {
      if (path === 'ranking.csv' && ['limit', 'cursor'].includes(field)) continue
      const response = await house.send(kiwi, 'GET', `/webinars/${id}/${path}?${field}=${value}`, undefined as never)
      expect([path, field, response.status]).toEqual([path, field, 400])
      expect(await response.json()).toMatchObject({ field })
    }
})

test('the file holds the same rows in the same order, as a download called after the webinar', async () => {
  const { kiwi, house, id } = await afterWebinar()
  const { items } = await house.get<Page>(kiwi, `/webinars/${id}/ranking?limit=500`)
  for (const profile of ['spreadsheet', 'crm']) {
    const response = await house.send(kiwi, 'GET', `/webinars/${id}/ranking.csv?profile=${profile}`, undefined as never)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toMatch(
      profile === 'crm'
        ? / - crm\.csv"; filename\*=UTF-8''/
        : /^attachment; filename="[\w .-]+\.csv"; filename\*=UTF-8''/,
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    expect(text.startsWith('\ufeff')).toBe(profile === 'spreadsheet')
    const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
    expect(rows.map((row) => [Number(row.Rank), row['E-mail'], Number(row.Score)])).toEqual(
      items.map(({ rank, person, score }) => [rank, person.email ?? '', score]),
    )
  }
  const later = await house.send(kiwi, 'GET', `/webinars/${id}/ranking.csv?profile=tarot`, undefined as never)
  expect(await later.json()).toMatchObject({
    status: 400,
    field: 'profile',
    detail: expect.stringContaining('spreadsheet, crm'),
  })
})

test('a name that is a formula does no harm in the file', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const hostile = '=HYPERLINK("http://evil.example")'
  const [registration] = zoomRun(1).filter(({ event }) => event === 'webinar.registration_created')
  const body = registration!.body.replace(/"first_name":"[^"]*"/, `"first_name":${JSON.stringify(hostile)}`)
  await house.hook(kiwi, body)
  kiwi.settle()
  const { items } = await house.get<{ items: { id: string }[] }>(kiwi, '/webinars')
  const file = await house.send(kiwi, 'GET', `/webinars/${items[0]!.id}/ranking.csv`, undefined as never)
  expect(await file.text()).toContain(`"'=HYPERLINK(""http://evil.example"")`)
})

test('a person is found by e-mail in any case and shown with a ledger that adds up', async () => {
  const { kiwi, house } = await afterWebinar()
  const { items } = await house.get<{ items: { id: string }[] }>(kiwi, '/people?email=PERSON1@firm1.Example')
  expect(items).toHaveLength(1)
  type Shown = {
    person: { email: string }
    scorecard: { score: number; ledger: { points: number; at: string; reason: string }[] }
  }
  const shown = await house.get<Shown>(kiwi, `/people/${items[0]!.id}`)
  expect(shown.person.email).toBe('person1@firm1.example')
  expect(shown.scorecard.ledger.reduce((sum, { points }) => sum + points, 0)).toBe(shown.scorecard.score)
  for (const { at, reason } of shown.scorecard.ledger) {
    expect(at).toMatch(iso)
    expect(reason.length).toBeGreaterThan(5)
  }
  const before = await house.get<Shown>(kiwi, `/people/${items[0]!.id}?asOf=2020-01-01T00:00:00Z`)
  expect(before.scorecard.score).toBe(0)
})

test('a person of another workspace is 404, as is a webinar of another workspace', async () => {
  const { kiwi, house: alone, id } = await afterWebinar()
  const lime = makeCompany('lime00000001')
  const house = makeHouse(kiwi, lime)
  const { items } = await alone.get<Page>(kiwi, `/webinars/${id}/ranking?limit=1`)
  for (const path of [
    `/people/${items[0]!.person.id}`,
    `/webinars/${id}/ranking`,
    `/webinars/${id}/ranking.csv`,
    `/webinars/${id}/funnel`,
  ])
    expect([path, (await house.send(lime, 'GET', path, undefined as never)).status]).toEqual([path, 404])
})

test('a person who was merged into another answers 308 to the new address, with the query kept', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const event = (id: string, person: object, type: string, data = {}) => ({
    specversion: '1.0',
    id,
    source: 'https://shop.example',
    type,
    time: '2026-04-01T10:00:00Z',
    data: { person, ...data },
  })
  const webinar = { platform: 'generic', platformId: '7', startsAt: '2026-04-02T10:00:00Z' }
  const registrant = { platform: 'generic', registrantId: 'r1' }
  await house.send(kiwi, 'POST', '/activities', [
    event('1', registrant, 'webinar.attended', {
      webinar,
      joinedAt: '2026-04-02T10:00:00Z',
      leftAt: '2026-04-02T10:30:00Z',
    }),
    event('2', { email: 'dana@kiwi.example' }, 'page.viewed', { url: 'https://shop.example/' }),
  ])
  kiwi.settle()
  const before = await house.get<{ items: { id: string; email: string | null }[] }>(kiwi, '/people')
  const old = before.items.find(({ email }) => email === null)!
  await house.send(kiwi, 'POST', '/activities', [
    event('3', { ...registrant, email: 'dana@kiwi.example' }, 'person.registered', { webinar }),
  ])
  kiwi.settle()
  const { items } = await house.get<{ items: { id: string }[] }>(kiwi, '/people')
  expect(items).toHaveLength(1)
  const moved = await house.send(kiwi, 'GET', `/people/${old.id}?asOf=2026-04-03T00:00:00Z`, undefined as never)
  expect([moved.status, moved.headers.get('location')]).toEqual([
    308,
    `/api/v1/people/${items[0]!.id}?asOf=2026-04-03T00:00:00Z`,
  ])
})

test('activities are counted as accepted, duplicate and rejected, and one bad event holds nobody back', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const one = {
    specversion: '1.0',
    id: '1',
    source: 'https://shop.example',
    type: 'page.viewed',
    time: '2026-04-01T10:00:00Z',
    data: { person: { email: 'dana@kiwi.example' }, url: 'https://shop.example/' },
  }
  const response = await house.send(kiwi, 'POST', '/activities', [one, one, { id: 'x' }])
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ accepted: 1, duplicate: 1, rejected: [{ index: 2, id: 'x' }] })
})

test('more than 1,000 activities or more than 1 MB are 413, a body that is no event 400', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  expect(
    (
      await house.send(
        kiwi,
        'POST',
        '/activities',
        Array.from({ length: 1_001 }, () => ({})),
      )
    ).status,
  ).toBe(413)
  expect((await house.send(kiwi, 'POST', '/activities', ' '.repeat(1024 * 1024 + 1))).status).toBe(413)
  for (const body of [1, 'x', null, [[]]]) {
    const { status } = await house.send(kiwi, 'POST', '/activities', JSON.stringify(body))
    expect([body, status]).toEqual([body, Array.isArray(body) ? 200 : 400])
  }
})

test('what a webinar is can be said, and is answered as it is then', async () => {
  const { kiwi, house, id } = await afterWebinar()
  const patch = { kind: 'demo', partner: { name: 'Papaya', domains: ['papaya.example'] }, cost: 900 }
  const response = await house.send(kiwi, 'PATCH', `/webinars/${id}`, patch)
  expect([response.status, await response.json()]).toMatchObject([200, { id, kind: 'demo' }])
  expect((await house.send(kiwi, 'PATCH', `/webinars/${id}`, { kind: 7 })).status).toBe(400)
  expect((await house.send(kiwi, 'PATCH', '/webinars/w_nope', { kind: 'demo' })).status).toBe(404)
})

test('the model goes out, comes in again as the next version, and both are listed', async () => {
  const kiwi = makeCompany('kiwi00000001')
  const house = makeHouse(kiwi)
  const { version, model } = await house.get<{ version: number; model: object }>(kiwi, '/model')
  const published = await house.send(kiwi, 'POST', '/model/publish', model)
  expect([published.status, await published.json()]).toEqual([200, { version: version + 1 }])
  kiwi.settle()
  const { items } = await house.get<{ items: { version: number; state: string }[] }>(kiwi, '/model/versions')
  expect(items.map((each) => [each.version, each.state])).toEqual([
    [version + 1, 'current'],
    [version, 'past'],
  ])
  expect(await house.get(kiwi, `/model/versions/${version}`)).toMatchObject({ version, model })
  const wrong = await house.send(kiwi, 'POST', '/model/publish', { ...model, rules: 7 })
  expect(wrong.status).toBe(400)
})
