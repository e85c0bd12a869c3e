import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shared } from '../shared.ts'
import { violations } from './axe.ts'
import { openCompany } from './company.ts'
import { owner, useBrowser } from './dashboard.ts'
import { beyondWindow, smallTargets } from './room.ts'
import { stands } from './screens.ts'

const browser = useBrowser()
const opened = shared((atEnd) => openCompany(atEnd))

async function expectFine(page: Page): Promise<void> {
  expect([await violations(page), await beyondWindow(page), await smallTargets(page)]).toEqual([[], [], []])
}

test('an owner invites a marketer, who joins in Hebrew and cannot change the team; the log tells the owner of both', async () => {
  const company = opened()
  const noa = await browser.open()
  await company.admit(noa)
  await noa.goto(company.at('team'))
  await noa.getByText('You are alone here').waitFor()
  const invite = noa.getByRole('region', { name: 'Invite somebody' })
  await invite.getByRole('button', { name: 'Invite' }).click()
  await invite.getByText('Please fill this in.').waitFor()
  await invite.getByLabel('E-mail').fill('dana@oren.example')
  await invite.getByLabel('Name').fill('דנה לוי')
  await invite.getByRole('button', { name: 'Invite' }).click()
  const link = (await invite.locator('code').textContent())!
  expect(link).toMatch(/\/setup#.{40,}$/)
  await noa
    .getByRole('row', { name: /דנה לוי/ })
    .getByText('invited, link works until')
    .waitFor()
  await expectFine(noa)

  const dana = await browser.open({ language: 'he', theme: 'dark', width: 390 })
  await dana.goto(link)
  await dana.getByRole('heading', { name: 'ברוכים הבאים ל-Ripen' }).waitFor()
  await dana.getByText('Oren Logistics').waitFor()
  await dana.locator('input[type=password]').fill(owner.password)
  await dana.getByRole('button', { name: 'שמירה וכניסה' }).click()
  await dana.waitForURL('**/w/oren/webinars')
  await dana.goto(company.at('team'))
  await dana.getByText('רק בעלים מזמינים אנשים').waitFor()
  expect(await dana.getByRole('row', { name: /דנה לוי/ }).innerText()).toMatch(/אתם[\s\S]*שיווק/)
  expect(await dana.locator('main').getByRole('combobox').count()).toBe(0)
  expect(await dana.locator('main').getByRole('button').count()).toBe(0)
  expect(await dana.locator('main').innerText()).not.toContain('@')
  await expectFine(dana)
  await dana.goto(company.at('log'))
  await dana.getByText('רק בעלים קוראים את היומן').waitFor()

  await noa.getByLabel('Role of דנה לוי').selectOption('Sales')
  await expect
    .poll(async () =>
      (await company.call<{ items: { role: string }[] }>('GET', '/api/v1/members')).items.map(({ role }) => role),
    )
    .toContain('sales')
  await noa.getByRole('link', { name: 'Log: who did what' }).click()
  await noa.getByText(/Changed the role of .*from marketer to sales/).waitFor()
  await noa.getByRole('radio', { name: 'Team' }).click()
  await noa.waitForURL('**/w/oren/log?act=member')
  await expect.poll(() => noa.locator('tbody tr').count()).toBe(2)
  await noa.getByRole('radio', { name: 'People' }).click()
  await noa.getByText('Nothing of this kind has been done yet.').waitFor()
  await noa.getByRole('button', { name: 'Show all' }).click()
  await noa.getByText(/Invited .*as marketer/).waitFor()
})

test('the last owner stays, with the reason; a key is shown once, works, and is refused once it is revoked', async () => {
  const company = opened()
  const page = await browser.open({ language: 'en', theme: 'dark', width: 390 })
  await company.admit(page)
  await page.goto(company.at('team'))
  await page.getByRole('button', { name: 'Remove Noa Barak' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByText('is the last owner of this workspace').waitFor()

  const keys = page.getByRole('region', { name: 'API keys' })
  await keys.getByText('Make an API key').click()
  await keys.getByLabel('What it is for').fill('CRM sync')
  await keys.getByRole('button', { name: 'Make a key' }).click()
  const key = (await keys.locator('[role=status] code').textContent())!
  const status = async () => {
    const headers = { authorization: `Bearer ${key}` }
    return (await fetch(`${company.server.address}/api/v1/webinars`, { headers })).status
  }
  expect(await status()).toBe(200)
  expect(await keys.locator('pre').innerText()).toContain(key)
  await expectFine(page)
  await page.reload()
  await stands(page)
  expect(await page.locator('body').innerText()).not.toContain(key)
  await page.getByRole('button', { name: 'Revoke CRM sync' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('button', { name: 'Revoke CRM sync' }).waitFor({ state: 'detached' })
  expect(await status()).toBe(401)
})
