import { existsSync } from 'node:fs'
import { Chance } from '../../../src/demo/chance.ts'
import { atLeast, atMost, is, reaching } from '../marks.ts'
import type { Figures, Form, Row } from '../row.ts'
import { endOfDelivered, underLoad, untilAcknowledged, wholeAnew } from '../under-load.ts'

const stops = { short: 2, long: 50 }

export const stop: Row = {
  number: 18,
  name: 'SIGTERM under load',
  mark: {
    short: `${stops.short} servers told to stop during 1,000 webhooks/s: each ends with 0 within 10 s, and what was broken off or refused is stored once when it is sent again`,
    long: `the same with ${stops.long} servers`,
  },
  run,
}

async function run(form: Form): Promise<Figures> {
  const chance = new Chance(String(form.seed))
  const setting = await underLoad(form)
  const { database, sender } = setting
  const took: number[] = []
  let [disorderly, leftBehind] = [0, 0]
  let server = await setting.start()
  for (let number = 1; number <= stops[form.size]; number++) {
    await untilAcknowledged(sender, sender.acknowledged.length + chance.whole(50, 900))
    const begin = performance.now()
    const code = await server.end('SIGTERM')
    took.push(performance.now() - begin)
    if (code !== 0) disorderly++
    if (existsSync(`${database}-wal`)) leftBehind++
    server = await setting.start()
    form.progress(`${number} stopped, the last one within ${Math.round(took.at(-1)!)} ms`)
  }
  return reaching(
    {
      stops: took.length,
      'not ended with 0': disorderly,
      'write-ahead logs left behind': leftBehind,
      'longest stop, ms': Math.round(Math.max(...took)),
      ...(await endOfDelivered(setting, server)),
    },
    {
      'not ended with 0': is(0),
      'write-ahead logs left behind': is(0),
      'longest stop, ms': atMost(10_000),
      'broken off and sent again': atLeast(1),
      ...wholeAnew,
    },
  )
}
