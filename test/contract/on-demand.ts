import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { activity } from './activity.ts'
import { makeAfterWebinar } from './after-webinar.ts'
import { moment, problemOf, statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'

interface NoShow {
  person: { id: string; email: string }
  link: string | null
  openedAt: string | null
  watched: { seconds: number; evidence: string } | null
  unsubscribed: boolean
}

const address = 'https://media.kiwi.example/ripe.mp4'

/** The replay of a webinar: where it plays, a link for everybody, what they watched. */
export function onDemand(host: () => RunningHost): void {
  test('a replay is set, shown and closed; what cannot be played is refused in words', async () => {
    const { kiwi, id } = await makeAfterWebinar(host())
    const path = `/webinars/${id}/replay`
    expect(await problemOf(kiwi.call('GET', path))).toMatchObject({ status: 404 })
    const set = await kiwi.call('PUT', path, {
      kind: 'file',
      address,
      mediaSeconds: 3600,
      closesAt: '2126-05-01T10:00:00Z',
    })
    const shown = {
      ...{ kind: 'file', address, mediaSeconds: 3600, lengthBy: 'you', offsetSeconds: null, joinsLive: true },
      ...{ opensAt: null, closesAt: '2126-05-01T10:00:00.000Z', state: 'open', changedAt: moment },
      preview: expect.stringMatching(/^http:\/\/\S+\/watch\/\S+$/),
    }
    expect([set.status, await set.json()]).toEqual([200, shown])
    expect(await kiwi.get(path)).toEqual(shown)
    for (const [body, field] of [
      [{ address: 'https://kiwi.example/recording' }, 'address'],
      [{ address: 'http://media.kiwi.example/ripe.mp4' }, 'address'],
      [{ kind: 'vimeo', address: 'https://youtu.be/dQw4w9WgXcQ' }, 'address'],
      [{ address, opensAt: '2026-05-02T10:00:00Z', closesAt: '2026-05-01T10:00:00Z' }, 'closesAt'],
    ] as const)
      expect(await problemOf(kiwi.call('PUT', path, body))).toMatchObject({
        status: 400,
        field,
        key: expect.stringMatching(/^replay\./),
      })
    const embedded = await kiwi.call('PUT', path, { address: 'https://www.youtube.com/embed/dQw4w9WgXcQ?start=3' })
    expect(await embedded.json()).toMatchObject({
      kind: 'youtube',
      address: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    })
    expect(await statusOf(kiwi.call('DELETE', path))).toBe(204)
    expect(await problemOf(kiwi.call('DELETE', path))).toMatchObject({ status: 404 })
  })

  test('every no-show has a link of their own, in pages and as a file; who wants no mail is left out', async () => {
    const { kiwi, id } = await makeAfterWebinar(host())
    await kiwi.call('PUT', `/webinars/${id}/replay`, { address })
    const ranked = await kiwi.get<{ items: { person: { email: string } }[] }>(
      `/webinars/${id}/ranking?attended=no_show&limit=100`,
    )
    const left = ranked.items[1]!.person
    await kiwi.tell(activity('off', 'email.unsubscribed', '2026-04-03T10:00:00Z', { person: { email: left.email } }))
    await kiwi.settled()
    const paged: NoShow[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: NoShow[]; nextCursor: string | null } = await kiwi.get(
        `/webinars/${id}/no-shows?limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      )
      paged.push(...page.items)
      cursor = page.nextCursor
    }
    const emails = ranked.items.map(({ person }) => person.email)
    expect(paged.map(({ person }) => person.email).sort()).toEqual(emails.filter((each) => each !== left.email).sort())
    expect(new Set(paged.map(({ link }) => link)).size).toBe(paged.length)
    const read = async (query: string) => {
      const answer = await kiwi.call('GET', `/webinars/${id}/no-shows.csv?profile=crm${query}`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
      return parse(await answer.text(), { columns: true }) as Record<string, string>[]
    }
    expect((await read('')).map((row) => [row['E-mail'], row.Link])).toEqual(
      paged.map((row) => [row.person.email, row.link]),
    )
    const all = await read('&includeUnsubscribed=true')
    expect(all).toHaveLength(emails.length)
    expect(all.filter((row) => row.Unsubscribed === 'yes').map((row) => row['E-mail'])).toEqual([left.email])
    for (const query of ['limit=0', 'includeUnsubscribed=maybe', 'cursor=%00', 'colour=green'])
      expect([query, await problemOf(kiwi.call('GET', `/webinars/${id}/no-shows?${query}`))]).toMatchObject([
        query,
        { status: 400 },
      ])
  })

  test('whoever has a link watches without a key, and what they report is in every answer', async () => {
    const { kiwi, id } = await makeAfterWebinar(host())
    await kiwi.call('PUT', `/webinars/${id}/replay`, { address, mediaSeconds: 3600 })
    const { items } = await kiwi.get<{ items: NoShow[] }>(`/webinars/${id}/no-shows`)
    const { person, link } = items.find(({ watched }) => watched === null) as NoShow & { link: string }
    const page = await fetch(link)
    expect([page.status, page.headers.get('content-type'), page.headers.get('x-robots-tag')]).toEqual([
      ...[200, 'text/html; charset=utf-8', 'noindex, nofollow'],
    ])
    expect(page.headers.get('content-security-policy')).toContain('media-src https://media.kiwi.example;')
    const text = await page.text()
    expect(text).not.toContain(person.email)
    const { sitting } = JSON.parse(/id="told">(.*?)<\/script>/s.exec(text)![1]!) as { sitting: string }
    const script = /src="(\/assets\/watch[^"]+\.js)"/.exec(text)![1]!
    expect(await statusOf(fetch(host().address + script))).toBe(200)

    const report = (to: string, intervals: [number, number][]) =>
      fetch(`${to}/progress`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ sitting, intervals, position: 20 }),
      })
    for (let times = 0; times < 3; times++) expect(await statusOf(report(link, [[0, 20]]))).toBe(204)
    expect(await statusOf(report(link, [[0, 3600]]))).toBe(400)
    const wrong = link.slice(0, -1) + (link.at(-1) === '0' ? '1' : '0')
    expect(await problemOf(report(wrong, [[0, 20]]))).toMatchObject({ status: 404, state: 'unknown' })
    expect(await statusOf(fetch(wrong))).toBe(404)
    await kiwi.settled()
    const after = await kiwi.get<{ items: NoShow[] }>(`/webinars/${id}/no-shows`)
    expect(after.items.find((each) => each.person.id === person.id)).toMatchObject({
      ...{ openedAt: moment, watched: { seconds: 20, evidence: 'intervals' } },
    })
    const viewers = await kiwi.get<{ items: { person: { id: string } }[] }>(`/webinars/${id}/viewers`)
    expect(viewers.items.find((each) => each.person.id === person.id)).toMatchObject({
      ...{ intervals: [[0, 20]], mediaSeconds: 3600, byLink: true, link },
    })
    const { webinars } = await kiwi.get<{ webinars: object[] }>(`/people/${person.id}`)
    expect(webinars[0]).toMatchObject({ link, attendance: { replaySeconds: 20, replayEvidence: 'intervals' } })
    const { steps } = await kiwi.get<{ steps: { step: string; count: number }[] }>(`/webinars/${id}/replay/funnel`)
    expect(steps.map(({ step }) => step)).toEqual(['no_show', 'opened', 'watched', 'watched_most'])

    await kiwi.call('DELETE', `/webinars/${id}/replay`)
    expect([await statusOf(fetch(link)), await statusOf(report(link, [[0, 20]]))]).toEqual([404, 404])
  })
}
