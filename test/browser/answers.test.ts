import { expect, test } from 'vitest'
import { formats } from '../sources/printed-dates.ts'
import { pollReport } from '../sources/zoom-answers-writer.ts'
import { attendeeReport } from '../zoom-report.ts'
import { STARTS_AT, WEBINAR_ID, zoomRun } from '../zoom-run.ts'
import { useCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { dropFile } from './drop.ts'

const browser = useBrowser()
const opened = useCompany((company) => company.imported(attendeeReport(zoomRun(8))))

const minute = 60_000
/** People of the run, whom the attendee report has made known. */
const [first, second] = ['person1@firm1.example', 'person2@firm2.example']

const questions = `Wer;Kontakt;Topic of it;What they wanted
Dana;${first};Prices;"How much is it for 500 users,
and for how long?"
Tom;${second};Contract;כמה זה עולה?
;;Other;Is there a trial?
`

test('a producer drops a table of questions, says what its columns hold, sees the facts and imports them', async () => {
  const company = opened()
  const page = await browser.open()
  await company.admit(page)
  await page.goto(company.at('import'))
  await dropFile(page.getByText("Drop Zoom's report files here"), 'questions.csv', questions)
  const file = page.locator('main li').filter({ hasText: 'questions.csv' }).first()

  await file.getByRole('button', { name: 'It is a table of questions' }).click()
  const column = (name: string) => file.getByRole('combobox', { name, exact: true })
  await file.getByText('Which column holds the questions?').waitFor()
  await column('Question').selectOption('Topic of it')
  await file.getByText('Which column says who asked?').waitFor()
  await column('E-mail of who asked').selectOption('Kontakt')
  await file.getByText('does not say which webinar it is about').waitFor()
  await file.getByRole('button', { name: 'Read it for this webinar' }).click()

  await file.getByText('3 rows').waitFor()
  const facts = file.locator('section')
  await facts.getByText('Prices').waitFor()
  await column('Question').selectOption('What they wanted')
  await facts.getByText('for 500 users').waitFor()
  expect(await facts.getByText('Prices').count()).toBe(0)
  expect(await facts.locator('li').count()).toBe(3)
  expect(await facts.locator('li').nth(1).innerText()).toContain(second)
  await file.getByText('3 questions').waitFor()
  await file.getByText('1 without an address').waitFor()

  await file.getByRole('button', { name: 'Import', exact: true }).click()
  await file.getByText('Imported', { exact: true }).waitFor()
  await company.settled()
  const { items } = await company.call<{ items: { id: string; platformId: string }[] }>('GET', '/api/v1/webinars')
  expect(items.map(({ platformId }) => platformId)).toEqual([String(WEBINAR_ID)])
  const asked = await company.call<{ items: { questions: number }[] }>(
    'GET',
    `/api/v1/webinars/${items[0]!.id}/ranking?q=${first}`,
  )
  expect(asked.items).toMatchObject([{ questions: 1 }])
})

test('a Poll Report shows in Hebrew who answered what, and which answers are written may be said', async () => {
  const company = opened()
  const page = await browser.open({ language: 'he', width: 390 })
  await company.admit(page)
  await page.goto(company.at('import'))
  const print = (at: number) => formats['Apr 01, 2026 14:38:06']!('Asia/Jerusalem', at)
  const told = [first, second].map((email, i) => ({
    ...{ name: `נועה ${i}`, email, at: STARTS_AT + (20 + i) * minute },
    answers: [
      ['Ready?', 'Yes'],
      ['What is missing?', 'A price list'],
    ] as [string, string][],
  }))
  const webinar = { id: String(WEBINAR_ID), start: STARTS_AT - 10 * minute, minutes: 75, print }
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: 'polls.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(pollReport('2025', webinar, told)),
  })
  const file = page.locator('main li').filter({ hasText: 'polls.csv' }).first()
  await file.getByText('4 תשובות · שתי שאלות').waitFor()
  await file.getByText('שעות התשובות נקראו לפי').waitFor()
  await file.locator('summary').filter({ hasText: 'תשובות במילים של האנשים' }).click()
  const written = file.getByRole('checkbox', { name: 'What is missing?' })
  await written.click()
  await file.locator('[aria-busy=false]').waitFor()
  expect(await written.isChecked()).toBe(true)
  await file.getByRole('button', { name: 'ייבוא', exact: true }).click()
  await file.getByText('הקובץ יובא').waitFor()
  await company.settled()
  const { items } = await company.call<{ items: { id: string }[] }>('GET', '/api/v1/webinars')
  expect(items.length).toBe(1)
})
