import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followChanges } from '../../web/live.ts'
import { paced } from '../../web/paced.ts'

/** What a browser does with a stream, moved by hand. */
class Stream extends EventTarget {
  readyState = 0
  tell(type: string, data?: string): void {
    if (type === 'open') this.readyState = 1
    this.dispatchEvent(data === undefined ? new Event(type) : new MessageEvent(type, { data }))
  }
  fail(readyState: 0 | 2): void {
    this.readyState = readyState
    this.dispatchEvent(new Event('error'))
  }
  close(): void {
    this.readyState = 2
  }
}

function follow() {
  const streams: Stream[] = []
  const told: string[] = []
  const stop = followChanges({
    open: () => {
      streams.push(new Stream())
      return streams.at(-1) as unknown as EventSource
    },
    changed: () => told.push('changed'),
    ended: () => told.push('ended'),
    paused: (isPaused) => told.push(isPaused ? 'paused' : 'live'),
  })
  return { streams, told, stop, last: () => streams.at(-1)! }
}

let page: EventTarget & { hidden: boolean }

beforeEach(() => {
  vi.useFakeTimers()
  page = Object.assign(new EventTarget(), { hidden: false })
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', new EventTarget())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('following a running webinar', () => {
  it('asks anew at each new version number, and not for one it knows', () => {
    const { told, last } = follow()
    last().tell('open')
    for (const version of ['7', '7', '9']) last().tell('version', version)
    expect(told).toEqual(['live', 'changed', 'changed'])
  })

  it('says that it is paused while the stream is broken, and is live again by itself', () => {
    const { told, last, streams } = follow()
    last().tell('open')
    last().tell('version', '7')
    last().fail(0)
    last().tell('open')
    last().tell('version', '7')
    expect([told, streams.length]).toEqual([['live', 'changed', 'paused', 'live'], 1])
  })

  it('opens a refused stream anew, later each time, and starts from the front once one was open', () => {
    const { streams, last } = follow()
    const waited: number[] = []
    for (let refusals = 0; refusals < 8; refusals++) {
      last().fail(2)
      const before = streams.length
      let seconds = 0
      for (; streams.length === before; seconds++) vi.advanceTimersByTime(1_000)
      waited.push(seconds)
    }
    expect(waited).toEqual([1, 2, 4, 8, 16, 30, 30, 30])
    last().tell('open')
    last().fail(2)
    vi.advanceTimersByTime(1_000)
    expect(streams).toHaveLength(10)
  })

  it('asks once when the stream was refused, since the webinar may be over', () => {
    const { told, last } = follow()
    last().fail(2)
    expect(told).toEqual(['paused', 'changed'])
  })

  it('does not wait when the network is back', () => {
    const { streams, last, told } = follow()
    last().tell('open')
    window.dispatchEvent(new Event('offline'))
    window.dispatchEvent(new Event('online'))
    expect([streams.length, told, streams[0]!.readyState]).toEqual([2, ['live', 'paused'], 2])
  })

  it('rests while the tab is out of sight', () => {
    const { streams, last } = follow()
    last().tell('open')
    page.hidden = true
    page.dispatchEvent(new Event('visibilitychange'))
    expect([streams.length, streams[0]!.readyState]).toEqual([1, 2])
    page.hidden = false
    page.dispatchEvent(new Event('visibilitychange'))
    expect(streams).toHaveLength(2)
  })

  it('ends with the webinar, and does not come back by itself', () => {
    const { streams, told, last } = follow()
    last().tell('open')
    last().tell('ended')
    vi.advanceTimersByTime(120_000)
    expect([told, streams.length, streams[0]!.readyState]).toEqual([['live', 'ended'], 1, 2])
  })

  it('leaves nothing behind when it is stopped', () => {
    const { streams, stop, last } = follow()
    last().fail(2)
    stop()
    window.dispatchEvent(new Event('online'))
    page.dispatchEvent(new Event('visibilitychange'))
    vi.advanceTimersByTime(120_000)
    expect(streams).toHaveLength(1)
  })
})

describe('asking at a pace', () => {
  it('asks at once, then at most once a second, and once more for what came meanwhile', async () => {
    let asked = 0
    const refresh = paced(async () => void asked++, 1_000)
    refresh.run()
    expect(asked).toBe(1)
    for (let change = 0; change < 19; change++) {
      refresh.run()
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(asked).toBe(2)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(asked).toBe(3)
  })

  it('waits for a slow answer before it asks again', async () => {
    let asked = 0
    const refresh = paced(() => new Promise((resolve) => setTimeout(resolve, 4_000, asked++)), 1_000)
    refresh.run()
    refresh.run()
    await vi.advanceTimersByTimeAsync(3_900)
    expect(asked).toBe(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(asked).toBe(2)
  })

  it('asks no more once it is stopped', async () => {
    let asked = 0
    const refresh = paced(async () => void asked++, 1_000)
    refresh.run()
    refresh.run()
    refresh.stop()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(asked).toBe(1)
  })
})
