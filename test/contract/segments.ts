import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { cellsOf, unzipped } from '../http/xlsx-file.ts'
import { afterWebinar } from './after-webinar.ts'
import { moment, problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Page {
  items: { id: string; email: string | null; score: number; stage: string; lastActivityAt: string | null }[]
  nextCursor: string | null
  matching: number | null
}

interface Segment {
  id: string
  name: string
  filters: object
  people: number | null
}

/** People over the whole workspace, narrowed down, kept under a name, and taken away as a file. */
export function segments(host: () => RunningHost): void {
  test('people are listed by score and narrowed down by what is known of them, page by page', async () => {
    const { kiwi, id } = await afterWebinar(host())
    const list = (query: string) => kiwi.get<Page>(`/people?limit=500${query}`)
    const { items: all, matching } = await list('')
    const scores = all.map(({ score }) => score)
    expect([scores, matching]).toEqual([scores.toSorted((a, b) => b - a), all.length])
    expect(all[0]!.lastActivityAt).toEqual(moment)
    const middle = scores[Math.floor(scores.length / 2)]!
    expect((await list(`&minScore=${middle}`)).items).toEqual(all.filter(({ score }) => score >= middle))
    expect((await list(`&maxScore=${middle}`)).items).toEqual(all.filter(({ score }) => score <= middle))
    expect((await list('&stage=lead,registrant')).items).toEqual(
      all.filter(({ stage }) => stage === 'lead' || stage === 'registrant'),
    )
    expect((await list('&domain=firm1.example')).items).toEqual(
      all.filter(({ email }) => email?.endsWith('@firm1.example')),
    )
    const missed = await list(`&webinar=${id}&attended=no_show`)
    const ranked = await kiwi.get<{ items: { person: { id: string } }[] }>(
      `/webinars/${id}/ranking?attended=no_show&limit=500`,
    )
    expect(missed.items.length).toBeGreaterThan(0)
    expect(missed.items.map(({ id }) => id).sort()).toEqual(ranked.items.map(({ person }) => person.id).sort())
    expect(await list('&activeSince=2100-01-01T00:00:00Z')).toMatchObject({ items: [], matching: 0 })
    for (const [query, field] of [
      ['stage=lead,x', 'stage.1'],
      ['attended=yes', 'webinar'],
      ['webinar=w_nothing', 'webinar'],
      ['buying=nothing', 'buying'],
      ['activeWithinDays=0', 'activeWithinDays'],
      ['email=a@b.example&q=x', 'q'],
    ])
      expect([query, await problemOf(kiwi.call('GET', `/people?${query}`))]).toMatchObject([query, { field }])
  })

  test('filters are kept under a name, whose people are those of the list, in every file too', async () => {
    const { kiwi } = await afterWebinar(host())
    const { items: wanted } = await kiwi.get<Page>('/people?q=firm1&limit=500')
    const given = { name: '  Of  firm 1 ', filters: { q: 'firm1' } }
    const added = await kiwi.call('POST', '/segments', given)
    expect(added.status).toBe(201)
    const { id } = (await added.json()) as Segment
    const { items, readyMade } = await kiwi.get<{ items: Segment[]; readyMade: { key: string }[] }>('/segments')
    expect(items).toMatchObject([{ id, name: 'Of firm 1', filters: { q: 'firm1' }, people: wanted.length }])
    expect(readyMade.map(({ key }) => key)).toEqual(['hotNow', 'readyForSales', 'lastHot', 'lastNoShows'])
    expect((await kiwi.get<Page>(`/segments/${id}/people?limit=500`)).items).toEqual(wanted)

    const csv = await kiwi.call('GET', `/segments/${id}/people.csv?profile=hubspot`)
    expect(csv.headers.get('content-disposition')).toContain('Of firm 1')
    const rows = parse(await csv.text(), { columns: true }) as Record<string, string>[]
    expect(rows.map((row) => row.Email)).toEqual(wanted.map(({ email }) => email))
    expect(rows[0]).toMatchObject({ 'Ripen Segment': 'Of firm 1', 'Ripen Model Version': '1', 'Ripen As Of': moment })
    const xlsx = await kiwi.call('GET', `/segments/${id}/people.xlsx?lang=he`)
    const sheet = unzipped(new Uint8Array(await xlsx.arrayBuffer())).get('xl/worksheets/sheet1.xml')!
    expect(cellsOf(sheet).map(([email]) => email)).toEqual(['דוא"ל', ...wanted.map(({ email }) => email)])

    expect(await problemOf(kiwi.call('POST', '/segments', { ...given, name: 'OF FIRM 1' }))).toMatchObject({
      ...{ status: 409, field: 'name' },
    })
    expect(
      await problemOf(kiwi.call('POST', '/segments', { name: 'x', filters: { temprature: ['hot'] } })),
    ).toMatchObject({ status: 400, field: 'filters.temprature' })
    expect((await kiwi.call('PATCH', `/segments/${id}`, { filters: { q: 'nobody is called so' } })).status).toBe(200)
    const empty = await problemOf(kiwi.call('GET', `/segments/${id}/people.csv`))
    expect(empty).toMatchObject({ status: 409, filters: [{ filter: 'q', value: 'nobody is called so' }] })
    expect((await kiwi.call('DELETE', `/segments/${id}`)).status).toBe(204)
    expect(await problemOf(kiwi.call('GET', `/segments/${id}`))).toMatchObject({ status: 404 })
  })
}
