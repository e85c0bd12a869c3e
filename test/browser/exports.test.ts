import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { unzipped } from '../http/xlsx-file.ts'
import { useCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { webinarOf } from './watching.ts'
import { type Guest, wholeRun, type ZoomWebinar } from './zoom-webinar.ts'

const browser = useBrowser()
const webinar: ZoomWebinar = {
  ...{ id: 86_000_000_009, topic: 'Backup for everybody', minutes: 60 },
  startsAt: Date.now() - 26 * 3_600_000,
}
const guest = (name: string, stays: Guest['stays'] = []): Guest => ({
  ...{ name, email: `${name.toLowerCase()}@brightwater.example`, stays },
})

const opened = useCompany(async (company) => {
  await company.connectZoom()
  await company.deliver(wholeRun(webinar, [guest('Sara', [[0, 60]]), guest('Noa', [[0, 55]]), guest('Roy')]))
  const left = { type: 'email.unsubscribed', id: '1', source: 'tests', time: new Date().toISOString() }
  const data = { person: { email: 'noa@brightwater.example' } }
  await company.call('POST', '/api/v1/activities', [{ specversion: '1.0', ...left, data }])
  await company.settled()
})

const words = {
  en: {
    noneHot: 'Nobody is hot yet',
    more: 'More exports',
    all: '2 people · 1 wants no mail and is left out',
    filtered: 'Nobody would be in it · “Score from” leaves out 3 · “Search” leaves out 2',
    links: 'Give the address of the recording first',
  },
  he: {
    noneHot: 'עוד אין חמים',
    more: 'ייצוא נוסף',
    all: 'שני אנשים · אחד ללא דיוור לא נכלל',
    filtered: 'הקובץ יהיה ריק · הסינון ”ציון החל מ-“ משאיר בחוץ 3 · הסינון ”חיפוש“ משאיר בחוץ 2',
    links: 'קודם צריך לתת את כתובת ההקלטה',
  },
}

async function taken(page: Page, key: string): Promise<{ name: string; bytes: Buffer }> {
  const menu = page.getByRole('menu')
  const coming = page.waitForEvent('download')
  await menu.locator(`[data-key="${key}"]`).click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

for (const language of ['en', 'he'] as const)
  test(`the menu says before a download who would be in it, and offers nobody an empty file (${language})`, async () => {
    const company = opened()
    const say = words[language]
    const context = await browser.context({ language })
    const page = await context.newPage()
    await company.admit(page)
    await page.goto(company.at(`webinars/${await webinarOf(company, webinar)}`))
    expect(await page.getByRole('button', { name: say.noneHot }).isDisabled()).toBe(true)

    await page.getByRole('button', { name: say.more }).click()
    const menu = page.getByRole('menu')
    await menu.getByText(say.all).waitFor()
    await menu.getByText(say.noneHot).waitFor()
    await menu.getByText(say.links).waitFor()
    const disabled = menu.locator('[role=menuitem][aria-disabled=true]')
    expect(await disabled.evaluateAll((items) => items.map((item) => item.getAttribute('data-key')))).toEqual([
      ...['hot-spreadsheet', 'hot-xlsx', 'hot-hubspot', 'hot-salesforce', 'hot-marketo', 'hot-pardot', 'hot-crm'],
      'no-shows',
    ])

    const hubspot = await taken(page, 'all-hubspot')
    expect(hubspot.name).toMatch(/^Backup for everybody - .* - HubSpot\.csv$/)
    expect(hubspot.bytes.toString().split('\r\n')).toHaveLength(1 + 2 + 1)
    await page.getByRole('button', { name: say.more }).click()
    const excel = await taken(page, 'all-xlsx')
    expect(excel.name).toMatch(/^Backup for everybody - .*\.xlsx$/)
    const sheet = unzipped(excel.bytes).get('xl/worksheets/sheet1.xml')!
    expect(sheet.includes('rightToLeft="1"')).toBe(language === 'he')

    await page.goto(company.at(`webinars/${await webinarOf(company, webinar)}?q=sara&minScore=1000`))
    await page.getByRole('button', { name: say.more }).click()
    await menu.getByText(say.filtered).waitFor()
    expect(await menu.locator('[role=menuitem]:not([aria-disabled=true])').count()).toBe(0)
  })
