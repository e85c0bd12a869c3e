import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { quantile } from '../figures.ts'
import type { Door, Tell } from './attack.ts'
import type { Payload } from './payload.ts'

export interface Stall {
  thread: 'front' | 'workspaces'
  /** How long the thread computed without letting anybody else in, ms. */
  ms: number
  at: number
}

/** A server watched from within its threads. */
export interface Watched {
  /** What makes a server tell. */
  env: NodeJS.ProcessEnv
  since(moment: number): Stall[]
  /** MB that its threads keep when all garbage is gone. */
  kept(): Promise<number>
}

const threads = ['front', 'workspaces']

export function watching(folder: string): Watched {
  const file = join(folder, 'stalls.jsonl')
  return {
    env: { NODE_OPTIONS: `--import ${join(import.meta.dirname, 'watch.mjs')}`, STALLS: file },
    since(moment) {
      if (!existsSync(file)) return []
      const lines = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean)
      return lines.map((line) => JSON.parse(line) as Stall).filter(({ at }) => at >= moment)
    },
    async kept() {
      const ask = String(performance.now())
      writeFileSync(`${file}.ask`, ask)
      const told = () =>
        threads.flatMap((thread) => {
          if (!existsSync(`${file}.${thread}`)) return []
          const answer = JSON.parse(readFileSync(`${file}.${thread}`, 'utf8') || '{}') as {
            ask?: string
            bytes: number
          }
          return answer.ask === ask ? [answer.bytes] : []
        })
      while (told().length < threads.length) await new Promise((resolve) => setTimeout(resolve, 100))
      return Math.round(told().reduce((sum, bytes) => sum + bytes, 0) / 1024 / 1024)
    },
  }
}

type LimitOf = (payload: Payload) => number

/** How long a payload stalls a thread. What is `over` its limit was that three times: the shortest counts. */
async function stallOf(door: Door, payload: Payload, watched: Watched, limitOf: LimitOf, tell: Tell) {
  let shortest: Stall | null = null
  for (let tries = 0; tries < 3; tries++) {
    const begin = Date.now()
    tell(payload, await door.send(payload))
    await new Promise((resolve) => setTimeout(resolve, 25))
    const [longest] = watched.since(begin).toSorted((a, b) => b.ms - a.ms)
    if (!longest || longest.ms <= limitOf(payload)) return { stall: longest ?? null, over: false }
    if (!shortest || longest.ms < shortest.ms) shortest = longest
  }
  return { stall: shortest, over: true }
}

/** The longest stall that any of the payloads makes when it is sent alone, and those that stall for longer than they may. */
export interface Worst {
  ms: number
  payload: string
  over: string[]
}

export async function worstOf(
  door: Door,
  payloads: Iterable<Payload>,
  watched: Watched,
  limitOf: LimitOf,
  tell: Tell,
): Promise<Worst> {
  const worst: Worst = { ms: 0, payload: '', over: [] }
  for (const payload of payloads) {
    const { stall, over } = await stallOf(door, payload, watched, limitOf, tell)
    if (!stall) continue
    const ms = Math.round(stall.ms)
    const words = `${payload.name} (${ms} ms, ${stall.thread})`
    if (stall.ms > worst.ms) Object.assign(worst, { ms, payload: words })
    if (over) worst.over.push(words)
  }
  return worst
}

/** What a payload usually stalls. Throws when it is seen not to stall at all: then nobody watches. */
export async function usualOf(door: Door, payload: Payload, watched: Watched): Promise<number> {
  const each: number[] = []
  for (let tries = 0; tries < 10 && each.length < 3; tries++) {
    const { stall } = await stallOf(
      door,
      payload,
      watched,
      () => Infinity,
      () => {},
    )
    if (stall) each.push(stall.ms)
  }
  if (each.length === 0) throw new Error(`nobody saw a stall by ${payload.name}`)
  return Math.round(quantile(each, 0.5))
}

const keys = `{${Array.from({ length: 80_000 }, (_, at) => `"k${at}":1`).join(',')}}`

/** What this machine computes just now to parse a megabyte of keys and nothing else, ms. */
export function bareMs(): number {
  const before = process.threadCpuUsage()
  JSON.parse(keys)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
