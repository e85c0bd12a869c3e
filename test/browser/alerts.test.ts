import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { takeIn } from './colleague.ts'
import { type Company, useCompany } from './company.ts'
import { type Look, useBrowser } from './dashboard.ts'
import { created, type Guest, joined, registered, started, type ZoomWebinar } from './zoom-webinar.ts'

const browser = useBrowser()
let admitSales: (page: Page) => Promise<void>
const opened = useCompany(async (company) => {
  await company.connectZoom()
  admitSales = await takeIn(company, 'sales', 'Sam Ortiz')
})
const minute = 60_000
const soon = { timeout: 10_000 }
let last = 87_655_443_300

const words = {
  en: {
    suggestion: 'Somebody joins a demo',
    isIn: /^Dana Peretz is in the demo/,
    take: 'I take it',
    mine: 'You look after it',
    giveBack: 'Give back',
    median: 'Median wait',
    seconds: /^\d+ sec/,
  },
  he: {
    suggestion: 'הצטרפות להדגמה',
    isIn: /^\u2068?Dana Peretz.* עכשיו בהדגמה/,
    take: 'באחריותי',
    mine: 'באחריותך',
    giveBack: 'החזרה',
    median: 'מחציתם נענו בתוך',
    seconds: /^\d+ שנ/,
  },
}

/** A demo of an hour in its eleventh minute, for which somebody is registered who is not there yet. */
async function demoWith(company: Company, name: string): Promise<{ demo: ZoomWebinar; guest: Guest }> {
  const id = ++last
  const startsAt = Math.floor(Date.now() / 1000) * 1000 - 10 * minute
  const demo = { id, topic: `Ripe demo ${id}`, startsAt, minutes: 60 }
  const guest = { name, email: `guest@kiwi${id}.example`, org: 'Kiwi Foods', title: 'CTO', stays: [] }
  await company.deliver([created(demo), registered(demo, guest), started(demo)])
  await company.settled()
  type Listed = { items: { id: string; platformId: string }[] }
  const { items } = await company.call<Listed>('GET', '/api/v1/webinars')
  const own = items.find(({ platformId }) => platformId === String(id))!
  await company.call('PATCH', `/api/v1/webinars/${own.id}`, { kind: 'demo' })
  await company.settled()
  return { demo, guest }
}

async function at(screen: string, look: Look = {}): Promise<Page> {
  const page = await browser.open(look)
  await opened().admit(page)
  await page.goto(opened().at(screen))
  return page
}

const stream = (page: Page): Locator => page.locator('main section li')

test.for(['en', 'he'] as const)(
  'a rule is made by one press, a join shows within seconds, whoever takes it is shown, and the time to first touch (%s)',
  async (language) => {
    const company = opened()
    const say = words[language]
    type Rules = { items: { id: string }[] }
    for (const { id } of (await company.call<Rules>('GET', '/api/v1/alert-rules')).items)
      await company.call('DELETE', `/api/v1/alert-rules/${id}`)
    const rules = await at('alerts/rules', { language })
    await rules.getByRole('button', { name: say.suggestion }).click()
    await rules.locator('main input[type=checkbox]:checked').waitFor(soon)
    const { demo, guest } = await demoWith(company, 'Dana Peretz')
    const page = await browser.open({ language })
    await admitSales(page)
    await page.goto(company.at('alerts'))
    await page.locator('main h2').first().waitFor()
    expect(await page.locator('main nav').count()).toBe(0)
    await company.deliver([joined(demo, guest, Date.now())])
    const row = stream(page).filter({ hasText: demo.topic }).first()
    await row.waitFor(soon)
    expect(await row.locator('p').first().innerText()).toMatch(say.isIn)
    expect(await row.innerText()).toContain('Kiwi Foods')

    await row.getByRole('button', { name: say.take }).click()
    await row.getByText(say.mine).waitFor(soon)
    await row.getByRole('button', { name: say.giveBack }).waitFor()
    const figure = page.locator('dl > div').filter({ hasText: say.median }).locator('dd')
    await expect.poll(() => figure.innerText(), soon).toMatch(say.seconds)
    await page.goto(company.at('alerts?show=mine'))
    await stream(page).filter({ hasText: demo.topic }).first().waitFor(soon)
  },
)

test('the link of a message takes nothing before it is pressed, and who was later is told who was first', async () => {
  const company = opened()
  const rule = { name: 'Hands on', on: 'joins_live', filters: { webinarKinds: ['demo'] } }
  await company.call('POST', '/api/v1/alert-rules', rule)
  const { demo, guest } = await demoWith(company, 'Roy Peretz')
  // Zoom tells whole seconds, and only what happens after the rule was made is told.
  await company.deliver([joined(demo, guest, Math.ceil(Date.now() / 1000) * 1000)])
  await company.settled()
  type Listed = { items: { id: string; rule: string; taken: { by: string } | null }[] }
  const list = () => company.call<Listed>('GET', '/api/v1/alerts?untaken=true')
  await expect.poll(async () => (await list()).items.some((alert) => alert.rule === 'Hands on'), soon).toBe(true)
  const { id } = (await list()).items.find((alert) => alert.rule === 'Hands on')!
  const late = await browser.open()
  await admitSales(late)
  await late.goto(company.at(`alerts?take=${id}`))
  const asked = late.locator('section').filter({ hasText: 'The alert of your link' }).first()
  await asked.getByRole('button', { name: 'I take it' }).waitFor()
  expect((await list()).items.map((alert) => alert.id)).toContain(id)

  // The server has heard of the first by the time the other presses, whose page has not.
  await late.route('**/api/v1/alerts/*', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  )
  await company.call('POST', `/api/v1/alerts/${id}/take`)
  await asked.getByRole('button', { name: 'I take it' }).click()
  await asked.getByRole('alert').filter({ hasText: 'Noa Barak has taken it already' }).waitFor(soon)
})

test('taking one alert of somebody takes the others too, and giving one back gives all back', async () => {
  const company = opened()
  for (const name of ['First of two', 'Second of two'])
    await company.call('POST', '/api/v1/alert-rules', { name, on: 'joins_live', filters: {} })
  const { demo, guest } = await demoWith(company, 'Sara Peretz')
  const page = await browser.open()
  await admitSales(page)
  await page.goto(company.at('alerts'))
  await company.deliver([joined(demo, guest, Math.ceil(Date.now() / 1000) * 1000)])
  const named = (rule: string) => stream(page).filter({ hasText: demo.topic }).filter({ hasText: rule })
  const [one, other] = [named('First of two'), named('Second of two')]
  await one.getByRole('button', { name: words.en.take }).click()
  for (const row of [one, other]) await row.getByText(words.en.mine).waitFor(soon)
  await other.getByRole('button', { name: words.en.giveBack }).click()
  for (const row of [one, other]) await row.getByRole('button', { name: words.en.take }).waitFor(soon)
})

test('an address that is none is refused at its field, in the language of the screen', async () => {
  const page = await at('alerts/channels', { language: 'he' })
  const form = page.locator('main form')
  await form.locator('input[name=name]').fill('#sales')
  await form.locator('input[name=address]').fill('https://oren.slack.com/archives/C1')
  await form.locator('button[type=submit]').click()
  await form.getByText('הוא דף של Slack').waitFor(soon)
  expect(await form.locator('input[name=address]').getAttribute('aria-invalid')).toBe('true')
})

test('a rule keeps what its form cannot show, and what is filled in is in the rule', async () => {
  const company = opened()
  const who = { all: [{ attribute: 'country', oneOf: ['IL'] }, { not: { attribute: 'employees', max: 10 } }] }
  const given = { name: 'Big ones', on: 'crosses_sql', filters: { who } }
  const { id } = await company.call<{ id: string }>('POST', '/api/v1/alert-rules', given)
  const page = await at(`alerts/rules/${id}`)
  await page.getByText('a condition that this form cannot show').waitFor()
  await page.getByLabel('Countries').fill('IL, DE')
  await page.getByLabel('Score from').fill('70')
  await page.getByLabel('Not in quiet hours').check()
  await page.getByRole('button', { name: 'Save the rule' }).click()
  await page.getByText('quiet from 20:00 to 08:00').waitFor(soon)
  expect(await company.call('GET', `/api/v1/alert-rules/${id}`)).toMatchObject({
    name: 'Big ones',
    filters: { minScore: 70, who: { all: [{ attribute: 'country', oneOf: ['IL', 'DE'] }, who.all[1]] } },
    quietHours: { from: '20:00', to: '08:00' },
  })
})
