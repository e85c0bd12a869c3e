import type { Page } from 'playwright-core'
import { pollReport } from '../../sources/zoom-answers-writer.ts'
import type { Told } from './told.ts'

const print = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ')

/** Drops files whose names and contents are hostile: a Poll Report, and a table that is no report at all. */
export async function dropHostile(page: Page, told: Told): Promise<void> {
  const names = told.payloads.map((_, index) => told.by('fileName', index, 80).replaceAll(/[/\0]/g, ' '))
  const start = Date.parse('2026-03-01T10:00:00Z')
  const answers = told.payloads.map((_, index) => ({
    ...{ name: told.by('polled', index, 100), email: `p${index}@firm${index}.example`, at: start + index * 1000 },
    answers: [[told.by('reportPoll', 0, 100), told.by('reportAnswer', index, 100)]] as [string, string][],
  }))
  const report = pollReport('2025', { topic: told.by('reportTopic', 0, 100), start, minutes: 60, print }, answers)
  const cells = told.payloads.map((_, index) => `"${told.by('cell', index, 100).replaceAll('"', '""')}"`).join(',')
  await page.locator('input[type=file]').setInputFiles([
    // Of a text with a zero in it nothing would be read.
    file(`${names[0]}.csv`, report.replaceAll('\0', '')),
    ...names.slice(1, 12).map((name) => file(`${name}.csv`, `${cells}\n${cells}\n`)),
  ])
  await page
    .getByRole('alert')
    .nth(Math.min(names.length, 12) - 2)
    .waitFor()
  const zone = page.locator('main li').filter({ has: page.locator('select') })
  await zone.getByRole('button').last().click()
  await page.locator('main li section, main li table').first().waitFor()
}

function file(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}
