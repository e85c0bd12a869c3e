import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { signed } from '../zoom-run.ts'
import { newWorkspace, startServer, temporaryFolder, untilQuiet } from './running.ts'

const secret = 'kiwi-secret'
const minute = 60_000

/** A company in whose only webinar, an hour long, ten minutes have passed. */
async function running() {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { apiKey, path } = await newWorkspace(data, secret)
  const startsAt = Math.floor(Date.now() / 1000) * 1000 - 10 * minute
  const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z')
  const webinar = { id: 85511223344, uuid: 'cnVubmluZw==', topic: 'Ripe fruit', type: 5, timezone: 'UTC', duration: 60 }
  const send = async (event: string, at: number, object: object) => {
    const body = JSON.stringify({
      event,
      event_ts: at,
      payload: { account_id: 'aCc', object: { ...webinar, host_id: 'h', start_time: iso(startsAt), ...object } },
    })
    const timestamp = String(Math.floor(Date.now() / 1000))
    const init = { method: 'POST', headers: signed(body, secret, timestamp), body }
    expect((await fetch(server.address + path, init)).status).toBe(204)
  }
  const participant = (name: string) => ({
    ...{ user_id: name, user_name: name, id: '', email: `${name}@kiwi.example`, registrant_id: `r-${name}` },
    join_time: iso(Date.now()),
  })
  const join = (name: string) => send('webinar.participant_joined', Date.now(), { participant: participant(name) })
  await send('webinar.started', startsAt, {})
  await join('dana')
  await untilQuiet(server.address)
  const headers = { authorization: `Bearer ${apiKey}` }
  const call = (path: string, init: RequestInit = {}) => fetch(`${server.address}/api/v1${path}`, { headers, ...init })
  const { items } = (await (await call('/webinars')).json()) as { items: { id: string; state: string }[] }
  expect(items).toMatchObject([{ state: 'live' }])
  const watch = () => events(call, `/webinars/${items[0]!.id}/changes`)
  return { server, call, join, watch, id: items[0]!.id, end: () => send('webinar.ended', Date.now(), {}) }
}

interface Told {
  event: string
  data: string
}

/** Opens an event stream; `next` is its next event, null at its end. */
async function events(call: (path: string, init: RequestInit) => Promise<Response>, path: string) {
  const leaving = new AbortController()
  onTestFinished(() => leaving.abort())
  const response = await call(path, { signal: leaving.signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  async function next(): Promise<Told | null> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const fields = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => line.split(': ') as [string, string]),
        )
        text = text.slice(end + 2)
        return { event: fields.get('event') ?? '', data: fields.get('data') ?? '' }
      }
      const { done, value } = await reader!.read()
      if (done) return null
      text += value
    }
  }
  return { response, next, leave: () => leaving.abort() }
}

test('who watches a running webinar hears at once that somebody came, and at the end that it is over', async () => {
  const { watch, join, end, call, id } = await running()
  const { response, next } = await watch()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const first = await next()
  expect(first).toMatchObject({ event: 'version', data: expect.stringMatching(/^\d+$/) })

  await join('noa')
  const second = await next()
  expect(Number(second!.data)).toBeGreaterThan(Number(first!.data))
  let figures = await (await call(`/webinars/${id}/figures`)).json()
  expect(figures).toMatchObject({ state: 'live', figures: expect.arrayContaining([{ ...attendees, value: 2 }]) })

  await end()
  let last = await next()
  while (last?.event === 'version') last = await next()
  expect(last?.event).toBe('ended')
  expect(await next()).toBeNull()
  figures = await (await call(`/webinars/${id}/figures`)).json()
  expect(figures).toMatchObject({ state: 'ended' })
  expect((await watch()).response.status).toBe(204)
})

const attendees = { key: 'attendees', share: null, median: null }

test('a hundred open streams hold up no call, and those who hang up are forgotten', async () => {
  const { server, watch, call, join } = await running()
  const streams = await Promise.all(Array.from({ length: 100 }, watch))
  for (const { next } of streams) expect(await next()).toMatchObject({ event: 'version' })
  for (const { leave } of streams.slice(1)) leave()
  await join('noa')
  expect(await streams[0]!.next()).toMatchObject({ event: 'version' })
  expect((await call('/webinars')).status).toBe(200)
  expect(server.output()).not.toContain('failed')
})

test('a server that is told to stop waits for no stream', async () => {
  const { server, watch } = await running()
  const streams = await Promise.all(Array.from({ length: 10 }, watch))
  for (const { next } of streams) await next()
  const stopped = server.end('SIGTERM')
  for (const { next } of streams) expect(await next()).toBeNull()
  const winner = await Promise.race([stopped, pause(5_000, 'still running')])
  expect(winner).toBe(0)
  expect(server.output()).not.toContain('failed')
})
