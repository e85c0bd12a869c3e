import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Chance } from '../../../src/demo/chance.ts'
import { newWorkspace, startServer, temporaryFolder } from '../../process/running.ts'
import { type Bodies, endlessBodies } from '../bodies.ts'
import type { Form } from '../row.ts'
import { Sender } from '../sender.ts'
import { rate, untilAcknowledged } from '../under-load.ts'
import { bytesOf, type LogRecord, recordsOf } from './log.ts'

export const secret = 'kiwi-secret'
const peopleInWebinar = 25

/** What servers did to a folder, one after the other, and which deliveries they acknowledged where in the log. */
export interface Story {
  records: LogRecord[]
  /** By place in the log: the delivery that was acknowledged there; null for one whose answer nobody got. */
  answers: Map<number, number | null>
  bodies: Bodies
  hook: string
}

/**
 * Servers that begin in an empty folder and get a workspace and webhooks; each is ended in order or killed, and the next
 * goes on with what there is.
 */
export async function tellStory(
  { atEnd }: Pick<Form, 'atEnd'>,
  chance: Chance,
  { library, servers, deliveries }: { library: string; servers: number; deliveries: number },
): Promise<Story> {
  const folder = temporaryFolder(atEnd)
  const data = join(folder, 'data')
  const records: LogRecord[] = []
  const bodies = endlessBodies(peopleInWebinar)
  const sent: { pid: number; sender: Sender }[] = []
  let hook = ''
  for (let number = 0, next = 0; number < servers; number++) {
    // Each has a log of its own, for one that is killed may leave half a record at the end.
    const log = join(folder, `log-${number}`)
    const env = { LD_PRELOAD: library, RIPEN_SHIM_FOLDER: data, RIPEN_SHIM_LOG: log }
    const server = await startServer(data, env, atEnd)
    if (number === 0) {
      hook = (await newWorkspace(data, secret)).path
      appendFileSync(log, bytesOf('made'))
    }
    const from = next
    const sender = new Sender({ hook, secret, bodies: { at: (index) => bodies.at(from + index) } })
    atEnd(() => sender.stop())
    sender.sendTo(Number(new URL(server.address).port), rate)
    await untilAcknowledged(sender, Math.round((deliveries / servers) * chance.between(0.7, 1.3)))
    await server.end(number % 2 === 0 ? 'SIGKILL' : 'SIGTERM')
    sender.stop()
    sent.push({ pid: server.pid, sender })
    next += sender.sent
    for (const each of sender.acknowledged) each.index += from
    for (const record of recordsOf(readFileSync(log))) records.push(record)
    rmSync(log)
  }
  return { records, answers: answersOf(records, sent), bodies, hook }
}

/** A connection carries one delivery at a time, so its answers are in the order of its acknowledgements. */
function answersOf(
  records: readonly LogRecord[],
  sent: readonly { pid: number; sender: Sender }[],
): Map<number, number | null> {
  const indexes = new Map<string, number[]>()
  for (const { pid, sender } of sent)
    for (const { index, port } of sender.acknowledged) {
      const key = `${pid} ${port}`
      indexes.set(key, [...(indexes.get(key) ?? []), index])
    }
  const answers = new Map<number, number | null>()
  for (const [at, { op, pid, offset }] of records.entries())
    if (op === 'answer') answers.set(at, indexes.get(`${pid} ${offset}`)?.shift() ?? null)
  const missing = [...indexes.values()].flat().length
  if (missing > 0) throw new Error(`${missing} acknowledgements do not stand in the log`)
  return answers
}
