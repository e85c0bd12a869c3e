import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { faultsOnceStill } from './once-still.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const ofColour = ['color-contrast', 'link-in-text-block']
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What of WCAG 2.2 A and AA a screen violates, one line each with the elements. */
export function violations(page: Page): Promise<string[]> {
  return faultsOnceStill(() => run(page, { type: 'tag', values: levels }))
}

/** The same, of those rules alone that other colours can break. */
export function violationsInColour(page: Page): Promise<string[]> {
  return faultsOnceStill(() => run(page, { type: 'rule', values: ofColour }))
}

/** The same, of those rules alone that other colours cannot break. */
export function violationsBesideColour(page: Page): Promise<string[]> {
  return faultsOnceStill(() => run(page, { type: 'tag', values: levels }, ofColour))
}

async function run(page: Page, runOnly: { type: string; values: string[] }, without: string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
  return page.evaluate(
    async (options) => {
      type Result = { violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[] }
      const { run } = (globalThis as unknown as { axe: { run: (options: object) => Promise<Result> } }).axe
      const found = await run({ ...options, resultTypes: ['violations'] })
      return found.violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
      )
    },
    { runOnly, rules },
  )
}
