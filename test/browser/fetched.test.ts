import { expect, onTestFinished, test } from 'vitest'
import { fakeZoom } from '../zoom/fake-zoom.ts'
import { DAY } from '../zoom/story.ts'
import { tellPast } from '../zoom/tell.ts'
import { violations } from './axe.ts'
import { openCompany } from './company.ts'
import { firstStart, useBrowser } from './dashboard.ts'

const browser = useBrowser()
const soon = { timeout: 30_000 }

test('what Zoom has of a webinar is fetched from its screen, which tells how far that is and shows what came', async () => {
  const zoom = fakeZoom({ story: tellPast(Date.now(), { count: 1, people: 12, endedBefore: 3 * DAY }), now: Date.now })
  zoom.takeScope('report:read:webinar_survey')
  const { url, close } = await zoom.listen()
  onTestFinished(close)
  const way = { RIPEN_ZOOM_API: `${url}/v2`, RIPEN_ZOOM_OAUTH: `${url}/oauth/token` }
  const company = await openCompany(onTestFinished, (_, atEnd) => firstStart(way, atEnd))
  await company.connectZoom()
  await company.call('PUT', '/api/v1/sources/s1/api', zoom.access)
  await company.call('POST', '/api/v1/sources/s1/backfill', { months: 1 })
  const webinars = () => company.call<{ items: { id: string; attendees: number }[] }>('GET', '/api/v1/webinars')
  await expect.poll(async () => (await webinars()).items[0]?.attendees, soon).toBeGreaterThan(5)

  const page = await browser.open()
  await company.admit(page)
  await page.goto(company.at(`webinars/${(await webinars()).items[0]!.id}`))
  const line = page.getByRole('status').filter({ hasText: /from Zoom/ })
  await line.filter({ hasText: 'Polls and questions fetched from Zoom' }).waitFor(soon)
  await page.getByRole('button', { name: 'Fetch now' }).click()
  await line.filter({ hasText: /Fetching from Zoom: .* \(\d+ of 12\)/ }).waitFor(soon)
  expect(await page.getByRole('button', { name: 'Fetch now' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Fetch now' }).waitFor(soon)
  await page.getByText('1 thing could not be had').click()
  await page.getByText(/lacks the scope report:read:webinar_survey:admin/).waitFor()
  expect(await violations(page)).toEqual([])
})
