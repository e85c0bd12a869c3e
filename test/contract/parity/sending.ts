import { expect, vi } from 'vitest'
import type { Company } from '../company.ts'
import type { Told } from './told.ts'

const batch = 500
const atOnce = 8

/** Sends everything and waits until it is in every answer. What was rejected of the activities, by their id. */
export async function sendAll(company: Company, { hooks, activities }: Told): Promise<Record<string, string>> {
  const rejected: Record<string, string> = {}
  async function sendHook(body: string): Promise<void> {
    const answer = await company.send(body)
    await answer.text()
    expect([answer.status, body]).toEqual([204, body])
  }
  async function sendBatch(events: object[]): Promise<void> {
    const answer = await company.call('POST', '/activities', events)
    const told = (await answer.json()) as { rejected: { id: string; reason: string }[] }
    for (const { id, reason } of told.rejected) rejected[id] = reason
  }
  await inTurns(batches(activities), 1, sendBatch)
  await inTurns(hooks, atOnce, sendHook)
  // What an overloaded host has put into its queue is acknowledged, too, and not yet stored.
  await vi.waitUntil(async () => (await delivered(company)) >= hooks.length, { timeout: 60_000, interval: 200 })
  await company.settled()
  return rejected
}

async function delivered(company: Company): Promise<number> {
  const { items } = await company.get<{ items: { deliveries: number }[] }>('/sources')
  return items[0]!.deliveries
}

function batches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / batch) }, (_, at) => all.slice(at * batch, (at + 1) * batch))
}

/** Does it with each, so many at once; what it gives, in the order of the items. */
export async function inTurns<T, R>(items: readonly T[], width: number, each: (item: T) => Promise<R>): Promise<R[]> {
  const given: R[] = []
  let next = 0
  async function goOn(): Promise<void> {
    for (let at = next++; at < items.length; at = next++) given[at] = await each(items[at]!)
  }
  await Promise.all(Array.from({ length: width }, goOn))
  return given
}
