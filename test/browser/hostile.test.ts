import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { attendeeReport } from '../zoom-report.ts'
import { type Company, useCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { dropFile } from './drop.ts'
import { type Guest, wholeRun } from './zoom-webinar.ts'

const browser = useBrowser()
const markup = '<img src=/hurt onerror=alert(1)>'
const formula = '=HYPERLINK("http://hurt.example","prize")'
const script = '</script><script>alert(2)</script>'
const asked = `How? ${markup}`
const title = `${markup} $t(sum) {{rule}}`
const turned = 'Olga \u202Eavortep'
const guests: Guest[] = [
  { name: `Noa ${markup}`, email: 'noa@oren.example', org: formula, title: script, comments: markup, stays: [[0, 60]] },
  { name: formula, email: 'roy@galil.example', org: '{{constructor}}', title: '$t(title)', stays: [[0, 60]] },
  { name: turned, email: 'olga@voltara.example', org: 'Voltara', title: 'Security lead', stays: [[0, 60]] },
  { name: `Sara ${script}`, email: 'sara@brightwater.example', org: markup, title: formula, stays: [] },
]
const webinar = { id: 87_000_111_222, topic: `Ripe ${markup}`, startsAt: Date.now() - 26 * 3_600_000, minutes: 60 }

const opened = useCompany(async (company) => {
  await company.connectZoom()
  await company.deliver(wholeRun(webinar, guests))
  const room = { platform: 'zoom', platformId: String(webinar.id) }
  const at = (minutes: number) => new Date(webinar.startsAt + minutes * 60_000).toISOString()
  const person = { email: 'noa@oren.example', attributes: { [markup]: script } }
  const event = (id: string, type: string, minutes: number, data: object) => ({
    ...{ specversion: '1.0', id, source: 'site', type, time: at(minutes), data: { person, ...data } },
  })
  await company.call('POST', '/api/v1/activities', [
    event('1', 'question.asked', 20, { webinar: room, question: { text: asked } }),
    event('2', 'poll.answered', 30, { webinar: room, poll: markup, answer: formula }),
    event('3', 'visit.ended', 90, { visitId: 'v', seconds: 200, pages: ['javascript:alert(3)', `/${markup}`] }),
    event('4', 'content.downloaded', 95, { content: { id: 'c', title, kind: 'special_report' } }),
  ])
  await company.settled()
})

/** A page that notes whatever ran or was fetched because something was taken for more than text. */
async function watched(company: Company, language: 'en' | 'he'): Promise<{ page: Page; hurts: string[] }> {
  const page = await browser.open({ language })
  await company.admit(page)
  const hurts: string[] = []
  page.on('dialog', async (dialog) => {
    hurts.push(`dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin !== company.server.address || pathname.includes('hurt')) hurts.push(`request: ${request.url()}`)
  })
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) hurts.push(message.text())
  })
  page.on('pageerror', (error) => hurts.push(error.message))
  return { page, hurts }
}

async function elementsMade(page: Page): Promise<number> {
  return page.locator('main :is(img, script, iframe, a[href^="javascript"], a[href*="hurt"])').count()
}

for (const language of ['en', 'he'] as const)
  test(`markup, formulas and turned letters in what others wrote are text on every screen (${language})`, async () => {
    const company = opened()
    const { page, hurts } = await watched(company, language)
    await page.goto(company.at('webinars'))
    await page.getByRole('link', { name: webinar.topic }).click()

    await page.getByRole('heading', { level: 1, name: webinar.topic }).waitFor()
    const ranking = page.getByRole('grid')
    for (const text of [`Noa ${markup}`, formula, script, '{{constructor}}', '$t(title)', 'Olga avortep'])
      await ranking.getByText(text, { exact: true }).first().waitFor()
    const lead = ranking.getByRole('row').filter({ hasText: `Noa ${markup}` })
    await lead.click()
    const why = page
      .locator('section')
      .filter({ has: page.locator('ol + p') })
      .last()
    await why.getByText(title).first().waitFor()
    expect(await elementsMade(page)).toBe(0)

    await why.locator('a[href*="/people/"]').click()
    await page.getByRole('heading', { level: 1, name: `Noa ${markup}` }).waitFor()
    for (const details of await page.locator('main details').all()) await details.locator('summary').first().click()
    for (const text of [asked, formula, script, 'javascript:alert(3)', `/${markup}`])
      await page.getByText(text).first().waitFor()
    expect(await elementsMade(page)).toBe(0)
    expect(hurts).toEqual([])
  })

test('so they are in the list of those who get a link, and on the page of the link, which strangers open', async () => {
  const company = opened()
  const { page, hurts } = await watched(company, 'en')
  const { items } = await company.call<{ items: { id: string }[] }>('GET', '/api/v1/webinars')
  const address = `${company.server.address}/recording.mp4`
  await company.call('PUT', `/api/v1/webinars/${items[0]!.id}/replay`, { address })
  await page.goto(company.at(`webinars/${items[0]!.id}/replay`))
  const list = page.getByRole('table')
  for (const text of [`Sara ${script}`, markup]) await list.getByText(text, { exact: true }).first().waitFor()
  expect(await elementsMade(page)).toBe(0)

  const { items: noShows } = await company.call<{ items: { link: string }[] }>(
    'GET',
    `/api/v1/webinars/${items[0]!.id}/no-shows`,
  )
  await page.goto(noShows[0]!.link)
  await page.getByRole('heading', { level: 1, name: webinar.topic }).waitFor()
  expect(await page.title()).toBe(webinar.topic)
  expect(await elementsMade(page)).toBe(0)
  expect(hurts.filter((hurt) => !hurt.includes('/recording.mp4'))).toEqual([])
})

test('so they are in a report that is dropped: in its name, its preview and what came of it', async () => {
  const company = opened()
  const { page, hurts } = await watched(company, 'en')
  await page.goto(company.at('import'))
  const area = page.getByText("Drop Zoom's report files here")
  const name = '<img src=x onerror=alert(1)>\u202Evsc.csv'
  await dropFile(area, name, attendeeReport(wholeRun(webinar, guests)))
  const file = page.locator('main li').filter({ hasText: 'onerror' })
  await file.getByRole('cell', { name: markup }).waitFor()
  await file.getByRole('cell', { name: formula }).waitFor()
  await file.getByRole('button', { name: 'Import' }).click()
  await file.getByRole('link', { name: 'To the webinar' }).waitFor()
  await dropFile(area, `${name}2`, `${markup},${formula}\n${markup},${formula}\n`)
  await page.getByRole('alert').waitFor()
  expect(await elementsMade(page)).toBe(0)
  expect(hurts).toEqual([])
})
