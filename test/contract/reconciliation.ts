import { expect, test } from 'vitest'
import { attendeeReport } from '../zoom-report.ts'
import { zoomRun } from '../zoom-run.ts'
import { viewed } from './activity.ts'
import { afterWebinar, makeAfterWebinar } from './after-webinar.ts'
import { type Company, commanded } from './company.ts'
import { moment, problemOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface Sheet {
  state: string
  headline: { attended: number; unidentified: { connections: number; people: number } }
  people: { items: { person: { email: string | null } }[]; total: number; nextCursor: string | null }
  unidentified: { items: { connections: { connection: string }[] }[] }
}

async function sheetOf(kiwi: Company, id: string): Promise<{ id: string; result: Sheet }> {
  for (;;) {
    const answer = await kiwi.get<{ state: string; id: string; result: Sheet }>(`/webinars/${id}/reconciliation`)
    if (answer.state === 'done') return answer
  }
}

async function posted<T>(answer: Promise<Response>): Promise<T> {
  const response = await answer
  const body = await response.text()
  expect([response.status, body]).toEqual([200, expect.any(String)])
  return JSON.parse(body) as T
}

/** The reconciliation of a webinar, and repairs by hand. */
export function reconciliation(host: () => RunningHost): void {
  const idOf = async (kiwi: Company, email: string) =>
    (await kiwi.get<{ items: { id: string }[] }>(`/people?email=${email}`)).items[0]!.id
  const shown = async (kiwi: Company, email: string) =>
    kiwi.get(`/people/${await idOf(kiwi, email)}?asOf=2026-04-05T00:00:00Z`)

  test('the sheet of a webinar has figures that fit each other, and its lists go on page by page', async () => {
    const { kiwi, id } = await afterWebinar(host())
    const { id: sheet, result } = await sheetOf(kiwi, id)
    expect(result).toMatchObject({
      ...{
        state: 'provisional',
        since: moment,
        why: { code: 'no_report', text: expect.any(String) },
        completeFrom: moment,
      },
      ...{ webinar: { id, liveSeconds: 3600 }, sources: { webhooks: true, report: false } },
      headline: {
        registered: 39,
        attended: 32,
        dialIns: { bound: 1, unbound: 0 },
        unidentified: { people: 1 },
        staff: 1,
      },
    })
    const { attendees, registrants } = await kiwi.get(`/webinars/${id}`)
    expect(result.headline).toMatchObject({ registered: registrants, attended: attendees })
    const pages: object[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor && `&cursor=${cursor}`
      const page: Sheet['people'] = await kiwi.get(`/webinars/${id}/reconciliation/${sheet}/people?limit=7${query}`)
      pages.push(...page.items)
      cursor = page.nextCursor
    }
    expect(pages).toEqual(result.people.items)
    for (const list of ['unidentified', 'clashes', 'dial-ins', 'staff', 'ties'])
      expect(await kiwi.get(`/webinars/${id}/reconciliation/${sheet}/${list}?limit=1`)).toMatchObject({
        total: expect.any(Number),
      })
    for (const [path, status] of [
      ['/webinars/w_none/reconciliation', 404],
      [`/webinars/${id}/reconciliation/sheet_none/people`, 404],
      [`/webinars/${id}/reconciliation/${sheet}/people?only=x`, 400],
      [`/webinars/${id}/reconciliation/${sheet}/people?limit=0`, 400],
    ] as const)
      expect(await problemOf(kiwi.call('GET', path))).toMatchObject({ status })
  })

  test('the sheet as a file can be signed', async () => {
    const { kiwi, id } = await afterWebinar(host())
    const answer = await kiwi.call('GET', `/webinars/${id}/reconciliation.csv`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    const text = await answer.text()
    for (const line of [
      'Reconciliation of attendance',
      'State,provisional',
      'Attended,32',
      'Times are of,Asia/Jerusalem',
      'Signed,,Date,',
    ])
      expect(text).toContain(`${line}\r\n`)
  })

  test('somebody unidentified is tied to a person with one call and untied with another: scores are as before', async () => {
    const { kiwi, id } = await makeAfterWebinar(host())
    const before = await shown(kiwi, 'person4@firm4.example')
    const { result } = await sheetOf(kiwi, id)
    const { connection } = result.unidentified.items[0]!.connections[0]!
    const person = await idOf(kiwi, 'person4@firm4.example')
    expect(await posted(kiwi.call('POST', `/webinars/${id}/ties`, { connection, person }))).toEqual({
      items: [{ connection, person }],
    })
    await kiwi.settled()
    expect((await sheetOf(kiwi, id)).result).toMatchObject({
      headline: { attended: 33, unidentified: { people: 0 }, repairs: 1 },
      ties: { items: [{ connections: [connection], by: 'API key', at: moment, person: { id: person } }] },
    })
    expect(await shown(kiwi, 'person4@firm4.example')).not.toEqual(before)
    expect(await problemOf(kiwi.call('POST', `/webinars/${id}/ties`, { connection, person }))).toMatchObject({
      status: 409,
    })
    expect(await posted(kiwi.call('DELETE', `/webinars/${id}/ties/${connection}`))).toEqual({
      connection,
      person: null,
    })
    await kiwi.settled()
    expect(await shown(kiwi, 'person4@firm4.example')).toEqual(before)
    expect(await problemOf(kiwi.call('DELETE', `/webinars/${id}/ties/${connection}`))).toMatchObject({ status: 404 })
  })

  test('two people are merged, by call and by command, and each merge is taken back to the scores of before', async () => {
    const { kiwi } = await makeAfterWebinar(host())
    const [one, other] = ['person0@firm0.example', 'person1@firm1.example']
    const before = [await shown(kiwi, one), await shown(kiwi, other)]
    const [first, second] = [await idOf(kiwi, one), await idOf(kiwi, other)]
    const { merge, person } = await posted<{ merge: number; person: string }>(
      kiwi.call('POST', `/people/${first}/merge`, { into: second }),
    )
    await kiwi.tell(viewed('between', one))
    await kiwi.settled()
    const gone = [first, second].find((id) => id !== person)!
    const moved = await kiwi.call('GET', `/people/${gone}/history`)
    expect([moved.status, moved.headers.get('location')]).toEqual([308, `/api/v1/people/${person}/history`])
    expect(await kiwi.get(`/people/${gone}/merges`)).toMatchObject({
      items: [{ merge, mergedBy: 'API key', undoneAt: null }],
    })
    expect(await problemOf(kiwi.call('POST', `/people/${first}/merge`, { into: second }))).toMatchObject({
      status: 409,
    })
    const { people } = await posted<{ people: string[] }>(kiwi.call('POST', `/people/${person}/unmerge`, { merge }))
    await kiwi.settled()
    expect(new Set(people)).toEqual(new Set([first, second]))
    const between = [await shown(kiwi, one), await shown(kiwi, other)]
    expect(between[1]).toEqual(before[1])
    const workspace = ['--workspace', kiwi.slug]
    expect(await commanded(host(), 'person', 'merge', one, other, ...workspace)).toMatchObject({ person })
    await commanded(host(), 'person', 'unmerge', other, ...workspace)
    expect([await shown(kiwi, one), await shown(kiwi, other)]).toEqual(between)
    expect((await host().command('person', 'unmerge', other, ...workspace)).code).toBe(1)
  })

  test('with the platform’s own report the sheet is final, and the command prints it', async () => {
    const { kiwi, id } = await makeAfterWebinar(host())
    const form = new FormData()
    form.set('file', new Blob([attendeeReport(zoomRun(40)) as Uint8Array<ArrayBuffer>]), 'report.csv')
    await posted(kiwi.call('POST', '/imports', form))
    await kiwi.settled()
    const sheet = await commanded<Sheet>(host(), 'webinar', 'reconcile', id, '--workspace', kiwi.slug)
    expect(sheet).toMatchObject({
      state: 'final',
      reports: [{ by: 'file', generatedAt: moment }],
      headline: { webhooksLost: 0 },
    })
    const { code, stdout } = await host().command('webinar', 'reconcile', id, '--workspace', kiwi.slug)
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^final since .*\n/m)])
  })
}
