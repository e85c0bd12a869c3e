import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { expect, onTestFinished, test } from 'vitest'
import { openTarget } from '../process/target.ts'
import { violations } from './axe.ts'
import { openCompany, useCompany } from './company.ts'
import { firstStart, useBrowser } from './dashboard.ts'
import { beyondWindow } from './room.ts'

const browser = useBrowser()
const day = 24 * 3_600_000
const kinds = ['guide', 'special_report', 'brochure', 'price_list', 'case_study', 'template']

/** Of each: how many things they downloaded, how many days ago. */
const people = { dana: [6, 10], noa: [6, 20], roy: [6, 200], sara: [1, 5] } as const

function happened(): object[] {
  return Object.entries(people).flatMap(([name, [downloads, days]]) => {
    const time = new Date(Date.now() - days * day).toISOString()
    const event = (type: string, data: object, id: string) => ({
      ...{ specversion: '1.0', id: `${name}/${id}`, source: 'tests', type, time },
      data: { person: { email: `${name}@brightwater.example` }, ...data },
    })
    const read = kinds
      .slice(0, downloads)
      .flatMap((kind) =>
        [1, 2, 3].map((at) => event('content.downloaded', { content: { id: `${kind}${at}`, kind } }, `${kind}${at}`)),
      )
    return [...read, ...(name === 'noa' ? [event('consent.changed', { state: 'withdrawn' }, 'left')] : [])]
  })
}

const opened = useCompany(async (company) => {
  await company.call('POST', '/api/v1/activities', happened())
  await company.settled()
})

const words = {
  en: {
    people: 'People',
    hot: 'Hot',
    active: 'Last activity',
    save: 'Save as segment',
    saveGo: 'Save',
    segment: 'Hot this quarter',
    export: 'Export',
    outlook: '1 person · 1 wants no mail and is left out',
    rename: 'Rename',
    delete: 'Delete',
  },
  he: {
    people: 'אנשים',
    hot: 'חמים',
    active: 'פעילות אחרונה',
    save: 'שמירה כפלח',
    saveGo: 'שמירה',
    segment: 'חמים ברבעון הזה',
    export: 'ייצוא',
    outlook: 'אדם אחד · אחד ללא דיוור לא נכלל',
    rename: 'שינוי שם',
    delete: 'מחיקה',
  },
}

for (const [language, width] of [
  ['en', 1400],
  ['he', 390],
] as const)
  test(`a marketer takes the hot people of the last quarter to HubSpot, and keeps the list for the next time (${language}, ${width} px)`, async () => {
    const company = opened()
    const say = words[language]
    const context = await browser.context({ language, width, theme: language === 'he' ? 'dark' : 'light' })
    const page = await context.newPage()
    await company.admit(page)
    await page.goto(company.at('webinars'))
    await page.getByRole('navigation').getByRole('link', { name: say.people, exact: true }).click()
    const rows = page
      .getByRole('table')
      .getByRole('row')
      .filter({ has: page.getByRole('link') })
    await expect.poll(() => rows.count()).toBe(4)

    await page.getByRole('button', { name: say.hot, exact: true }).click()
    await page.getByRole('combobox', { name: say.active }).selectOption('90')
    await expect.poll(() => rows.count()).toBe(2)
    expect(new URL(page.url()).search).toBe('?temperature=hot&activeWithinDays=90')
    expect(await violations(page)).toEqual([])
    expect(await beyondWindow(page)).toEqual([])

    await page.getByRole('button', { name: say.save }).click()
    await page.getByRole('dialog').getByRole('textbox').fill(say.segment)
    await page.getByRole('dialog').getByRole('button', { name: say.saveGo, exact: true }).click()
    await page.getByRole('button', { name: say.rename }).waitFor()

    await page.getByRole('button', { name: say.export, exact: true }).click()
    await page.getByRole('menu').getByText(say.outlook).waitFor()
    const coming = page.waitForEvent('download')
    await page.getByRole('menu').locator('[data-key="list-hubspot"]').click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(new RegExp(`^${say.segment} - [\\d-]+ - HubSpot\\.csv$`))
    const file = parse(await readFile(await download.path()), { columns: true }) as Record<string, string>[]
    expect(file).toMatchObject([{ Email: 'dana@brightwater.example', 'Ripen Segment': say.segment }])

    await page.getByRole('button', { name: say.delete, exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: say.delete, exact: true }).click()
    await page.getByRole('button', { name: say.save }).waitFor()
    await rows.first().getByRole('link').click()
    await page.waitForURL('**/people/p_*')
  })

test('what is sent regularly is made, changed and paused on the screen', async () => {
  const target = await openTarget(onTestFinished)
  const company = await openCompany(onTestFinished, (env, atEnd) => firstStart({ ...env, ...target.env }, atEnd))
  await company.call('POST', '/api/v1/activities', happened())
  await company.call('POST', '/api/v1/channels', { kind: 'webhook', name: 'CRM', address: target.at('/hook') })
  const page = await browser.open()
  await company.admit(page)
  await page.goto(company.at('people'))
  await page.getByRole('button', { name: 'Send regularly…' }).click()
  await page.getByRole('button', { name: 'New', exact: true }).click()
  const box = page.getByRole('dialog')
  const choose = (name: string, option: string) =>
    box.getByRole('combobox', { name: new RegExp(`^${name}`) }).selectOption(option)
  await box.getByLabel('Name').fill('Hot of the week')
  await choose('Who$', 'SQLs without an opportunity')
  await choose('On', 'Thursday')
  await box.getByRole('button', { name: 'Send it regularly' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Hot of the week' })
  await row.getByText('SQLs without an opportunity · Thursday, 08:00').waitFor()

  await row.getByRole('button', { name: 'Change: “Hot of the week”' }).click()
  expect(await box.getByLabel('Name').inputValue()).toBe('Hot of the week')
  await box.getByRole('button', { name: 'Cancel' }).click()
  await box.waitFor({ state: 'hidden' })
  await row.getByRole('button', { name: 'Change: “Hot of the week”' }).click()
  await choose('When', 'After each webinar')
  await choose('How long after its end', '2 hours')
  await box.getByRole('button', { name: 'Save' }).click()
  await row.getByText('SQLs without an opportunity · 2 hours after each webinar').waitFor()
  await row.getByText('Next: after the next webinar').waitFor()
  await row.getByRole('button', { name: 'Change: “Hot of the week”' }).click()
  await choose('When', 'Each month')
  await choose('Day of the month', '31')
  await choose('Days', 'Working days only')
  await box.getByRole('button', { name: 'Save' }).click()
  await row.getByText('on day 31 of the month, 08:00, working days only').waitFor()
  await row.getByRole('button', { name: 'Pause: “Hot of the week”' }).click()
  await row.getByText('Paused').waitFor()
  type Kept = { items: { when: object; enabled: boolean; file: object }[] }
  expect((await company.call<Kept>('GET', '/api/v1/schedules')).items).toMatchObject([
    { when: { every: 'month', day: 31, at: '08:00', workingDaysOnly: true }, enabled: false, file: { format: 'xlsx' } },
  ])
})
