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
  const [company, unowned] = await Promise.all([openCompany(atEnd), firstStart({}, atEnd)])
  return { company, filled: await fillCompany(company), firstLink: unowned.link }
})

const wide = { size: 'wide', width: 1400, height: 1000, others: [1600, 768] }
const phone = { size: 'phone', width: 390, height: 844, others: [360] }
const looks = (['en', 'he'] as const).flatMap((language) => [wide, phone].map((size) => ({ language, ...size })))

/** Nothing but the colours changes between light and dark, and they do not with the language: in the dark they are looked at once. */
test.for(looks)(
  'every screen passes axe in light and dark, fits its window, and all of it can be hit ($language, $size)',
  async ({ language, width, height, others }) => {
    const page = await browser.open({ language, width, height })
    const found: string[] = []
    for (const [name, show] of screens) {
      await show({ page, ...shown() })
      await stands(page)
      const note = (what: string, faults: string[]) =>
        found.push(...faults.map((fault) => `${name}, ${what}: ${fault}`))
      note('light', await violations(page))
      if (language === 'en') {
        await page.emulateMedia({ colorScheme: 'dark' })
        note('dark', await violationsInColour(page))
        await page.emulateMedia({ colorScheme: 'light' })
      }
      for (const each of [width, ...others]) {
        await page.setViewportSize({ width: each, height })
        await stands(page)
        note(`${each} px wide`, await beyondWindow(page))
        note(`${each} px wide`, await smallTargets(page))
      }
      await page.setViewportSize({ width, height })
    }
    expect(found).toEqual([])
  },
)
