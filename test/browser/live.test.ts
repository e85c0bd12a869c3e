import type { Locator, Page, Request } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../process/running.ts'
import { type Company, openCompany, useCompany } from './company.ts'
import { firstStartOnCloudflare, type Look, useBrowser } from './dashboard.ts'
import { namesIn, presenceIn } from './shown.ts'
import { created, ended, type Guest, joined, left, registered, started, type ZoomWebinar } from './zoom-webinar.ts'

const browser = useBrowser()
const opened = useCompany((company) => company.connectZoom().then(() => {}))
const minute = 60_000
let last = 86_655_443_300

interface Running {
  company: Company
  page: Page
  webinar: ZoomWebinar
  dana: Guest
  roy: Guest
  zoe: Guest
  /** What stands below a headline figure's name. */
  figure: (name: string) => Locator
  ranking: Locator
  row: (guest: Guest) => Locator
}

/** A webinar of an hour in its eleventh minute, three people registered, one in the room; a page stands on it. */
async function running(company: Company, look: Look = {}): Promise<Running> {
  const id = ++last
  const startsAt = Math.floor(Date.now() / 1000) * 1000 - 10 * minute
  const webinar = { id, topic: `Ripe fruit ${id}`, startsAt, minutes: 60 }
  const guest = (name: string): Guest => ({ name: `${name} Peretz`, email: `${name}@kiwi${id}.example`, stays: [] })
  const [dana, roy, zoe] = [guest('Dana'), guest('Roy'), guest('Zoe')]
  await company.deliver([created(webinar), ...[dana, roy, zoe].map((each) => registered(webinar, each))])
  await company.deliver([started(webinar)])
  await company.deliver([joined(webinar, dana, startsAt)])
  await company.settled()
  const page = await browser.open(look)
  await company.admit(page)
  await page.goto(company.at('webinars'))
  await page.getByRole('link', { name: webinar.topic }).click()
  const ranking = page.getByRole('grid')
  await ranking.getByRole('row').nth(3).waitFor()
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  const figure = (name: string) => page.locator('dl > div').filter({ hasText: name }).locator('dd').first()
  const row = ({ name }: Guest) => ranking.getByRole('row').filter({ hasText: name })
  return { company, page, webinar, dana, roy, zoe, figure, ranking, row }
}

const words = {
  en: { came: 'Came', here: 'Still here', live: 'Live now', over: 'Over' },
  he: { came: 'נכנסו', here: 'נשארו עד כה', live: 'משודר עכשיו', over: 'הסתיים' },
}
const soon = { timeout: 10_000 }

const hosts = [
  { language: 'en', host: 'Node', companyOf: async () => opened() },
  { language: 'he', host: 'Node', companyOf: async () => opened() },
  { language: 'en', host: 'Cloudflare', companyOf: openCompanyOnCloudflare },
] as const

async function openCompanyOnCloudflare(): Promise<Company> {
  const company = await openCompany(onTestFinished, firstStartOnCloudflare)
  await company.connectZoom()
  return company
}

for (const { language, host, companyOf } of hosts)
  test(`who comes and goes shows by itself: figures, ranking, strip, and at last the end (${language}, ${host})`, async () => {
    const say = words[language]
    const mine = await running(await companyOf(), { language })
    const { company, page, webinar, dana, roy, zoe, figure, ranking, row } = mine
    await page.getByText(say.live).first().waitFor()
    expect(await namesIn(ranking)).toEqual([dana.name, roy.name, zoe.name])
    expect(await figure(say.came).innerText()).toMatch(/^1/)
    expect(await presenceIn(row(zoe).getByRole('img').first())).toEqual([])

    await company.deliver([joined(webinar, zoe, Date.now() - minute)])
    await expect.poll(() => namesIn(ranking), soon).toEqual([dana.name, zoe.name, roy.name])
    await expect.poll(() => figure(say.came).innerText(), soon).toMatch(/^2/)
    expect(await figure(say.here).innerText()).toMatch(/^2/)
    const [span] = await presenceIn(row(zoe).getByRole('img').first())
    expect(span![0]).toBeGreaterThan(10)
    expect(span![1]).toBeLessThan(25)

    await company.deliver([left(webinar, dana, Date.now())])
    await expect.poll(() => figure(say.here).innerText(), soon).toMatch(/^1/)
    expect(await figure(say.came).innerText()).toMatch(/^2/)

    await company.deliver([ended(webinar, Date.now())])
    await page
      .getByText(say.live)
      .first()
      .waitFor({ state: 'hidden', ...soon })
    await page.getByText(say.over, { exact: true }).first().waitFor(soon)
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
  })

test('without the server the screen says "live paused", keeps what it shows, and goes on by itself', async () => {
  const company = await openCompany()
  await company.connectZoom()
  const { page, webinar, dana, roy, zoe, figure, ranking } = await running(company)
  const { server } = company
  await page.getByText('Live now').first().waitFor()
  await server.end('SIGKILL')
  await page.getByText('Live paused').waitFor({ timeout: 30_000 })
  await page.getByText('The connection is lost; it is tried again by itself.').waitFor()
  expect(await namesIn(ranking)).toEqual([dana.name, roy.name, zoe.name])

  await startServer(server.data, { PORT: new URL(server.address).port })
  await company.deliver([joined(webinar, roy, Date.now() - minute)])
  await page.getByText('Live now').first().waitFor({ timeout: 30_000 })
  expect(await page.getByText('Live paused').count()).toBe(0)
  await expect.poll(() => figure('Came').innerText(), soon).toMatch(/^2/)
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
})

test('a tab that nobody sees holds no stream; seen again, it shows what it missed', async () => {
  const { company, page, webinar, zoe, figure } = await running(opened())
  const streams = new Set<Request>()
  page.on('request', (request) => void (request.resourceType() === 'eventsource' && streams.add(request)))
  page.on('requestfailed', (request) => void streams.delete(request))
  await page.reload()
  await expect.poll(() => streams.size, soon).toBe(1)
  await setHidden(page, true)
  await expect.poll(() => streams.size, soon).toBe(0)
  await company.deliver([joined(webinar, zoe, Date.now() - minute)])
  await company.settled()
  expect(await figure('Came').innerText()).toMatch(/^1/)
  await setHidden(page, false)
  await expect.poll(() => figure('Came').innerText(), soon).toMatch(/^2/)
  expect(streams.size).toBe(1)
})

/** A headless browser has no tabs that hide each other, so the page is told. */
async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, isHidden)
}
