import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { eventStream } from '../../src/http/event-stream.ts'
import { addSource } from '../../src/workspace/add-source.ts'
import { currentModel } from '../../src/workspace/models.ts'
import { publishModel } from '../../src/workspace/publish-model.ts'
import { watchWebinar } from '../../src/workspace/watch-webinar.ts'
import { webinars } from '../../src/workspace/webinars.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { drained, makeWorkspace } from '../workspaces.ts'
import { ended, joined, left, minute, registered, scheduled, start, started, take, visited, zoom } from './told.ts'

beforeEach(
  () =>
    void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] }),
)
afterEach(() => void vi.useRealTimers())

/** Ten minutes into a webinar of an hour for which two have registered. */
function running() {
  const { ws, clock } = makeWorkspace(start + 10 * minute)
  take(ws, scheduled(), started(), registered('R1', 'dana@kiwi.example'), registered('R2', 'noa@fig.example'))
  const id = webinars(drained(ws)).items[0]!.id
  return { ws, clock, id }
}

/** Reads the stream as a browser would. */
function reading(ws: Workspace, id: string) {
  const stop = new AbortController()
  const changes = watchWebinar(ws, id, stop.signal)!
  const reader = eventStream(changes, () => stop.abort())
    .body!.pipeThrough(new TextDecoderStream())
    .getReader()
  const texts: string[] = []
  const closed = (async () => {
    for (let each = await reader.read(); !each.done; each = await reader.read()) texts.push(each.value)
  })()
  /** What came in so many ms. */
  async function after(ms: number): Promise<string[]> {
    await vi.advanceTimersByTimeAsync(ms)
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
    return texts.splice(0)
  }
  return { after, closed, leave: () => reader.cancel() }
}

const version = expect.stringMatching(/^id: (\d+)\nevent: version\ndata: \1\n\n$/)

test('the version comes at once, then a comment every 15 s while nothing happens', async () => {
  const { ws, id } = running()
  const { after } = reading(ws, id)
  expect(await after(0)).toEqual([version])
  expect(await after(14_999)).toEqual([])
  expect(await after(1)).toEqual([':\n\n'])
  expect(await after(15_000)).toEqual([':\n\n'])
})

test('who comes and who goes is told once they are scored, somebody without a name too', async () => {
  const { ws, id } = running()
  const { after } = reading(ws, id)
  await after(0)
  take(ws, joined('1', 9, zoom('R1')))
  drained(ws)
  expect(await after(500)).toEqual([version])
  take(ws, joined('2', 9))
  expect(await after(500)).toEqual([version])
  take(ws, left('2', 10))
  expect(await after(500)).toEqual([version])
})

test('what happens elsewhere is not told', async () => {
  const { ws, id } = running()
  const { after } = reading(ws, id)
  await after(0)
  addSource(ws, { platform: 'zoom' })
  const other = { platform: 'zoom', platformId: '99', slot: '' }
  take(ws, { ...scheduled(), id: 'other', webinar: other }, { ...joined('7', 9), webinar: other })
  drained(ws)
  expect(await after(1_000)).toEqual([])
})

test('what is said of the webinar itself is told, and another version of the model', async () => {
  const { ws, id } = running()
  const { after } = reading(ws, id)
  await after(0)
  take(ws, { ...scheduled('educational'), id: 'again', time: start })
  drained(ws)
  expect(await after(500)).toEqual([version])
  publishModel(ws, { ...currentModel(ws).model, followUpDays: 3 })
  drained(ws)
  expect((await after(500)).at(-1)).toEqual(version)
})

test('at the end the last version is told before it is said that the webinar is over, and the stream closes', async () => {
  const { ws, clock, id } = running()
  const { after, closed } = reading(ws, id)
  await after(0)
  clock.now = start + 40 * minute
  take(ws, ended(40))
  expect(await after(500)).toEqual([version])
  drained(ws)
  const last = await after(500)
  expect(last.at(-1)).toBe('event: ended\ndata:\n\n')
  expect(last.slice(0, -1)).toEqual([version])
  await closed
  expect(watchWebinar(ws, id, new AbortController().signal)).toBeNull()
})

test('a webinar of which only the schedule tells the end is over when its time has come', async () => {
  const { ws, clock, id } = running()
  const { after } = reading(ws, id)
  await after(0)
  clock.now = start + 60 * minute
  drained(ws)
  expect((await after(15_000)).at(-1)).toBe('event: ended\ndata:\n\n')
})

test('the end does not wait for ever for work that does not end', async () => {
  const { ws, clock, id } = running()
  const { after } = reading(ws, id)
  await after(0)
  clock.now = start + 60 * minute
  take(ws, visited('v1', 59, { email: 'dana@kiwi.example' }))
  const told: string[] = []
  for (let beat = 0; beat < 8; beat++) {
    told.push((await after(15_000)).join(''))
    clock.now += 15_000
  }
  expect(told.slice(0, 4).join('')).not.toContain('ended')
  expect(told.join('')).toContain('event: ended')
})

test('who leaves is waited for by nothing: no timer runs on', async () => {
  const { ws, id } = running()
  const { after, leave, closed } = reading(ws, id)
  await after(0)
  expect(vi.getTimerCount()).toBeGreaterThan(0)
  await leave()
  await closed
  expect(vi.getTimerCount()).toBe(0)
})

test('a slow reader gets the newest version, not a queue of old ones', async () => {
  const { ws, id } = running()
  const stop = new AbortController()
  const reader = eventStream(watchWebinar(ws, id, stop.signal)!, () => stop.abort()).body!.getReader()
  const text = async () => new TextDecoder().decode((await reader.read()).value)
  expect(await text()).toEqual(version)
  for (let at = 1; at < 9; at++) {
    take(ws, joined(`${at}`, at))
    await vi.advanceTimersByTimeAsync(500)
  }
  const newest = text()
  await vi.advanceTimersByTimeAsync(500)
  const [number] = ws.db.prepare<{ number: number }>('SELECT number FROM webinar').all()
  expect(await newest).toContain(`data: ${ws.revisions.of(number!.number)}\n`)
  await reader.cancel()
})
