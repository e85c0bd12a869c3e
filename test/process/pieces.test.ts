import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Answers } from '../../src/hosts/node/answer.ts'
import type { FromWorkspaces } from '../../src/hosts/node/wire.ts'
import { newWorkspace, startServer, temporaryFolder, untilQuiet } from './running.ts'

const kilobyte = 1024

test('of an endless body only as much is made as has been asked for', async () => {
  const sent: FromWorkspaces[] = []
  const answers = new Answers((message) => sent.push(message))
  let made = 0
  let cancelled = false
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        made++
        controller.enqueue(new Uint8Array(64 * kilobyte))
      },
      cancel() {
        cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  const first = await answers.encode(1, new Response(body))
  await pause(20)
  expect(first).toMatchObject({ more: true })
  expect(made).toBe(4)
  await answers.pull(1)
  await pause(20)
  expect(made).toBe(5)
  expect(sent).toMatchObject([{ kind: 'piece', number: 1, failed: false }])
  await answers.cancel(1)
  expect(cancelled).toBe(true)
})

test('an event stream is answered before its first event, and ends for whoever hangs up while none comes', async () => {
  const sent: FromWorkspaces[] = []
  const answers = new Answers((message) => sent.push(message))
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({
    cancel() {
      cancelled = true
    },
  })
  const headers = { 'content-type': 'text/event-stream' }
  expect(await answers.encode(1, new Response(body, { headers }))).toMatchObject({
    status: 200,
    body: null,
    more: true,
  })
  const pulled = answers.pull(1)
  await answers.cancel(1)
  await pulled
  expect(cancelled).toBe(true)
})

test('a body that breaks off in the middle ends as a failure, not as a whole one', async () => {
  const sent: FromWorkspaces[] = []
  const answers = new Answers((message) => sent.push(message))
  let made = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (++made > 4) throw new Error('the disk is gone')
        controller.enqueue(new Uint8Array(64 * kilobyte))
      },
    },
    { highWaterMark: 0 },
  )
  expect(await answers.encode(1, new Response(body))).toMatchObject({ more: true })
  await expect(answers.pull(1)).rejects.toThrow('the disk is gone')
  expect(sent).toEqual([{ kind: 'piece', number: 1, bytes: null, failed: true }])
})

test('a file of 5,000 people arrives whole in pieces, and one who hangs up early disturbs nobody', async () => {
  const data = temporaryFolder()
  const server = await startServer(data)
  const { apiKey } = await newWorkspace(data, 'kiwi-secret')
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  const call = (path: string, init: RequestInit = {}) => fetch(`${server.address}/api/v1${path}`, { headers, ...init })
  const webinar = { platform: 'generic', platformId: '7', startsAt: '2026-04-02T10:00:00Z' }
  for (let batch = 0; batch < 5; batch++) {
    const events = Array.from({ length: 1_000 }, (_, i) => ({
      specversion: '1.0',
      id: `${batch}-${i}`,
      source: 'https://shop.example',
      type: 'person.registered',
      time: '2026-04-01T10:00:00Z',
      data: { person: { email: `person${batch * 1_000 + i}@kiwi.example`, company: 'Kiwi '.repeat(10) }, webinar },
    }))
    const answer = await call('/activities', { method: 'POST', body: JSON.stringify(events) })
    expect(await answer.json()).toMatchObject({ accepted: 1_000 })
  }
  await untilQuiet(server.address)
  const { items } = (await (await call('/webinars')).json()) as { items: { id: string; registrants: number }[] }
  expect(items).toMatchObject([{ registrants: 5_000 }])
  const path = `/webinars/${items[0]!.id}/ranking.csv`

  for (let times = 0; times < 5; times++) {
    const early = await call(path)
    const reader = early.body!.getReader()
    await reader.read()
    await reader.cancel()
  }
  const text = await (await call(path)).text()
  const emails = new Set([...text.matchAll(/person\d+@kiwi\.example/g)].map(([email]) => email))
  expect(emails.size).toBe(5_000)
  expect(text.length).toBeGreaterThan(512 * kilobyte)
  expect(await server.end('SIGTERM')).toBe(0)
  expect(server.output()).not.toContain('failed')
})
