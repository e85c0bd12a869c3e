import type { Chance } from '../../../src/demo/chance.ts'
import type { Guest } from '../../browser/zoom-webinar.ts'
import type { DemoRunning } from '../../process/demo-running.ts'
import type { Received } from '../../process/target.ts'
import { pause } from '../under-load.ts'

/** Somebody who came: when that was sent, and acknowledged, ms UTC. */
export interface Came {
  readonly guest: Guest
  readonly sentAt: number
  readonly acknowledgedAt: number
}

/** Guests come one after the other for so long, so many a second as it happens. */
export async function come(
  demo: Pick<DemoRunning, 'joins'>,
  guests: Iterator<Guest>,
  { rate, ms, chance }: { rate: number; ms: number; chance: Chance },
): Promise<Came[]> {
  const end = performance.now() + ms
  const coming: Promise<Came>[] = []
  while (performance.now() < end) {
    const next = guests.next()
    if (next.done) break
    coming.push(comes(demo, next.value))
    await pause(Math.min(chance.between(0, 2_000 / rate), Math.max(0, end - performance.now())))
  }
  return Promise.all(coming)
}

async function comes(demo: Pick<DemoRunning, 'joins'>, guest: Guest): Promise<Came> {
  const sentAt = Date.now()
  const status = await demo.joins(guest)
  if (status !== 204) throw new Error(`${guest.name} came and was answered by ${status}`)
  return { guest, sentAt, acknowledgedAt: Date.now() }
}

/** When a target was first told of each of those who came, ms UTC; null where it never was. */
export function toldAt(came: readonly Came[], received: readonly Received[]): (number | null)[] {
  return came.map(({ guest }) => received.find(({ body }) => body.includes(guest.name))?.at ?? null)
}

/** Resolves when all are told of, or after `patience` ms. */
export async function untilTold(
  came: readonly Came[],
  by: () => readonly Received[][],
  patience: number,
): Promise<void> {
  const end = performance.now() + patience
  const isTold = () => by().every((received) => toldAt(came, received).every((at) => at !== null))
  while (!isTold() && performance.now() < end) await pause(100)
}

/** So many of whom no two are called alike, also where one name stands within another. */
export function named(count: number, guest: (name: string) => Guest): Guest[] {
  return Array.from({ length: count }, (_, at) => guest(`Guest${at} Levi`))
}
