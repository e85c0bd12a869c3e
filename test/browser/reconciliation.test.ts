import { expect, test } from 'vitest'
import { attendeeReport } from '../zoom-report.ts'
import { STARTS_AT, WEBINAR_ID } from '../zoom-run.ts'
import { type Company, openCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { namesIn } from './shown.ts'
import { type Guest, stranger, wholeRun } from './zoom-webinar.ts'

const browser = useBrowser()

const webinar = { id: WEBINAR_ID, topic: 'Backup security', startsAt: STARTS_AT, minutes: 60 }
const dana = { name: 'Dana Levi', email: 'dana@kiwi.example', stays: [] }
const guests: Guest[] = [
  dana,
  { name: 'Roy Alon', email: 'roy@galil.example', stays: [[10, 15]] },
  { name: 'Yael Sagi', email: 'yael@carmel.example', stays: [[0, 60]] },
  { name: 'Yael Sagi', email: 'y.sagi@plum.example', stays: [] },
]

const words = {
  en: {
    provisional: 'Provisional',
    final: 'Final',
    is: 'This is Dana Levi',
    undo: 'Undo',
    merge: 'Merge with another person…',
    search: 'Search name, address or company',
    both: 'Are these two one person?',
    go: 'Merge',
    done: 'They are one person now.',
    undone: 'They are two people again.',
    ranking: 'Ranking',
  },
  he: {
    provisional: 'זמני',
    final: 'סופי',
    is: 'זה Dana Levi',
    undo: 'ביטול',
    merge: 'איחוד עם אדם אחר…',
    search: 'חיפוש לפי שם, כתובת או חברה',
    both: 'האם שני אלה הם אדם אחד?',
    go: 'איחוד',
    done: 'הם מעכשיו אדם אחד.',
    undone: 'הם שוב שני אנשים.',
    ranking: 'דירוג',
  },
}

/** A company after a webinar in which Dana came without being known. */
async function afterWebinar(): Promise<{ company: Company; id: string }> {
  const company = await openCompany()
  await company.connectZoom()
  await company.deliver(wholeRun(webinar, guests))
  await company.deliver(stranger(webinar, 'Dana Levi', [2, 58]))
  await company.settled()
  const { items } = await company.call<{ items: { id: string }[] }>('GET', '/api/v1/webinars')
  return { company, id: items[0]!.id }
}

const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '')

for (const language of ['en', 'he'] as const) {
  const say = words[language]

  test(`an unidentified attendee is named with one press, is in the ranking, and out of it with another (${language})`, async () => {
    const { company, id } = await afterWebinar()
    const page = await browser.open({ language })
    await company.admit(page)
    const ranked = async () => {
      await page.goto(company.at(`webinars/${id}`))
      const grid = page.getByRole('grid', { name: say.ranking })
      await grid.getByRole('row').nth(2).waitFor()
      return namesIn(grid)
    }
    expect(await ranked()).toEqual(['Yael Sagi', 'Roy Alon', 'Dana Levi', 'Yael Sagi'])

    await page.goto(company.at(`webinars/${id}/reconciliation`))
    await page.getByText(say.provisional, { exact: true }).waitFor()
    const unidentified = page.locator('#unidentified')
    const press = unidentified.getByRole('button').first()
    expect(plain(await press.innerText())).toBe(say.is)
    await press.click()
    await page.locator('#repairs').getByRole('button', { name: say.undo }).waitFor()
    expect(await unidentified.getByRole('button').count()).toBe(0)
    // Both saw the whole of it, and her address comes first.
    expect(await ranked()).toEqual(['Dana Levi', 'Yael Sagi', 'Roy Alon', 'Yael Sagi'])

    await page.goto(company.at(`webinars/${id}/reconciliation`))
    await page.locator('#repairs').getByRole('button', { name: say.undo }).click()
    await press.waitFor()
    expect(await ranked()).toEqual(['Yael Sagi', 'Roy Alon', 'Dana Levi', 'Yael Sagi'])
  })

  test(`with the finished report the sheet is final and shows where the two sources differ (${language})`, async () => {
    const { company, id } = await afterWebinar()
    const longer = guests.map((guest) =>
      guest.name === 'Roy Alon' ? { ...guest, stays: [[10, 45] as [number, number]] } : guest,
    )
    await company.imported(attendeeReport(wholeRun(webinar, longer), webinar))
    const page = await browser.open({ language })
    await company.admit(page)
    await page.goto(company.at(`webinars/${id}/reconciliation`))
    await page.getByText(say.final, { exact: true }).waitFor()
    const row = page.locator('#compared li').first()
    expect(await row.getByRole('link').innerText()).toBe('Roy Alon')
    expect(plain(await row.innerText())).toMatch(/30:00\s+5:00 \/ 35:00/)
    expect(await row.getByRole('img').getAttribute('aria-label')).toContain('15:00–45:00')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href*="reconciliation.csv"]').click(),
    ])
    expect(download.suggestedFilename()).toMatch(/Backup security - .* - reconciliation\.csv/)
  })

  test(`two people are merged by hand and are two again (${language})`, async () => {
    const { company, id } = await afterWebinar()
    const { items } = await company.call<{ items: { id: string }[] }>('GET', '/api/v1/people?email=y.sagi@plum.example')
    const page = await browser.open({ language })
    await company.admit(page)
    await page.goto(company.at(`people/${items[0]!.id}`))
    await page.getByRole('button', { name: say.merge }).click()
    await page.getByRole('searchbox', { name: say.search }).fill('yael@carmel')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('listitem').getByRole('button').click()
    await dialog.getByRole('heading', { name: say.both }).waitFor()
    await dialog.getByRole('button', { name: say.go, exact: true }).click()
    await page.getByText(say.done).waitFor()
    await page.getByText('y.sagi@plum.example').first().waitFor()
    const count = async () => (await company.call<{ total: number }>('GET', `/api/v1/webinars/${id}/ranking`)).total
    expect(await count()).toBe(3)
    await page.getByRole('button', { name: say.undo }).click()
    await page.getByText(say.undone).waitFor()
    expect(await count()).toBe(4)
  })
}
