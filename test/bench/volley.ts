import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { startChild } from './child.ts'
import { type Context, sized } from './context.ts'
import type { BenchData } from './data.ts'
import type { Mix } from './deliveries.ts'
import type { Hit, LoadOrder, Shot } from './load.ts'
import { progress } from './progress.ts'
import { median } from './row.ts'
import { startServer } from './server.ts'

/** Somebody who receives the same deliveries as the others. */
export interface Target {
  name: string
  port: number
  untilScored: boolean
  stop(): Promise<void>
}

/** Enough for batches to form, as when several webinars run; the same for every target. */
export const connections = 128
export const rounds = 3
const webinars = 12

export async function bareTarget(): Promise<Target> {
  const child = startChild('bare.ts', {})
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { name: 'bare', port, untilScored: false, stop: () => ended(child) }
}

export async function serverTarget(name: string, data: BenchData, execArgv: readonly string[] = []): Promise<Target> {
  const { port, stop } = await startServer(data.folder, execArgv)
  return { name, port, untilScored: true, stop }
}

/** A short round to warm up and then some that count, of other webinars each. What each target answered, by round. */
export async function volleys(targets: readonly Target[], context: Context): Promise<{ warm: Hit[]; hits: Hit[][] }> {
  const mix = { webinars, people: sized(context, 1_000, 40), known: context.company.people }
  progress(`${targets.map(({ name }) => name).join(' and ')}: warming up`)
  const first = { ...mix, first: rounds * webinars, webinars: webinars / 3 }
  const warm = await volley(targets, first, context.empty, 0)
  const hits: Hit[][] = targets.map(() => [])
  for (let round = 0; round < rounds; round++) {
    const now = await volley(targets, { ...mix, first: round * webinars }, context.empty, round)
    for (const [at, hit] of now.entries()) hits[at]!.push(hit)
    const rates = targets.map(({ name }, at) => `${name} ${rateOf([now[at]!]).toFixed(0)}/s`)
    progress(`round ${round + 1} of ${rounds}: ${rates.join(', ')}`)
  }
  for (const target of targets) await target.stop()
  return { warm, hits }
}

/** Sends the same deliveries to all targets, one after the other; the order turns from round to round. */
async function volley(
  targets: readonly Target[],
  mix: Mix,
  { hook, secret }: BenchData,
  round: number,
): Promise<Hit[]> {
  const load = startChild('load.ts', { mix, hook, secret, connections } satisfies LoadOrder)
  await once(load, 'message')
  const hits = new Map<Target, Hit>()
  for (const target of round % 2 === 0 ? targets : targets.toReversed()) {
    load.send({ port: target.port, untilScored: target.untilScored } satisfies Shot)
    hits.set(target, ((await once(load, 'message')) as [Hit])[0])
  }
  await ended(load)
  return targets.map((target) => hits.get(target)!)
}

export function rateOf(hits: readonly Hit[]): number {
  return median(hits.map(({ sent, seconds }) => sent / seconds))
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.disconnect()
  await exit
}
