import type { Frame } from 'playwright-core'
import { expect, test } from 'vitest'
import { shared } from '../shared.ts'
import { openCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { allTold, viewedBy, webinarOf } from './watching.ts'
import { wholeRun, type ZoomWebinar } from './zoom-webinar.ts'

const browser = useBrowser()
const webinar: ZoomWebinar = {
  ...{ id: 86_000_000_003, topic: 'Backup elsewhere', minutes: 10 },
  startsAt: Date.now() - 26 * 3_600_000,
}
const sara = { name: 'Sara Lind', email: 'sara@brightwater.example', stays: [] }

const opened = shared(async (atEnd) => {
  const company = await openCompany(atEnd)
  await company.connectZoom()
  await company.deliver(wholeRun(webinar, [sara]))
  await company.settled()
  return company
})

/** A player that stands where it is told, and tells it five times a second while it plays. */
const clock = `
  let [at, rate, playing, since] = [0, 1, false, 0]
  const now = () => at + (playing ? ((performance.now() - since) / 1000) * rate : 0)
  globalThis.set = (position, plays, speed) => { at = position ?? now(); since = performance.now(); playing = plays; rate = speed; changed() }
  setInterval(() => playing && tell(), 200)
`

const youtube = `<script>${clock}
  let greeted = false
  const send = (event, info) => greeted && parent.postMessage(JSON.stringify({ event, info, id: 1, channel: 'widget' }), '*')
  const tell = () => send('infoDelivery', { currentTime: now() })
  const changed = () => send('infoDelivery', { currentTime: now(), playerState: playing ? 1 : 2, playbackRate: rate })
  addEventListener('message', ({ data }) => {
    if (greeted || JSON.parse(data).event !== 'listening') return
    greeted = true
    send('initialDelivery', { duration: 600, playerState: -1 })
    send('onReady', null)
  })
</script>`

const vimeo = `<script>${clock}
  const asked = new Set()
  const send = (event, data) => asked.has(event) && parent.postMessage(JSON.stringify({ event, data }), '*')
  const tell = () => send('timeupdate', { seconds: now(), percent: now() / 600, duration: 600 })
  let was = { playing, rate }
  const changed = () => {
    if (was.rate !== rate) send('playbackratechange', { playbackRate: rate })
    if (was.playing === playing) send('seeked', { seconds: now(), duration: 600 })
    else send(playing ? 'play' : 'pause', { seconds: now(), duration: 600 })
    was = { playing, rate }
    tell()
  }
  addEventListener('message', ({ data }) => {
    if (data.method === 'ping') parent.postMessage(JSON.stringify({ method: 'ping' }), '*')
    if (data.method === 'addEventListener') asked.add(data.value)
  })
</script>`

const players = [
  {
    ...{ kind: 'YouTube', host: 'https://www.youtube-nocookie.com', page: youtube },
    ...{ address: 'https://youtu.be/dQw4w9WgXcQ', from: 0, to: 400 },
  },
  {
    ...{ kind: 'Vimeo', host: 'https://player.vimeo.com', page: vimeo },
    ...{ address: 'https://vimeo.com/76979871/8272103f6e', from: 50, to: 500 },
  },
]

function tell(frame: Frame, position: number | null, plays: boolean, rate: number): Promise<void> {
  return frame.evaluate(
    ([position, plays, rate]) =>
      (globalThis as unknown as { set: (...all: unknown[]) => void }).set(position, plays, rate),
    [position, plays, rate] as const,
  )
}

for (const { kind, address, host, page: player, from, to } of players)
  test(`what plays in a frame of ${kind} is watched by its messages alone: at any speed, without what was jumped over`, async () => {
    const company = opened()
    await company.call('PUT', `/api/v1/webinars/${await webinarOf(company, webinar)}/replay`, { address })
    const before = await viewedBy(company, sara.email)
    const context = await browser.context()
    const asked: { url: string; referer: string | undefined; type: string }[] = []
    await context.route(`${host}/**`, (route) => {
      const request = route.request()
      asked.push({ url: request.url(), referer: request.headers().referer, type: request.resourceType() })
      return route.fulfill({ contentType: 'text/html', body: player })
    })
    const page = await context.newPage()
    const others: string[] = []
    page.on('request', (request) => {
      if (![company.server.address, host].includes(new URL(request.url()).origin)) others.push(request.url())
    })
    await page.goto(before.link)
    await expect.poll(() => page.frames().length).toBe(2)
    const frame = page.frames()[1]!
    await page.getByText('of \u206810:00\u2069 watched').or(page.getByText('Nothing watched yet')).waitFor()
    await page.waitForTimeout(1_200)

    await tell(frame, from, true, 2)
    await page.waitForTimeout(3_000)
    await tell(frame, to, true, 2)
    await page.waitForTimeout(2_000)
    await tell(frame, null, false, 2)
    await allTold(page)
    const { replaySeconds, presence } = await viewedBy(company, sara.email)
    expect(replaySeconds - before.replaySeconds).toBeGreaterThan(8.5)
    expect(replaySeconds - before.replaySeconds).toBeLessThan(11)
    expect(presence.replay.some(([from, to]) => from < 300 && to > 300)).toBe(false)
    expect(asked).toMatchObject([{ referer: `${company.server.address}/`, type: 'document' }])
    expect(others).toEqual([])
  })
