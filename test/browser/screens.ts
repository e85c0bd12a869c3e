import type { Page } from 'playwright-core'
import type { Company } from './company.ts'
import type { Filled } from './filled.ts'

/** What every screen can be shown with. */
export interface Scene {
  page: Page
  company: Company
  filled: Filled
  /** A one-time link of a Ripen that nobody owns yet. */
  firstLink: string
}

type Show = (scene: Scene) => Promise<void>

/** Goes to a screen of the company, or of another workspace, as somebody who is signed in. */
async function enter({ page, company }: Scene, screen: string, workspace = 'oren'): Promise<void> {
  await company.admit(page)
  await page.goto(`${company.server.address}/w/${workspace}/${screen}`)
}

function at(screen: (filled: Filled) => string): Show {
  return (scene) => enter(scene, screen(scene.filled))
}

/** The same in the workspace in which nothing has happened. */
function inBare(screen: string): Show {
  return (scene) => enter(scene, screen, scene.filled.bare)
}

function dropped(page: Page, ...files: [name: string, bytes: Uint8Array][]): Promise<void> {
  const chosen = files.map(([name, bytes]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) }))
  return page.locator('input[type=file]').setInputFiles(chosen)
}

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64')

/** Every screen, in every state that looks different. Those behind the door come first. */
export const screens: [name: string, show: Show][] = [
  [
    'sign-in, refused',
    async ({ page, company }) => {
      await page.goto(`${company.server.address}/sign-in?to=%2Fw%2Foren%2Fimport`)
      await page.locator('input[type=email]').fill('nobody@oren.example')
      await page.locator('input[type=password]').fill('not-the-password')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
    },
  ],
  ['setup', async ({ page, firstLink }) => void (await page.goto(firstLink))],
  ['setup, link used', async ({ page, company }) => void (await page.goto(company.server.link))],
  ['webinars', at(() => 'webinars')],
  ['webinars, none', inBare('webinars')],
  ['webinar, live', at(({ live }) => `webinars/${live}`)],
  ['webinar, over, with a ledger', at(({ over, person }) => `webinars/${over}?sort=score&open=${person}`)],
  ['webinar, to come', at(({ toCome }) => `webinars/${toCome}`)],
  ['webinar, questions', at(({ over }) => `webinars/${over}/questions`)],
  ['webinar, questions, none', at(({ live }) => `webinars/${live}/questions?topic=contract`)],
  ['webinar, nobody matches', at(({ over }) => `webinars/${over}?q=nobody-is-called-so`)],
  [
    'webinar, choosing an export',
    async (scene) => {
      const { page, filled } = scene
      await enter(scene, `webinars/${filled.over}`)
      await page.locator('button[aria-haspopup]').first().click()
      await page.getByRole('menu').waitFor()
    },
  ],
  ['on demand, nothing yet', at(({ toCome }) => `webinars/${toCome}/replay`)],
  ['on demand', at(({ over }) => `webinars/${over}/replay?all=true`)],
  ['on demand, who watched', at(({ over }) => `webinars/${over}/replay?list=viewers`)],
  [
    'on demand, another recording',
    async (scene) => {
      const { page, filled } = scene
      await enter(scene, `webinars/${filled.over}/replay`)
      await page.locator('aside section').first().getByRole('button').first().click()
      await page.locator('aside form').waitFor()
    },
  ],
  ['the page of a link', async ({ page, filled }) => void (await page.goto(filled.link))],
  ['the page of a link that leads nowhere', async ({ page, filled }) => void (await page.goto(`${filled.link}0`))],
  ['webinar, not there', at(() => 'webinars/w_000000000000000000000000')],
  [
    'person',
    async (scene) => {
      const { page, filled } = scene
      await enter(scene, `people/${filled.person}`)
      await page.locator('main ol details').first().locator('summary').click()
      for (const table of await page.locator('details:has(table)').all()) await table.locator('summary').click()
    },
  ],
  ['people', at(() => 'people')],
  ['people, nobody matches', at(() => 'people?q=nobody-is-called-so&temperature=hot')],
  ['people, none', inBare('people')],
  [
    'people, what is sent regularly',
    async (scene) => {
      const { page } = scene
      await enter(scene, 'people')
      await page.locator('main header button[aria-expanded=false]').first().click()
      await page.locator('main header ~ section li, main header ~ div li').first().waitFor()
    },
  ],
  ['person, in the past', at(({ person }) => `people/${person}?asOf=${new Date(Date.now() - 6e8).toISOString()}`)],
  ['person, not there', at(() => 'people/p_000000000000000000000000')],
  [
    'person, merging',
    async (scene) => {
      const { page, filled } = scene
      await enter(scene, `people/${filled.person}`)
      await page.locator('#merges button').click()
      await page.getByRole('dialog').locator('input').fill('firm1')
      await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click()
      await page.getByRole('dialog').locator('table').waitFor()
    },
  ],
  [
    'reconciliation, final',
    async (scene) => {
      const { page, filled } = scene
      await enter(scene, `webinars/${filled.over}/reconciliation`)
      await page.locator('#compared details summary').click()
      await page.locator('#unidentified button').last().click()
      await page.locator('#unidentified input').fill('a')
      await page.locator('#unidentified input ~ div button').first().waitFor()
    },
  ],
  [
    'reconciliation, repaired',
    async (scene) => {
      const { page, filled } = scene
      await enter(scene, `webinars/${filled.over}/reconciliation`)
      await page.locator('#unidentified button').first().click()
      await page.locator('#repairs button').waitFor()
      await page.locator('#repairs button').click()
      await page.locator('#repairs button').waitFor({ state: 'detached' })
    },
  ],
  ['reconciliation, live', at(({ live }) => `webinars/${live}/reconciliation`)],
  ['reconciliation, to come', at(({ toCome }) => `webinars/${toCome}/reconciliation`)],
  ['import', at(() => 'import')],
  [
    'import, files read',
    async (scene) => {
      const { page, filled } = scene
      await enter(scene, 'import')
      await dropped(page, ['attendees.csv', filled.report], ['picture.png', picture])
      await page.getByRole('alert').waitFor()
      await page.locator('main li table').waitFor()
    },
  ],
  [
    'import, what people said',
    async (scene) => {
      const { page, filled } = scene
      await enter(scene, 'import')
      const table = 'Q&A Report\nWhat they wanted to know of us,Wer\nHow much is it?,Dana\n'
      const survey = '#,User Name,User Email,User ID,Submitted,A,B,C,Was it good?\n1,Dana,d@almond.example,2,x,,,,Yes\n'
      const others: [string, Uint8Array][] = [
        ['qa.csv', Buffer.from(table)],
        ['survey.csv', Buffer.from(survey)],
      ]
      await dropped(page, ['polls.csv', filled.polls], ...others)
      await page.locator('main li section').waitFor()
      await page.locator('main li details summary').first().click()
      await page.locator('main li fieldset select').first().waitFor()
    },
  ],
  [
    'import, done',
    async (scene) => {
      const { page, filled } = scene
      await enter(scene, 'import')
      await dropped(page, ['attendees.csv', filled.report])
      await page.locator('main li table').waitFor()
      await page.locator('main li button').last().click()
      await page.locator('main li a[href*="/webinars/"]').waitFor()
    },
  ],
  [
    'import, which zone',
    async (scene) => {
      await inBare('import')(scene)
      await dropped(scene.page, ['attendees.csv', scene.filled.report])
      await scene.page.locator('main li select').waitFor()
    },
  ],
  ['alerts', at(({ alert }) => `alerts?show=all&take=${alert}`)],
  ['alert rules', at(() => 'alerts/rules')],
  ['alert rules, none', inBare('alerts/rules')],
  ['alert rule', at(({ rule }) => `alerts/rules/${rule}`)],
  ['alerts, who looks after whom', at(() => 'alerts/owners')],
  [
    'channels',
    async (scene) => {
      await enter(scene, 'alerts/channels')
      await scene.page.locator('main details').nth(1).waitFor()
      for (const more of await scene.page.locator('main details summary').all()) await more.click()
      await scene.page.locator('main form').waitFor()
    },
  ],
  ['formula', at(() => 'formula?scores&open=attended_full')],
  ['formula, words', at(() => 'formula/words?open=price')],
  [
    'formula, company',
    async (scene) => {
      const { page } = scene
      await enter(scene, 'formula/company')
      await page.locator('main input[type=checkbox]').first().waitFor()
      await page.locator('main form input:not([type=date])').fill('no domain')
      await page.keyboard.press('Enter')
      await page.locator('main form [role=alert]').waitFor()
    },
  ],
  [
    'formula, preview',
    async (scene) => {
      await enter(scene, 'formula/preview')
      await scene.page.locator('main ol details summary').first().click()
      await scene.page.locator('details:has(table) summary').click()
    },
  ],
  ['formula, dry run, too little past', at(() => 'formula/dry-run')],
  ['formula, sign-off', at(() => 'formula/sign-off')],
  [
    'formula, throwing the draft away',
    async (scene) => {
      await enter(scene, 'formula/sign-off')
      await scene.page.locator('main button').last().click()
      await scene.page.getByRole('alertdialog').waitFor()
    },
  ],
  ['formula, versions', at(() => 'formula/versions?open=2')],
  ['formula, file', at(() => 'formula/file')],
  ['sources', at(() => 'sources')],
  ['sources, none', inBare('sources')],
  ['team', at(() => 'team')],
  ['log', at(() => 'log')],
  ['log, empty', inBare('log?act=person')],
  ['no such screen', at(() => 'nowhere')],
  ['no such workspace', (scene) => enter(scene, 'webinars', 'nowhere')],
]

/** Waits until a screen stands: nothing loads, nothing is on its way, the fonts are there. */
export async function stands(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const [shown] = document.querySelectorAll('h1, main p')
    const isLoading = [...document.querySelectorAll('[role=status]')].some((each) =>
      /^(Loading|בטעינה)/.test(each.textContent!),
    )
    return shown && !isLoading && !document.querySelector('[aria-busy=true], main progress')
  })
  await page.evaluate(() => document.fonts.ready)
}
