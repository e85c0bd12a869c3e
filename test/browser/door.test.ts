import { expect, test } from 'vitest'
import { useCompany } from './company.ts'
import { owner, useBrowser } from './dashboard.ts'

const browser = useBrowser()
const opened = useCompany()

test('whoever is not let in reads why in Hebrew: a wrong password, too many of them, a link that is not known', async () => {
  const { address } = opened().server
  const page = await browser.open({ language: 'he' })
  await page.goto(`${address}/sign-in`)
  await page.locator('input[type=email]').fill(owner.email)
  await page.locator('input[type=password]').fill('not this one')
  const refusal = page.getByRole('alert')
  await page.locator('button[type=submit]').click()
  await refusal.getByText('כתובת המייל או הסיסמה שגויה.').waitFor()
  const headers = { 'content-type': 'application/json', origin: address }
  const body = JSON.stringify({ email: owner.email, password: 'not this one' })
  for (let tries = 1; tries < 10; tries++) await fetch(`${address}/session`, { method: 'POST', headers, body })
  await page.locator('button[type=submit]').click()
  await refusal.getByText(/^היו יותר מדי ניסיונות\. אפשר לנסות שוב בעוד \d+ דקות\.$/).waitFor()
  await page.goto(`${address}/setup#made-up`)
  const why = page.getByText('Ripen לא מכיר את הקישור הזה')
  expect(await why.getAttribute('dir')).toBe('rtl')
  expect(await why.locator('bdi').innerText()).toBe('npm run -s ripen -- owner link')
})

test('a refusal that comes before its Hebrew sentence is read in English, and in Hebrew as soon as that is there', async () => {
  const page = await browser.open({ language: 'he' })
  let arrive = () => {}
  const held = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(/\/he-refusals-/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${opened().server.address}/sign-in`)
  await page.locator('input[type=email]').fill('nobody@oren.example')
  await page.locator('input[type=password]').fill('not this one')
  await page.locator('button[type=submit]').click()
  await page.getByText('The e-mail address or the password is wrong.').waitFor()
  arrive()
  await page.getByText('כתובת המייל או הסיסמה שגויה.').waitFor()
})
