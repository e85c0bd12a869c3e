import type { Page } from 'playwright-core'
import type { Size } from '../row.ts'
import type { Hostile } from './house.ts'
import type { Told } from './told.ts'

/** A screen of the company by its address behind `/w/oren/`, and what is done on it before it is looked at. */
export interface Screen {
  at: string
  before?: (page: Page) => Promise<void>
}

/** Every screen on which something of others stands. In the long form those of each webinar, person and segment. */
export function screensOf({ webinars, people, segments, rule, deliveries }: Hostile, told: Told, size: Size): Screen[] {
  const [over] = webinars
  const some = <T>(items: readonly T[], most = 2) => (size === 'short' ? items.slice(0, most) : items)
  const asOf = new Date().toISOString()
  const links = some(told.payloads).flatMap((_, index) => {
    const asked = encodeURIComponent(told.by('link', index, 100).toWellFormed())
    return [`people?q=${asked}&company=${asked}&segment=${asked}`, `webinars/${over}?q=${asked}&sort=${asked}`]
  })
  return [
    { at: 'webinars' },
    ...links.map((at) => ({ at })),
    ...some(webinars).map((id) => ({ at: `webinars/${id}` })),
    { at: `webinars/${over}?sort=score&open=${people[0]}` },
    { at: `webinars/${over}/questions` },
    { at: `webinars/${over}/reconciliation`, before: openAll },
    { at: `webinars/${over}/replay?all=true` },
    { at: `webinars/${over}/replay?list=viewers` },
    { at: 'people' },
    ...some(segments).map((id) => ({ at: `people?segment=${id}` })),
    ...some(people, 3).map((id) => ({ at: `people/${id}`, before: openAll })),
    { at: `people/${people[1]}?asOf=${asOf}` },
    { at: `people/${people[1]}`, before: findToMerge },
    { at: 'alerts?show=all' },
    { at: 'alerts/rules' },
    { at: `alerts/rules/${rule}` },
    { at: 'alerts/owners' },
    { at: 'alerts/channels', before: openAll },
    { at: 'formula?open=attended_full' },
    { at: 'formula/words?open=constructor' },
    { at: 'formula/sign-off' },
    { at: 'formula/versions?open=2' },
    { at: 'formula/file' },
    ...some(deliveries).map((id) => ({ at: `sources?delivery=${id}`, before: bodyShown })),
    { at: 'team' },
    { at: 'log', before: openAll },
  ]
}

/** Opens what can be folded, as often as something new appears in it. */
export async function openAll(page: Page): Promise<void> {
  for (const _ of [1, 2])
    await page.evaluate(async () => {
      for (const each of document.querySelectorAll<HTMLElement>('main details:not([open]) > summary')) each.click()
      await new Promise((done) => setTimeout(done, 100))
    })
}

async function bodyShown(page: Page): Promise<void> {
  await page.locator('main li pre').waitFor()
}

async function findToMerge(page: Page): Promise<void> {
  await page.locator('#merges button').first().click()
  await page.getByRole('dialog').locator('input').fill('firm')
  await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click()
  await page.getByRole('dialog').locator('table').waitFor()
}
