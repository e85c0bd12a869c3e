import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shared } from '../shared.ts'
import { violations, violationsBesideColour, violationsInColour } from './axe.ts'
import { openCompany } from './company.ts'
import { firstStart, useBrowser } from './dashboard.ts'
import { fillCompany } from './filled.ts'
import { beyondWindow, smallTargets } from './room.ts'
import { type Scene, screens } from './screens.ts'

const browser = useBrowser()
const shown = shared(async (atEnd) => {
  const unowned = await firstStart({}, atEnd)
  const allow = { RIPEN_OUTBOUND_ALLOW: new URL(unowned.address).host }
  const company = await openCompany(atEnd, (env, atEnd) => firstStart({ ...env, ...allow }, atEnd))
  return { company, filled: await fillCompany(company, unowned.address), firstLink: unowned.link }
})

const wide = { width: 1400, height: 1000, others: [1600, 768] }
const phone = { width: 390, height: 844, others: [360] }
const sizes = [wide, phone]
/** Hebrew words are other lengths on the same layout: it is looked at where there is least room for it. */
const tight: Size[] = [
  { ...wide, others: [768] },
  { ...phone, width: 360, others: [] },
]

type Size = typeof wide
type Found = (what: string, faults: string[]) => void

/**
 * Each screen is made once; its window is then drawn to every size, and turned into the other language. Nothing but the
 * colours changes between light and dark, and those are the same on a phone; what axe sees does not change with the
 * language, of which no text may be missing (locales.test.ts).
 */
test('every screen passes axe in light and dark, fits its window, wide and on a phone, in English and Hebrew, and all of it can be hit', async () => {
  const page = await browser.open({ language: 'en', ...wide })
  const hebrew = await browser.open({ language: 'he', ...wide })
  for (const each of [page, hebrew]) await each.emulateMedia({ reducedMotion: 'reduce' })
  const faults: string[] = []
  for (const [name, show] of screens) {
    const found: Found = (what, those) => faults.push(...those.map((fault) => `${name}, ${what}: ${fault}`))
    await show({ page, ...shown() })
    for (const size of sizes) {
      await drawn(page, size)
      found(`${size.width} px wide`, await (size === wide ? violations(page) : violationsBesideColour(page)))
      if (size === wide) {
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.evaluate(atRest)
        found('dark', await violationsInColour(page))
        await page.emulateMedia({ colorScheme: 'light' })
      }
      await fitting(page, size, found)
    }
    const turned = await inHebrew(page, hebrew, show)
    for (const size of tight) {
      await drawn(turned, size)
      await fitting(turned, size, (what, those) => found(`in Hebrew, ${what}`, those))
    }
    await page.evaluate(() => localStorage.removeItem('ripen.language'))
  }
  expect(faults).toEqual([])
})

async function drawn(page: Page, size: Omit<Size, 'others'>): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate(atRest)
}

/**
 * Charts and lists follow the window a moment later: until nothing is on its way or fades, and nothing that can be
 * pressed has moved for some pictures.
 */
function atRest(): Promise<void> {
  const places = () =>
    [...document.querySelectorAll('a, button, input, select, summary, canvas')]
      .map((each) => Object.values(each.getBoundingClientRect().toJSON()).join())
      .join(';')
  return new Promise((resolve) => {
    let [last, alike] = ['', 0]
    const look = () => {
      const now = places()
      const isBusy = document.querySelector('[aria-busy=true]') !== null || document.getAnimations().length > 0
      alike = now === last && !isBusy ? alike + 1 : 0
      last = now
      if (alike < 3) requestAnimationFrame(look)
      else resolve()
    }
    look()
  })
}

async function fitting(page: Page, { width, height, others }: Size, found: Found): Promise<void> {
  for (const each of [width, ...others]) {
    if (each !== width) await drawn(page, { width: each, height })
    found(`${each} px wide`, await beyondWindow(page))
    found(`${each} px wide`, await smallTargets(page))
  }
}

/** The screen in Hebrew: by the choice of languages that it has, or, where it has none, another of its kind. */
async function inHebrew(page: Page, hebrew: Page, show: (scene: Scene) => Promise<void>): Promise<Page> {
  const choice = page.locator('select:has(option[lang=he])')
  if ((await choice.count()) === 0) {
    await show({ page: hebrew, ...shown() })
    return hebrew
  }
  await choice.selectOption('he', { force: true })
  await page.waitForFunction(() => document.documentElement.dir === 'rtl')
  return page
}
