import { expect, onTestFinished, test } from 'vitest'
import { zoomTime } from '../../src/demo/zoom/webhook.ts'
import { afterWebinar } from './after-webinar.ts'
import { type Company, makeCompany } from './company.ts'
import { moment, problemOf, statusOf } from './expected.ts'
import type { RunningHost } from './host.ts'

const minute = 60_000

/** How many came, how far they got, and what happens in the room while a webinar runs. */
export function room(host: () => RunningHost): void {
  test('the funnel counts people at or beyond each stage, beside who came', async () => {
    const { kiwi, id } = await afterWebinar(host())
    type Funnel = { steps: { stage: string; count: number; share: number | null }[]; attendance: object }
    const { steps, attendance } = await kiwi.get<Funnel>(`/webinars/${id}/funnel?asOf=2026-04-05T00:00:00Z`)
    expect(steps.map(({ stage }) => stage)).toEqual(['registrant', 'lead', 'mql', 'sql', 'opportunity', 'customer'])
    const counts = steps.map(({ count }) => count)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    expect(steps[1]!.share).toBeCloseTo(counts[1]! / counts[0]!)
    expect(attendance).toMatchObject({
      ...{ registrants: 39, attendees: expect.any(Number), noShows: expect.any(Number) },
      ...{ replayOnly: expect.any(Number), unidentified: expect.any(Number) },
    })
    const before = await kiwi.get(`/webinars/${id}/funnel?asOf=2026-04-01T10:00:00Z`)
    expect(before).toMatchObject({ attendance: { attendees: 0 }, asOf: '2026-04-01T10:00:00.000Z' })
  })

  test('the audience is told minute by minute, with its markers', async () => {
    const { kiwi, id } = await afterWebinar(host())
    type Audience = { minutes: { minute: number; people: number }[]; peak: { people: number }; markers: object[] }
    const { minutes, peak, markers } = await kiwi.get<Audience>(`/webinars/${id}/audience`)
    expect(minutes.map(({ minute }) => minute)).toEqual(minutes.map((_, at) => at))
    expect(minutes.length).toBeGreaterThanOrEqual(60)
    expect(peak.people).toBeGreaterThan(10)
    expect(markers).toContainEqual({ kind: 'started', at: expect.any(Number), time: moment })
    for (const path of ['funnel', 'audience', 'figures', 'changes'])
      expect(await problemOf(kiwi.call('GET', `/webinars/w_nobody/${path}`))).toMatchObject({ status: 404 })
    for (const path of ['funnel', 'audience'])
      expect(await problemOf(kiwi.call('GET', `/webinars/${id}/${path}?asOf=soon`))).toMatchObject({ field: 'asOf' })
  })

  test('the headline figures agree with the list', async () => {
    const { kiwi, id } = await afterWebinar(host())
    const webinar = await kiwi.get<Record<string, number>>(`/webinars/${id}`)
    type Figures = { state: string; figures: { key: string; value: number }[] }
    const { state, figures } = await kiwi.get<Figures>(`/webinars/${id}/figures`)
    const values = Object.fromEntries(figures.map(({ key, value }) => [key, value]))
    expect([state, values.registrants, values.attendees]).toEqual(['ended', webinar.registrants, webinar.attendees])
  })

  test('who watches a running webinar hears that somebody came and that it is over; of one that does not run nothing', async () => {
    const kiwi = await makeCompany(host())
    const { id, join, end } = await running(kiwi)
    const { answer, next } = await watch(kiwi, id)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    const first = await next()
    expect(first).toMatchObject({ event: 'version', data: expect.stringMatching(/^\d+$/) })
    await join('noa')
    const second = await next()
    expect([second!.event, Number(second!.data) > Number(first!.data)]).toEqual(['version', true])
    await kiwi.settled()
    expect(await kiwi.get(`/webinars/${id}/funnel`)).toMatchObject({ attendance: { attendees: 2 } })

    await end()
    let last = await next()
    while (last?.event === 'version') last = await next()
    expect(last).toMatchObject({ event: 'ended' })
    expect(await next()).toBeNull()
    expect(await statusOf(kiwi.call('GET', `/webinars/${id}/changes`))).toBe(204)
  })

  test('who stops watching, or reading a file, holds nobody up', async () => {
    const kiwi = await makeCompany(host())
    const { id, join } = await running(kiwi)
    for (let times = 0; times < 5; times++) {
      const { next, leave } = await watch(kiwi, id)
      expect(await next()).toMatchObject({ event: 'version' })
      leave()
    }
    const leaving = new AbortController()
    const headers = { authorization: `Bearer ${kiwi.apiKey}` }
    await fetch(`${host().address}/api/v1/webinars/${id}/ranking.csv`, { headers, signal: leaving.signal })
    leaving.abort()
    await join('noa')
    await kiwi.settled()
    expect(await kiwi.get(`/webinars/${id}`)).toMatchObject({ state: 'live', attendees: 2 })
  })
}

/** A webinar of an hour, ten minutes of which have passed, with one attendee. */
async function running(kiwi: Company) {
  const startsAt = Math.floor(Date.now() / 1000) * 1000 - 10 * minute
  const webinar = { id: 85511223344, uuid: 'cnVubmluZw==', topic: 'Ripe fruit', type: 5, timezone: 'UTC', duration: 60 }
  async function send(event: string, at: number, object: object) {
    const told = { ...webinar, host_id: 'h', start_time: zoomTime(startsAt), ...object }
    const answer = await kiwi.send(JSON.stringify({ event, event_ts: at, payload: { account_id: 'a', object: told } }))
    expect(answer.status).toBe(204)
  }
  const participant = (name: string) => ({
    ...{ user_id: name, user_name: name, id: '', email: `${name}@kiwi.example`, registrant_id: `r-${name}` },
    join_time: zoomTime(Date.now()),
  })
  const join = (name: string) => send('webinar.participant_joined', Date.now(), { participant: participant(name) })
  await send('webinar.started', startsAt, {})
  await join('dana')
  await kiwi.settled()
  const { items } = await kiwi.get<{ items: { id: string; state: string }[] }>('/webinars')
  expect(items).toMatchObject([{ state: 'live', endsAt: null }])
  return { id: items[0]!.id, join, end: () => send('webinar.ended', Date.now(), {}) }
}

/** Opens the stream of a webinar's changes; `next` is its next event, null at its end. */
async function watch(kiwi: Company, id: string) {
  const leaving = new AbortController()
  onTestFinished(() => leaving.abort())
  const headers = { authorization: `Bearer ${kiwi.apiKey}` }
  const url = `${kiwi.host.address}/api/v1/webinars/${id}/changes`
  const answer = await fetch(url, { headers, signal: leaving.signal })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  async function next(): Promise<{ event: string; data: string } | null> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const lines = text.slice(0, end).split('\n')
        text = text.slice(end + 2)
        const fields = new Map(lines.map((line) => line.split(': ') as [string, string]))
        if (fields.has('event')) return { event: fields.get('event')!, data: fields.get('data') ?? '' }
        continue
      }
      const { done, value } = await reader.read()
      if (done) return null
      text += value
    }
  }
  return { answer, next, leave: () => leaving.abort() }
}
