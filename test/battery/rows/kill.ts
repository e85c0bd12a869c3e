import { Chance } from '../../../src/demo/chance.ts'
import { median, short } from '../../bench/row.ts'
import { killStarting } from '../../process/running.ts'
import { Counted, integrityOf } from '../counted.ts'
import { atLeast, atMost, is, reaching } from '../marks.ts'
import { processorMs } from '../processor-time.ts'
import type { Figures, Form, Row } from '../row.ts'
import { endOfDelivered, pause, underLoad, untilAcknowledged, wholeAnew } from '../under-load.ts'

const kills = { short: 3, long: 2_000 }

export const kill: Row = {
  number: 1,
  name: 'kill -9 under load',
  mark: {
    short: `${kills.short} kills at random moments during 1,000 webhooks/s: nothing acknowledged is lost or counted twice, the file is sound, and it is ready again about as soon as after a first start`,
    long: `the same with ${kills.long} kills, a database that grows to a million webhooks, and ready again within 2 s`,
  },
  run,
}

async function run(form: Form): Promise<Figures> {
  const chance = new Chance(String(form.seed))
  const setting = await underLoad(form)
  const { data, database, sender } = setting
  const counted = new Counted(database)
  const [ready, computed]: [number[], number[]] = [[], []]
  let [lost, unsound, checked] = [0, 0, 0]
  let server = await setting.start()
  await untilAcknowledged(sender, 1)
  const first = processorMs(server.pid) ?? server.startMs
  for (let done = 0; done < kills[form.size]; done++) {
    await untilAcknowledged(sender, checked + chance.whole(1, 900))
    await pause(chance.between(0, 20))
    await server.end('SIGKILL')
    const before = sender.acknowledged.slice(checked)
    checked += before.length
    // One in four is killed once more while it starts.
    if (chance.happens(0.25)) await killStarting(data, chance.between(0, 900))
    const begin = performance.now()
    server = await setting.start()
    await untilAcknowledged(sender, checked + 1)
    ready.push(performance.now() - begin)
    computed.push(processorMs(server.pid) ?? ready.at(-1)!)
    counted.read()
    lost += counted.lost(before)
    if (done % 100 === 0 || form.size === 'short') unsound += integrityOf(database) === 'ok' ? 0 : 1
    form.progress(`${done + 1} kills, ${checked} acknowledged, ${lost} lost`)
  }
  return reaching(
    {
      kills: ready.length,
      ...(await endOfDelivered(setting, server)),
      'unsound after a kill': unsound,
      'ready again after, ms': Math.round(median(ready)),
      'slowest, ms': Math.round(Math.max(...ready)),
      'computed until ready, ms': Math.round(median(computed)),
      'times that of a first start': short(median(computed) / first),
    },
    {
      acknowledged: atLeast(ready.length * 50),
      'broken off and sent again': atLeast(1),
      ...wholeAnew,
      'unsound after a kill': is(0),
      // Beside other work the clock says little: with every `npm test` it is compared with a first start.
      ...(form.size === 'short'
        ? { 'times that of a first start': atMost(2) }
        : { 'ready again after, ms': atMost(2_000) }),
    },
  )
}
