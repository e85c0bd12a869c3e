import { Chance } from '../../../src/demo/chance.ts'
import { startServer, temporaryFolder } from '../../process/running.ts'
import { signedInBrowser } from '../clock/browser.ts'
import { type Clock, movableClock } from '../clock/clock.ts'
import { liveWebinar } from '../clock/live-webinar.ts'
import { Senders } from '../clock/senders.ts'
import { busyShare, lastingDifferences, quietAfter } from '../clock/settled.ts'
import { type Company, runningCompany } from '../company.ts'
import { atMost, is, reaching } from '../marks.ts'
import { minute } from '../order/history.ts'
import type { Form, Row } from '../row.ts'

const hour = 60 * minute
/** Clocks are put forward and back in Asia/Jerusalem, and a year ends there; a webinar is on. */
const turns = ['2026-03-27T00:00:00Z', '2026-10-24T23:00:00Z', '2026-12-31T22:00:00Z'].map((at) => Date.parse(at))
/** Where the server's clock is set, one after the other, as seen from the turn. */
const jumps = {
  short: [-10 * minute, hour, -hour, 26 * hour],
  long: [-10 * minute, hour, 5 * minute, -hour, 10 * minute, 26 * hour, 2 * hour],
}

/** Whatever the clocks of senders and of the server do, nothing is refused, and all is as if scored from nothing now. */
export const clock: Row = {
  number: 5,
  name: 'clock',
  mark: {
    short:
      'senders 10 minutes off and days late: none refused; the server’s clock an hour to and fro in a live webinar, at a change of the hour or the year: all as if scored anew, nobody due for ever, nobody signed out',
    long: 'the same ten times at each change of the hour and the end of the year',
  },
  async run(form) {
    const chance = new Chance(`clock ${form.seed}`)
    const moments = form.size === 'short' ? [chance.pick(turns)] : turns.flatMap((turn) => Array<number>(10).fill(turn))
    const seen = new Seen()
    for (const [number, turn] of moments.entries()) {
      form.progress(`${number + 1} of ${moments.length}, around ${new Date(turn).toISOString()}`)
      await passTurn(form, turn, chance.of(number), seen)
    }
    const { differences, ...figures } = seen
    return reaching(
      { ...figures, differences: differences.length, 'the first': differences[0] ?? '' },
      {
        refused: is(0),
        wronglyLate: is(0),
        differences: is(0),
        busyShare: atMost(0.5),
        signedOut: is(0),
      },
    )
  },
}

class Seen {
  jumps = 0
  sent = 0
  refused = 0
  wronglyLate = 0
  longestDueSeconds = 0
  busyShare = 0
  signedOut = 0
  differences: string[] = []
}

async function passTurn(form: Form, turn: number, chance: Chance, seen: Seen): Promise<void> {
  const clock = movableClock(temporaryFolder(form.atEnd), turn - 3 * hour)
  const company = await runningCompany(form.atEnd, clock.env)
  const browser = await signedInBrowser(company)
  const senders = new Senders(clock, chance)
  const run = liveWebinar(chance.whole(6, 20), turn)
  for (const jump of jumps[form.size]) {
    await clock.set(turn + jump + chance.whole(-120, 120) * 1000)
    await senders.tell(company, run)
    await look(company, senders, seen)
    if (!(await browser.isSignedIn())) seen.signedOut++
  }
  const again = await restarted(form, company, clock, turn + 5 * minute)
  await look(again, senders, seen)
  await again.server.end('SIGTERM')
  seen.sent += senders.sent
  seen.refused += senders.refused
  seen.wronglyLate += senders.wronglyLate(company)
}

async function look(company: Company, senders: Senders, seen: Seen): Promise<void> {
  seen.jumps++
  if (senders.refused > 0) throw new Error(`${senders.refused} of ${senders.sent} webhooks were refused`)
  const dueFor = await quietAfter(company)
  if (dueFor === Infinity) throw new Error('a minute after the clock was moved somebody is still due')
  seen.longestDueSeconds = Math.max(seen.longestDueSeconds, dueFor)
  seen.differences.push(...(await lastingDifferences(company, senders.told)))
  seen.busyShare = Math.max(seen.busyShare, await busyShare(company))
}

/** The same company on a server that is started with the clock somewhere else. */
async function restarted(form: Form, company: Company, clock: Clock, moment: number): Promise<Company> {
  await company.server.end('SIGTERM')
  await clock.set(moment)
  return { ...company, server: await startServer(company.data, clock.env, form.atEnd) }
}
