import type { Page } from 'playwright-core'
import { stands } from '../../browser/screens.ts'
import type { Size } from '../row.ts'
import type { Hostile } from './house.ts'
import type { Looked } from './hurts.ts'
import { dropHostile } from './import.ts'
import { screensOf } from './screens.ts'
import { seenOn } from './seen.ts'
import type { Told } from './told.ts'

/** What one walk through all screens has seen. */
export interface Tour {
  screens: number
  /** Screens on which nothing of others was found, which thus say nothing. */
  empty: string[]
  made: string[]
  turning: string[]
}

/** Shows every screen of the company, the page of a link, the import, and each mail that a rule has sent. */
export async function tour(hostile: Hostile, told: Told, { page, notified }: Looked, size: Size): Promise<Tour> {
  const { company, link, mails } = hostile
  const seen: Tour = { screens: 0, empty: [], made: [], turning: [] }
  const look = async (name: string) => {
    const { text, title, made, turning } = await seenOn(page)
    seen.screens++
    if (!told.look(`${title}\n${text}`)) seen.empty.push(name)
    seen.made.push(...made.map((what) => `${name}: ${what}`))
    seen.turning.push(...turning.map((what) => `${name}: ${what}`))
  }
  await company.admit(page)
  await page.goto(company.at('webinars'))
  for (const { at, before } of screensOf(hostile, told, size)) {
    await go(page, `/w/oren/${at}`)
    await before?.(page)
    await stands(page)
    await look(at)
  }
  await hostile.raiseHand()
  await go(page, '/w/oren/import')
  await dropHostile(page, told)
  await look('import')
  for (let tries = 0; notified.length === 0 && tries < 50; tries++) await page.waitForTimeout(100)
  if (!notified.some((text) => told.look(text))) seen.empty.push('notifications')
  for (const to of ['javascript:hurt(1)', '//canary.example/w/oren', '/\\\\canary.example'])
    await go(page, `/sign-in?to=${encodeURIComponent(to)}`)
  await page.goto(link)
  await page.locator('h1').waitFor()
  await look('the page of a link')
  for (const { subject, html } of mails) {
    await page.goto('about:blank')
    await page.setContent(html)
    if (!html.includes('<html') || subject.includes('\n')) seen.made.push(`mail ${subject}`)
    await look(`mail ${subject}`)
  }
  return seen
}

/** As a link within the dashboard does, without loading it anew. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate(async (path) => {
    history.pushState(null, '', path)
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
  }, path)
  await stands(page)
}
