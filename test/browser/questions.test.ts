import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { useCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { type Guest, registered, started, wholeRun } from './zoom-webinar.ts'

const browser = useBrowser()
const minute = 60_000
const webinar = { id: 87_333_222_111, topic: 'Ripe fruit', startsAt: Date.now() - 26 * 60 * minute, minutes: 60 }
const live = { id: 87_333_222_112, topic: 'Riper fruit', startsAt: Date.now() - 10 * minute, minutes: 60 }
const yael: Guest = { name: 'Yael Sagi', email: 'yael@carmel.example', comments: 'Is there an API?', stays: [[0, 60]] }
const noa: Guest = { name: 'נועה ברק', email: 'noa@maof.example', stays: [[10, 30]] }

/** Said `at` minutes after the start. */
function said(type: string, at: number, { email }: Guest, data: object, of = webinar) {
  const time = new Date(of.startsAt + at * minute).toISOString()
  const where = { platform: 'zoom', platformId: String(of.id) }
  const told = { person: { email }, webinar: where, ...data }
  return { specversion: '1.0', id: `${type}/${of.id}/${at}`, source: 'tests', type, time, data: told }
}

const company = useCompany(async (company) => {
  await company.connectZoom()
  await company.deliver([...wholeRun(webinar, [yael, noa]), registered(live, yael), started(live)])
  await company.call('POST', '/api/v1/activities', [
    said('question.asked', 20, yael, { question: { text: 'What does it cost?', answer: 'It depends.' } }),
    said('question.asked', 25, noa, { question: { text: 'ומה המחיר ל-500 משתמשים?' } }),
    said('chat.sent', 26, noa, { text: 'Hello from Haifa' }),
  ])
  await company.settled()
})

const words = {
  en: {
    price: 'Price',
    buying: /^About buying/,
    own: 'In their words',
    host: 'Host:',
    minute: '20:00',
    asked: 'Asked about buying',
  },
  he: {
    price: 'מחיר',
    buying: /^על קנייה/,
    own: 'במילים שלהם',
    host: 'המארח:',
    minute: '20:00',
    asked: 'שאלו על קנייה',
  },
}

/** The marked words in a part of the screen. */
const marked = (within: Locator) => within.locator('mark').allInnerTexts()

for (const language of ['en', 'he'] as const)
  test(`what people ask about buying is marked in the questions, in the ranking and on the person (${language})`, async () => {
    const say = words[language]
    const page = await browser.open({ language })
    await company().admit(page)
    type Webinars = { items: { id: string; platformId: string }[] }
    const { items } = await company().call<Webinars>('GET', '/api/v1/webinars')
    const { id } = items.find(({ platformId }) => platformId === String(webinar.id))!

    await page.goto(company().at(`webinars/${id}/questions`))
    const list = page.locator('main ol > li')
    await list.nth(3).waitFor()
    expect(await marked(page.locator('main ol'))).toEqual(['API', 'cost', 'המחיר'])
    const first = list.filter({ hasText: 'What does it cost?' })
    expect(await first.innerText()).toContain(say.minute)
    expect(await first.innerText()).toContain(say.host)
    expect(await first.getByText(say.price, { exact: true }).count()).toBe(1)

    await page.getByRole('button', { name: say.buying }).click()
    await list.nth(3).waitFor({ state: 'detached' })
    expect(new URL(page.url()).search).toBe('?buying=true')
    await page.getByRole('button', { name: new RegExp(`^${say.price}`) }).click()
    await list.nth(2).waitFor({ state: 'detached' })
    expect(await marked(page.locator('main ol'))).toEqual(['cost', 'המחיר'])
    expect(new URL(page.url()).search).toBe('?topic=price')
    await page.locator('main input[type=search]').fill('נועה')
    await list.nth(1).waitFor({ state: 'detached' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main a[download]').last().click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^Ripe fruit - [\d-]+ - questions - price - נועה\.csv$/)

    await list.getByRole('link', { name: noa.name }).click()
    await page.getByRole('heading', { level: 1, name: noa.name }).waitFor()
    const own = page.getByRole('region', { name: say.own })
    expect(await marked(own)).toEqual(['המחיר'])
    expect(await own.innerText()).toContain('Hello from Haifa')
    expect(await marked(page.locator('main'))).toEqual(['המחיר', 'המחיר'])

    await page.goto(company().at(`webinars/${id}`))
    const pill = page.getByRole('button', { name: say.asked })
    await pill.click()
    const rows = page.getByRole('grid').getByRole('row')
    await rows.nth(2).waitFor()
    expect(new URL(page.url()).searchParams.get('buying')).toBe('true')
    const row = rows.filter({ hasText: yael.name })
    expect(await row.getByRole('img').first().getAttribute('aria-label')).toContain(say.price)
    await row.click()
    const why = page.locator('aside section').first()
    await why.locator('mark').first().waitFor()
    expect((await marked(why)).sort()).toEqual(['API', 'cost'])
  })

test('chat of a running webinar comes in by itself, and the screen says when questions will', async () => {
  const page = await browser.open()
  await company().admit(page)
  type Webinars = { items: { id: string; platformId: string }[] }
  const { items } = await company().call<Webinars>('GET', '/api/v1/webinars')
  const { id } = items.find(({ platformId }) => platformId === String(live.id))!
  await page.goto(company().at(`webinars/${id}/questions`))
  await page.getByText('Zoom sends questions about 30 minutes after the end').waitFor()
  const text = { text: 'When can we start?' }
  await company().call('POST', '/api/v1/activities', [said('chat.sent', 5, yael, text, live)])
  await page.locator('main mark').filter({ hasText: 'When can we' }).waitFor()
})

test('a marketer adds a word in the formula, tries it on a sentence, and sees in the preview what it finds', async () => {
  const page = await browser.open()
  await company().admit(page)
  await page.goto(company().at('formula/words?open=price'))
  const sentence = page.getByRole('textbox', { name: 'Somebody asks or writes' })
  await sentence.fill('Hello, is there a list?')
  await page.getByText('None of the words is in it.').waitFor()
  const add = page.getByRole('textbox', { name: 'Add words to Price, English' })
  await add.fill('hello, rate card')
  await add.press('Enter')
  await page.getByText('Saved in the draft').waitFor()
  await page.locator('main [role=status] mark').filter({ hasText: 'Hello' }).waitFor()
  await page.getByRole('button', { name: /^Remove .quote.$/ }).click()
  await page.getByText('Draft: 3 changes').waitFor()

  await page.getByRole('link', { name: 'Preview' }).click()
  const moved = page.getByRole('region', { name: 'Questions about buying' })
  expect(await moved.innerText()).toMatch(/Price\s+2\D+3/)
  await page.getByRole('link', { name: 'Sign-off' }).click()
  await page.getByText('Words of buying: Price, English').first().waitFor()
  await page.getByText('rate card').waitFor()
  await company().call('DELETE', '/api/v1/model/draft')
})
