import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shared } from '../shared.ts'
import { violations, violationsInColour } from './axe.ts'
import { openCompany } from './company.ts'
import { firstStart, useBrowser } from './dashboard.ts'
import { fillCompany } from './filled.ts'
import { beyondWindow, smallTargets } from './room.ts'
import { screens, stands } from './screens.ts'

const browser = useBrowser()
const shown = shared(async (atEnd) => {
  const unowned = await firstStart({}, atEnd)
  const allow = { RIPEN_OUTBOUND_ALLOW: new URL(unowned.address).host }
  const company = await openCompany(atEnd, (env, atEnd) => firstStart({ ...env, ...allow }, atEnd))
  return { company, filled: await fillCompany(company, unowned.address), firstLink: unowned.link }
})

const wide = { width: 1400, height: 1000, others: [1600, 768] }
const phone = { width: 390, height: 844, others: [360] }

/**
 * Each screen is made once and its window is then drawn to every size. Nothing but the colours changes between light and
 * dark; what axe sees does not change with the language, of which no text may be missing (locales.test.ts).
 */
test.for(['en', 'he'] as const)(
  'every screen passes axe in light and dark, fits its window, wide and on a phone, and all of it can be hit (%s)',
  async (language) => {
    const page = await browser.open({ language, ...wide })
    const found: string[] = []
    for (const [name, show] of screens) {
      await show({ page, ...shown() })
      for (const { width, height, others } of [wide, phone]) {
        const note = (what: string, faults: string[]) =>
          found.push(...faults.map((fault) => `${name}, ${what}: ${fault}`))
        await drawn(page, width, height)
        if (language === 'en') {
          note(`light, ${width} px wide`, await violations(page))
          await page.emulateMedia({ colorScheme: 'dark' })
          note(`dark, ${width} px wide`, await violationsInColour(page))
          await page.emulateMedia({ colorScheme: 'light' })
        }
        for (const each of [width, ...others]) {
          if (each !== width) await drawn(page, each, height)
          note(`${each} px wide`, await beyondWindow(page))
          note(`${each} px wide`, await smallTargets(page))
        }
      }
      await page.setViewportSize(wide)
    }
    expect(found).toEqual([])
  },
)

async function drawn(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height })
  await stands(page)
}
