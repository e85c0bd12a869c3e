import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type TestContext, test } from 'vitest'
import { openSqlite } from '../../src/hosts/node/sqlite.ts'
import { movableClock } from '../battery/clock/clock.ts'
import { listeningZoom } from '../contract/zoom-account.ts'
import { temporaryFolder } from '../process/running.ts'
import { signed } from '../zoom-run.ts'
import { violations } from './axe.ts'
import { takeIn } from './colleague.ts'
import { type Company, openCompany } from './company.ts'
import { firstStart, useBrowser } from './dashboard.ts'
import { beyondWindow, smallTargets } from './room.ts'
import { stands } from './screens.ts'
import { created, registered, started } from './zoom-webinar.ts'

const browser = useBrowser()
// Side by side, for they mostly wait: each test has a company of its own.

const minute = 60_000
const soon = { timeout: 20_000 }
/** In Hebrew, dark and on a phone it passes axe too, fits its window, and all of it can be hit. */
async function fits(
  { expect, onTestFinished }: TestContext,
  company: Company,
  address: string,
  show: (page: Page) => Promise<unknown> = async () => {},
) {
  const page = await browser.open({ language: 'he', theme: 'dark', width: 390 }, onTestFinished)
  await company.admit(page)
  await page.goto(address)
  await stands(page)
  await show(page)
  expect([await violations(page), await beyondWindow(page), await smallTargets(page)]).toEqual([[], [], []])
}

async function opened({ onTestFinished }: TestContext, company: Company, screen = 'sources'): Promise<Page> {
  const page = await browser.open({}, onTestFinished)
  await company.admit(page)
  await page.goto(company.at(screen))
  await stands(page)
  return page
}

const sent = (body: string) => ({ event: 'unreadable', at: 0, body })
const guest = { name: 'Noa Barak', email: 'noa@galil.example', stays: [] }
const webinar = (startsAt: number) => ({ id: 85_000_000_001, topic: 'Ripe <b>pears</b>', startsAt, minutes: 60 })

/** As an update of Ripen that can read it: in the test the delivery changes, and not who reads it. */
function mend(company: Company, number: number, body: string): void {
  const folder = join(company.server.data, 'workspaces')
  const file = readdirSync(folder).find((name) => name.endsWith('.db'))!
  const db = openSqlite(join(folder, file))
  db.prepare('UPDATE delivery SET body = ? WHERE number = ?').run(new TextEncoder().encode(body), number)
  db.close()
}

test.concurrent('what could not be read is looked into, read again by a click, all at once, and thrown away', async (context) => {
  const { expect, onTestFinished } = context
  const company = await openCompany(onTestFinished)
  await company.connectZoom()
  const markup = '<img src=/hurt onerror=alert(1)>'
  await company.deliver([sent(`[{"event":"${markup}"}]`)])
  await company.deliver([sent('not json 2'), sent('not json 3'), sent('not json 4')])
  await company.settled()
  const page = await opened(context, company)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const rows = page.locator('section', { has: page.getByRole('heading', { name: 'Quarantine' }) }).locator('li')
  await expect.poll(() => rows.count(), soon).toBe(4)

  const list = rows.filter({ hasText: 'the body is a list' })
  await list.getByRole('button', { expanded: false }).click()
  await page.getByText(`"event": "${markup}"`).waitFor()
  expect(page.url()).toContain('delivery=d1')
  expect(await page.locator('main img').count()).toBe(0)
  expect(requests.filter((url) => url.includes('hurt'))).toEqual([])
  await fits(context, company, page.url())
  const [download] = await Promise.all([page.waitForEvent('download'), list.getByRole('link').click()])
  expect(download.suggestedFilename()).toBe('delivery-d1.txt')

  await list.getByRole('button', { name: 'Read again' }).click()
  await list.getByText('Still cannot be read.').waitFor()
  mend(company, 1, registered(webinar(Date.now()), guest).body)
  await list.getByRole('button', { name: 'Read again' }).click()
  await expect.poll(() => rows.count(), soon).toBe(3)

  mend(company, 2, created(webinar(Date.now())).body)
  await page.getByRole('button', { name: 'Read all again' }).click()
  await page.getByText('1 could be read now, 2 still cannot.').waitFor(soon)
  await expect.poll(() => rows.count(), soon).toBe(2)

  await rows.first().getByRole('button', { expanded: false }).click()
  await rows.first().getByRole('button', { name: 'Throw away' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Throw it away' }).click()
  await expect.poll(() => rows.count(), soon).toBe(1)
  await page.getByText('Thrown away').click()
  await page.getByText(/by .*Noa Barak/).waitFor()
})

test.concurrent('a banner says on every screen that a webinar which should have begun is not heard, what to do, and goes by itself', async (context) => {
  const { expect, onTestFinished } = context
  const clock = movableClock(temporaryFolder(onTestFinished), Date.now())
  const company = await openCompany(onTestFinished, (env, atEnd) => firstStart({ ...env, ...clock.env }, atEnd))
  await company.connectZoom()
  const startsAt = Math.ceil(clock.now() / minute) * minute + 20 * minute
  const pears = webinar(startsAt)
  await company.deliver([created(pears), registered(pears, guest)])
  await company.settled()
  const page = await opened(context, company, 'webinars')
  const banner = page.getByRole('alert')
  expect(await banner.count()).toBe(0)

  await clock.set(startsAt + 6 * minute)
  await company.settled()
  await page.reload()
  await banner.filter({ hasText: 'nothing of its room has come' }).waitFor({ timeout: 45_000 })
  expect(await banner.innerText()).toContain('Ripe <b>pears</b>')
  expect(company.server.output()).toContain('"event":"source alarm"')
  expect(company.server.output()).not.toContain('pears')

  await page.getByRole('link', { name: 'Ripe <b>pears</b>' }).first().click()
  await page.locator('header').getByRole('link', { name: 'Room not heard of' }).waitFor()
  await page.getByRole('link', { name: 'What to do' }).click()
  await page.getByText('Look in Zoom whether the webinar is running.').waitFor()
  await fits(context, company, company.at('sources'), (shown) => shown.locator('main ol').first().waitFor())

  await company.deliver([started({ ...pears, startsAt: startsAt + 5 * minute })])
  await banner.waitFor({ state: 'detached', timeout: 45_000 })
  await expect.poll(() => page.getByText('Look in Zoom whether').count(), soon).toBe(0)
})

test.concurrent('what came is shown day by day, with what was rejected and why, in the screen of every source', async (context) => {
  const { expect, onTestFinished } = context
  const company = await openCompany(onTestFinished)
  const path = await company.connectZoom()
  await company.deliver([created(webinar(Date.now())), sent('[1]')])
  const body = '{}'
  expect(
    (await fetch(company.server.address + path, { method: 'POST', body, headers: signed(body, 'wrong') })).status,
  ).toBe(401)
  const viewed = (id: string, time: string) => ({
    ...{ specversion: '1.0', id, source: 'https://shop.example', type: 'page.viewed', time },
    data: { person: { email: 'noa@galil.example' }, url: 'https://shop.example/' },
  })
  await company.call('POST', '/api/v1/activities', [viewed('1', new Date().toISOString()), viewed('2', 'noon')])
  await company.settled()
  const page = await opened(context, company)
  await page.getByText('Secret does not fit').waitFor()
  await page.getByRole('img', { name: /^Deliveries per day.*3 in all, 2 rejected/ }).waitFor(soon)
  await page.getByText('the signature does not fit the secret of this source').waitFor()
  const [zoom, shop] = ['Zoom', 'Activities'].map((name) =>
    page.locator('section', { has: page.getByRole('heading', { name, exact: true }) }).first(),
  )
  await zoom!.getByText('As a table').first().click()
  const today = zoom!.getByRole('row').nth(1).getByRole('cell')
  expect((await today.allInnerTexts()).slice(1, 6)).toEqual(['3', '1', '0', '0', '2'])
  await shop!.getByRole('heading', { name: 'https://shop.example' }).waitFor()
  await shop!.getByText('time: expected a time with its offset').waitFor()
  await shop!.getByText('An example call').click()
  await shop!.getByText('/api/v1/activities').first().waitFor()
  await fits(context, company, company.at('sources'), async (shown) => {
    await shown.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await shown.getByText('Authorization: Bearer').waitFor()
    await shown.getByText('report:read:webinar_qna:admin').waitFor()
  })
})

test.concurrent('the API of Zoom is connected by what its app shows, refused in words, and fetches the past with progress', async (context) => {
  const { expect, onTestFinished } = context
  const { zoom, env: ofZoom } = await listeningZoom(onTestFinished)
  const company = await openCompany(onTestFinished, (env, atEnd) => firstStart({ ...env, ...ofZoom }, atEnd))
  await company.connectZoom()
  const page = await opened(context, company)
  await page.getByText("Connect Zoom's API").click()
  await page.getByText('report:read:list_webinar_participants:admin').waitFor()
  await page.getByText('who was in the room, and when').first().waitFor()
  const form = page.locator('form').filter({ hasText: 'Client ID' })
  const fill = async (clientSecret: string) => {
    await form.getByLabel('Account ID').fill(zoom.access.account)
    await form.getByLabel('Client ID').fill(zoom.access.client)
    await form.getByLabel('Client Secret').fill(clientSecret)
    await form.getByRole('button', { name: 'Connect' }).click()
  }
  await fill('wrong')
  await form.getByText('Zoom does not know this app').waitFor(soon)
  await fill(zoom.access.secret)
  const part = page.getByRole('region', { name: "Zoom's API" })
  await part.getByText(`Account ID: ${zoom.access.account}`).waitFor(soon)
  await part.getByRole('button', { name: 'Fetch the last six months' }).click()
  await part.getByRole('progressbar').waitFor(soon)
  await part.getByRole('button', { name: 'Stop' }).click()
  await part.getByText(/^Stopped: \d of \d webinars are here/).waitFor(soon)
  await part.getByRole('button', { name: 'Go on' }).click()
  await part.getByText('3 of 3 webinars are here').waitFor({ timeout: 60_000 })
  await part
    .getByText(/\d+ new facts/)
    .first()
    .waitFor()
  await part.getByRole('img', { name: /^Facts fetched per day/ }).waitFor(soon)
  await fits(context, company, company.at('sources'))
  await page.goto(company.at('webinars'))
  await expect.poll(() => page.locator('main tbody tr, main li').count(), soon).toBeGreaterThanOrEqual(3)

  await page.goto(company.at('sources'))
  zoom.revoke()
  await company.call('POST', '/api/v1/sources/s1/api/probe')
  await part.getByRole('alert').waitFor(soon)
  zoom.restore()
  await part.getByRole('button', { name: 'Try again' }).click()
  await part.getByRole('alert').waitFor({ state: 'detached', ...soon })
  await part.getByText('Change the access').click()
  await part.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click()
  await part.getByText("Connect Zoom's API").waitFor(soon)
})

test.concurrent('somebody who may not change sources sees how they are, no way to change them, and nothing of what deliveries say', async (context) => {
  const { expect, onTestFinished } = context
  const company = await openCompany(onTestFinished)
  await company.connectZoom()
  await company.deliver([sent('a secret of somebody')])
  await company.settled()
  const admit = await takeIn(company, 'sales', 'Sam Ortiz')
  const page = await browser.open({}, onTestFinished)
  await admit(page)
  await page.goto(company.at('sources?delivery=d1'))
  await page.getByText('the body is not JSON').last().waitFor()
  await page.getByText('Address and Secret Token').click()
  for (const words of [
    'Read again',
    'Throw away',
    'Change the Secret Token',
    'Connect another Zoom account',
    'Download',
  ])
    expect([words, await page.getByText(words).count()]).toEqual([words, 0])
  expect(await page.getByText('a secret of somebody').count()).toBe(0)
  const answer = await page.evaluate(async () => {
    const headers = { 'ripen-workspace': 'oren' }
    return (await fetch('/api/v1/quarantine/d1', { headers })).status
  })
  expect(answer).toBe(403)
})
