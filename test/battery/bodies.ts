import { deliveries } from '../bench/deliveries.ts'
import { HOST_ID } from '../zoom-run.ts'

/** What a sender sends: bodies by index, no two of which say the same. */
export interface Bodies {
  at(index: number): string
}

/** So many people are in each webinar, of whom every second one is also in others. */
export const perWebinar = 60
const webinars = 4
const producers = 40

/** Webhooks of webinars without end, in which people of a company of `known` come again and again. Each body tells its index, in a field that Ripen does not look at. */
export function endlessBodies(people = perWebinar, known = 20_000): Bodies {
  const chunks = new Map<number, string[]>()
  const now = Date.now()
  const chunkOf = (number: number) => webinarsFrom(number, { people, known, now })
  const { length } = chunkOf(0)
  return {
    at(index) {
      const number = Math.floor(index / length)
      let chunk = chunks.get(number)
      if (!chunk) {
        chunk = chunkOf(number)
        chunks.set(number, chunk)
        if (chunks.size > 8) chunks.delete(chunks.keys().next().value!)
      }
      return chunk[index % length]!.replace('"account_id":"aCcOuNt"', `"account_id":"number ${index}"`)
    },
  }
}

/** Which body this is. Throws for one that was never sent. */
export function indexOf(body: string): number {
  const found = /"account_id":"number (\d+)"/.exec(body)
  if (!found) throw new Error(`a body that was never sent: ${body.slice(0, 200)}`)
  return Number(found[1])
}

/** Nobody holds thousands of webinars: each of so many producers has his own. */
function webinarsFrom(number: number, { now, ...mix }: { people: number; known: number; now: number }): string[] {
  const producer = String(10 + (number % producers))
  return deliveries({ first: number * webinars, webinars, ...mix }, now).map((body) =>
    body.replaceAll('producer@', `producer${producer}@`).replaceAll(HOST_ID, HOST_ID.slice(0, -2) + producer),
  )
}
