import { test } from 'vitest'
import { shared } from '../shared.ts'
import { openCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { openRecording } from './recording.ts'
import { presenceIn } from './shown.ts'
import { allTold, apart, kept, openLink, playTo, seekTo, setHidden, viewedBy, webinarOf } from './watching.ts'
import { type Guest, wholeRun, type ZoomWebinar } from './zoom-webinar.ts'

const browser = useBrowser()
const minute = 60_000
const start = Date.now() - 26 * 60 * minute

const hour: ZoomWebinar = { id: 86_000_000_001, topic: 'Backup in an hour', startsAt: start, minutes: 60 }
const short: ZoomWebinar = { id: 86_000_000_002, topic: 'Backup in ten minutes', startsAt: start, minutes: 10 }
const guest = (name: string, ...stays: [number, number][]): Guest => {
  return { name, email: `${name.split(' ')[0]!.toLowerCase()}@brightwater.example`, stays }
}
const sara = guest('Sara Lind')
const dana = guest('Dana Levi', [0, 6])
const [noa, roy, olga] = [guest('Noa Barak'), guest('Roy Alon'), guest('Olga Petrova')]

// Side by side, for a player mostly plays: each test has a guest and a window of its own.

/** The recording is heard at its true length by the player, and everybody has a link. */
const opened = shared(async (atEnd) => {
  const company = await openCompany(atEnd)
  await company.connectZoom()
  await company.deliver(wholeRun(hour, [sara]))
  await company.deliver(wholeRun(short, [dana, noa, roy, olga]))
  await company.settled()
  for (const webinar of [hour, short]) {
    const { address } = await openRecording(webinar.minutes * 60, atEnd)
    await company.call('PUT', `/api/v1/webinars/${await webinarOf(company, webinar)}/replay`, { address })
  }
  return company
})

/** A player's own clock and the moment at which a picture is drawn are apart by some hundredths, times sixteen. */
const near = 1

/**
 * So much sound is on its way when a browser pauses, and so late the first picture after a jump is drawn on a busy
 * machine; at sixteenfold speed that is much.
 */
const ahead = 0.15 * 16

test.concurrent('playing ten minutes, jumping to the end and playing half a minute is ten and a half minutes', async ({
  expect,
  onTestFinished,
}) => {
  const company = opened()
  const { link } = await viewedBy(company, sara.email)
  const page = await openLink(await browser.context({}, onTestFinished), link)
  const stopped = await playTo(page, 600)
  expect(stopped - 600).toBeLessThan(near)
  await seekTo(page, 3570)
  expect(await playTo(page, 3600)).toBe(3600)
  await allTold(page)
  const { replaySeconds, presence } = await viewedBy(company, sara.email)
  expect(Math.abs(replaySeconds - 630)).toBeLessThan(near)
  expect(Math.abs(replaySeconds - (stopped + 30))).toBeLessThan(apart)
  expect(presence.replay.map(([from]) => Math.round(from))).toEqual([0, 3570])
  await page.getByText(/10:3[01]\S* of \S*1:00:00\S* watched/).waitFor()
})

test.concurrent('60 % live and the missing 40 % on the page are one full strip, and paid once', async ({
  expect,
  onTestFinished,
}) => {
  const company = opened()
  const { link, paid } = await viewedBy(company, dana.email)
  expect(paid).toEqual(['attended_brief'])
  const page = await openLink(await browser.context({}, onTestFinished), link)
  await seekTo(page, 360)
  expect(await playTo(page, 600)).toBe(600)
  await allTold(page)
  const viewed = await viewedBy(company, dana.email)
  expect(viewed.paid).toEqual(['attended_full'])
  expect((1 - viewed.share!) * 600).toBeLessThan(ahead)

  const dashboard = await browser.open({}, onTestFinished)
  await company.admit(dashboard)
  await dashboard.goto(company.at(`webinars/${await webinarOf(company, short)}`))
  const strip = dashboard.getByRole('row').filter({ hasText: dana.name }).getByRole('img').first()
  const [live, replay, ...rest] = await presenceIn(strip)
  expect([live, replay, rest]).toEqual([[0, 60], [60, 100], []])
})

test.concurrent('hidden, twice as fast, back, anew, in a second tab: each position that was seen counts once', async ({
  expect,
  onTestFinished,
}) => {
  const company = opened()
  const { link } = await viewedBy(company, noa.email)
  const context = await browser.context({}, onTestFinished)
  const page = await openLink(context, link)
  const seen = async () => (await viewedBy(company, noa.email)).replaySeconds
  const fast = await playTo(page, 6, 2)
  await seekTo(page, 2)
  const back = await playTo(page, 20)
  expect(fast).toBeLessThan(back)
  await allTold(page)
  expect(Math.abs((await seen()) - back)).toBeLessThan(apart)

  await setHidden(page, true)
  const unseen = (await playTo(page, 60)) - back
  await setHidden(page, false)
  const stopped = await playTo(page, 80)
  await allTold(page)
  expect(Math.abs((await seen()) - (stopped - unseen))).toBeLessThan(ahead)

  await page.reload()
  await page.getByText('It goes on where you stopped').waitFor()
  const video = page.locator('video')
  const goesOnAt = () => video.evaluate((each: HTMLVideoElement) => each.currentTime)
  await expect.poll(async () => Math.abs((await goesOnAt()) - stopped)).toBeLessThan(apart)
  const second = await openLink(context, link)
  await video.evaluate((each: HTMLVideoElement) => {
    each.muted = true
  })
  await Promise.all([playTo(page, 100), playTo(second, 110)])
  await Promise.all([allTold(page), allTold(second)])
  const last = await second.locator('video').evaluate((each: HTMLVideoElement) => each.currentTime)
  expect(Math.abs((await seen()) - (last - unseen))).toBeLessThan(ahead)
})

test.concurrent('without a connection it is kept: told when that is back, or by the next page of the link', async ({
  expect,
  onTestFinished,
}) => {
  const company = opened()
  const { link } = await viewedBy(company, roy.email)
  const seen = async () => (await viewedBy(company, roy.email)).replaySeconds
  const context = await browser.context({}, onTestFinished)
  const page = await openLink(context, link)
  await context.route('**/progress', (route) => route.abort())
  const first = await playTo(page, 20)
  await page.getByText('No connection').waitFor()
  await context.unroute('**/progress')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await allTold(page)
  expect(Math.abs((await seen()) - first)).toBeLessThan(apart)

  await context.route('**/progress', (route) => route.abort())
  const later = await playTo(page, 40)
  await kept(page, later)
  await page.close()
  await context.unroute('**/progress')
  expect(Math.abs((await seen()) - first)).toBeLessThan(apart)
  const next = await openLink(context, link)
  await allTold(next)
  expect(Math.abs((await seen()) - later)).toBeLessThan(apart)
})

test.concurrent('what was watched until the tab is closed is told as it goes', async ({ expect, onTestFinished }) => {
  const company = opened()
  const { link } = await viewedBy(company, olga.email)
  const page = await openLink(await browser.context({}, onTestFinished), link)
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.playbackRate = 16
    return video.play()
  })
  await page.waitForTimeout(2_000)
  const before = await page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
  await page.close({ runBeforeUnload: false })
  await expect.poll(async () => (await viewedBy(company, olga.email)).replaySeconds).toBeGreaterThanOrEqual(before - 1)
})
