import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Model } from '../../src/domain/model.ts'
import { shared } from '../shared.ts'
import { takeIn } from './colleague.ts'
import { openCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { amount } from './shown.ts'
import { type Guest, wholeRun } from './zoom-webinar.ts'

const browser = useBrowser()
const webinar = { id: 87_222_333_555, topic: 'Ripe fruit', startsAt: Date.now() - 26 * 3_600_000, minutes: 60 }
const guest = (name: string, stays: Guest['stays']): Guest => ({
  name,
  email: `${name.toLowerCase().replaceAll(/\W+/g, '.')}@carmel.example`,
  stays,
})
const guests = [
  guest('Yael Sagi', [[0, 60]]),
  guest('Daniel Weiss', [[0, 60]]),
  guest('Roy Alon', [[10, 30]]),
  guest('Sara Lind', []),
]

const year = new Date().getUTCFullYear()

const opened = shared(async (atEnd) => {
  const company = await openCompany(atEnd)
  await company.connectZoom()
  await company.deliver(wholeRun(webinar, guests))
  await company.settled()
  const dana = await takeIn(company, 'marketer', 'Dana Levi')
  const yoav = await takeIn(company, 'sales', 'Yoav Cohen')
  const tom = await takeIn(company, 'producer', 'Tom Hale')
  return { company, dana, yoav, tom }
})

/** The formula as it is in force, without a draft, and a page of each of those who work on it. */
async function begin() {
  const { company, dana, yoav } = opened()
  await company.call('DELETE', '/api/v1/model/draft')
  const [marketer, sales, owner] = [await browser.open(), await browser.open(), await browser.open()]
  await Promise.all([dana(marketer), yoav(sales), company.admit(owner)])
  return { company, marketer, sales, owner }
}

const points = (page: Page) => page.getByRole('textbox', { name: 'Points for Whole webinar' })

async function typed(field: Locator, text: string): Promise<void> {
  await field.fill(text)
  await field.press('Enter')
}

/** Who is named there, with the score before and after. */
function named(part: Locator): Promise<{ name: string; id: string; scores: string[] }[]> {
  return part.locator('li').evaluateAll((items) =>
    items.map((item) => ({
      name: item.querySelector('a bdi')!.textContent!,
      id: item.querySelector('a')!.pathname.split('/').at(-1)!,
      scores: [...item.querySelectorAll('bdi[dir=ltr]')].map((bdi) => bdi.textContent!),
    })),
  )
}

test('a marketer and a salesperson change the formula together: checked, previewed by name, signed, published, and back again', async () => {
  const { company, marketer, sales, owner } = await begin()
  await company.call('POST', '/api/v1/alert-rules', { name: 'Newly ripe', on: 'crosses_mql' })
  type Shown = { scorecard: { score: number; stage: string } }
  const cardOf = async (id: string) => (await company.call<Shown>('GET', `/api/v1/people/${id}`)).scorecard

  await marketer.goto(company.at('formula'))
  await marketer.getByText('Change a number and a draft begins').waitFor()
  await typed(points(marketer), '8')
  await marketer.getByText('Saved in the draft').waitFor()
  const row = marketer.getByRole('row', { name: /Whole webinar/ })
  await row.getByText('More attendance pays less').waitFor()
  await typed(points(marketer), '+45')
  await row.getByText('More attendance pays less').waitFor({ state: 'detached' })
  expect(await row.getByText('was').innerText()).toContain('+20')

  await marketer.getByRole('link', { name: 'Preview' }).click()
  const [mql, sql] = ['Accepted leads (MQL)', 'Ripe for sales (SQL)'].map((name) =>
    marketer.getByRole('region', { name }),
  ) as [Locator, Locator]
  await mql.getByRole('link', { name: 'Yael Sagi' }).waitFor()
  const entered = await named(mql.getByRole('region', { name: 'Come in' }))
  expect(entered.map(({ name }) => name).sort()).toEqual(['Daniel Weiss', 'Yael Sagi'])
  expect(await sql.getByText('Nobody').count()).toBe(2)
  for (const { id, scores } of entered)
    expect(await cardOf(id)).toMatchObject({ score: amount(scores[0]!), stage: 'lead' })
  const alerts = marketer.getByRole('region', { name: 'Newly ripe' })
  const raisedBy = await alerts.getByRole('link').allInnerTexts()
  expect(raisedBy).toContain('Yael Sagi')
  const move = marketer.locator('details').filter({ hasText: 'Yael Sagi' })
  await move.locator('summary').click()
  expect(await move.locator('ul').innerText()).toMatch(/Whole webinar[\s\S]*\+20[\s\S]*\+45/)

  await marketer.getByRole('link', { name: 'Sign-off' }).click()
  await marketer.getByRole('button', { name: 'Sign for marketing' }).click()
  await marketer.getByText('Sales has not signed yet.').waitFor()
  expect(await marketer.getByRole('button', { name: 'Sign for sales' }).count()).toBe(0)

  await sales.goto(company.at('formula/sign-off'))
  await sales.getByRole('region', { name: 'Marketing' }).getByText('Dana Levi').waitFor()
  expect(await sales.getByRole('button', { name: 'Sign for marketing' }).count()).toBe(0)
  await sales.getByRole('button', { name: 'Sign for sales' }).click()
  await sales.getByLabel('What it is for').fill('Whoever stays picks up the phone')
  const told = raisedBy.length
  await sales.getByLabel(`by this version alone (${told}, as of the preview)`).check()
  await sales.getByRole('button', { name: 'Publish' }).click()
  const newest = sales.getByRole('listitem').filter({ hasText: 'Whoever stays picks up the phone' })
  await newest.getByText('in force', { exact: true }).waitFor()
  expect(await newest.innerText()).toMatch(/Dana Levi \(Marketing\) and Yoav Cohen \(Sales\)/)

  for (const { id, scores } of entered)
    expect(await cardOf(id)).toMatchObject({ score: amount(scores[1]!), stage: 'mql' })
  type Raised = { items: { rule: string }[] }
  const { items } = await company.call<Raised>('GET', '/api/v1/alerts')
  expect(items.map(({ rule }) => rule)).toEqual(Array(told).fill('Newly ripe'))
  expect(await sales.getByRole('button', { name: 'Go back to it' }).count()).toBe(0)

  await owner.goto(company.at('formula/versions'))
  await owner.getByRole('button', { name: 'Go back to it' }).last().click()
  const question = owner.getByRole('alertdialog')
  await question.getByText('Everybody is scored anew under it').waitFor()
  await question.getByRole('button', { name: /^Go back to version/ }).click()
  const back = owner.getByRole('listitem').filter({ hasText: 'a way back to version' })
  await back.getByText('in force', { exact: true }).waitFor()
  for (const { id, scores } of entered)
    expect(await cardOf(id)).toMatchObject({ score: amount(scores[0]!), stage: 'lead' })
})

test('who changes what somebody else has changed meanwhile reads who it was, and goes on from there', async () => {
  const { company, marketer, sales } = await begin()
  await Promise.all([marketer, sales].map((page) => page.goto(company.at('formula'))))
  await Promise.all([marketer, sales].map((page) => points(page).waitFor()))
  // Looks of one page at what the other did come late here, as they would over a bad line.
  await marketer.route('**/api/v1/model/draft', (route) =>
    route.request().method() === 'GET' ? undefined : route.continue(),
  )
  await typed(points(sales), '30')
  await sales.getByText('Saved in the draft').waitFor()
  await typed(points(marketer), '40')
  await marketer
    .getByRole('alert')
    .getByText(/Yoav Cohen began a draft/)
    .waitFor()
  expect(await points(marketer).inputValue()).toBe('+40')
  await marketer.unroute('**/api/v1/model/draft')
  await marketer.getByRole('button', { name: 'Load what is there now' }).click()
  await expect.poll(() => points(marketer).inputValue()).toBe('+30')
  await typed(points(marketer), '40')
  await marketer.getByText('Saved in the draft').waitFor()
  await marketer.reload()
  await points(marketer).waitFor()
  await expect.poll(() => points(marketer).inputValue()).toBe('+40')
})

test('a file that is wrong names the place, and by keyboard alone points are changed and given up', async () => {
  const { company, marketer } = await begin()
  await marketer.goto(company.at('formula/file'))
  const text = marketer.getByRole('textbox', { name: 'Text of the formula' })
  const whole = await text.inputValue()
  await text.fill(whole.replace('"kind": "attended", "points": 20', '"kind": "attended", "points": "many"'))
  await marketer.getByRole('button', { name: 'Save in the draft' }).click()
  await marketer
    .getByRole('alert')
    .getByText(/rules\.5\.points|attended_full/)
    .waitFor()
  await marketer.getByRole('button', { name: 'Give the change up' }).click()
  await text.fill('{ "rules": [ }')
  await marketer.getByRole('button', { name: 'Save in the draft' }).click()
  await marketer.getByText('This is no JSON').waitFor()

  await marketer.goto(company.at('formula'))
  await points(marketer).focus()
  await marketer.keyboard.type('7')
  await marketer.keyboard.press('Escape')
  expect(await points(marketer).inputValue()).toBe('+20')
  await marketer.keyboard.type('many')
  await marketer.keyboard.press('Enter')
  expect(await points(marketer).getAttribute('aria-invalid')).toBe('true')
  await points(marketer).fill('−7')
  await marketer.keyboard.press('Tab')
  await marketer.getByText('Saved in the draft').waitFor()
  await marketer.keyboard.press('Tab')
  await marketer.keyboard.press('Enter')
  await marketer.getByLabel('Why we have it').waitFor()
})

test('what Ripen is told about, days off and the own people are changed in the draft, in words, and can be taken back', async () => {
  const { company, marketer } = await begin()
  await marketer.goto(company.at('formula/company'))
  const saved = marketer.getByText('Saved in the draft')
  const draft = async () =>
    (await company.call<{ draft: { model: Model } | null }>('GET', '/api/v1/model/draft')).draft!.model
  const social = marketer.getByRole('checkbox', { name: 'Social networks' })
  expect(await social.isChecked()).toBe(false)
  await social.check()
  await saved.waitFor()
  await marketer.getByLabel('Social networks: since which day').fill('2026-05-12')
  await expect.poll(async () => (await draft()).observes.social).toBe('2026-05-11T21:00:00.000Z')
  await marketer.getByRole('checkbox', { name: 'Friday' }).uncheck()
  const holidays = marketer.getByRole('region', { name: 'Public holidays' })
  await holidays.getByLabel('Another day off').fill(`${year}-12-24`)
  await holidays.getByRole('button', { name: 'Add' }).click()
  const people = marketer.getByRole('region', { name: 'Your own people' })
  await people.getByRole('textbox').fill('nowhere')
  await people.getByRole('textbox').press('Enter')
  await people.getByRole('alert').getByText('That is no mail domain.').waitFor()
  await people.getByRole('textbox').fill('noa@oren.example, fig.example')
  await people.getByRole('textbox').press('Enter')
  await people.getByText('fig.example').waitFor()
  await expect.poll(async () => (await draft()).staffDomains).toEqual(['oren.example', 'fig.example'])
  const { calendar } = await draft()
  expect(calendar.weekend).toEqual([6])
  expect(calendar.holidays).toContain(`${year}-12-24`)

  await marketer.getByRole('link', { name: 'Sign-off' }).click()
  const changes = marketer.getByRole('listitem')
  await changes.filter({ hasText: 'Social networks are seen' }).getByText('since 12 May 2026').waitFor()
  await changes.filter({ hasText: 'Weekend' }).getByText('Friday and Saturday').waitFor()
  await changes.filter({ hasText: 'Public holidays' }).getByText(`24 Dec ${year}`).waitFor()

  await marketer.goto(company.at('formula/company'))
  await social.uncheck()
  await expect.poll(async () => (await draft()).observes.social).toBe(undefined)
})

test('who may only look sees the rules in words and changes nothing', async () => {
  const { company, tom } = opened()
  const producer = await browser.open()
  await tom(producer)
  await producer.goto(company.at('formula'))
  await producer.getByText('Attended 90% of it or more, live or on demand').waitFor()
  expect(await producer.getByRole('textbox').count()).toBe(0)
  expect(await producer.getByRole('checkbox', { disabled: false }).count()).toBe(0)
  await producer.getByRole('link', { name: 'Company' }).click()
  await producer.getByText('since ever').first().waitFor()
  expect(await producer.getByRole('textbox').count()).toBe(0)
  expect(await producer.getByRole('checkbox', { disabled: false }).count()).toBe(0)
})
