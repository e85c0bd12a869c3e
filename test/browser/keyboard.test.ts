import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useCompany } from './company.ts'
import { owner, useBrowser } from './dashboard.ts'
import { type Guest, wholeRun } from './zoom-webinar.ts'

const browser = useBrowser()
const webinar = { id: 87_222_333_444, topic: 'Ripe fruit', startsAt: Date.now() - 26 * 3_600_000, minutes: 60 }
const guests: Guest[] = [
  { name: 'Yael Sagi', email: 'yael@carmel.example', stays: [[0, 60]] },
  { name: 'Roy Alon', email: 'roy@galil.example', stays: [[10, 30]] },
  { name: 'Sara Lind', email: 'sara@brightwater.example', stays: [] },
]
const opened = useCompany(async (company) => {
  await company.connectZoom()
  await company.deliver(wholeRun(webinar, guests))
  await company.settled()
})

/** Whether whatever has the focus shows it by an outline: its own, that of its box, or that of what it stands for. */
function hasVisibleFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const outlined = (element: Element) =>
      [null, '::before', '::after'].some((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element, part)
        return outlineStyle !== 'none' && outlineWidth !== '0px'
      })
    const focused = document.activeElement!
    const around = focused.closest('[data-focus-visible], label')
    return focused === document.body || outlined(focused) || (around !== null && outlined(around))
  })
}

/** Presses Tab until an element has the focus; everything on the way has to show where the focus is. */
async function tabTo(wanted: Locator, key = 'Tab'): Promise<void> {
  const page = wanted.page()
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
    const focused = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
    expect([focused, await hasVisibleFocus(page)]).toEqual([focused, true])
  }
  throw new Error(`Tab never came to ${wanted}`)
}

async function signInByKeyboard(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/sign-in`)
  await page.locator('input[type=email]').waitFor()
  await tabTo(page.locator('input[type=email]'))
  await page.keyboard.type(owner.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(owner.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/w/oren/webinars')
  const link = page.getByRole('link', { name: webinar.topic })
  await link.waitFor()
  await tabTo(link)
  await page.keyboard.press('Enter')
  await page.getByRole('grid').getByRole('row').nth(3).waitFor()
}

test('by keyboard alone: sign in, reach the ranking, open a ledger, go to the person and close it, filter', async () => {
  const page = await browser.open()
  await signInByKeyboard(page, opened().server.address)
  const rows = page.getByRole('grid').getByRole('row')
  await tabTo(rows.filter({ hasText: 'Yael Sagi' }))
  await page.keyboard.press('ArrowDown')
  const second = rows.filter({ hasText: 'Roy Alon' })
  await expect.poll(() => second.evaluate((row) => row === document.activeElement)).toBe(true)
  expect(await hasVisibleFocus(page)).toBe(true)
  await page.keyboard.press('Enter')
  const why = page.getByRole('region', { name: /^Why/ })
  await why.getByText('Roy Alon').waitFor()
  await page.keyboard.press('Escape')
  await why.waitFor({ state: 'hidden' })
  expect(await second.evaluate((row) => row === document.activeElement)).toBe(true)

  await tabTo(page.getByRole('button', { name: 'No-shows' }), 'Shift+Tab')
  await page.keyboard.press('Space')
  await page.waitForURL('**?attended=no_show')
  await expect.poll(() => rows.count()).toBe(2)
  await tabTo(page.getByRole('searchbox'))
  await page.keyboard.type('sara')
  await page.waitForURL('**&q=sara')
  await tabTo(page.getByRole('button', { name: 'Everybody' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?q=sara$/)

  await tabTo(rows.filter({ hasText: 'Sara Lind' }))
  await page.keyboard.press('Enter')
  await tabTo(page.getByRole('link', { name: 'Everything about this person' }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Sara Lind' }).waitFor()
})

test('on a phone the ledger keeps the focus while it is open and gives it back when it closes', async () => {
  const page = await browser.open({ width: 390, height: 844 })
  await signInByKeyboard(page, opened().server.address)
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'Yael Sagi' })
  await tabTo(row)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Why/ })
  await dialog.waitFor()
  for (let pressed = 0; pressed < 6; pressed++) {
    await page.keyboard.press('Tab')
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('the first Tab leads past the navigation, and Tab traps nobody on any screen', async () => {
  const company = opened()
  const page = await browser.open()
  await company.admit(page)
  const { items } = await company.call<{ items: { id: string }[] }>('GET', '/api/v1/webinars')
  const id = items[0]!.id
  const ranking = await company.call<{ items: { person: { id: string } }[] }>('GET', `/api/v1/webinars/${id}/ranking`)
  const screens = [
    'webinars',
    `webinars/${id}`,
    `people/${ranking.items[0]!.person.id}`,
    'import',
    'sources',
    'formula/sign-off',
  ]
  for (const screen of screens) {
    await page.goto(company.at(screen))
    await page.locator('main h1').waitFor()
    await page.keyboard.press('Tab')
    const skip = page.locator('a[href="#main"]')
    expect([screen, await skip.evaluate((link) => link === document.activeElement)]).toEqual([screen, true])
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await tabTo(skip)
  }
})
