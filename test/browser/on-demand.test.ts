import { expect, test } from 'vitest'
import { useCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { webinarOf } from './watching.ts'
import { type Guest, wholeRun, type ZoomWebinar } from './zoom-webinar.ts'

const browser = useBrowser()
const webinar: ZoomWebinar = {
  ...{ id: 86_000_000_004, topic: 'Backup for everybody', minutes: 60 },
  startsAt: Date.now() - 26 * 3_600_000,
}
const guest = (name: string): Guest => ({ name, email: `${name.toLowerCase()}@brightwater.example`, stays: [] })

const opened = useCompany(async (company) => {
  await company.connectZoom()
  await company.deliver(wholeRun(webinar, [guest('Sara'), guest('Noa'), guest('Roy')]))
  const left = { type: 'email.unsubscribed', id: '1', source: 'tests', time: new Date().toISOString() }
  const data = { person: { email: 'roy@brightwater.example' } }
  await company.call('POST', '/api/v1/activities', [{ specversion: '1.0', ...left, data }])
  await company.settled()
})

const words = {
  en: {
    none: 'Nothing to watch yet: give the address of the recording.',
    address: 'Address of the recording',
    page: 'This address leads to a page',
    youtube: 'A video on YouTube',
    save: 'Save',
    copy: 'Copy link',
    copied: 'Copied',
    all: 'Also who wants no mail',
    copyAll: 'Copy all links',
    close: 'Close it',
  },
  he: {
    none: 'עוד אין במה לצפות: צריך לתת את הכתובת של ההקלטה.',
    address: 'כתובת ההקלטה',
    page: 'הכתובת הזאת מובילה לדף',
    youtube: 'סרטון ב-YouTube',
    save: 'שמירה',
    copy: 'העתקת קישור',
    copied: 'הועתק',
    all: 'גם מי שלא רוצים דיוור',
    copyAll: 'העתקת כל הקישורים',
    close: 'סגירה',
  },
}

for (const language of ['en', 'he'] as const)
  test(`a marketer gives the address of a recording, copies one link and all of them, and closes it again (${language})`, async () => {
    const company = opened()
    const say = words[language]
    const context = await browser.context({ language })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: company.server.address })
    const page = await context.newPage()
    await company.admit(page)
    await page.goto(company.at(`webinars/${await webinarOf(company, webinar)}/replay`))
    await page.getByText(say.none).waitFor()
    const list = page.getByRole('table')
    await expect.poll(() => list.getByRole('row').count()).toBe(1 + 2)

    const address = page.getByLabel(say.address)
    await address.fill('https://zoom.us/rec/share/abc')
    await page.getByRole('button', { name: say.save }).click()
    await page.getByText(say.page).waitFor()
    expect(await address.evaluate((input) => document.activeElement === input)).toBe(true)
    await address.fill('youtu.be/dQw4w9WgXcQ')
    await page.getByText(say.youtube).waitFor()
    await page.getByRole('button', { name: say.save }).click()
    await page.getByText('https://www.youtube.com/watch?v=dQw4w9WgXcQ').waitFor()

    const row = list.getByRole('row').filter({ hasText: 'noa@brightwater.example' })
    await row.getByRole('button', { name: say.copy }).click()
    await row.getByText(say.copied).waitFor()
    const pasted = () => page.evaluate(() => navigator.clipboard.readText())
    const link = await pasted()
    expect(link).toMatch(new RegExp(`^${company.server.address}/watch/[0-9a-z.-]+$`))
    expect((await fetch(link)).status).toBe(200)

    await page.getByLabel(say.all).check()
    await expect.poll(() => list.getByRole('row').count()).toBe(1 + 3)
    expect(new URL(page.url()).searchParams.get('all')).toBe('true')
    await page.getByRole('button', { name: say.copyAll }).click()
    await expect.poll(async () => (await pasted()).split('\n').length).toBe(3)
    expect(await pasted()).toContain(`noa@brightwater.example\t${link}`)

    await page.getByRole('button', { name: say.close }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: say.close }).click()
    await page.getByText(say.none).waitFor()
    expect((await fetch(link)).status).toBe(404)
  })
