// A thread of its own that reads and scores people of one workspace and hands their rows to the thread that stores them.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { type KeyRange, scoreRange } from '../../workspace/scored-range.ts'
import type { FactReader } from '../../workspace/workspace.ts'
import { type PackedRange, packRange } from './scored-wire.ts'
import { openReader } from './sqlite.ts'
import { Turnstile } from './turnstile.ts'

export interface ScoringThreadData {
  path: string
  port: MessagePort
  shared: SharedArrayBuffer
}

export type ToScorer = { number: number; range: KeyRange } | 'leave'
/** `null`: the question was dropped, or failed. */
export interface FromScorer {
  number: number
  scored: PackedRange | null
}

const { path, port, shared } = workerData as ScoringThreadData
const turnstile = new Turnstile(shared)
const db = openReader(path)
const reader: FactReader = { db, now: Date.now, models: new Map(), remembered: nothing() }
let series = 0

function nothing(): FactReader['remembered'] {
  return { series: new Map(), seriesOfName: new Map(), webinarNumbers: new Map() }
}

function scored(range: KeyRange): PackedRange {
  if (range.series !== series) Object.assign(reader.remembered, nothing())
  series = range.series
  return packRange(turnstile.within(() => scoreRange(reader, range)))
}

parentPort!.postMessage('ready')

port.on('message', (message: ToScorer) => {
  if (message === 'leave') {
    db.close()
    port.close()
    return
  }
  const { number, range } = message
  let answer: FromScorer = { number, scored: null }
  try {
    if (turnstile.isWanted(number)) answer = { number, scored: scored(range) }
  } finally {
    port.postMessage(answer, answer.scored ? [answer.scored.numbers.buffer] : [])
    turnstile.answered()
  }
})
