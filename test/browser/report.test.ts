import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { attendeeReport } from '../zoom-report.ts'
import { STARTS_AT, WEBINAR_ID } from '../zoom-run.ts'
import { firstStart, firstStartOnCloudflare, madeOwner, signIn, useBrowser } from './dashboard.ts'
import { dropFile } from './drop.ts'
import { amount, ledgerIn, namesIn, presenceIn, signedIn } from './shown.ts'
import { type Guest, wholeRun } from './zoom-webinar.ts'

const browser = useBrowser()

const webinar = { id: WEBINAR_ID, topic: 'Backup security', startsAt: STARTS_AT, minutes: 60 }
const yael = { name: 'Yael Sagi', email: 'yael@carmel.example', comments: 'Does it run on Linux?' }
const guests: Guest[] = [
  { name: 'Sara Lind', email: 'sara@brightwater.example', stays: [] },
  { name: 'Roy Alon', email: 'roy@galil.example', stays: [[10, 15]] },
  { ...yael, org: 'Carmel Insurance', title: 'IT team lead', stays: [[-10, 65]] },
  {
    name: 'נועה ברק',
    email: 'noa@maof.example',
    stays: [
      [-10, -4],
      [20, 29],
    ],
  },
  { name: 'Daniel Weiss', email: 'daniel@nordhafen.example', stays: [[-10, 65]] },
]
/** 20 for the whole webinar, 5 for the question in the form; 20; 12 for 15 minutes; 6 for 5; a no-show last. */
const ranked = [
  ['Yael Sagi', 25],
  ['Daniel Weiss', 20],
  ['נועה ברק', 12],
  ['Roy Alon', 6],
  ['Sara Lind', 0],
]

const words = {
  en: {
    drop: "Drop Zoom's report files here",
    ranking: 'Ranking',
    why: /^Why .+\?/,
    all: 'Everything about this person',
    imported: 'Imported',
  },
  he: {
    drop: 'אפשר לגרור לכאן קובצי דוחות של Zoom',
    ranking: 'דירוג',
    why: /^למה .+\?/,
    all: 'כל מה שידוע עליו',
    imported: 'הקובץ יובא',
  },
}

const hosts = [
  { language: 'en', host: 'Node', start: firstStart },
  { language: 'he', host: 'Node', start: firstStart },
  { language: 'en', host: 'Cloudflare', start: firstStartOnCloudflare },
] as const

for (const { language, host, start } of hosts)
  test(`a producer drops a report and ends at why the hottest person has that score (${language}, ${host})`, async () => {
    const say = words[language]
    const server = await start()
    await madeOwner(server)
    const page = await browser.open({ language })
    await signIn(page, server.address)
    const inHebrew = language === 'he'
    expect(await page.locator('html').getAttribute('dir')).toBe(inHebrew ? 'rtl' : 'ltr')

    await page.locator('nav a[href$="/import"]').click()
    await dropFile(page.getByText(say.drop), 'attendees.csv', attendeeReport(wholeRun(webinar, guests)))
    const file = page.locator('main li').filter({ hasText: 'attendees.csv' })
    await file.getByRole('cell', { name: yael.email }).waitFor()
    expect(await file.getByRole('row').count()).toBe(1 + 5)
    expect(await file.locator('select').first().inputValue()).toBe('Asia/Jerusalem')
    await file.getByRole('button').last().click()
    await file.getByText(say.imported).waitFor()
    await file.locator('a[href*="/webinars/"]').click()

    const ranking = page.getByRole('grid', { name: say.ranking })
    await ranking.getByRole('row').nth(guests.length).waitFor()
    expect(await namesIn(ranking)).toEqual(ranked.map(([name]) => name))
    const shownPoints = await ranking
      .getByRole('row')
      .evaluateAll((rows) => rows.slice(1).map((row) => Number(row.querySelector('bdi[dir=ltr]')!.textContent)))
    expect(shownPoints).toEqual(ranked.map(([, points]) => points))
    const room = ranking.getByRole('row').filter({ hasText: 'נועה ברק' }).getByRole('img').first()
    expect(await room.getAttribute('aria-label')).toContain('0:00–6:00, 30:00–39:00')
    expect(await presenceIn(room)).toEqual([
      [0, 8],
      [40, 52],
    ])

    const first = ranking.getByRole('row').filter({ hasText: yael.name })
    const [, score] = (await first.locator('bdi[dir=ltr]').allInnerTexts()).map(amount)
    await first.click()
    const why = page.getByRole('region', { name: say.why })
    await why.locator('ol li').first().waitFor()
    const short = await ledgerIn(why)
    expect(sumOf(short.points)).toBe(score)
    expect(short.sum).toBe(score)
    expect(short.points.filter((each) => each > 0).toSorted((a, b) => a - b)).toEqual([5, 20])
    expect((await signedIn(page.locator('main'))).turned).toEqual([])
    await opensToQuestion(why)

    await why.getByRole('link', { name: say.all }).click()
    await page.getByRole('heading', { level: 1, name: yael.name }).waitFor()
    const ledger = await ledgerIn(why)
    expect(ledger.sum).toBe(score)
    const oldestFirst = ledger.points.toReversed()
    const sums = oldestFirst.map((_, index) => sumOf(oldestFirst.slice(0, index + 1)))
    expect(ledger.running.toReversed()).toEqual(sums)
    expect(sums.at(-1)).toBe(score)
    const { signed, turned } = await signedIn(page.locator('main'))
    expect(signed).toBeGreaterThan(ledger.points.length)
    expect(turned).toEqual([])

    await opensToQuestion(why)
    const strip = page
      .locator('main li', { has: page.locator('a[href*="/webinars/"]') })
      .getByRole('img')
      .first()
    expect(await presenceIn(strip)).toEqual([[0, 100]])
    expect(await page.locator('canvas').evaluate((canvas) => getComputedStyle(canvas).direction)).toBe('ltr')
  })

/** The line of the question shows what was asked. */
async function opensToQuestion(ledger: Locator): Promise<void> {
  const question = ledger.locator('details').filter({ hasText: '+5' })
  await question.locator('summary').click()
  await question.locator('li').getByText(yael.comments).waitFor()
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}
