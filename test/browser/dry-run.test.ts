import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { useCompany } from './company.ts'
import { useBrowser } from './dashboard.ts'
import { beyondWindow, smallTargets } from './room.ts'
import { stands } from './screens.ts'

const browser = useBrowser()
const day = 24 * 3_600_000
const people = 140

/** Half were won. Four of five winners had read a guide, and one of five losers; a report, which pays more, says nothing. */
function past(): object[] {
  return Array.from({ length: people }, (_, index) => {
    const won = index % 2 === 0
    const reads = { guide: won === index % 10 > 1, special_report: (index >> 1) % 7 > 3 }
    const kinds = (['guide', 'special_report'] as const).filter((kind) => reads[kind])
    const at = Date.now() - (10 + (index * 40) / people) * day
    const event = (type: string, time: number, data: object, of = '') => ({
      ...{ specversion: '1.0', id: `${type}${of}/${index}`, source: 'tests', type, time: new Date(time).toISOString() },
      data: { person: { email: `person${index}@firm${index}.example` }, ...data },
    })
    return [
      event('email.opened', at - 3 * day, { messageId: `m${index}` }),
      ...kinds.map((kind) => event('content.downloaded', at - 2 * day, { content: { id: kind, kind } }, kind)),
      event(won ? 'deal.won' : 'deal.lost', at, won ? { amount: 10_000, currency: 'ILS' } : {}),
    ]
  }).flat()
}

const opened = useCompany(async (company) => {
  await company.call('POST', '/api/v1/activities', past())
  await company.settled()
})

test('the past says in words whether the score tells winners from losers, and what it suggests goes into the draft on demand', async () => {
  const company = opened()
  const page = await browser.open()
  await company.admit(page)
  await page.goto(company.at('formula/dry-run'))
  await page.getByText('70 won, 70 lost').waitFor()
  const told = page.getByRole('region', { name: 'Does the score tell winners from losers?' })
  expect(await told.innerText()).toMatch(/Somewhat\.\s+Of 100 pairs .* in \d+ \(95% sure: \d+ to \d+\)/)
  const rules = page.getByRole('region', { name: 'The rules, by winners and losers' }).getByRole('row')
  expect(await rules.nth(1).innerText()).toMatch(/^Download[\s\S]*80%[\s\S]*20%[\s\S]*\+60/)

  await page.getByRole('button', { name: 'Suggest points' }).click()
  const suggested = page.getByRole('region', { name: 'Points that the past suggests' })
  const change = suggested.getByRole('listitem').filter({ hasText: 'Download' })
  await change.waitFor()
  await suggested.getByText(/AUC of 0\.\d\d/).waitFor()
  expect((await company.call<{ draft: object | null }>('GET', '/api/v1/model/draft')).draft).toBeNull()
  for (const box of await suggested.getByRole('checkbox').all())
    await box.setChecked(await box.evaluate((input) => input.closest('li')!.textContent!.startsWith('Download')))
  const points = await change.locator('bdi[dir=ltr]').last().innerText()
  await suggested.getByRole('button', { name: 'Take into the draft' }).click()
  await page.getByText('Draft: 1 change').waitFor()
  await page.getByRole('link', { name: 'Rules' }).click()
  expect(await page.getByRole('textbox', { name: 'Points for Download' }).inputValue()).toBe(points)
})

test.for(['en', 'he'] as const)('the dry run passes axe and fits its window in %s', async (language) => {
  const company = opened()
  const page = await browser.open({ language })
  await company.admit(page)
  await page.goto(company.at('formula/dry-run?rules=all&suggest'))
  await page.locator('main li input[type=checkbox]').first().waitFor()
  await page.locator('details:has(table) summary').click()
  const faults = await violations(page)
  for (const width of [1400, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await stands(page)
    faults.push(...(await beyondWindow(page)), ...(await smallTargets(page)))
  }
  expect(faults).toEqual([])
})
