import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useCompany } from './company.ts'
import { owner, signIn, useBrowser } from './dashboard.ts'
import { namesIn } from './shown.ts'
import { type Guest, wholeRun } from './zoom-webinar.ts'

const browser = useBrowser()
const webinar = { id: 87_333_444_555, topic: 'Ripe fruit', startsAt: Date.now() - 26 * 3_600_000, minutes: 60 }
const guests: Guest[] = [
  { name: 'Yael Sagi', email: 'yael@carmel.example', stays: [[0, 60]] },
  { name: 'Sara Lind', email: 'sara@brightwater.example', stays: [] },
  { name: 'Sara Alon', email: 'sara@galil.example', stays: [[0, 20]] },
  { name: 'Sara Levi', email: 'sara@carmel.example', stays: [] },
]
const opened = useCompany(async (company) => {
  await company.connectZoom()
  await company.deliver(wholeRun(webinar, guests))
  await company.settled()
})

/** Ends the session of a browser elsewhere: what it holds is worth nothing any more, and it does not know. */
async function endSession(context: BrowserContext): Promise<void> {
  const { address } = opened().server
  const [{ name, value } = { name: '', value: '' }] = await context.cookies(address)
  const headers = { cookie: `${name}=${value}`, origin: address }
  expect((await fetch(`${address}/session`, { method: 'DELETE', headers })).status).toBe(204)
}

async function signInAgain(page: Page): Promise<void> {
  await page.waitForURL(/\/sign-in\?to=/)
  await page.getByText('You come back to the screen you were on.').waitFor()
  await page.locator('input[type=email]').fill(owner.email)
  await page.locator('input[type=password]').fill(owner.password)
  await page.keyboard.press('Enter')
}

test('whose session ends on a ranking stands there again after sign-in, with filters, order and open ledger', async () => {
  const page = await browser.open()
  await signIn(page, opened().server.address)
  await page.getByRole('link', { name: webinar.topic }).click()
  const rows = page.getByRole('grid').getByRole('row')
  await rows.nth(4).waitFor()
  await page.getByRole('searchbox').fill('sara')
  await page.waitForURL('**?q=sara')
  await page.getByRole('button', { name: 'Score', exact: true }).click()
  await page.waitForURL('**?q=sara&sort=score')
  await expect.poll(() => rows.count()).toBe(4)
  await endSession(page.context())
  await page.getByRole('button', { name: 'No-shows' }).click()
  await signInAgain(page)

  await page.waitForURL(/\/webinars\/w_\w+\?q=sara&sort=score&attended=no_show$/)
  await rows.nth(2).waitFor()
  expect(await namesIn(page.getByRole('grid'))).toEqual(['Sara Lind', 'Sara Levi'])
  expect(await page.getByRole('searchbox').inputValue()).toBe('sara')
  expect(await page.getByRole('button', { name: 'No-shows' }).getAttribute('aria-pressed')).toBe('true')

  await rows.nth(1).click()
  await page.getByRole('region', { name: /^Why/ }).waitFor()
  const before = page.url()
  await endSession(page.context())
  await page.reload()
  await signInAgain(page)
  await page.waitForURL(before)
  await page.getByRole('region', { name: /^Why/ }).waitFor()
})

test('without a session an address leads to sign-in, and from there to the screen it names, filters and all', async () => {
  const { server } = opened()
  const page = await browser.open()
  await signIn(page, server.address)
  await page.context().clearCookies()
  await page.goto(`${server.address}/w/oren/webinars?kind=demo`)
  await page.waitForURL(/\/sign-in\?to=/)
  await page.locator('input[type=email]').fill(owner.email)
  await page.locator('input[type=password]').fill(owner.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/w/oren/webinars?kind=demo')
})

test('an address with filters shows them pressed, on a phone too, where they stand in a line that scrolls', async () => {
  const company = opened()
  for (const language of ['en', 'he'] as const) {
    const page = await browser.open({ language, width: 390, height: 844 })
    await company.admit(page)
    const { items } = await company.call<{ items: { id: string }[] }>('GET', '/api/v1/webinars')
    await page.goto(company.at(`webinars/${items[0]!.id}?attended=no_show`))
    const pressed = page.locator('button[aria-pressed=true]')
    await pressed.waitFor()
    const { x, width } = (await pressed.boundingBox())!
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(390)
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
  }
})

test('on a phone the place one is in stands in sight, also where its name comes last, and the log is within the team', async () => {
  const company = opened()
  for (const language of ['en', 'he'] as const) {
    const page = await browser.open({ language, width: 390, height: 844 })
    await company.admit(page)
    for (const [address, place] of [
      ['formula', 'formula'],
      ['team', 'team'],
      ['log', 'team'],
    ] as const) {
      await page.goto(company.at(address))
      const places = page.locator('header nav').first()
      const here = places.locator('a[aria-current]')
      await page.locator('h1').waitFor()
      expect(await here.getAttribute('href')).toBe(`/w/oren/${place}`)
      const isInSight = async () => {
        const [link, row] = [(await here.boundingBox())!, (await places.boundingBox())!]
        return link.x >= row.x && link.x + link.width <= row.x + row.width + 1
      }
      await expect.poll(isInSight).toBe(true)
    }
    await page.locator('header nav').first().locator('a').first().click()
    await page.waitForURL('**/webinars')
    await expect
      .poll(() =>
        page
          .locator('header nav')
          .first()
          .evaluate((row) => row.scrollLeft),
      )
      .toBe(0)
  }
})

test('an address of another site is never followed after sign-in', async () => {
  const { address } = opened().server
  for (const to of ['https://hurt.example/', '//hurt.example/', '/\\hurt.example', 'javascript:alert(1)']) {
    const page = await browser.open()
    await page.goto(`${address}/sign-in?to=${encodeURIComponent(to)}`)
    await page.locator('input[type=email]').fill(owner.email)
    await page.locator('input[type=password]').fill(owner.password)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${address}/w/oren/webinars`)
  }
})
