import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Company, useCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { created, type Guest, joined, registered, started, type ZoomWebinar } from './zoom-webinar.ts'

const browser = useBrowser()
const opened = useCompany(async (company) => {
  await company.connectZoom()
  await company.call('POST', '/api/v1/alert-rules', { name: 'Came', on: 'joins_live', filters: {} })
})
const minute = 60_000
const soon = { timeout: 10_000 }
let last = 88_655_443_300

const words = {
  en: { switch: 'Tell me in this browser', isIn: /Dana Peretz/, link: 'The alert of your link' },
  he: { switch: 'התראות בדפדפן הזה', isIn: /Dana Peretz/, link: 'ההתראה מהקישור' },
}

interface Told {
  title: string
  body: string
  tag: string
  lang: string
}

/** A webinar that runs, and who is registered for it. */
async function running(company: Company, ...names: string[]): Promise<{ webinar: ZoomWebinar; guests: Guest[] }> {
  const id = ++last
  const startsAt = Math.floor(Date.now() / 1000) * 1000 - 10 * minute
  const webinar = { id, topic: `Ripe ${id}`, startsAt, minutes: 60 }
  const guests = names.map((name, at) => {
    return { name, email: `guest${at}@kiwi${id}.example`, org: 'Kiwi Foods', title: 'CTO', stays: [] }
  })
  await company.deliver([created(webinar), ...guests.map((guest) => registered(webinar, guest)), started(webinar)])
  await company.settled()
  return { webinar, guests }
}

/** Zoom tells whole seconds, and only what happens after a rule was made is told. */
const now = () => Math.ceil(Date.now() / 1000) * 1000

/**
 * A browser that allows notifications and writes down those that are to be shown: without a head none of them shows any,
 * and each says that they are forbidden.
 */
async function allowing(language: 'en' | 'he'): Promise<BrowserContext> {
  const context = await browser.context({ language })
  await context.addInitScript(() => {
    const told: Told[] = []
    const clicked: (() => void)[] = []
    class Noted {
      static permission = 'granted'
      static requestPermission = async () => 'granted'
      constructor(title: string, { body = '', tag = '', lang = '' }: NotificationOptions) {
        told.push({ title, body, tag, lang })
        clicked.push(() => this.onclick?.())
      }
      onclick: (() => void) | null = null
      close() {}
    }
    Object.assign(window, { Notification: Noted, told, clicked })
  })
  return context
}

async function alertsIn(context: BrowserContext, screen = 'alerts'): Promise<Page> {
  const page = await context.newPage()
  await opened().admit(page)
  await page.goto(opened().at(screen))
  await page.locator('main h2').first().waitFor()
  return page
}

function toldIn(page: Page): Promise<Told[]> {
  return page.evaluate(() => (window as unknown as { told: Told[] }).told)
}

test.for(['en', 'he'] as const)(
  'who asked for it is told by the browser of whom came since, on any screen, and its click leads to the alert (%s)',
  async (language) => {
    const company = opened()
    const say = words[language]
    const { webinar, guests } = await running(company, 'Roy Alon', 'Dana Peretz')
    await company.deliver([joined(webinar, guests[0]!, now())])
    const context = await allowing(language)
    const page = await alertsIn(context)
    await page.locator('main section li').filter({ hasText: webinar.topic }).first().waitFor(soon)
    await page.locator('main').getByLabel(say.switch).first().click()
    await page.goto(company.at('people'))
    await page.locator('main h1').waitFor()
    await company.settled()
    await company.deliver([joined(webinar, guests[1]!, now())])
    await expect.poll(() => toldIn(page), soon).toHaveLength(1)
    const [told] = await toldIn(page)
    expect(told!.title).toMatch(say.isIn)
    expect(told!.body).toMatch(/^CTO · Kiwi Foods · .*\d/)
    expect([told!.tag.startsWith('al_'), told!.lang]).toEqual([true, language])

    await page.evaluate(() => (window as unknown as { clicked: (() => void)[] }).clicked[0]!())
    await page.waitForURL(`**/alerts?take=${told!.tag}`)
    await page.getByText(say.link).first().waitFor(soon)
  },
)

test('nobody is told who did not ask, and where the browser forbids it the screen says what to do', async () => {
  const company = opened()
  const { webinar, guests } = await running(company, 'Noa Levi')
  const context = await browser.context()
  const page = await alertsIn(context)
  await page.locator('main').getByLabel(words.en.switch).first().click()
  await page.locator('main').getByText('This browser blocks notifications of Ripen').waitFor(soon)

  const silent = await alertsIn(await allowing('en'))
  await company.deliver([joined(webinar, guests[0]!, now())])
  await silent.locator('main section li').filter({ hasText: webinar.topic }).first().waitFor(soon)
  expect(await toldIn(silent)).toEqual([])
})
