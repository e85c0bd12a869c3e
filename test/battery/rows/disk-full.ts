import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../process/running.ts'
import { atLeast, atMost, is, reaching } from '../marks.ts'
import type { Figures, Form, Row } from '../row.ts'
import { fillerOn, limitOf, missingForLimit, type Shortage, smallDisk } from '../shortage.ts'
import {
  endOfDelivered,
  newlyMade,
  pause,
  type UnderLoad,
  underLoad,
  untilAcknowledged,
  wholeAnew,
} from '../under-load.ts'

const full = { short: 2_000, long: 20_000 }

export const diskFull: Row = {
  number: 3,
  name: 'disk full',
  mark: {
    short:
      'no file may grow for 2 s of 1,000 webhooks/s: nothing false is acknowledged, refusals are 503 with Retry-After, reading goes on, and within 5 s of room being back deliveries are taken again',
    long: 'the same for 20 s, and with a small disk that another file fills',
  },
  missing: missingForLimit,
  run,
}

async function run(form: Form): Promise<Figures> {
  const limited = await shortOfRoom(form, await underLoad(form), limitOf)
  if (form.size === 'short') return limited
  const small = smallDisk(temporaryFolder(form.atEnd), form.atEnd)
  if ('missing' in small) return { ...limited, 'small disk': `not run, this is no pass: ${small.missing}` }
  const data = join(small.disk, 'data')
  mkdirSync(data)
  const setting = await underLoad(form, { prepared: await newlyMade(data) })
  const figures = await shortOfRoom(form, setting, () => fillerOn(small.disk))
  return {
    ...limited,
    ...Object.fromEntries(Object.entries(figures).map(([name, each]) => [`small disk: ${name}`, each])),
  }
}

async function shortOfRoom(
  form: Form,
  setting: UnderLoad,
  shortageOf: (pid: number, database: string) => Shortage,
): Promise<Figures> {
  const { database, sender, apiKey } = setting
  const server = await setting.start()
  await untilAcknowledged(sender, 500)
  const shortage = shortageOf(server.pid, database)
  shortage.take()
  // A log that is begun anew has room once more, so it may take a moment until nothing can be stored.
  const refused = () => sender.refused.get(503) ?? 0
  for (const until = performance.now() + 30_000; refused() < 20 && performance.now() < until; ) await pause(20)
  form.progress(`no room: ${refused()} refused, ${sender.acknowledged.length} acknowledged`)
  const answers: number[] = []
  for (const until = performance.now() + full[form.size]; performance.now() < until; await pause(100)) {
    const headers = { authorization: `Bearer ${apiKey}` }
    answers.push((await fetch(`${server.address}/api/v1/webinars`, { headers })).status)
  }
  const before = sender.acknowledged.length
  shortage.giveBack()
  const begin = performance.now()
  await untilAcknowledged(sender, before + 100)
  const again = performance.now() - begin
  form.progress(`room again: 100 more acknowledged after ${Math.round(again)} ms`)
  const others = [...sender.refused].filter(([status]) => status !== 503)
  return reaching(
    {
      'refused by 503': refused(),
      'refused otherwise': others.map(([status, count]) => `${count} × ${status}`).join(', ') || 0,
      'refused without Retry-After': sender.withoutHint,
      'connections broken': sender.broken,
      reads: answers.length,
      'reads not answered': answers.filter((status) => status !== 200).length,
      'taken again after, ms': Math.round(again),
      ...(await endOfDelivered(setting, server)),
    },
    {
      'refused by 503': atLeast(20),
      'refused otherwise': is(0),
      'refused without Retry-After': is(0),
      'connections broken': is(0),
      reads: atLeast(2),
      'reads not answered': is(0),
      'taken again after, ms': atMost(5_000),
      ...wholeAnew,
    },
  )
}
