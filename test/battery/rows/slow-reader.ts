import { statSync } from 'node:fs'
import { temporaryFolder } from '../../process/running.ts'
import { endlessBodies } from '../bodies.ts'
import { fillWithCrowd } from '../crowd.ts'
import { memoryOf } from '../figures.ts'
import { atLeast, atMost, is, reaching } from '../marks.ts'
import type { Figures, Form, Row } from '../row.ts'
import { readSlowly } from '../slow-download.ts'
import { endOf, newlyMade, underLoad, untilAcknowledged, whole } from '../under-load.ts'

const sizes = {
  short: { people: 20_000, lasts: 5_000 },
  long: { people: 200_000, lasts: 1_800_000 },
}
const megabyte = 1024 * 1024

/**
 * Somebody downloads a ranking over a bad line while its people move in it. Promised is: everybody who is in the ranking
 * when the download begins, nobody twice, each row as it was at one moment. It is no picture of one moment of all rows:
 * for that a reader would have to hold up the write-ahead log.
 */
export const slowReader: Row = {
  number: 16,
  name: 'slow reader',
  mark: {
    short:
      'a download of 20,000 people that takes 5 s during 1,000 webhooks/s which move them: nobody is missing, nobody is there twice, the write-ahead log stays below 256 MB and memory is flat',
    long: 'the same with 200,000 people and 30 minutes',
  },
  run,
}

async function run(form: Form): Promise<Figures> {
  const { people, lasts } = sizes[form.size]
  const prepared = await newlyMade(temporaryFolder(form.atEnd))
  const setting = await underLoad(form, { prepared, bodies: endlessBodies(60, people) })
  const { database, sender, apiKey } = setting
  const id = fillWithCrowd(prepared.data, database, people)
  form.progress(`${people} people are stored`)
  const server = await setting.start()
  const url = `${server.address}/api/v1/webinars/${id}/ranking.csv`
  const headers = { authorization: `Bearer ${apiKey}` }
  await untilAcknowledged(sender, 2_000)
  const before = await (await fetch(url, { headers })).text()
  const [wal, memory]: [number[], number[]] = [[], []]
  const watch = setInterval(() => {
    wal.push(statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0)
    memory.push(memoryOf(server.pid) ?? 0)
  }, 200)
  form.atEnd(() => clearInterval(watch))
  const [sent, begin] = [sender.acknowledged.length, performance.now()]
  const text = await readSlowly(url, headers, { lasts, bytes: Buffer.byteLength(before) })
  const took = performance.now() - begin
  clearInterval(watch)
  const after = await (await fetch(url, { headers })).text()
  const [were, are, became] = [peopleIn(before), peopleIn(text), peopleIn(after)]
  const found = new Set(are)
  form.progress(`${are.length} rows in ${Math.round(took / 1_000)} s`)
  const moved = were.filter((person, at) => became[at] !== person).length
  const figures = await endOf(setting, server)
  return reaching(
    {
      rows: are.length,
      'took, ms': Math.round(took),
      'acknowledged meanwhile': sender.acknowledged.length - sent,
      'rows that moved meanwhile': moved,
      'people missing': were.filter((person) => !found.has(person)).length,
      'people twice': are.length - found.size,
      'greatest write-ahead log, MB': Math.round(Math.max(...wal) / megabyte),
      'memory grew by, MB':
        Math.max(...memory.slice(memory.length >> 1)) - Math.max(...memory.slice(0, memory.length >> 1)),
      ...figures,
    },
    {
      rows: atLeast(people * 0.99),
      'took, ms': atLeast(lasts * 0.6),
      'rows that moved meanwhile': atLeast(1),
      'people missing': is(0),
      'people twice': is(0),
      'greatest write-ahead log, MB': atMost(256),
      'memory grew by, MB': atMost(64),
      ...whole,
    },
  )
}

/** The last column of each row: the person's id. */
function peopleIn(csv: string): string[] {
  return csv
    .split('\r\n')
    .slice(1, -1)
    .map((row) => /,(p_\w+),\d+,[^,]*$/.exec(row)![1]!)
}
