import type { Browser } from 'playwright-core'
import type { Hostile } from './house.ts'
import { watchedPage } from './hurts.ts'
import { seenOn } from './seen.ts'
import type { Told } from './told.ts'

/** What the same watch misses where a payload is put into a page of ours unescaped: there it must see everything. */
export async function overlooked(browser: Browser, { company }: Hostile, { payloads }: Told): Promise<string> {
  const found = { ran: 0, fetched: 0, violations: 0, made: 0, turning: 0 }
  for (const policy of ['on', 'off'] as const) {
    const { context, page, hurts } = await watchedPage(browser, company.server.address, { language: 'en', policy })
    await page.goto(`${company.server.address}/sign-in`)
    await page.evaluate((html) => {
      document.body.innerHTML = `${html}<p>\u202Eabc <b>1</b></p>`
    }, payloads[0]!('control'))
    await page.waitForTimeout(200)
    const { made, turning } = await seenOn(page)
    for (const [name, { length }] of Object.entries({ ...hurts, made, turning }))
      if (name in found) found[name as keyof typeof found] += length
    await context.close()
  }
  return Object.entries(found)
    .filter(([, count]) => count === 0)
    .map(([name]) => name)
    .join(' ')
}
