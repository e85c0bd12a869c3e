import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startServer } from '../process/running.ts'
import { shared } from '../shared.ts'
import { openCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { attendees, fillGreatWebinar } from './great-webinar.ts'

const browser = useBrowser()
const opened = shared(async (atEnd) => {
  const company = await openCompany(atEnd)
  const { server } = company
  await server.end('SIGTERM')
  const topic = fillGreatWebinar(server.data)
  await startServer(server.data, { PORT: new URL(server.address).port }, atEnd)
  return { company, topic }
}, 180_000)

/** How many rows the page holds in its memory, in sight or not, as its own cache of answers has them. */
function heldRows(page: Page): Promise<number> {
  return page.evaluate(() => {
    interface Fiber {
      memoizedProps: {
        client?: { getQueryCache?: () => { getAll: () => { state: { data?: { items?: unknown[] } } }[] } }
      }
      child: Fiber | null
    }
    const root = document.getElementById('root') as unknown as Record<string, Fiber>
    let fiber: Fiber | null = root[Object.keys(root).find((key) => key.startsWith('__reactContainer'))!]!
    while (fiber && !fiber.memoizedProps?.client?.getQueryCache) fiber = fiber.child
    const queries = fiber!.memoizedProps.client!.getQueryCache!().getAll()
    return queries.reduce((sum, { state }) => sum + (state.data?.items?.length ?? 0), 0)
  })
}

test('of 100,000 attendees all can be reached, and never more than 2,000 are held', async () => {
  const { company, topic } = opened()
  const page = await browser.open()
  await company.admit(page)
  await page.goto(company.at('webinars'))
  await page.getByRole('link', { name: topic }).click()
  const grid = page.getByRole('grid')
  const rowAt = (place: number) => grid.locator(`[aria-rowindex="${place + 1}"]:not([aria-busy=true])`)
  await rowAt(1).waitFor()
  await page.getByText('100,000 people', { exact: true }).waitFor()
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(attendees + 1))

  let most = 0
  const look = async () => {
    most = Math.max(most, await heldRows(page))
    expect(await grid.getByRole('row').count()).toBeLessThan(100)
  }
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const down = Array.from({ length: 20 }, (_, step) => (height * (step + 1)) / 20)
  const onwards = Array.from({ length: 40 }, (_, step) => 4_000 * (step + 1))
  for (const top of [...onwards, ...down, ...down.toReversed(), 0]) {
    await page.evaluate((to) => window.scrollTo(0, to), top)
    await page.waitForTimeout(40)
    await look()
    if (top === height) {
      await rowAt(attendees).waitFor()
      expect(await rowAt(attendees).getByRole('gridcell').first().innerText()).toBe('100,000')
      await look()
    }
  }
  await rowAt(1).waitFor()
  expect(await rowAt(1).getByRole('gridcell').first().innerText()).toBe('1')
  expect(most).toBeGreaterThan(1_000)
  expect(most).toBeLessThanOrEqual(2_000)
})

test('the keyboard reaches the last of 100,000 at one press, and the first at another', async () => {
  const { company, topic } = opened()
  const page = await browser.open({ language: 'he' })
  await company.admit(page)
  await page.goto(company.at('webinars'))
  await page.getByRole('link', { name: topic }).click()
  const row = (place: number) => page.locator(`[role=row][aria-rowindex="${place + 1}"]:not([aria-busy=true])`)
  await row(1).focus()
  for (const [key, place] of [
    ['End', attendees],
    ['PageUp', null],
    ['Home', 1],
  ] as const) {
    await page.keyboard.press(key)
    if (place === null) continue
    await row(place).waitFor()
    expect(await row(place).evaluate((element) => element === document.activeElement)).toBe(true)
  }
})
