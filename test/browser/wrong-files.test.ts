import { expect, test } from 'vitest'
import { came, attendeeReport as report } from '../sources/zoom-files-writer.ts'
import { attendeeReport } from '../zoom-report.ts'
import { zoomRun } from '../zoom-run.ts'
import { useCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { dropFile } from './drop.ts'

const browser = useBrowser()
const opened = useCompany()

const usage = `Topic,Meeting ID,User Name,User Email,Start Time,End Time,Duration (Minutes),Participants
Backup security,812 3456 7890,Noa Barak,noa@oren.example,04/01/2026 02:00:00 PM,04/01/2026 03:05:00 PM,65,178
`
const participants = `Name (Original Name),User Email,Total Duration (Minutes),Guest
Yael Sagi,yael@carmel.example,58,Yes
`
const workbook = `PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml \xa2\x04\x02(\xa0\x00xl/workbook.xml`

/** Names of Zoom's reports and menus stay as Zoom writes them; two words in small letters are English. */
const englishWords = /\b[a-z]{2,} [a-z]{2,}\b/

const wrong = [
  ['shot.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64'), /a PNG picture/],
  ['report.pdf', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', /a PDF document/],
  ['report.xlsx', Buffer.from(workbook, 'latin1'), /an Excel workbook \(xlsx\)/],
  ['usage.csv', usage, /Zoom's list of meetings \(Reports > Usage\)/],
  ['participants.csv', participants, /Zoom's list of participants/],
] as const

test('what is no webinar report says what it is and what to drop instead, and nothing of it is stored', async () => {
  const company = opened()
  const page = await browser.open()
  await company.admit(page)
  await page.goto(company.at('import'))
  const area = page.getByText("Drop Zoom's report files here")
  await area.waitFor()
  for (const [name, bytes, what] of wrong) {
    await dropFile(area, name, bytes)
    const refusal = page.locator('main li').filter({ hasText: name }).getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.innerText()).toMatch(what)
    expect(await refusal.innerText()).toMatch(/Attendee Report/)
  }
  await page.locator('a[href="#where"]').first().click()
  await page.getByText('Press Generate CSV Report and save the file.').waitFor()
  expect(await company.call('GET', '/api/v1/webinars')).toMatchObject({ items: [] })
})

test('a Hebrew screen refuses in Hebrew, what a file is and what is odd in it', async () => {
  const company = opened()
  const page = await browser.open({ language: 'he', width: 390 })
  await company.admit(page)
  await page.goto(company.at('import'))
  const area = page.getByText('אפשר לגרור לכאן קובצי דוחות של Zoom')
  await area.waitFor()
  for (const [name, bytes] of wrong) {
    await dropFile(area, name, bytes)
    const refusal = page.locator('main li').filter({ hasText: name }).getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.innerText()).not.toMatch(englishWords)
  }
  const left = report({ attendees: [came('Dana', 'dana@almond.example', '14:30:00', '14:10:00', 10)] })
  await dropFile(area, 'left.csv', left)
  const taken = page.locator('main li').filter({ hasText: 'left.csv' })
  await taken.locator('summary').filter({ hasText: 'שורה אחת לא תיכלל' }).click()
  await taken.getByText('לפני שעת ההצטרפות').waitFor()
  expect(await taken.locator('details').first().innerText()).not.toMatch(englishWords)
})

test('a file that is refused stands in nobody’s way: the right one beside it is imported', async () => {
  const company = opened()
  const page = await browser.open({ language: 'he' })
  await company.admit(page)
  await page.goto(company.at('import'))
  const area = page.getByText('אפשר לגרור לכאן קובצי דוחות של Zoom')
  await dropFile(area, 'usage.csv', usage)
  await dropFile(area, 'attendees.csv', attendeeReport(zoomRun(6)))
  await page.getByText('הקובץ לא יובא').waitFor()
  const right = page.locator('main li').filter({ hasText: 'attendees.csv' })
  await right.getByRole('button', { name: 'ייבוא' }).click()
  await right.getByText('הקובץ יובא').waitFor()
  expect(await page.getByRole('alert').count()).toBe(1)
})
