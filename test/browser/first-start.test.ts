import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { useCompany } from './company.ts'
import { company, firstStart, owner, useBrowser } from './dashboard.ts'

const browser = useBrowser()
const opened = useCompany()

const words = {
  en: { setUp: 'Set up Ripen', create: 'Create the owner', signOut: 'Sign out' },
  he: { setUp: 'הקמת Ripen', create: 'יצירת הבעלים', signOut: 'יציאה' },
} as const

for (const language of ['en', 'he'] as const)
  test(`the printed link makes the owner with a workspace, who then signs out and in again (${language})`, async () => {
    const server = await firstStart()
    const page = await browser.open({ language })
    await page.goto(server.link)
    await page.getByRole('heading', { level: 1, name: words[language].setUp }).waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'he' ? 'rtl' : 'ltr')
    expect(await violations(page)).toEqual([])
    await page.locator('input[autocomplete=name]').fill(owner.name)
    await page.locator('input[type=email]').fill(owner.email)
    await page.locator('input[type=password]').fill(owner.password)
    await page.locator('input[autocomplete=organization]').fill(company.name)
    await page.getByRole('button', { name: words[language].create }).click()
    await page.waitForURL('**/w/oren-logistics/webinars')
    await page.locator('summary').filter({ hasText: company.name }).click()
    await page.getByRole('button', { name: words[language].signOut }).click()
    await page.waitForURL('**/sign-in')
    expect(await violations(page)).toEqual([])
    await page.locator('input[type=email]').fill(owner.email)
    await page.locator('input[type=password]').fill(owner.password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/w/oren-logistics/webinars')
  })

test('the link of the first start works in the window that asks for it', async () => {
  const server = await firstStart()
  const page = await browser.open()
  await page.goto(server.address)
  await page.waitForURL('**/setup')
  await page.getByText('npm run -s ripen -- owner link').waitFor()
  await page.evaluate((link) => window.location.assign(link), server.link)
  await page.locator('input[autocomplete=organization]').waitFor()
})

test('what is missing or refused is said at its field in the language of the screen, and can be put right', async () => {
  const server = await firstStart()
  const page = await browser.open({ language: 'he' })
  await page.goto(server.link)
  const create = page.getByRole('button', { name: words.he.create })
  await create.click()
  await page.getByText('צריך למלא את זה.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name')
  await page.locator('input[name=name]').fill('נועה ברק')
  await page.locator('input[name=email]').fill(owner.email)
  await page.locator('input[name=password]').fill('short')
  await page.locator('input[name=company]').fill('אורן לוגיסטיקה')
  await create.click()
  await page.getByText('לפחות 10 תווים.', { exact: true }).nth(1).waitFor()
  await page.locator('input[name=password]').fill(owner.password)
  await page.locator('input[name=slug]').fill('Ha Darim')
  await create.click()
  await page.locator('[data-invalid] input[name=slug], input[name=slug][aria-invalid=true]').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.locator('input[name=slug]').fill('oren')
  await page.locator('select[name=template]').selectOption('b2b-it')
  await create.click()
  await page.waitForURL('**/w/oren/webinars')
  const { model } = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/model', { headers: { 'ripen-workspace': 'oren' } })
    return (await answer.json()) as { model: { template: string } }
  })
  expect(model.template).toBe('b2b-it')
})

test('a link that was used says so and what to do, and without a link nothing is set up twice', async () => {
  const { server } = opened()
  const page = await browser.open()
  await page.goto(`${server.address}/setup`)
  await page.waitForURL('**/sign-in')
  await page.goto(server.link)
  await page.getByRole('heading', { name: 'This link no longer works' }).waitFor()
  expect(await page.locator('main').innerText()).toMatch(/owner link/)
})

test('a wrong password is refused in words and tells nothing of who exists', async () => {
  const { server } = opened()
  const said = []
  for (const email of [owner.email, 'nobody@oren.example']) {
    const page = await browser.open()
    await page.goto(`${server.address}/sign-in`)
    await page.locator('input[type=email]').fill(email)
    await page.locator('input[type=password]').fill('not-the-password')
    await page.keyboard.press('Enter')
    said.push(await page.getByRole('alert').innerText())
  }
  expect(said[0]).not.toBe('')
  expect(said[1]).toBe(said[0])
})

test('over plain http on another name than localhost nobody signs in, and the screen says why', async () => {
  const { server } = opened()
  const { port } = new URL(server.address)
  const page = await browser.open()
  await page.route('http://ripen.oren.example:*/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    const headers = { ...route.request().headers(), host: `ripen.oren.example:${port}` }
    await route.fulfill({ response: await route.fetch({ url: server.address + pathname, headers }) })
  })
  await page.goto(`http://ripen.oren.example:${port}/sign-in`)
  await page.getByRole('heading', { name: 'Not safe to sign in here' }).waitFor()
  expect(await page.locator('main').innerText()).toMatch(/https/)
  expect(await page.locator('input').count()).toBe(0)
  expect(await violations(page)).toEqual([])
})
