import { expect, test } from 'vitest'
import { activity, viewed } from './activity.ts'
import { afterWebinar } from './after-webinar.ts'
import { makeCompany } from './company.ts'
import { moment, problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Listed {
  id: string
  email: string | null
  score: number
}

interface Shown {
  person: { id: string; email: string }
  scorecard: {
    score: number
    webinarPoints: Record<string, number>
    asOf: string
    ledger: { rule: string; points: number; at: string; webinarId: string | null; reason: string; facts: string[] }[]
  }
  timeline: { fact: string; type: string; at: string }[]
}

const asOf = '2026-04-05T00:00:00Z'

/** Persons with score, ledger and what happened. */
export function people(host: () => RunningHost): void {
  test('a person is found by the address in any case and shown with a ledger that adds up and rests on what happened', async () => {
    const { kiwi, id } = await afterWebinar(host())
    const { items } = await kiwi.get<{ items: Listed[] }>('/people?email=PERSON1@firm1.Example')
    expect(items).toMatchObject([{ email: 'person1@firm1.example', score: expect.any(Number) }])
    const { person, scorecard, timeline } = await kiwi.get<Shown>(`/people/${items[0]!.id}?asOf=${asOf}`)
    expect(person).toMatchObject({ id: items[0]!.id, email: 'person1@firm1.example' })
    expect(scorecard).toMatchObject({
      ...{ stage: expect.any(String), temperature: expect.any(String), velocity: expect.any(Number) },
      asOf: '2026-04-05T00:00:00.000Z',
    })
    expect(scorecard).toHaveProperty('grade')
    const { ledger } = scorecard
    expect(ledger.length).toBeGreaterThan(3)
    expect(ledger.reduce((sum, { points }) => sum + points, 0)).toBe(scorecard.score)
    const ofWebinar = ledger.filter(({ webinarId }) => webinarId === id)
    expect(ofWebinar.reduce((sum, { points }) => sum + points, 0)).toBe(scorecard.webinarPoints[id])
    const facts = new Set(timeline.map(({ fact }) => fact))
    for (const line of ledger) {
      expect(line).toMatchObject({ rule: expect.any(String), at: moment, reason: expect.stringMatching(/\S{3}/) })
      expect(line.facts.filter((fact) => !facts.has(fact))).toEqual([])
    }
    const times = timeline.map(({ at }) => at)
    expect(times).toEqual([...times].sort().reverse())
  })

  test('as of a moment only what had happened counts', async () => {
    const { kiwi } = await afterWebinar(host())
    const { items } = await kiwi.get<{ items: Listed[] }>('/people?email=person1@firm1.example')
    const at = async (query: string) => (await kiwi.get<Shown>(`/people/${items[0]!.id}?${query}`)).scorecard.score
    expect(await at('asOf=2020-01-01T00:00:00Z')).toBe(0)
    expect(await at('asOf=2026-04-02T00:00:00Z')).toBeLessThan(await at(`asOf=${asOf}`))
    expect(await at(`asOf=${asOf}&model=1`)).toBe(await at(`asOf=${asOf}`))
    expect(await at('')).toBe(items[0]!.score)
  })

  test('everybody is listed, page by page, and who is in nobody’s list is 404', async () => {
    const { kiwi } = await afterWebinar(host())
    const whole = await kiwi.get<{ items: Listed[]; nextCursor: string | null }>('/people?limit=500')
    expect([whole.items.length > 35, whole.nextCursor]).toEqual([true, null])
    const paged: Listed[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      type Page = { items: Listed[]; nextCursor: string | null }
      const page: Page = await kiwi.get(`/people?limit=11${cursor && `&cursor=${cursor}`}`)
      paged.push(...page.items)
      cursor = page.nextCursor
    }
    expect(paged).toEqual(whole.items)
    const found = async (q: string) => (await kiwi.get<{ items: Listed[] }>(`/people?q=${encodeURIComponent(q)}`)).items
    expect(await found('FIRST17 la')).toMatchObject([{ email: 'person17@firm8.example' }])
    expect(await found('person17@')).toHaveLength(1)
    expect((await found('first1')).length).toBeGreaterThan(5)
    expect([await found('nobody is called so'), await found('%')]).toEqual([[], []])
    expect(await found(' ')).toEqual(whole.items.slice(0, 50))
    expect(await kiwi.get('/people?email=nobody@kiwi.example')).toMatchObject({ items: [] })
    for (const id of ['p_000000000000000000000000', 'p_nobody', 'x'])
      expect(await problemOf(kiwi.call('GET', `/people/${id}`))).toMatchObject({ status: 404 })
    for (const [path, field] of [
      ['/people?limit=0', 'limit'],
      ['/people?cursor=%00', 'cursor'],
      ['/people?mail=x', 'mail'],
      [`/people/${paged[0]!.id}?asOf=soon`, 'asOf'],
      [`/people/${paged[0]!.id}?model=9`, 'model'],
    ] as const)
      expect([path, await problemOf(kiwi.call('GET', path))]).toMatchObject([path, { field }])
  })

  test('how a score came about ends at the score of that moment', async () => {
    const { kiwi } = await afterWebinar(host())
    const { items } = await kiwi.get<{ items: Listed[] }>('/people?email=person1@firm1.example')
    const { scorecard } = await kiwi.get<Shown>(`/people/${items[0]!.id}?asOf=${asOf}`)
    type History = { steps: { at: string; score: number }[]; complete: boolean }
    const { steps, complete } = await kiwi.get<History>(`/people/${items[0]!.id}/history?asOf=${asOf}`)
    expect([complete, steps.at(-1)]).toMatchObject([true, { at: moment, score: scorecard.score }])
    const times = steps.map(({ at }) => at)
    expect(times).toEqual([...times].sort())
  })

  test('a person who was merged into another answers 308 to the new address, with the query kept', async () => {
    const kiwi = await makeCompany(host())
    const webinar = { platform: 'generic', platformId: '7', startsAt: '2026-04-02T10:00:00Z' }
    const person = { platform: 'generic', registrantId: 'r1' }
    const stay = { joinedAt: '2026-04-02T10:00:00Z', leftAt: '2026-04-02T10:30:00Z' }
    await kiwi.tell(
      activity('1', 'webinar.attended', '2026-04-02T10:30:00Z', { person, webinar, ...stay }),
      viewed('2', 'dana@kiwi.example'),
    )
    await kiwi.settled()
    const before = await kiwi.get<{ items: Listed[] }>('/people')
    const old = before.items.find(({ email }) => email === null)!
    const both = { ...person, email: 'dana@kiwi.example' }
    await kiwi.tell(activity('3', 'person.registered', '2026-04-01T10:00:00Z', { person: both, webinar }))
    await kiwi.settled()
    const { items } = await kiwi.get<{ items: Listed[] }>('/people')
    expect(items).toHaveLength(1)
    const moved = await kiwi.call('GET', `/people/${old.id}?asOf=2026-04-03T00:00:00Z`)
    expect([moved.status, moved.headers.get('location')]).toEqual([
      308,
      `/api/v1/people/${items[0]!.id}?asOf=2026-04-03T00:00:00Z`,
    ])
  })
}
