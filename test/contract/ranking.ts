import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { afterWebinar } from './after-webinar.ts'
import type { Company } from './company.ts'
import { moment, problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

export interface Row {
  rank: number
  person: { id: string; email: string | null; name: string | null }
  score: number
  webinarPoints: number
  stage: string
  temperature: string
  attendance: { liveSeconds: number }
}

export interface Page {
  items: Row[]
  total: number | null
  atLeast: number
  nextCursor: string | null
  modelVersion: number
  asOf: string
}

const row = {
  rank: expect.any(Number),
  person: { id: expect.stringMatching(/^p_/), email: expect.anything(), name: expect.anything() },
  score: expect.any(Number),
  webinarPoints: expect.any(Number),
  stage: expect.stringMatching(/^(registrant|lead|mql|sql|opportunity|customer|nurture|disqualified)$/),
  temperature: expect.stringMatching(/^(cold|warm|hot)$/),
  velocity: expect.any(Number),
  attendance: {
    liveSeconds: expect.any(Number),
    replaySeconds: expect.any(Number),
    evidence: expect.stringMatching(/^(webhook|report|activity|none)$/),
  },
  presence: { live: expect.any(Array), replay: expect.any(Array) },
  marks: expect.any(Array),
  parts: expect.any(Array),
  questions: expect.any(Number),
  pollAnswers: expect.any(Number),
  buying: expect.any(Array),
}

/** The rows in the order that is promised: points in the webinar, score, e-mail, id. */
function inOrder(rows: readonly Row[]): Row[] {
  const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
  return [...rows].sort(
    (a, b) =>
      b.webinarPoints - a.webinarPoints ||
      b.score - a.score ||
      compare(a.person.email ?? '', b.person.email ?? '') ||
      compare(a.person.id, b.person.id),
  )
}

/** The ranking of a webinar, and the same as a file. */
export function ranking(host: () => RunningHost): void {
  const given = () => afterWebinar(host())
  const read = (kiwi: Company, id: string, query = '') => kiwi.get<Page>(`/webinars/${id}/ranking?${query}`)

  test('every row says who, how much and why, in the promised order', async () => {
    const { kiwi, id } = await given()
    const page = await read(kiwi, id, 'limit=500')
    expect(page).toMatchObject({ total: page.items.length, nextCursor: null, modelVersion: 1, asOf: moment })
    expect(page.items.length).toBeGreaterThan(35)
    for (const each of page.items) {
      expect(each).toMatchObject(row)
      for (const member of ['grade', 'lastActivityAt']) expect(each).toHaveProperty(member)
      for (const member of ['company', 'jobTitle']) expect(each.person).toHaveProperty(member)
      expect(each.attendance).toHaveProperty('share')
    }
    expect(page.items).toEqual(inOrder(page.items))
    expect(page.items.map(({ rank }) => rank)).toEqual(page.items.map((_, i) => i + 1))
    const parts = page.items.map((each) => (each as unknown as { parts: { points: number }[] }).parts)
    expect(parts.map((some) => some.reduce((sum, { points }) => sum + points, 0))).toEqual(
      page.items.map(({ webinarPoints }) => webinarPoints),
    )
  })

  test('pages by cursor and by offset are together the whole, in both orders', async () => {
    const { kiwi, id } = await given()
    for (const sort of ['', 'sort=score&']) {
      const whole = await read(kiwi, id, `${sort}limit=500`)
      const paged: Row[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page = await read(kiwi, id, `${sort}limit=7${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
        paged.push(...page.items)
        cursor = page.nextCursor
      }
      expect(paged).toEqual(whole.items)
      expect((await read(kiwi, id, `${sort}limit=5&offset=10`)).items).toEqual(whole.items.slice(10, 15))
    }
    const byScore = (await read(kiwi, id, 'sort=score&limit=500')).items.map(({ score }) => score)
    expect(byScore).toEqual([...byScore].sort((a, b) => b - a))
  })

  test('each filter keeps exactly those whom the rows themselves say it is for', async () => {
    const { kiwi, id } = await given()
    const filters: [string, (each: Row) => boolean][] = [
      ['stage=lead', ({ stage }) => stage === 'lead'],
      ['temperature=cold', ({ temperature }) => temperature === 'cold'],
      ['temperature=hot', ({ temperature }) => temperature === 'hot'],
      ['attended=true', ({ attendance }) => attendance.liveSeconds > 0],
      ['minScore=20', ({ score }) => score >= 20],
      ['q=FIRM3.example', ({ person }) => person.email?.includes('firm3.example') ?? false],
    ]
    const emails = (rows: readonly Row[]) => rows.map(({ person }) => person.email)
    for (const moment of ['', 'asOf=2026-04-05T00:00:00Z']) {
      const { items } = await read(kiwi, id, `limit=500&${moment}`)
      for (const [filter, holds] of filters) {
        const page = await read(kiwi, id, `limit=500&${moment}&${filter}`)
        const kept = emails(items.filter(holds))
        expect([filter, emails(page.items), page.total]).toEqual([filter, kept, null])
        expect(page.atLeast).toBeGreaterThanOrEqual(kept.length)
        if (moment) expect([filter, kept.length]).not.toEqual([filter, 0])
      }
    }
  })

  test('as of a moment it stands as it stood: nobody was there before the webinar began', async () => {
    const { kiwi, id } = await given()
    const before = await read(kiwi, id, 'limit=500&asOf=2026-04-01T10:00:00Z')
    expect(before).toMatchObject({ asOf: '2026-04-01T10:00:00.000Z' })
    expect(before.items.length).toBeGreaterThan(30)
    expect(before.items.every(({ attendance }) => attendance.liveSeconds === 0)).toBe(true)
    const during = await read(kiwi, id, 'limit=500&asOf=2026-04-01T11:30:00Z')
    expect(during.items.some(({ attendance }) => attendance.liveSeconds > 0)).toBe(true)
    expect(during.items).toEqual(inOrder(during.items))
  })

  test('what makes no sense is refused and named', async () => {
    const { kiwi, id } = await given()
    const wrong = { stage: 'boss', temperature: 'lukewarm', attended: 'maybe', minScore: 'many', sort: 'name' }
    const paging = { limit: '0', cursor: '%00', offset: '-1' }
    for (const path of ['ranking', 'ranking.csv'])
      for (const [field, value] of Object.entries({
        ...wrong,
        ...(path === 'ranking' ? paging : { limit: '5', profile: 'tarot' }),
        ...{ asOf: 'yesterday', colour: 'green' },
      })) {
        const answer = kiwi.call('GET', `/webinars/${id}/${path}?${field}=${value}`)
        expect([path, await problemOf(answer)]).toMatchObject([path, { status: 400, field }])
      }
    for (const path of ['ranking', 'ranking.csv'])
      expect(await problemOf(kiwi.call('GET', `/webinars/w_nobody/${path}`))).toMatchObject({ status: 404 })
  })

  test('the file holds the same rows in the same order, safe for a spreadsheet or exact for a CRM', async () => {
    const { kiwi, id } = await given()
    for (const query of ['', 'temperature=cold']) {
      const { items } = await read(kiwi, id, `limit=500&${query}`)
      for (const profile of ['spreadsheet', 'crm']) {
        const answer = await kiwi.call('GET', `/webinars/${id}/ranking.csv?profile=${profile}&${query}`)
        expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
        expect(answer.headers.get('content-disposition')).toMatch(
          /^attachment; filename="[\w .-]+\.csv"; filename\*=UTF-8''\S+\.csv$/,
        )
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
        expect(text.startsWith('\ufeff')).toBe(profile === 'spreadsheet')
        const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
        expect(rows.map((each) => [Number(each.Rank), each['E-mail'], Number(each.Score), each.Person])).toEqual(
          items.map(({ rank, person, score }) => [rank, person.email ?? '', score, person.id]),
        )
      }
    }
    const head = await kiwi.call('HEAD', `/webinars/${id}/ranking.csv`)
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      ...[200, 'text/csv; charset=utf-8', ''],
    ])
  })
}
