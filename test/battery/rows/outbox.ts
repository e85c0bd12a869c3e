import { Chance } from '../../../src/demo/chance.ts'
import { addChannel, demoRunning, guest, tellOfJoins } from '../../process/demo-running.ts'
import { startServer, temporaryFolder, untilQuiet } from '../../process/running.ts'
import { openTarget } from '../../process/target.ts'
import { atMost, is, reaching } from '../marks.ts'
import type { Figures, Form, Row } from '../row.ts'
import { pause } from '../under-load.ts'

const kills = { short: 2, long: 200 }
/** So many come to the demo before each kill. */
const guestsEach = 4
const patience = 30_000

export const outbox: Row = {
  number: 10,
  name: 'kill -9 around sending',
  mark: {
    short: `${kills.short} kills while alerts go out: none is lost, none goes out under two ids, and at most one a kill goes out twice`,
    long: `the same with ${kills.long} kills`,
  },
  run,
}

async function run(form: Form): Promise<Figures> {
  const { atEnd } = form
  const chance = new Chance(String(form.seed))
  const target = await openTarget(atEnd)
  const data = temporaryFolder(atEnd)
  const all = kills[form.size]
  const guests = Array.from({ length: (all + 1) * guestsEach }, (_, at) => guest(`Guest${at} Levi`))
  let server = await startServer(data, target.env, atEnd)
  const company = await demoRunning(data, server.address, guests)
  await tellOfJoins(company, await addChannel(company, 'webhook', target.at('/hook')))
  const coming = [...guests]
  for (let done = 0; done <= all; done++) {
    const some = coming.splice(0, guestsEach)
    const joins = Promise.all(some.map((each) => company.joins(each).catch(() => 0)))
    await pause(chance.between(0, 250))
    if (done < all) {
      await server.end('SIGKILL')
      server = await startServer(data, target.env, atEnd)
      company.movesTo(server.address)
    }
    // Zoom sends again what was not acknowledged.
    for (const [at, status] of (await joins).entries()) if (status !== 204) await company.joins(some[at]!)
    form.progress(`${done} kills, ${target.received.length} received`)
  }
  await untilQuiet(server.address)
  const told = () => new Set(target.received.map(({ body }) => alertIn(body).email))
  for (let waited = 0; told().size < guests.length && waited < patience; waited += 200) await pause(200)
  await server.end('SIGTERM')
  return seenIn(target.received, guests.length, all)
}

function seenIn(received: { headers: Record<string, unknown>; body: string }[], guests: number, all: number): Figures {
  const idsOf = new Map<string, Set<unknown>>()
  for (const { body, headers } of received) {
    const { email } = alertIn(body)
    idsOf.set(email, (idsOf.get(email) ?? new Set()).add(headers['webhook-id']))
  }
  const figures = {
    kills: all,
    alerts: guests,
    lost: guests - idsOf.size,
    'under two ids': [...idsOf.values()].filter((ids) => ids.size > 1).length,
    'sent twice': received.length - idsOf.size,
  }
  return reaching(figures, { lost: is(0), 'under two ids': is(0), 'sent twice': atMost(all) })
}

function alertIn(body: string): { email: string } {
  return (JSON.parse(body) as { data: { person: { email: string } } }).data.person
}
