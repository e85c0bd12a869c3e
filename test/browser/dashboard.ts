import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeAll, onTestFinished, vi } from 'vitest'
import { startDev } from '../cloudflare/start.ts'
import { type AtEnd, type RunningServer, ripenIn, startServer, temporaryFolder } from '../process/running.ts'
import { launchChromium } from './chromium.ts'

export interface Look {
  language?: 'en' | 'he'
  theme?: 'light' | 'dark'
  width?: number
  height?: number
}

/** One for all test files of a process, which it ends with; each test opens what is its own in it. */
let running: Promise<Browser> | null = null

/** A browser for the tests of a file. The dashboard has been built for the whole run. */
export function useBrowser(): {
  open(look?: Look, atEnd?: AtEnd): Promise<Page>
  context(look?: Look, atEnd?: AtEnd): Promise<BrowserContext>
} {
  let browser: Browser
  beforeAll(async () => {
    if (!(await running)?.isConnected()) running = launchChromium()
    browser = await running!
  })
  async function context(
    { language = 'en', theme = 'light', width = 1400, height = 1000 }: Look = {},
    atEnd: AtEnd = onTestFinished,
  ) {
    const made = await browser.newContext({
      locale: language === 'he' ? 'he-IL' : 'en-GB',
      timezoneId: 'Asia/Jerusalem',
      colorScheme: theme,
      viewport: { width, height },
    })
    made.setDefaultTimeout(15_000)
    atEnd(() => made.close())
    return made
  }
  return { context, open: async (look, atEnd) => (await context(look, atEnd)).newPage() }
}

export interface FirstStart extends RunningServer {
  data: string
  /** The one-time link that the server printed. */
  link: string
}

/** A server on a fresh folder, as after the first `npm start`. */
export async function firstStart(env: NodeJS.ProcessEnv = {}, atEnd: AtEnd = onTestFinished): Promise<FirstStart> {
  const data = temporaryFolder(atEnd)
  const server = await startServer(data, env, atEnd)
  const link = await vi.waitUntil(() => /http:\/\/\S+\/setup#\S+/.exec(server.output())?.[0], 10_000)
  return { ...server, data, link }
}

/** The same on Cloudflare, where the command line tells the link. */
export async function firstStartOnCloudflare(_env?: object, atEnd: AtEnd = onTestFinished): Promise<FirstStart> {
  const server = await startDev(atEnd)
  const { stdout } = await ripenIn(server.env, 'owner', 'link', '--json')
  return { ...server, link: JSON.parse(stdout).link }
}

export const owner = { name: 'Noa Barak', email: 'noa@oren.example', password: 'ripe-in-the-sun' }
export const company = {
  name: 'Oren Logistics',
  slug: 'oren',
  timezone: 'Asia/Jerusalem',
  weekend: 'fri-sat',
  holidays: ['IL'],
  observes: ['mail', 'phone', 'whatsapp', 'site'],
}

/** Makes the owner and the workspace `oren` without a browser; the cookie of the owner's session. */
export async function madeOwner({ address, link }: FirstStart): Promise<string> {
  const token = new URL(link).hash.slice(1)
  const response = await fetch(`${address}/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ token, ...owner, workspace: company }),
  })
  if (response.status !== 201) throw new Error(await response.text())
  return response.headers.getSetCookie()[0]!.split(';')[0]!
}

/** Signs a page in through the screen and stands in front of the webinars. */
export async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/sign-in`)
  await page.locator('input[type=email]').fill(owner.email)
  await page.locator('input[type=password]').fill(owner.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL('**/w/oren/webinars')
}
