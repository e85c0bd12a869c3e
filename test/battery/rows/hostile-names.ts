import { buildWeb } from '../../../web/build.ts'
import { launchChromium } from '../../browser/chromium.ts'
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
    const all = { screens: 0, ran: [], fetched: [], violations: [], errors: [], empty: [], made: [], turning: [] }
    const noted: Record<string, string[]> = {}
    let names: string[] = []
    for (const way of ways[size]) {
      const looked = await watchedPage(browser, hostile.company.server.address, way)
      const { screens, ...seen } = await tour(hostile, told, looked, size)
      names = await namesOfFiles(hostile, looked)
      await looked.context.close()
      all.screens += screens
      for (const [name, found] of Object.entries({ ...seen, ...looked.hurts })) (noted[name] ??= []).push(...found)
      progress(`${screens} screens, ${way.language}, policy ${way.policy}`)
    }
    const listed = (name: string) => [...new Set(noted[name])].slice(0, 8).join(' | ')
    return reaching(
      {
        payloads: told.payloads.length,
        places: told.places,
        texts: told.texts,
        screens: all.screens,
        mails: hostile.mails.length,
        'scripts run': listed('ran'),
        'requests made by them': listed('fetched'),
        'breaches of the policy': listed('violations'),
        'errors on pages': listed('errors'),
        'elements made by them': listed('made'),
        'names that turn what stands beside them': listed('turning'),
        'names of files with signs that no file has': names.join(' | '),
        'screens without any of them': listed('empty'),
        'payloads never shown as text': told.unseenPayloads(),
        'places never shown as text': told.unseenPlaces(),
      },
      {
        payloads: atLeast(size === 'short' ? 12 : 60),
        mails: atLeast(1),
        'scripts run': is(''),
        'requests made by them': is(''),
        'breaches of the policy': is(''),
        'errors on pages': is(''),
        'elements made by them': is(''),
        'names that turn what stands beside them': is(''),
        'names of files with signs that no file has': is(''),
        'screens without any of them': is(''),
        'payloads never shown as text': is(''),
        'places never shown as text': is(''),
      },
    )
  },
}
