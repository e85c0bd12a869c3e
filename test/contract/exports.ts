import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { cellsOf, unzipped } from '../http/xlsx-file.ts'
import { shared } from '../shared.ts'
import { activity } from './activity.ts'
import { type AfterWebinar, afterWebinar, makeAfterWebinar } from './after-webinar.ts'
import { moment, problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'
import type { Page } from './ranking.ts'

type Cells = Record<string, string>

/** Under which heading each CRM has the address. */
const crms = { hubspot: 'Email', salesforce: 'Email', marketo: 'email', pardot: 'Email' }
const zone = 'Asia/Jerusalem'
const kinds = ['spreadsheet', 'crm', ...Object.keys(crms)]

/** A webinar's ranking taken out: to a CRM, to a spreadsheet; who is not in it, and why. */
export function exports(host: () => RunningHost): void {
  const given = shared(() => withLeavers(host()), 90_000)
  const read = async ({ kiwi, id }: AfterWebinar, query: string) => {
    const answer = await kiwi.call('GET', `/webinars/${id}/ranking.csv?${query}`)
    expect([query, answer.status]).toEqual([query, 200])
    return parse(await answer.text(), { columns: true, bom: true }) as Cells[]
  }
  const emails = (rows: readonly Cells[]) => rows.map((row) => row['E-mail'] ?? row.Email ?? row.email)

  test('each CRM gets everybody who has an address once, in the order of the ranking, with what they said of themselves', async () => {
    const { kiwi, id } = await afterWebinar(host())
    const { items, modelVersion } = await kiwi.get<Page>(`/webinars/${id}/ranking?limit=500`)
    const addresses = items.flatMap(({ person }) => person.email ?? [])
    for (const [profile, heading] of Object.entries(crms)) {
      const rows = await read({ kiwi, id }, `profile=${profile}`)
      expect([profile, rows.map((row) => row[heading])]).toEqual([profile, addresses])
      expect(new Set(addresses).size).toBe(addresses.length)
      const version = Object.entries(rows[0]!).find(([name]) => /^ripen.?model.?version/i.test(name))
      expect([profile, version?.[1]]).toEqual([profile, String(modelVersion)])
    }
    const [first] = await read({ kiwi, id }, 'profile=hubspot&q=person1@firm1.example')
    expect([first!['First Name'], first!['Last Name']]).toEqual(['First1', 'Last1'])
  })

  test('who left, complained or withdrew is in no file unless asked for, and then a column says so', async () => {
    const of = given()
    const { items } = await of.kiwi.get<Page>(`/webinars/${of.id}/ranking?limit=500`)
    const all = items.flatMap(({ person }) => person.email ?? [])
    for (const profile of kinds) {
      const rows = await read(of, `profile=${profile}`)
      expect([profile, emails(rows).filter((email) => leavers.includes(email!))]).toEqual([profile, []])
      const withThem = await read(of, `profile=${profile}&unsubscribed=true`)
      expect([profile, emails(withThem).filter(Boolean)]).toEqual([profile, all])
      const said = withThem.filter((row) =>
        ['Wants no mail', 'Ripen Wants No Mail', 'HasOptedOutOfEmail', 'unsubscribed', 'Do Not Email'].some((name) =>
          ['yes', '1', 'true'].includes(row[name] ?? ''),
        ),
      )
      expect([profile, emails(said).sort()]).toEqual([profile, [...leavers].sort()])
    }
    expect(emails(await read(of, 'profile=hubspot'))).toContain(returned)
  })

  test('whoever left since is not in a file as of a moment before either', async () => {
    const rows = await read(given(), 'asOf=2026-04-02T00:00:00Z')
    expect(rows.length).toBeGreaterThan(30)
    expect(emails(rows).filter((email) => leavers.includes(email!))).toEqual([])
    expect(rows[0]).toMatchObject({ 'Ripen as of': '2026-04-02T00:00:00.000Z', 'Ripen model version': '1' })
  })

  test('the workbook holds the same people as the file, numbers as numbers, and says of itself what it is', async () => {
    const of = given()
    const rows = await read(of, 'attended=live&profile=crm')
    const answer = await of.kiwi.call('GET', `/webinars/${of.id}/ranking.xlsx?attended=live`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      ...[200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ])
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]+\.xlsx"; filename\*=UTF-8''/)
    const files = unzipped(new Uint8Array(await answer.arrayBuffer()))
    const [heading, ...cells] = cellsOf(files.get('xl/worksheets/sheet1.xml')!)
    expect(heading).toEqual(Object.keys(rows[0]!))
    const at = (name: string) => heading!.indexOf(name)
    expect(cells.map((row) => [row[at('Rank')], row[at('E-mail')] ?? '', row[at('Score')], row[at('Person')]])).toEqual(
      rows.map((row) => [Number(row.Rank), row['E-mail'], Number(row.Score), row.Person]),
    )
    const shownBy = (days: number) => new Date(Math.round((days - 25_569) * 86_400_000)).toISOString().slice(0, 19)
    const clock = (text: string) => new Date(text).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')
    expect(cells.map((row) => shownBy(Number(row[at('Last activity')])))).toEqual(
      rows.map((row) => clock(row['Last activity']!)),
    )
    const about = cellsOf(files.get('xl/worksheets/sheet2.xml')!)
    expect(about).toEqual(
      expect.arrayContaining([
        ['Filter', 'attended = live'],
        ['Ripen model version', 1],
        ['Ripen as of', moment],
        ['Moments by the clocks of', zone],
        ['People in this file', rows.length],
        ['Left out: want no mail', leavers.length],
      ]),
    )
  })

  test('in Hebrew the workbook runs from right to left under Hebrew headings, asked for or by the language of the caller', async () => {
    const { kiwi, id } = given()
    for (const [query, language, isHebrew] of [
      ['lang=he', '', true],
      ['', 'he-IL,he;q=0.9,en;q=0.8', true],
      ['', 'en-US,he;q=0.5', false],
      ['lang=en', 'he', false],
    ] as const) {
      const headers = { authorization: `Bearer ${kiwi.apiKey}`, 'accept-language': language }
      const answer = await fetch(`${host().address}/api/v1/webinars/${id}/ranking.xlsx?${query}`, { headers })
      const sheet = unzipped(new Uint8Array(await answer.arrayBuffer())).get('xl/worksheets/sheet1.xml')!
      const [heading, first] = cellsOf(sheet)
      expect([query, language, sheet.includes('rightToLeft="1"'), heading![0]]).toEqual([
        ...[query, language, isHebrew, isHebrew ? 'מקום' : 'Rank'],
      ])
      const evidence = first![heading!.indexOf(isHebrew ? 'מקור הנוכחות' : 'Evidence')]
      expect(/[א-ת]/.test(String(evidence))).toBe(isHebrew)
    }
  })

  test('a file of nobody is refused, and says how many each filter leaves out', async () => {
    const { kiwi, id } = given()
    const { total } = await kiwi.get<Page>(`/webinars/${id}/ranking?limit=1`)
    const cold = (await kiwi.get<Page>(`/webinars/${id}/ranking?limit=500&temperature=cold`)).items.length
    for (const when of ['', '&asOf=2026-04-05T00:00:00Z'])
      for (const path of ['ranking.csv', 'ranking.xlsx']) {
        const problem = await problemOf(
          kiwi.call('GET', `/webinars/${id}/${path}?temperature=cold&minScore=100000${when}`),
        )
        expect(problem).toMatchObject({
          ...{ status: 409, title: 'Nobody to export', people: total, wantNoMail: 0, withoutEmail: 0 },
          filters: [
            { filter: 'temperature', value: 'cold', people: when ? expect.any(Number) : total! - cold },
            { filter: 'minScore', value: '100000', people: total },
          ],
        })
        expect(problem.detail).toContain(`minScore=100000 leaves out ${total}`)
      }
    const left = await problemOf(kiwi.call('GET', `/webinars/${id}/ranking.csv?q=${leavers[0]}`))
    expect(left).toMatchObject({ status: 409, wantNoMail: 1 })
  })

  test('how many would be in a file can be asked before it is made', async () => {
    const { kiwi, id } = given()
    const { total } = await kiwi.get<Page>(`/webinars/${id}/ranking?limit=1`)
    const all = await read({ kiwi, id }, '')
    const crm = await read({ kiwi, id }, 'profile=hubspot')
    expect(await kiwi.get(`/webinars/${id}/ranking/export`)).toEqual({
      ...{ people: all.length, forCrm: crm.length, wantNoMail: total! - all.length, guarded: 0 },
      ...{ counted: true, excluded: [], modelVersion: 1, asOf: moment },
    })
    expect(await kiwi.get(`/webinars/${id}/ranking/export?minScore=100000`)).toMatchObject({
      ...{ people: 0, forCrm: 0, wantNoMail: 0 },
      excluded: [{ filter: 'minScore', value: '100000', people: total }],
    })
  })

  test('what an export cannot be asked is refused and named', async () => {
    const { kiwi, id } = given()
    for (const [path, field] of [
      ['ranking.csv?unsubscribed=maybe', 'unsubscribed'],
      ['ranking.csv?profile=tarot', 'profile'],
      ['ranking.xlsx?profile=crm', 'profile'],
      ['ranking.xlsx?lang=tlh', 'lang'],
      ['ranking/export?stage=boss', 'stage'],
    ] as const)
      expect([path, await problemOf(kiwi.call('GET', `/webinars/${id}/${path}`))]).toMatchObject([
        path,
        { status: 400, field },
      ])
    expect(await problemOf(kiwi.call('GET', '/webinars/w_nobody/ranking.xlsx'))).toMatchObject({ status: 404 })
  })
}

const leavers = ['person2@firm2.example', 'person3@firm3.example', 'person5@firm5.example']
const returned = 'person6@firm6.example'

/** A webinar of which three people want no mail, and one who left has come back. */
async function withLeavers(host: RunningHost): Promise<AfterWebinar> {
  const made = await makeAfterWebinar(host)
  const { items } = await made.kiwi.get<Page>(`/webinars/${made.id}/ranking?limit=500`)
  const known = items.map(({ person }) => person.email)
  for (const email of [...leavers, returned]) if (!known.includes(email)) throw new Error(`${email} is not there`)
  const [left, complained, withdrew] = leavers.map((email) => ({ email }))
  await made.kiwi.tell(
    activity('left', 'email.unsubscribed', '2026-04-03T10:00:00Z', { person: left }),
    activity('spam', 'email.complained', '2026-04-03T10:00:00Z', { person: complained }),
    activity('no', 'consent.changed', '2026-04-03T10:00:00Z', { person: withdrew, state: 'withdrawn' }),
    activity('out', 'email.unsubscribed', '2026-04-03T10:00:00Z', { person: { email: returned } }),
    activity('in', 'consent.changed', '2026-04-03T11:00:00Z', { person: { email: returned }, state: 'given' }),
  )
  await made.kiwi.settled()
  return made
}
