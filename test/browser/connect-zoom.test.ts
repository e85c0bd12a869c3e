import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signed } from '../zoom-run.ts'
import { openCompany, secret } from './company.ts'
import { useBrowser } from './dashboard.ts'

const browser = useBrowser()
const soon = { timeout: 10_000 }

/** A page on which the owner has just made an address for Zoom, and that address. */
async function connecting(): Promise<{ page: Page; address: string }> {
  const company = await openCompany()
  const page = await browser.open()
  await company.admit(page)
  await page.goto(company.at('sources'))
  await page.getByLabel('Secret Token').fill(secret)
  await page.getByRole('button', { name: 'Make the address' }).click()
  await page.getByText('Waiting for Zoom').waitFor(soon)
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  const address = await page.locator('main code').first().innerText()
  expect(address).toMatch(new RegExp(`^${company.server.address}/hooks/zoom/\\S{16,}$`))
  return { page, address }
}

/** As Zoom does when somebody presses Validate: it asks the address to prove that it knows the secret. */
async function validate(address: string, withSecret: string): Promise<Response> {
  const body = JSON.stringify({
    event: 'endpoint.url_validation',
    event_ts: Date.now(),
    payload: { plainToken: 'qgg8vlvZRS6UYooatFL8Aw' },
  })
  const headers = signed(body, withSecret, String(Math.floor(Date.now() / 1000)))
  return fetch(address, { method: 'POST', headers, body })
}

test('the address can be copied, and turns green by itself as soon as Zoom has validated it', async () => {
  const { page, address } = await connecting()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)

  const unreachable = page.getByText(/Zoom cannot reach localhost/)
  expect(await unreachable.count()).toBe(1)
  const answer = await validate(address, secret)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ plainToken: 'qgg8vlvZRS6UYooatFL8Aw' })
  const state = page.getByRole('status').filter({ hasText: 'Validated' })
  await state.waitFor(soon)
  expect(await unreachable.count()).toBe(0)
  const [red, green, blue] = await state.evaluate((badge) =>
    getComputedStyle(badge).backgroundColor.match(/\d+/g)!.map(Number),
  )
  expect(green).toBeGreaterThan(Math.max(red!, blue!))
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
})

test('a signature of another secret is refused, and the screen says what to do', async () => {
  const { page, address } = await connecting()
  expect((await validate(address, 'another-secret')).status).toBe(401)
  await page.getByRole('status').filter({ hasText: 'Secret does not fit' }).waitFor(soon)
  await page.getByText('Copy the token again from your Zoom app and enter it below.').waitFor()

  const form = page.locator('form').first()
  await form.locator('input').fill('another-secret')
  await form.getByRole('button').click()
  await page.getByText('Saved.').waitFor()
  expect((await validate(address, 'another-secret')).status).toBe(200)
  await page.getByRole('status').filter({ hasText: 'Validated' }).waitFor(soon)
})
