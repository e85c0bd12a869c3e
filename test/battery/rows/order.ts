import { anotherCompany, runningCompany } from '../company.ts'
import { atLeast, is, reaching } from '../marks.ts'
import { compareHistories } from '../order/in-process.ts'
import { linesOf, tell, toldOverHttp } from '../order/served.ts'
import type { Row } from '../row.ts'

/** Order, repetition and delay change nothing: the same as told once in the order in which it happened. */
export const order: Row = {
  number: 6,
  name: 'order',
  mark: {
    short:
      '20 random histories of up to 200 events, each 1 to 5 times, up to 7 days late: 0 differences; 12 more over HTTP',
    long: '10,000 histories, and 300 over HTTP: 0 differences',
  },
  async run({ size, seed, atEnd, progress }) {
    const compared = await compareHistories(`order ${seed}`, (done) => {
      if (size === 'short') return done < 20
      if (done % 500 === 0) progress(`${done} histories`)
      return done < 10_000
    })
    progress('over HTTP')
    const [histories, most] = size === 'short' ? [12, 60] : [300, 200]
    const { sorted, arriving } = toldOverHttp(`order ${seed}`, histories, most)
    const once = await runningCompany(atEnd)
    const often = await anotherCompany(once.server, once.data, 'plum')
    await Promise.all([tell(once, sorted, 1), tell(often, arriving, 16)])
    const [expected, seen] = [await linesOf(once), await linesOf(often)]
    const length = Math.max(expected.length, seen.length)
    const differing = Array.from({ length }, (_, at) => at).filter((at) => expected[at] !== seen[at])
    const cut = (line = 'nothing') => line.slice(0, 500)
    const firstLine = differing.slice(0, 1).map((at) => `expected ${cut(expected[at])} and saw ${cut(seen[at])}`)
    return reaching(
      {
        histories: compared.histories,
        events: compared.events,
        arrivals: compared.arrivals,
        differences: compared.different.length,
        'the first': compared.different[0] ?? '',
        'histories over HTTP': histories,
        'arrivals over HTTP': arriving.length,
        'lines compared over HTTP': expected.length,
        'lines that differ over HTTP': differing.length,
        'the first of them': firstLine.join(''),
      },
      {
        histories: atLeast(size === 'short' ? 20 : 10_000),
        differences: is(0),
        'the first': is(''),
        'lines compared over HTTP': atLeast(100),
        'lines that differ over HTTP': is(0),
      },
    )
  },
}
