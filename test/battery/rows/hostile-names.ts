import { buildWeb } from '../../../web/build.ts'
import { launchChromium } from '../../browser/chromium.ts'
import { overlooked } from '../hostile/control.ts'
import { payloadsOf } from '../hostile/corpus.ts'
import { namesOfFiles } from '../hostile/downloads.ts'
import { makeHostile } from '../hostile/house.ts'
import { type Way, watchedPage } from '../hostile/hurts.ts'
import { Told } from '../hostile/told.ts'
import { tour } from '../hostile/tour.ts'
import { atLeast, is, reaching } from '../marks.ts'
import type { Row, Size } from '../row.ts'

const ways: Record<Size, Way[]> = {
  short: [{ language: 'en', policy: 'on' }],
  long: [
    { language: 'en', policy: 'on' },
    { language: 'he', policy: 'on' },
    { language: 'en', policy: 'off' },
  ],
}

/** Of each there must be nothing; the first are listed where there is. */
const words = {
  ran: 'scripts run',
  fetched: 'requests made by them',
  violations: 'breaches of the policy',
  errors: 'errors on pages',
  made: 'elements made by them',
  turning: 'names that turn what stands beside them',
  files: 'names of files with signs that no file has',
  empty: 'screens without any of them',
}
const nothing = Object.keys(words) as (keyof typeof words)[]

/** What outsiders write, in every place where they can, on every screen on which it is read. */
export const hostileNames: Row = {
  number: 27,
  name: 'hostile names',
  mark: {
    short:
      'markup, templates and turned letters in all that others can write, on every screen of a real browser: none runs, none breaks the policy of a page, each is shown as text',
    long: 'the same with every payload of the corpus, for every webinar and person, in both languages, and without the policy of the page',
  },
  async run({ size, atEnd, progress }) {
    await buildWeb()
    const told = new Told(payloadsOf(size))
    const browser = await launchChromium()
    atEnd(() => void browser.close())
    const hostile = await makeHostile(told, atEnd)
    progress(`${told.texts} texts are told`)
    let screens = 0
    const found: Record<string, string[]> = Object.fromEntries(nothing.map((name) => [name, []]))
    for (const way of ways[size]) {
      const looked = await watchedPage(browser, hostile.company.server.address, way)
      const seen = await tour(hostile, told, looked, size)
      screens += seen.screens
      const files = await namesOfFiles(hostile, looked)
      for (const name of nothing) found[name]!.push(...{ ...seen, ...looked.hurts, files }[name])
      await looked.context.close()
      progress(`${seen.screens} screens, ${way.language}, policy ${way.policy}`)
    }
    const listed = nothing.map((name) => [words[name], [...new Set(found[name])].slice(0, 8).join(' | ')])
    const figures = {
      ...{ payloads: told.payloads.length, places: told.places, texts: told.texts, screens },
      mails: hostile.mails.length,
      ...Object.fromEntries(listed),
      'overlooked where nothing is escaped': await overlooked(browser, hostile, told),
      'payloads never shown as text': told.unseenPayloads(),
      'places never shown as text': told.unseenPlaces(),
    }
    return reaching(figures, {
      payloads: atLeast(size === 'short' ? 12 : 60),
      mails: atLeast(1),
      ...Object.fromEntries(nothing.map((name) => [words[name], is('')])),
      'overlooked where nothing is escaped': is(''),
      'payloads never shown as text': is(''),
      'places never shown as text': is(''),
    })
  },
}
