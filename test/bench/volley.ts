import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { startChild } from './child.ts'
import { type Context, sized } from './context.ts'
import type { BenchData } from './data.ts'
import type { Mix } from './deliveries.ts'
import type { Hit, LoadOrder, LoadStep } from './load.ts'
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

/** Enough for batches to form, as in the minute in which webinars end; the same for every target. */
export const connections = 256
export const rounds = 5
const webinars = 8

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
  const { hook, secret } = context.empty
  const load = startChild('load.ts', { hook, secret, connections } satisfies LoadOrder)
  await once(load, 'message')
  const mix = { webinars, people: sized(context, 1_000, 12), known: context.company.people }
  progress(`${targets.map(({ name }) => name).join(' and ')}: warming up`)
  const warm = await volley(load, targets, { ...mix, first: rounds * webinars, webinars: webinars / 2 })
  const hits: Hit[][] = targets.map(() => [])
  for (let round = 0; round < rounds; round++) {
    const turned = round % 2 === 0 ? targets : targets.toReversed()
    const now = await volley(load, turned, { ...mix, first: round * webinars })
    for (const [at, target] of targets.entries()) hits[at]!.push(now[turned.indexOf(target)]!)
    progress(
      `round ${round + 1} of ${rounds}: ${targets.map(({ name }, at) => `${name} ${rateOf([hits[at]!.at(-1)!]).toFixed(0)}/s`).join(', ')}`,
    )
  }
  await ended(load)
  for (const target of targets) await target.stop()
  return { warm, hits }
}

/** Sends the same deliveries to all targets, one after the other. */
async function volley(load: ChildProcess, targets: readonly Target[], mix: Mix): Promise<Hit[]> {
  await step<object>(load, { mix })
  const hits: Hit[] = []
  for (const { port, untilScored } of targets) hits.push(await step<Hit>(load, { port, untilScored }))
  return hits
}

/** An answer, or the end of the generator, which has said on stderr why. */
function step<Answer>(load: ChildProcess, order: LoadStep): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('the load generator ended'))
    load.once('exit', fail)
    load.once('message', (answer) => {
      load.off('exit', fail)
      resolve(answer as Answer)
    })
    load.send(order)
  })
}

export function rateOf(hits: readonly Hit[]): number {
  return median(hits.map(({ sent, seconds }) => sent / seconds))
}

/** In words, for a row's note; nothing when none was. */
export function refusalsOf(hits: readonly Hit[]): string {
  const refused = hits.reduce((sum, hit) => sum + hit.refused, 0)
  return refused === 0 ? '' : ` Refused (503) and sent again: ${refused.toLocaleString('en')} times.`
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.disconnect()
  await exit
}
